import { peopleById } from '#db/access/queries'
import { broughtPackage, type BroughtPackage, broughtPackages, mergeOf } from '#db/exchange/change-queries'
import { changeMerges } from '#db/exchange/change-tables'
import type { ReadDb } from '#db/kernel/access'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { Spine } from '#electron/kernel/spine'
import { changeKindFacts } from '#shared/exchange/change-kinds'
import {
  type ChangedRecord,
  type ChangePackageId,
  type Choice,
  type Fields,
  merged,
  type SettledRecord,
  type Side,
  undecided,
  weigh,
} from '#shared/exchange/changes'
import type { BroughtChanges, ListedChanges } from '#shared/exchange/changes-contract'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'

import { recordsAgainst } from './bring-changes.ts'
import { everyTravelling, type Travelling } from './travelling.ts'

/** Everything that was brought, the last first. */
export function listedChanges({ db }: ReadContext): ListedChanges[] {
  const nameOf = nameBehind(db)
  return broughtPackages(db).map(({ brought, merge }) => ({
    id: brought.id,
    madeBy: nameOf(brought.content.madeBy),
    madeAt: brought.madeAt,
    device: brought.device,
    records: brought.content.records.length,
    broughtBy: nameOf({ user: brought.broughtBy, name: '' }),
    broughtAt: brought.broughtAt,
    mergedAt: merge?.mergedAt ?? null,
  }))
}

/**
 * What a package holds, each record weighed against the one here; once it was merged, as it was weighed then and what
 * became of it.
 *
 * @throws Refusal `exchange.changes-unknown`.
 */
export function broughtChanges(
  { db }: ReadContext,
  { id }: { readonly id: ChangePackageId },
): BroughtChanges {
  const brought = requirePackage(db, id)
  const { content, device, headSeq, headHash, madeAt, broughtAt } = brought
  const nameOf = nameBehind(db)
  const merge = mergeOf(db, id)
  const waiting = merge ? [] : recordsAgainst(db, id).map((record) => weigh(record, hereOf(db, record)))
  const named = <T extends Pick<ChangedRecord, 'by'>>(record: T): T => ({
    ...record,
    by: record.by && { ...record.by, name: nameOf(record.by) },
  })
  return {
    id,
    organization: content.organization,
    madeBy: nameOf(content.madeBy),
    madeAt,
    device,
    head: { seq: headSeq, hash: headHash },
    shared: content.shared,
    broughtBy: nameOf({ user: brought.broughtBy, name: '' }),
    broughtAt,
    seen: sha256(canonical(waiting)),
    waiting: waiting.map(named),
    settled: merge
      ? {
          by: nameOf({ user: merge.mergedBy, name: '' }),
          at: merge.mergedAt,
          records: merge.records.map(named),
        }
      : null,
    rest: content.rest,
    names: namesFor(db, content.names),
  }
}

interface Decided {
  readonly id: ChangePackageId
  readonly seen: string
  readonly choices: readonly Choice[]
}

/**
 * Takes over what a copy brought: every record by the act of its own area, in one transaction. What the area refuses is
 * left as it is here and said.
 *
 * @throws Refusal `exchange.changes-merged`, `exchange.changes-older` where a later package of the same copy was merged,
 *   `exchange.changes-moved-on` where anything changed here since it was looked at, `exchange.changes-undecided`.
 */
export function mergeChanges(
  { gate }: Pick<Spine, 'gate'>,
  context: WriteContext,
  { id, seen, choices }: Decided,
): Record<string, never> {
  const { db, user, now } = context
  const brought = requirePackage(db, id)
  if (mergeOf(db, id)) throw new Refusal('exchange.changes-merged')
  refuseOlder(db, brought)
  const records = recordsAgainst(db, id)
  const weighed = records.map((record) => weigh(record, hereOf(db, record)))
  if (sha256(canonical(weighed)) !== seen) throw new Refusal('exchange.changes-moved-on')
  const chosen = sidesIn(choices)
  const open = weighed.filter((each) => undecided(each).some((field) => !chosen(each.id)[field]))
  if (open.length > 0) throw new Refusal('exchange.changes-undecided', { records: open.length })
  const mayWrite = (of: Travelling, fields: Fields, record: string) =>
    user !== null &&
    gate.may(db, user, changeKindFacts[of.kind].permission, context.today, of.reach(db, fields, record))
  const settled = inOrder(records).map((record) => settle(context, record, chosen(record.id), mayWrite))
  db.insert(changeMerges)
    .values({ package: id, records: settled, mergedBy: user ?? 'system', mergedAt: now })
    .run()
  context.note({
    code: 'exchange.changes-taken',
    package: id,
    device: brought.device,
    seq: brought.headSeq,
    hash: brought.headHash,
    taken: settled.filter(({ outcome }) => outcome === 'added' || outcome === 'changed').length,
    left: settled.filter(({ outcome }) => outcome === 'left').length,
  })
  return {}
}

function sidesIn(choices: readonly Choice[]): (record: string) => Readonly<Record<string, Side>> {
  const byRecord = new Map<string, Record<string, Side>>()
  for (const { id, field, side } of choices) byRecord.set(id, { ...byRecord.get(id), [field]: side })
  return (record) => byRecord.get(record) ?? {}
}

/** What is new comes before what is changed: the changed may point at it. */
function inOrder(records: readonly ChangedRecord[]): readonly ChangedRecord[] {
  return everyTravelling.flatMap(({ kind }) =>
    records
      .filter((record) => record.kind === kind)
      .toSorted((a, b) => Number(a.base !== null) - Number(b.base !== null)),
  )
}

/** One record, weighed once more: what came before it in the package may have moved it. */
function settle(
  context: WriteContext,
  record: ChangedRecord,
  chosen: Readonly<Record<string, Side>>,
  mayWrite: (of: Travelling, fields: Fields, record: string) => boolean,
): SettledRecord {
  const { db } = context
  const of = travellingOf(record.kind)
  const here = hereOf(db, record)
  const weighed = weigh(record, here)
  const as = (outcome: SettledRecord['outcome'], refusal: SettledRecord['refusal'] = null) => ({
    ...weighed,
    outcome,
    chosen: Object.fromEntries(
      undecided(weighed).flatMap((field) => {
        const side = chosen[field]
        return side ? [[field, side]] : []
      }),
    ),
    refusal,
  })
  const fields = merged(weighed, here, record.there, chosen)
  if (fields === null)
    return weighed.standing === 'removed-there'
      ? as('left', { code: 'exchange.changes-removed-there', facts: {} })
      : as('nothing')
  if (![fields, ...(here ? [here] : [])].every((each) => mayWrite(of, each, record.id)))
    return as('left', { code: 'exchange.changes-not-permitted', facts: {} })
  const refused = attempt(context, () =>
    here === null ? of.add(context, record.id, fields) : of.change(context, record.id, fields, here),
  )
  if (refused) return as('left', { code: refused.code, facts: { ...refused.facts } })
  return as(here === null ? 'added' : 'changed')
}

/** Does a piece of the work wholly or not at all; what is refused leaves the rest as it is. */
function attempt({ db }: WriteContext, work: () => void): Refusal | null {
  db.run('SAVEPOINT one_record')
  try {
    work()
    return null
  } catch (error) {
    db.run('ROLLBACK TO one_record')
    if (error instanceof Refusal) return error
    throw error
  } finally {
    db.run('RELEASE one_record')
  }
}

/** @throws Refusal `exchange.changes-older`: what this one holds, the later one held too. */
function refuseOlder(db: ReadDb, { branch, headSeq }: BroughtPackage): void {
  const later = broughtPackages(db).some(
    ({ brought, merge }) => merge !== null && brought.branch === branch && brought.headSeq >= headSeq,
  )
  if (later) throw new Refusal('exchange.changes-older')
}

function requirePackage(db: ReadDb, id: ChangePackageId): BroughtPackage {
  const found = broughtPackage(db, id)
  if (!found) throw new Refusal('exchange.changes-unknown')
  return found
}
function travellingOf(kind: ChangedRecord['kind']): Travelling {
  const found = everyTravelling.find((each) => each.kind === kind)
  if (!found) throw new Error(`Nothing carries a ${kind}`)
  return found
}
function hereOf(db: ReadDb, { kind, id }: ChangedRecord): Fields | null {
  return travellingOf(kind).one(db, id)
}

/** Names of today where a record stands here, else those that it had on the copy. */
function namesFor(db: ReadDb, given: Readonly<Record<string, string>>): Record<string, string> {
  const titles = everyTravelling.flatMap(({ all, title }) =>
    all(db).flatMap(({ id, fields }) => (id in given ? [[id, title(fields)] as const] : [])),
  )
  return { ...given, ...Object.fromEntries(titles) }
}
function nameBehind(
  db: ReadDb,
): (someone: { readonly user: string | null; readonly name: string }) => string {
  const names = new Map(
    [...peopleById(db).values()].map(({ userId, name }) => [userId as string | null, name]),
  )
  return ({ user, name }) => (user === null ? name : (names.get(user) ?? name))
}
