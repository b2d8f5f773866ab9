import { and, eq } from 'drizzle-orm'

import { obligationOfDeadline, obligationOfEvaluation } from '#db/compliance/obligation-queries'
import { deadlines, evaluations, fulfilments } from '#db/compliance/obligation-tables'
import { attachmentsOf } from '#db/kernel/record-queries'
import { refuseOwnWork } from '#electron/access/duties'
import type { WriteContext } from '#electron/kernel/context'
import { takeNumber } from '#electron/kernel/numbers'
import { attachFile } from '#electron/kernel/record-desk'
import { type DeadlineId, dueDays, type NewDeadline } from '#shared/compliance/deadline'
import type { EvaluationId, NewEvaluation } from '#shared/compliance/evaluation'
import type { ObligationId, ShownObligation } from '#shared/compliance/obligation'
import { isLive } from '#shared/compliance/obligation-standing'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

import { evaluationRef, refuseUnknownOwner, requireObligation, touched } from './obligations.ts'

export function addDeadline(
  context: WriteContext,
  { obligation, ...input }: NewDeadline & { readonly obligation: ObligationId },
): ShownObligation {
  requireObligation(context.db, obligation)
  keepDeadline(context, obligation, input)
  return touched(context, obligation)
}
export function keepDeadline(context: WriteContext, obligation: ObligationId, input: NewDeadline): void {
  const { db, user, now, today, newId } = context
  refuseUnknownOwner(db, input.owner)
  db.insert(deadlines)
    .values({
      id: newId<'deadline'>(),
      obligation,
      ...input,
      since: today,
      changedBy: user,
      changedAt: now,
    })
    .run()
}

/** From today on it is not asked for any more; what it asked for before stays. */
export function endDeadline(context: WriteContext, { id }: { readonly id: DeadlineId }): ShownObligation {
  const { db, user, now, today } = context
  const known = requireObligation(db, obligationOfDeadline(db, id))
  db.update(deadlines)
    .set({ endedOn: today, changedBy: user, changedAt: now })
    .where(and(eq(deadlines.id, id)))
    .run()
  return touched(context, known.id)
}

interface Fulfilled {
  readonly id: DeadlineId
  readonly due: Day
  readonly doneOn: Day
  readonly note: string
}
/** @throws Refusal `compliance.not-due`, `compliance.already-fulfilled`, `compliance.not-yet`. */
export function fulfilDeadline(context: WriteContext, { id, due, doneOn, note }: Fulfilled): ShownObligation {
  const { db, user, now, today } = context
  const known = requireObligation(db, obligationOfDeadline(db, id))
  const own = known.deadlines.find((each) => each.id === id)
  if (!own || !dueDays(own, due).includes(due)) throw new Refusal('compliance.not-due', { due })
  if (own.fulfilments.some((each) => each.due === due))
    throw new Refusal('compliance.already-fulfilled', { what: own.what, due })
  if (doneOn > today) throw new Refusal('compliance.not-yet', { day: doneOn })
  db.insert(fulfilments)
    .values({ deadline: id, due, doneOn, note, madeBy: user ?? '', madeAt: now })
    .run()
  return touched(context, known.id)
}

interface Judged extends NewEvaluation {
  readonly obligation: ObligationId
  readonly uploads: readonly string[]
}
/**
 * Records how far an obligation is met, held against the text in force, with the files that show it.
 *
 * @throws Refusal `compliance.evaluation-without-proof`, `compliance.not-evaluated`, `compliance.not-yet`.
 */
export function evaluateObligation(
  context: WriteContext,
  { obligation, uploads, ...input }: Judged,
): ShownObligation {
  const { db, user, now, today, newId } = context
  const known = requireObligation(db, obligation)
  if (!isLive(known, today)) throw new Refusal('compliance.not-evaluated', { number: known.number })
  if (input.evaluatedOn > today) throw new Refusal('compliance.not-yet', { day: input.evaluatedOn })
  if (uploads.length === 0 && input.result !== 'not-applicable')
    throw new Refusal('compliance.evaluation-without-proof')
  const id = newId<'evaluation'>()
  db.insert(evaluations)
    .values({
      id,
      number: takeNumber(context, 'CE'),
      obligation,
      ...input,
      version: known.versions.length,
      madeBy: user ?? '',
      madeAt: now,
    })
    .run()
  for (const upload of uploads) attachFile(context, { record: evaluationRef({ id }), upload, note: null })
  return touched(context, obligation)
}

/**
 * R-SD-2: whoever evaluated does not approve; who is alone in the plant says why.
 *
 * @throws Refusal `compliance.evaluation-approved`, `compliance.evaluation-without-proof`, `compliance.own-evaluation`, `compliance.alone-without-reason`.
 */
export function approveEvaluation(
  context: WriteContext,
  { id, aloneReason }: { readonly id: EvaluationId; readonly aloneReason: string | null },
): ShownObligation {
  const { db, user, now } = context
  const known = requireObligation(db, obligationOfEvaluation(db, id))
  const own = known.evaluations.find((each) => each.id === id)
  if (own?.approvedAt !== null) throw new Refusal('compliance.evaluation-approved')
  // A file may have been taken off since.
  if (own.result !== 'not-applicable' && attachmentsOf(db, evaluationRef(own)).length === 0)
    throw new Refusal('compliance.evaluation-without-proof')
  const facts = { number: own.number }
  const alone = refuseOwnWork(context, 'evaluation', { by: [own.madeBy], reason: aloneReason, facts })
  db.update(evaluations)
    .set({ approvedBy: user, approvedAt: now, aloneReason: alone })
    .where(eq(evaluations.id, id))
    .run()
  return touched(context, known.id)
}
