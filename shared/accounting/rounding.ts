import { z } from 'zod'

import { type Figure, roundingModes } from '#shared/kernel/figure'
import { rounded } from '#shared/kernel/figure-algebra'
import type { Measure } from '#shared/kernel/units'

/** The places where a guideline or an official form may round. A rule set names those it does. */
export const roundingSteps = [
  'mean-calorific-value',
  'mean-carbon-content',
  'carbon-content-received',
  /** Carbon per 10⁴ Nm³ has other decimals than carbon per tonne. */
  'carbon-content-received-gas',
  'fuel-heat',
  'supplied-heat',
  'combustion-emission',
  'process-emission',
  'electricity-emission',
  'heat-emission',
  'emission-total',
] as const
export type RoundingStep = (typeof roundingSteps)[number]

const stepRule = z.strictObject({ decimals: z.int().min(0).max(12), mode: z.enum(roundingModes) })

/**
 * A named set of rounding rules, as data: which intermediate cells are rounded before the next step goes on with
 * them. A step that is not named is not rounded.
 */
export const roundingRuleSet = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  source: z.string(),
  steps: z.partialRecord(z.enum(roundingSteps), stepRule),
})
export type RoundingRuleSet = Readonly<z.output<typeof roundingRuleSet>>

/** Rounds a figure if the rule set rounds at this step, and leaves it alone if it does not. */
export function roundedAt<M extends Measure>(
  figure: Figure<M>,
  step: RoundingStep,
  rules: RoundingRuleSet,
): Figure<M> {
  const rule = rules.steps[step]
  return rule ? rounded(figure, { ruleSet: rules.id, step, ...rule }) : figure
}
