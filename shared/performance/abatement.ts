import { z } from 'zod'

import type { Figure } from '#shared/kernel/figure'
import { constant, differenceOf, named, productOf, quotientOf, sumOf } from '#shared/kernel/figure-algebra'
import { Decimal, decimalText } from '#shared/kernel/quantity'

import { type Measure, measureId } from './measure.ts'

/** An interest rate in percent a year. */
export const interest = decimalText.pipe(
  z.string().refine((text) => !text.startsWith('-') && new Decimal(text).lessThanOrEqualTo(100)),
)

/** One block of the cost curve: as wide as its reduction in tCO2e/a, as high as its cost in CNY/tCO2e. */
export const block = z.object({
  measure: measureId,
  title: z.string(),
  reduction: decimalText,
  /** In CNY each year: the investment spread over the lifetime, and what it costs or saves each year. */
  yearly: decimalText,
  investment: decimalText,
  cost: decimalText,
  /** Where the figure of the cost is found. */
  path: z.string(),
  /** Of the measures of one group at most one is taken. */
  group: z.string().nullable(),
  /** A cheaper tonne of the same group stands in the curve already: it adds nothing to what can be reached. */
  isAlternative: z.boolean(),
})
export type Block = Readonly<z.output<typeof block>>
export const curve = z.object({
  blocks: z.array(block),
  /** Measures that cannot be drawn, and what they lack. */
  left: z.array(z.object({ measure: measureId, title: z.string(), lacking: z.array(z.string()) })),
})
export type Curve = Readonly<z.output<typeof curve>>

/** What the cost of a measure is worked out from. */
export interface Costed {
  readonly expected: string
  readonly investment: string
  readonly yearlyCost: string
  readonly lifetime: number
}

/** Which numbers a measure lacks to be costed, as codes that have a wording. */
export function lackingCost({ expected, investment, yearlyCost, lifetime }: Measure): string[] {
  return [
    ...(expected === null || new Decimal(expected).isZero() ? ['performance.measure.expected'] : []),
    ...(investment === null ? ['performance.measure.investment'] : []),
    ...(yearlyCost === null ? ['performance.measure.yearlyCost'] : []),
    ...(lifetime === null ? ['performance.measure.lifetime'] : []),
  ]
}
export function costedOf({ expected, investment, yearlyCost, lifetime }: Measure): Costed | null {
  if (expected === null || investment === null || yearlyCost === null || lifetime === null) return null
  return new Decimal(expected).isZero() ? null : { expected, investment, yearlyCost, lifetime }
}

/** a = i × (1 + i)ⁿ ÷ ((1 + i)ⁿ − 1): the share of an investment that each of n years bears; 1/n without interest. */
export function annuity(rate: string, lifetime: number): Figure {
  const one = constant('1', 'ratio', { code: 'performance.figure.one' })
  const years = constant(String(lifetime), 'ratio', { code: 'performance.figure.lifetime' })
  const interestRate = constant(new Decimal(rate).div(100).toFixed(), 'ratio', {
    code: 'performance.figure.interest',
    facts: { rate },
  })
  if (interestRate.value.isZero())
    return named(quotientOf(one, years), { code: 'performance.figure.annuity', facts: { rate, lifetime } })
  const grown = sumOf('ratio', [one, interestRate] as Figure<'ratio'>[], {
    code: 'performance.figure.growth',
  })
  const power = named(productOf(Array.from({ length: lifetime }, () => grown)), {
    code: 'performance.figure.power',
    facts: { lifetime },
  })
  const below = differenceOf(power, [one], { code: 'performance.figure.power-less-one' })
  const above = named(productOf([interestRate, power]), { code: 'performance.figure.interest-grown' })
  return named(quotientOf(above, below), { code: 'performance.figure.annuity', facts: { rate, lifetime } })
}

/** What a measure costs each year, in CNY: I × a + C. */
export function yearlyCost(
  { investment, yearlyCost: running, lifetime }: Costed,
  rate: string,
): Figure<'CNY'> {
  const spread = productOf([
    constant(investment, 'CNY', { code: 'performance.figure.investment' }),
    annuity(rate, lifetime),
  ])
  const yearly = constant(running, 'CNY', { code: 'performance.figure.yearly-cost' })
  return sumOf('CNY', [named(spread, { code: 'performance.figure.spread' }) as Figure<'CNY'>, yearly], {
    code: 'performance.figure.cost-each-year',
  })
}

/** CNY for each tonne that is no longer emitted: (I × a + C) ÷ E. */
export function costPerTonne(of: Costed, rate: string): Figure {
  const reduction = constant(of.expected, 'tCO2e', { code: 'performance.figure.expected' })
  return named(quotientOf(yearlyCost(of, rate), reduction), { code: 'performance.figure.abatement-cost' })
}

/** The cheapest tonne first; of two that cost the same the larger measure. The first of a group stands for it. */
export function inOrder(blocks: readonly Omit<Block, 'isAlternative'>[]): Block[] {
  const sorted = blocks.toSorted(
    (a, b) => new Decimal(a.cost).comparedTo(b.cost) || new Decimal(b.reduction).comparedTo(a.reduction),
  )
  return sorted.map((each) => ({
    ...each,
    isAlternative: each.group !== null && sorted.find(({ group }) => group === each.group) !== each,
  }))
}
