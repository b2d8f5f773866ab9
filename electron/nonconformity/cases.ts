import { eq } from 'drizzle-orm'

import { personById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { attachmentsOf } from '#db/kernel/record-queries'
import { allCases, caseById, caseSettingsOf } from '#db/nonconformity/queries'
import { cases } from '#db/nonconformity/tables'
import { nodeById } from '#db/organization/queries'
import type { WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { addLink } from '#electron/kernel/record-desk'
import type { PersonId } from '#shared/access/model'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'
import { addDays } from '#shared/kernel/working-days'
import { isUnderstated } from '#shared/nonconformity/lacking'
import {
  type Case,
  type CaseId,
  type CasePart,
  type CaseSettings,
  type CauseAnalysis,
  type ChangedFacts,
  type Containment,
  isOpen,
  isWritable,
  type NewCase,
  noCauses,
} from '#shared/nonconformity/model'
import type { NodeId } from '#shared/organization/model'

/** How others name a case. */
export function caseRef(id: CaseId): RecordRef {
  return `nonconformity/case/${id}`
}
/** @throws Refusal `nonconformity.no-such-case`. */
export function requireCase(db: ReadDb, id: CaseId): Case {
  const found = caseById(db, id)
  if (!found) throw new Refusal('nonconformity.no-such-case')
  return found
}
export function evidenceCount(db: ReadDb, id: CaseId): number {
  return attachmentsOf(db, caseRef(id)).length
}
/** The case that was raised from a record and is not closed yet. */
export function openCaseFrom(db: ReadDb, origin: RecordRef): Case | undefined {
  return allCases(db).find((each) => each.origin === origin && isOpen(each.state))
}

/**
 * Raises a nonconformity, from whatever record it follows; the two are linked. For every area that finds something.
 *
 * @throws Refusal `nonconformity.raised-already`, `nonconformity.understated`, `nonconformity.no-such-node`,
 * `nonconformity.no-such-person`, `nonconformity.found-later`.
 */
export function raise(context: WriteContext, { due, ...facts }: NewCase): Case {
  const { db, user, now, newId } = context
  const settings = caseSettingsOf(db)
  const twin = facts.origin === null ? undefined : openCaseFrom(db, facts.origin)
  if (twin) throw new Refusal('nonconformity.raised-already', { number: twin.number })
  refuseWrongFacts(context, facts, settings)
  const id = newId<'nonconformity'>()
  db.insert(cases)
    .values({
      id,
      number: takeNumber(context, 'NC'),
      state: 'found',
      ...facts,
      due: due ?? addDays(facts.foundOn, settings.closeWithin),
      ...nothingYet,
      raisedBy: user,
      raisedAt: now,
      changedBy: user,
      changedAt: now,
    })
    .run()
  if (facts.origin !== null)
    addLink(context, { from: caseRef(id), relation: 'follows-from', to: facts.origin })
  return requireCase(db, id)
}
const nothingYet = {
  correction: '',
  consequences: '',
  whys: [],
  fishbone: noCauses,
  rootCause: '',
  reviewers: [],
  similar: [],
  similarNote: '',
  needReason: '',
  systemChange: '',
  steps: [],
  rounds: [],
}

function refuseWrongFacts(
  { db, today }: Pick<WriteContext, 'db' | 'today'>,
  facts: Omit<ChangedFacts, 'due'>,
  settings: CaseSettings,
): void {
  const { node, foundOn, title, size } = facts
  if (node !== null) requireNode(db, node)
  requirePeople(db, [facts.foundBy, facts.owner])
  if (foundOn > today) throw new Refusal('nonconformity.found-later', { name: title })
  if (isUnderstated(facts, settings))
    throw new Refusal('nonconformity.understated', { size, limit: settings.majorDeviation })
}
/** @throws Refusal `nonconformity.no-such-node`. */
export function requireNode(db: ReadDb, id: NodeId): void {
  if (!nodeById(db, id)) throw new Refusal('nonconformity.no-such-node')
}
/** @throws Refusal `nonconformity.no-such-person`. */
export function requirePeople(db: ReadDb, people: readonly (PersonId | null)[]): void {
  if (people.some((id) => id !== null && !personById(db, id)))
    throw new Refusal('nonconformity.no-such-person')
}

/** Writes one part of a case, in the states in which that part is open. */
function keepPart(
  context: WriteContext,
  id: CaseId,
  part: CasePart,
  values: Partial<typeof cases.$inferInsert>,
): Case {
  requireWritable(requireCase(context.db, id), part)
  return changeCase(context, id, values)
}
/** @throws Refusal `nonconformity.closed`, `nonconformity.past-this-step`. */
export function requireWritable({ state, number }: Case, part: CasePart): void {
  if (!isOpen(state)) throw new Refusal('nonconformity.closed', { number })
  if (!isWritable(part, state)) throw new Refusal('nonconformity.past-this-step', { number })
}
export function changeCase(
  { db, user, now }: WriteContext,
  id: CaseId,
  values: Partial<typeof cases.$inferInsert>,
): Case {
  db.update(cases)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(cases.id, id))
    .run()
  return requireCase(db, id)
}

export function changeFacts(
  context: WriteContext,
  { id, seen, ...typed }: ChangedFacts & { readonly id: CaseId; readonly seen?: ChangedFacts | undefined },
): Case {
  const facts = mergedEdit(typed, seen, requireCase(context.db, id))
  refuseWrongFacts(context, facts, caseSettingsOf(context.db))
  return keepPart(context, id, 'facts', facts)
}
/** @throws Refusal `nonconformity.before-it-was-found`. */
export function keepContainment(
  context: WriteContext,
  { id, ...said }: Containment & { readonly id: CaseId },
): Case {
  const { foundOn, number } = requireCase(context.db, id)
  requirePeople(context.db, [said.correctedBy])
  if (said.correctedOn !== null && said.correctedOn < foundOn)
    throw new Refusal('nonconformity.before-it-was-found', { number })
  return keepPart(context, id, 'containment', said)
}
export function keepCause(
  context: WriteContext,
  { id, ...said }: CauseAnalysis & { readonly id: CaseId },
): Case {
  requirePeople(context.db, said.reviewers)
  return keepPart(context, id, 'cause', said)
}
export function keepCheckDay(
  context: WriteContext,
  { id, checkOn }: { readonly id: CaseId; readonly checkOn: string },
): Case {
  return keepPart(context, id, 'plan', { checkOn })
}
export function keepOutcome(
  context: WriteContext,
  { id, systemChange }: { readonly id: CaseId; readonly systemChange: string },
): Case {
  return keepPart(context, id, 'outcome', { systemChange })
}
