import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { kernelSignatures } from '#db/kernel/tables'
import { hasWrittenPlan, plansOf, signedPlan } from '#db/monitoring/plan-queries'
import { plans } from '#db/monitoring/tables'
import { actingUsers, refuseOwnWork } from '#electron/access/duties'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import {
  type PlanAct,
  type PlanId,
  type PlanState,
  type PlanVersion,
  stateAfter,
} from '#shared/monitoring/plan'
import { planGaps } from '#shared/monitoring/plan-check'

import { requirePlan } from './plan-known.ts'

/** Hands a draft in for review. @throws Refusal `monitoring.plan-incomplete` {count}. */
export function submitPlan(context: WriteContext, { id }: { readonly id: PlanId }): PlanVersion {
  const { db, user, now } = context
  const plan = requirePlan(db, id)
  const state = requireNext(plan, 'submit')
  const count = planGaps(plan.content).filter(({ severity }) => severity === 'blocks-report').length
  if (count > 0) throw new Refusal('monitoring.plan-incomplete', { count })
  return change(context, id, { state, submittedBy: user, submittedAt: now, returnReason: null })
}

/** Back to who wrote it, with the reason; a signature that was put under it no longer stands. */
export function returnPlan(
  context: WriteContext,
  { id, reason }: { readonly id: PlanId; readonly reason: string },
): PlanVersion {
  const state = requireNext(requirePlan(context.db, id), 'return')
  return change(context, id, {
    state,
    returnReason: reason,
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    aloneReason: null,
    signature: null,
    signedText: null,
  })
}

/**
 * Signs a version. Somebody else than who wrote it or handed it in; who is alone in the plant says why.
 *
 * @throws Refusal of the password, `monitoring.plan-own-work`, `monitoring.plan-alone-without-reason`.
 */
export async function approvePlan(
  task: TaskContext,
  {
    id,
    password,
    reason,
  }: { readonly id: PlanId; readonly password: string; readonly reason: string | null },
): Promise<PlanVersion> {
  requireNext(requirePlan(task.db, id), 'approve')
  await confirmPassword(task, password)
  return task.promote((context) => signPlan(context, id, reason))
}

/** Puts the signature of whoever is at work under a version that was handed in. */
export function signPlan(context: WriteContext, id: PlanId, reason: string | null): PlanVersion {
  const { db, user, now } = context
  const plan = requirePlan(db, id)
  const state = requireNext(plan, 'approve')
  const wrote = actingUsers(context).filter((each) => hasWrittenPlan(db, id, each))
  const by = [plan.writtenBy, plan.submittedBy, ...wrote]
  const alone = refuseOwnWork(context, 'monitoring-plan', { by, reason })
  const signedText = canonical(whatIsSigned(plan))
  const signature = sign(context, {
    record: `monitoring/plan/${id}`,
    meaning: 'monitoring.plan-signed',
    signedHash: sha256(signedText),
  })
  return change(context, id, {
    state,
    approvedBy: user,
    approvedAt: now,
    aloneReason: alone,
    signature,
    signedText,
  })
}

/**
 * Puts an approved version into force; the one before it ends on its first day and stays for the months before.
 *
 * @throws Refusal `monitoring.plan-not-later`: a version in force is not undone by one that begins earlier.
 */
export function enactPlan(context: WriteContext, { id }: { readonly id: PlanId }): PlanVersion {
  const { db, user, now } = context
  const plan = requirePlan(db, id)
  const state = requireNext(plan, 'enact')
  const before = plansOf(db, plan.facility).find((each) => each.state === 'in-force')
  if (before && before.validFrom >= plan.validFrom)
    throw new Refusal('monitoring.plan-not-later', { number: before.number, from: before.validFrom })
  if (before) change(context, before.id, { state: requireNext(before, 'supersede'), validTo: plan.validFrom })
  return change(context, id, { state, enactedBy: user, enactedAt: now })
}

/** Whether the signature still covers what the version says. Only its end may differ: it comes later. */
export function signatureHolds(db: ReadDb, id: PlanId): boolean {
  const signed = signedPlan(db, id)
  if (!signed) return false
  const [kept] = db.select().from(kernelSignatures).where(eq(kernelSignatures.id, signed.signature)).all()
  const plan = requirePlan(db, id)
  if (kept?.signedHash !== sha256(signed.text) || kept.signerId !== plan.approvedBy) return false
  return canonical(whatIsSigned(plan)) === signed.text
}
function whatIsSigned({ id, facility, number, validFrom, content }: PlanVersion) {
  return { id, facility, number, validFrom, content }
}

/** Whether whoever asks had a hand in writing this version or handed it in. */
export function isOwnWork(
  { db, user }: Pick<ReadContext, 'db' | 'user'>,
  { id, writtenBy, submittedBy }: PlanVersion,
): boolean {
  if (user === null) return false
  // The version names who wrote last; those before stand in the trail.
  return writtenBy === user || submittedBy === user || hasWrittenPlan(db, id, user)
}

function requireNext(plan: PlanVersion, act: PlanAct): PlanState {
  const next = stateAfter(plan.state, act)
  if (next === null)
    throw new Refusal('monitoring.plan-cannot', { act, state: plan.state, number: plan.number })
  return next
}

function change(
  { db, user, now }: WriteContext,
  id: PlanId,
  values: Partial<typeof plans.$inferInsert>,
): PlanVersion {
  db.update(plans)
    .set({ ...values, changedBy: user, changedAt: now })
    .where(eq(plans.id, id))
    .run()
  return requirePlan(db, id)
}
