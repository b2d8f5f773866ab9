import type { ReadDb } from '#db/kernel/access'
import { planById } from '#db/monitoring/plan-queries'
import { Refusal } from '#shared/kernel/refusal'
import type { PlanId, PlanVersion } from '#shared/monitoring/plan'

/** @throws Refusal when there is no such version. */
export function requirePlan(db: ReadDb, id: PlanId): PlanVersion {
  const plan = planById(db, id)
  if (!plan) throw new Refusal('monitoring.no-such-plan')
  return plan
}
