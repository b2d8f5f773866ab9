import { eq } from 'drizzle-orm'

import { inventoryById } from '#db/accounting/queries'
import { bodyById } from '#db/verification/queries'
import { bodies, cases, steps } from '#db/verification/tables'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import { mergedEdit } from '#shared/kernel/merge-edit'
import { Refusal } from '#shared/kernel/refusal'
import { type Body, type BodyFacts, type BodyId, isRecognisedOn } from '#shared/verification/body'
import {
  type CaseId,
  type CasePlan,
  emptyPlan,
  type NewCase,
  type VerificationCase,
} from '#shared/verification/case'
import { scheduleOf } from '#shared/verification/schedule'
import type { CaseKind } from '#shared/verification/workflow'

import { requireCase } from './show-case.ts'
import { currentEdition, stepsOfCase } from './workflows.ts'

const series = { accounting: 'CA', inventory: 'PC', verification: 'VF' } as const satisfies Record<
  CaseKind,
  string
>

/**
 * Opens a case with all steps of its workflow and their planned days.
 *
 * @throws Refusal `kernel.day-outside-calendar` {year} while a year of its plan is neither known nor confirmed as
 * Monday to Friday only, `verification.body-not-valid`, `accounting.unknown-inventory`.
 */
export function createCase(context: WriteContext, input: NewCase): VerificationCase {
  const { db, newId, user, now, today, around } = context
  requireParties(context, input)
  const template = stepsOfCase(around, { kind: input.kind, edition: currentEdition })
  const planned = scheduleOf(
    input.startsOn,
    template.map(({ least, most }) => ({ least, most, doneOn: null })),
    workCalendarOf(db),
    { today: input.startsOn, assumed: input.weekdayYears },
  )
  const [year] = planned.uncertainYears
  if (year !== undefined) throw new Refusal('kernel.day-outside-calendar', { day: `${year}-01-01`, year })
  const id: CaseId = newId<'verification-case'>()
  const changed = { changedBy: user, changedAt: now }
  db.insert(cases)
    .values({
      id,
      number: takeNumber({ db, today }, series[input.kind]),
      ...input,
      state: 'open',
      edition: currentEdition,
      plan: emptyPlan,
      closingNote: '',
      ...changed,
    })
    .run()
  for (const [at, { key, least, most }] of template.entries()) {
    const { usualOn = input.startsOn, dueOn = input.startsOn } = planned.steps[at] ?? {}
    db.insert(steps)
      .values({
        id: newId<'verification-step'>(),
        case: id,
        sequence: at + 1,
        key,
        round: 1,
        owner: input.owner,
        least,
        most,
        plannedUsual: usualOn,
        plannedDue: dueOn,
        note: '',
        ...changed,
      })
      .run()
  }
  return requireCase(db, id)
}

type Parties = Pick<NewCase, 'inventory' | 'body'>
/** A body whose recognition has ended cannot be chosen (A.6.5.2). */
function requireParties({ db, today }: ReadContext, { inventory, body }: Parties): void {
  if (inventory !== null && !inventoryById(db, inventory))
    throw new Refusal('accounting.unknown-inventory', { id: inventory })
  const chosen = body === null ? null : bodyById(db, body)
  if (chosen === undefined) throw new Refusal('verification.no-such-body')
  if (chosen && !isRecognisedOn(chosen, today))
    throw new Refusal('verification.body-not-valid', {
      name: chosen.name,
      until: chosen.validTo ?? chosen.validFrom,
    })
}

/** @throws Refusal `verification.closed`. */
export function requireOpen({ db }: Pick<ReadContext, 'db'>, id: CaseId): VerificationCase {
  const found = requireCase(db, id)
  if (found.state !== 'open') throw new Refusal('verification.closed', { number: found.number })
  return found
}

type Facts = Omit<NewCase, 'kind' | 'startsOn' | 'weekdayYears'>
export function editCase(
  context: WriteContext,
  { id, seen, ...typed }: Facts & { readonly id: CaseId; readonly seen?: Facts | undefined },
): VerificationCase {
  const before = requireOpen(context, id)
  const facts = mergedEdit(typed, seen, before)
  // A body that was chosen while it was recognised may stay.
  requireParties(context, { ...facts, body: facts.body === before.body ? null : facts.body })
  change(context, id, facts)
  return requireCase(context.db, id)
}

export function editPlan(
  context: WriteContext,
  { id, plan }: { readonly id: CaseId; readonly plan: CasePlan },
): void {
  requireOpen(context, id)
  change(context, id, { plan })
}

export function confirmWeekdays(
  context: WriteContext,
  { id, year }: { readonly id: CaseId; readonly year: number },
): void {
  const { weekdayYears } = requireOpen(context, id)
  change(context, id, { weekdayYears: [...new Set([...weekdayYears, year])].toSorted((a, b) => a - b) })
}

export function cancelCase(
  context: WriteContext,
  { id, reason }: { readonly id: CaseId; readonly reason: string },
): void {
  requireOpen(context, id)
  change(context, id, { state: 'cancelled', closedOn: context.today, closingNote: reason })
}

/** Changes a case. */
export function change(
  { db, user, now }: WriteContext,
  id: CaseId,
  values: Partial<typeof cases.$inferInsert>,
): void {
  db.update(cases)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(cases.id, id))
    .run()
}
/** @throws Refusal `verification.recognition-backwards`. */
function refuseBackwards({ validFrom, validTo }: BodyFacts): void {
  if (validTo !== null && validTo <= validFrom)
    throw new Refusal('verification.recognition-backwards', { from: validFrom, to: validTo })
}
export function addBody({ db, newId, user, now }: WriteContext, facts: BodyFacts): Body {
  refuseBackwards(facts)
  const id: BodyId = newId<'verification-body'>()
  db.insert(bodies)
    .values({ id, ...facts, changedBy: user, changedAt: now })
    .run()
  return { id, ...facts }
}
export function editBody(
  { db, user, now }: WriteContext,
  { id, seen, ...typed }: Body & { readonly seen?: Omit<Body, 'id'> | undefined },
): Body {
  const before = bodyById(db, id)
  if (!before) throw new Refusal('verification.no-such-body')
  const facts = mergedEdit(typed, seen, before)
  refuseBackwards(facts)
  db.update(bodies)
    .set({ ...facts, changedBy: user, changedAt: now })
    .where(eq(bodies.id, id))
    .run()
  return { id, ...facts }
}
