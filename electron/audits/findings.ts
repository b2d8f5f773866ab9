import { answerOf, raisedOf } from '#db/audits/queries'
import { corrections, findings } from '#db/audits/tables'
import type { WriteContext } from '#electron/kernel/context'
import { caseRef, raise } from '#electron/nonconformity/cases'
import { type Answer, isFinding, type ItemId, type Verdict } from '#shared/audits/checklist'
import type { RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'
import { clause } from '#shared/nonconformity/model'

import { beginWith } from './checklist.ts'
import { made, personOf, requireItem } from './known.ts'

/**
 * Makes a nonconformity of a finding, with its clause and what was seen; the two are linked.
 *
 * @throws Refusal `audits.no-finding`, `audits.finding-without-fact`, and those of `raise`.
 */
export function raiseFinding(context: WriteContext, id: ItemId): { record: RecordRef } {
  const { db, user, now } = context
  const { item, audit } = beginWith(context, id)
  const given = answerOf(db, id)
  if (!given || !isFinding(given.verdict)) throw new Refusal('audits.no-finding', { clause: item.clause })
  if (given.note === '') throw new Refusal('audits.finding-without-fact', { clause: item.clause })
  const known = raisedOf(db, audit.id).get(id)
  if (known !== undefined) return { record: known }
  const [node = null] = audit.nodes
  const raised = raise(context, {
    title: `${audit.number} · ${item.clause} ${item.title.zh}`.slice(0, 300),
    source: 'audit',
    // A question about an obligation, or of another tree, is not one of the standard's requirements: then its clause is named.
    requirements: [item.requirement, item.clause]
      .filter((each) => clause.safeParse(each).success)
      .slice(0, 1),
    fact: factOf(given).slice(0, 4000),
    severity: given.verdict,
    size: null,
    node: audit.nodes.length === 1 ? node : null,
    subsystem: item.subsystem,
    foundBy: personOf(context),
    foundOn: context.today,
    owner: null,
    origin: itemRef(id),
    due: null,
  })
  const record = caseRef(raised.id)
  db.insert(findings)
    .values({ item: id, nonconformity: record, raisedBy: user ?? 'system', raisedAt: now })
    .run()
  return { record }
}
function factOf({ note, place, interviewed, department }: Answer): string {
  return [note, ...[department, place, interviewed].filter((each) => each !== '')].join('\n')
}
/** How others name a question of an audit, with the files kept with it. */
export function itemRef(id: ItemId): RecordRef {
  return `audits/item/${id}`
}

/** Says anew what a signed report said; what it said stays (R-DC-2). @throws Refusal `audits.not-reported`. */
export function correct(
  context: WriteContext,
  given: { readonly item: ItemId; readonly verdict: Verdict; readonly note: string; readonly reason: string },
): void {
  const { db, newId } = context
  const { audit } = requireItem(db, given.item)
  if (audit.state !== 'reported') throw new Refusal('audits.not-reported', { number: audit.number })
  if (answerOf(db, given.item) === null) throw new Refusal('audits.not-answered')
  db.insert(corrections)
    .values({ id: newId<'audit-correction'>(), ...given, ...made(context) })
    .run()
}
