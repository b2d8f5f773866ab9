import { asc, desc, eq, isNotNull } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import {
  type PlanId,
  type PlanSubmission,
  type PlanSummary,
  type PlanVersion,
  type SubmissionId,
} from '#shared/monitoring/plan'
import type { NodeId } from '#shared/organization/model'

import { plans, planSubmissions } from './tables.ts'

/** Every version of a facility, the first first. */
export function plansOf(db: ReadDb, facility: NodeId): PlanVersion[] {
  return db
    .select()
    .from(plans)
    .where(eq(plans.facility, facility))
    .orderBy(asc(plans.number))
    .all()
    .map(toPlan)
}

export function planById(db: ReadDb, id: PlanId): PlanVersion | undefined {
  return db.select().from(plans).where(eq(plans.id, id)).all().map(toPlan)[0]
}

/** Whether somebody ever wrote in a version, as the trail has it. */
export function hasWrittenPlan(db: ReadDb, id: PlanId, user: string): boolean {
  const rows = db.ask(
    `SELECT 1 FROM kernel_audit
     WHERE procedure IN ('monitoring.beginPlan', 'monitoring.editPlan', 'monitoring.refreshPlan')
       AND actor = ? AND outcome = 'done' AND instr(detail, ?) > 0 LIMIT 1`,
    user,
    `"id":"${id}"`,
  )
  return rows.length > 0
}

/** What was signed, byte for byte, and under which signature. */
export function signedPlan(
  db: ReadDb,
  id: PlanId,
): { readonly text: string; readonly signature: string } | undefined {
  const [row] = db
    .select({ text: plans.signedText, signature: plans.signature })
    .from(plans)
    .where(eq(plans.id, id))
    .all()
  if (row === undefined || row.text === null || row.signature === null) return undefined
  return { text: row.text, signature: row.signature }
}

/** Every version, the newest first, without what they say in full. */
export function planList(db: ReadDb): PlanSummary[] {
  return db
    .select()
    .from(plans)
    .orderBy(asc(plans.facility), desc(plans.number))
    .all()
    .map(toPlan)
    .map(({ content, ...rest }) => ({
      ...rest,
      title: content.title,
      reason: content.reason,
      lines: content.lines.length,
    }))
}

export function submissionsOf(db: ReadDb, plan: PlanId): PlanSubmission[] {
  return db
    .select()
    .from(planSubmissions)
    .where(eq(planSubmissions.plan, plan))
    .orderBy(asc(planSubmissions.changedAt), asc(planSubmissions.id))
    .all()
    .map(toSubmission)
}
/** What has to be handed to an authority by a day, with the plan that it is about. */
export function submissionsWithDay(db: ReadDb): (PlanSubmission & { readonly of: PlanVersion })[] {
  return db
    .select()
    .from(planSubmissions)
    .innerJoin(plans, eq(plans.id, planSubmissions.plan))
    .where(isNotNull(planSubmissions.dueOn))
    .orderBy(asc(planSubmissions.dueOn), asc(planSubmissions.id))
    .all()
    .map((row) => ({ ...toSubmission(row.monitoring_plan_submissions), of: toPlan(row.monitoring_plans) }))
}
export function submissionById(db: ReadDb, id: SubmissionId): PlanSubmission | undefined {
  return db.select().from(planSubmissions).where(eq(planSubmissions.id, id)).all().map(toSubmission)[0]
}

function toPlan({
  signature: _signature,
  signedText: _text,
  ...row
}: typeof plans.$inferSelect): PlanVersion {
  return row
}
function toSubmission({
  receiptSha256,
  receiptName,
  ...row
}: typeof planSubmissions.$inferSelect): PlanSubmission {
  const isKept = receiptSha256 !== null && receiptName !== null
  return { ...row, receipt: isKept ? { sha256: receiptSha256, name: receiptName } : null }
}
