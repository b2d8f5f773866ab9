import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { planList, plansOf, signedPlan, submissionById, submissionsOf } from '#db/monitoring/plan-queries'
import { plans, planSubmissions } from '#db/monitoring/tables'
import { isSinglePerson } from '#electron/access/alone'
import type { Handlers, ReadContext, Scopes, WriteContext } from '#electron/kernel/context'
import { keepFile } from '#electron/kernel/keep-file'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { PlanContent, PlanId, PlanVersion, SubmissionId } from '#shared/monitoring/plan'
import { planGaps, planDeviations } from '#shared/monitoring/plan-check'
import type { planContract } from '#shared/monitoring/plan-contract'
import { contentFrom } from '#shared/monitoring/plan-draft'
import type { NodeId } from '#shared/organization/model'

import { knownNode } from './known.ts'
import { planFacts } from './plan-facts.ts'
import { requirePlan } from './plan-known.ts'
import { approvePlan, enactPlan, isOwnWork, returnPlan, signatureHolds, submitPlan } from './plan-steps.ts'

/** Versions of the monitoring plan. */
export const planHandlers: Handlers<typeof planContract> = {
  plans: ({ db }) => planList(db),
  plan: (context, { id }) => {
    const { db } = context
    const plan = requirePlan(db, id)
    return {
      plan,
      gaps: planGaps(plan.content),
      deviations: deviationsOf(context, plan),
      submissions: submissionsOf(db, id),
      isSignatureGood: signedPlan(db, id) === undefined ? null : signatureHolds(db, id),
      isOwnWork: isOwnWork(context, plan),
      isAlone: isSinglePerson(db),
    }
  },
  beginPlan,
  editPlan: (context, { id, content, validFrom }) =>
    write(context, requireDraft(context.db, id), content, validFrom),
  refreshPlan: (context, { id }) => {
    const plan = requireDraft(context.db, id)
    const facts = planFacts(context.db, plan.facility, plan.validFrom)
    return write(context, plan, contentFrom(facts, plan.content), plan.validFrom)
  },
  discardPlan: ({ db }, { id }) => {
    requireDraft(db, id)
    if (submissionsOf(db, id).length > 0) throw new Refusal('monitoring.plan-was-submitted')
    db.delete(plans).where(eq(plans.id, id)).run()
    return {}
  },
  submitPlan,
  returnPlan,
  approvePlan,
  enactPlan,
  addSubmission: (context, { plan, upload, ...facts }) => {
    const { db, user, now, newId } = context
    requirePlan(db, plan)
    const id: SubmissionId = newId<'plan-submission'>()
    db.insert(planSubmissions)
      .values({ id, plan, ...facts, ...receiptOf(context, upload), changedBy: user, changedAt: now })
      .run()
    return requireSubmission(db, id)
  },
  changeSubmission: (context, { id, upload, ...facts }) => {
    const { db, user, now } = context
    requireSubmission(db, id)
    db.update(planSubmissions)
      .set({ ...facts, ...receiptOf(context, upload), changedBy: user, changedAt: now })
      .where(eq(planSubmissions.id, id))
      .run()
    return requireSubmission(db, id)
  },
}

/** Which part of the plant each request touches. */
export const planScopes: Scopes<typeof planContract> = {
  plan: nodeOfPlan,
  beginPlan: (_db, { facility }: { readonly facility: NodeId }) => [facility],
  editPlan: nodeOfPlan,
  refreshPlan: nodeOfPlan,
  discardPlan: nodeOfPlan,
  submitPlan: nodeOfPlan,
  returnPlan: nodeOfPlan,
  approvePlan: nodeOfPlan,
  enactPlan: nodeOfPlan,
  addSubmission: (db, { plan }: { readonly plan: PlanId }) => nodeOfPlan(db, { id: plan }),
  changeSubmission: (db, { id }: { readonly id: SubmissionId }) =>
    nodeOfPlan(db, { id: requireSubmission(db, id).plan }),
}
function nodeOfPlan(db: ReadDb, { id }: { readonly id: PlanId }): NodeId[] {
  return [requirePlan(db, id).facility]
}

interface Beginning {
  readonly facility: NodeId
  readonly validFrom: Day
  readonly title: string
  readonly reason: string
}
function beginPlan(context: WriteContext, { facility, validFrom, title, reason }: Beginning): PlanVersion {
  const { db, user, now, newId } = context
  knownNode(db, facility)
  const known = plansOf(db, facility)
  const open = known.find(({ state }) => state === 'draft' || state === 'review' || state === 'approved')
  if (open) throw new Refusal('monitoring.plan-under-way', { number: open.number })
  const before = known.at(-1)
  const facts = planFacts(db, facility, validFrom)
  const id: PlanId = newId<'plan'>()
  db.insert(plans)
    .values({
      id,
      facility,
      number: (before?.number ?? 0) + 1,
      state: 'draft',
      after: before?.id ?? null,
      content: { ...contentFrom(facts, before?.content ?? null), title, reason },
      validFrom,
      writtenBy: user,
      changedBy: user,
      changedAt: now,
    })
    .run()
  return requirePlan(db, id)
}

function write(
  { db, user, now }: WriteContext,
  { id }: PlanVersion,
  content: PlanContent,
  validFrom: Day,
): PlanVersion {
  db.update(plans)
    .set({ content, validFrom, writtenBy: user, changedBy: user, changedAt: now })
    .where(eq(plans.id, id))
    .run()
  return requirePlan(db, id)
}

/** What the plan says and practice does not, on its first day or, once it holds, today. */
function deviationsOf({ db, today }: ReadContext, plan: PlanVersion) {
  const last = plan.validTo === null ? today : plan.validFrom
  return planDeviations(
    plan.content,
    planFacts(db, plan.facility, plan.validFrom > last ? plan.validFrom : last),
  )
}

/** Only a draft can be written; whoever tries is told how far it has gone. */
function requireDraft(db: ReadDb, id: PlanId): PlanVersion {
  const plan = requirePlan(db, id)
  if (plan.state !== 'draft')
    throw new Refusal(`monitoring.plan-fixed-${plan.state}`, { number: plan.number })
  return plan
}
function requireSubmission(db: ReadDb, id: SubmissionId) {
  const found = submissionById(db, id)
  if (!found) throw new Refusal('monitoring.no-such-submission')
  return found
}
function receiptOf(context: WriteContext, upload: string | null) {
  if (upload === null) return {}
  const { sha256, name } = keepFile(context, upload)
  return { receiptSha256: sha256, receiptName: name }
}
