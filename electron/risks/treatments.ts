import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import { treatmentById } from '#db/risks/queries'
import { treatments } from '#db/risks/tables'
import { refuseOwnWork } from '#electron/access/duties'
import type { WriteContext } from '#electron/kernel/context'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import {
  type NewRating,
  type NewTreatment,
  type RiskId,
  type ShownRisk,
  type Treatment,
  type TreatmentAct,
  treatmentAfter,
  type TreatmentId,
  type TreatmentState,
} from '#shared/risks/risk'

import { keepRating, refuseUnknownOwner, requireOpen, shownNow } from './risks.ts'

interface One {
  readonly id: TreatmentId
}

export function addTreatment(
  context: WriteContext,
  { risk, ...input }: NewTreatment & { readonly risk: RiskId },
): ShownRisk {
  const { db, user, now, newId } = context
  requireOpen(db, risk)
  refuseUnknownOwner(db, input.owner)
  db.insert(treatments)
    .values({
      id: newId<'treatment'>(),
      risk,
      ...writable(input),
      state: 'planned',
      changedBy: user,
      changedAt: now,
    })
    .run()
  return shownNow(context, risk)
}

/** @throws Refusal `risks.treatment-cannot`: only what is still planned is written anew. */
export function editTreatment(
  context: WriteContext,
  { id, seen, ...typed }: NewTreatment & One & { readonly seen?: NewTreatment | undefined },
): ShownRisk {
  const known = requireTreatment(context.db, id)
  const input = mergedEdit(typed, seen, known)
  if (known.state !== 'planned') throw new Refusal('risks.treatment-cannot', { what: known.what })
  refuseUnknownOwner(context.db, input.owner)
  return change(context, known, writable(input))
}

/** @throws Refusal `risks.not-yet`: nothing was done on a day that has not come. */
export function finishTreatment(
  context: WriteContext,
  { id, doneOn, note }: One & { readonly doneOn: Day; readonly note: string },
): ShownRisk {
  const known = requireTreatment(context.db, id)
  const state = requireNext(known, 'finish')
  if (doneOn > context.today) throw new Refusal('risks.not-yet', { day: doneOn })
  return change(context, known, { state, doneOn, doneNote: note, doneBy: context.user })
}

interface Check extends One {
  readonly isEffective: boolean
  readonly note: string
  readonly rating: Omit<NewRating, 'reason'>
  readonly aloneReason: string | null
}
/**
 * R-SD-5: the effect is judged by somebody else than who carried the treatment out or answers for it.
 *
 * @throws Refusal `risks.own-work`, `risks.alone-without-reason`.
 */
export function checkTreatment(
  context: WriteContext,
  { id, isEffective, note, rating, aloneReason }: Check,
): ShownRisk {
  const { db, user, today } = context
  const known = requireTreatment(db, id)
  const state = requireNext(known, isEffective ? 'confirm' : 'deny')
  const owner = known.owner === null ? undefined : peopleById(db).get(known.owner)
  const by = [known.doneBy, owner?.userId ?? null]
  const alone = refuseOwnWork(context, 'treatment', { by, reason: aloneReason, facts: { what: known.what } })
  keepRating(context, requireOpen(db, known.risk), { ...rating, reason: note }, 'residual')
  return change(context, known, {
    state,
    checkedOn: today,
    checkedBy: user,
    checkNote: note,
    aloneReason: alone,
  })
}

export function dropTreatment(
  context: WriteContext,
  { id, reason }: One & { readonly reason: string },
): ShownRisk {
  const known = requireTreatment(context.db, id)
  return change(context, known, { state: requireNext(known, 'drop'), dropReason: reason })
}

/** Takes up again what was dropped. What did not work is followed by another treatment. */
export function resumeTreatment(context: WriteContext, { id }: One): ShownRisk {
  const known = requireTreatment(context.db, id)
  const state = requireNext(known, 'resume')
  return change(context, known, { state, dropReason: null })
}

/** A treatment of a risk that is open. */
function requireTreatment(db: ReadDb, id: TreatmentId): Treatment {
  const found = treatmentById(db, id)
  if (!found) throw new Refusal('risks.unknown-treatment')
  requireOpen(db, found.risk)
  return found
}
function requireNext(known: Treatment, act: TreatmentAct): TreatmentState {
  const next = treatmentAfter(known.state, act)
  if (next === null) throw new Refusal('risks.treatment-cannot', { what: known.what })
  return next
}
function change(
  context: WriteContext,
  { id, risk }: Treatment,
  values: Partial<typeof treatments.$inferInsert>,
): ShownRisk {
  const { db, user, now } = context
  db.update(treatments)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(treatments.id, id))
    .run()
  return shownNow(context, risk)
}
function writable({ options, ...input }: NewTreatment) {
  return { ...input, options: options.map((option) => ({ ...option })) }
}
