import type { Figure } from '#shared/kernel/figure'
import { named, rounded } from '#shared/kernel/figure-algebra'

import type { Plan, PlanRounding } from './plan.ts'

/** The allowances of one unit or line in whole tonnes, by the plan's rounding or the one chosen instead of it. */
export function roundedByPlan(
  plan: Plan,
  figure: Figure<'tCO2e'>,
  facts: { readonly unit: string; readonly year: number },
  { decimals, mode }: PlanRounding,
): Figure<'tCO2e'> {
  const reason = { code: 'assets.figure.unit-allocation', facts }
  return rounded(named(figure, reason), { ruleSet: plan.id, step: 'allocation', decimals, mode })
}
