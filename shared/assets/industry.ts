import type { Figure } from '#shared/kernel/figure'
import { constant, differenceOf, named, ratioOf, share, sumOf } from '#shared/kernel/figure-algebra'

import type { Allocated } from './allocation.ts'
import { roundedByPlan } from './plan-rounding.ts'
import type { IndustryPlan } from './plan.ts'

/** A line of steel, cement or aluminium: A = E, or A = E × (1 + α) where its intensity is compared to the balance. */
export function allocateIndustry(
  plan: IndustryPlan,
  year: number,
  line: { readonly name: string; readonly keepsVerified: boolean },
  emission: Figure<'tCO2e'>,
  against: { readonly intensity: Figure; readonly balance: Figure } | null,
): Allocated {
  const facts = { unit: line.name, year }
  const whole = (figure: Figure<'tCO2e'>) => roundedByPlan(plan, figure, facts, plan.rounding)
  if (plan.asVerified.includes(year) || line.keepsVerified)
    return { state: 'complete', figure: whole(named(emission, { code: 'assets.figure.as-verified', facts })) }
  if (!against) return { state: 'incomplete', missing: [] }
  const correction = adjustment(plan, against)
  const one = constant('1', 'ratio', { code: 'figure.number-of-formula' })
  const factor = sumOf('ratio', [one, correction], { code: 'assets.figure.one-plus-alpha' })
  return { state: 'complete', figure: whole(share(emission, factor)) }
}

/** α = 0.15 × X for X = (B − I) ÷ B within the band, else ± the limit. */
export function adjustment(
  { slope, band, limit }: Pick<IndustryPlan, 'slope' | 'band' | 'limit'>,
  { intensity, balance }: { readonly intensity: Figure; readonly balance: Figure },
): Figure<'ratio'> {
  const lead = ratioOf(differenceOf(balance, [intensity], { code: 'assets.figure.below-balance' }), balance)
  const code = 'assets.figure.alpha'
  if (lead.value.abs().gte(band)) {
    const sign = lead.value.isNegative() ? '-' : ''
    return constant(`${sign}${limit}`, 'ratio', { code, facts: { band } })
  }
  const by = constant(slope, 'ratio', { code: 'figure.number-of-formula' })
  return named(share(named(lead, { code: 'assets.figure.lead' }), by), { code })
}
