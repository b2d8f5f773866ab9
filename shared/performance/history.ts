import { z } from 'zod'

import { textOf } from '#shared/kernel/figure'
import { instant } from '#shared/kernel/period'
import { Decimal, decimalText, measure } from '#shared/kernel/quantity'
import { isConvertible, type Measure } from '#shared/kernel/units'

import { reviewId, type Indicator } from './indicator.ts'

/** What a person concluded from a value, with the value as it was then; it is not computed again. */
export const review = z.object({
  id: reviewId,
  period: z.string(),
  version: z.int(),
  value: decimalText,
  unit: measure,
  /** The baseline it was held against, and by how much it differs in percent of it. */
  baseline: decimalText.nullable(),
  difference: decimalText.nullable(),
  conclusion: z.string(),
  path: z.string(),
  madeBy: z.string(),
  madeAt: instant,
})
export type Review = Readonly<z.output<typeof review>>

/** The value of one year or month; null where something that it needs is not known. */
export const point = z.object({
  /** `2025` or `2025-03`. */
  period: z.string(),
  value: decimalText.nullable(),
  /** The version of the indicator by which it was computed. */
  version: z.int(),
  /** Names in the formula that have no value. */
  missing: z.array(z.string()),
  /** Where its figure is found. */
  path: z.string(),
})
export type Point = Readonly<z.output<typeof point>>

export const history = z.object({
  unit: measure,
  years: z.array(point),
  /** Of the year that was asked for. */
  months: z.array(point),
  /** The best full year of this plant; null before there is one. */
  ownBest: point.nullable(),
  reviews: z.array(review),
})
export type History = Readonly<z.output<typeof history>>

/** The best of the years that have a value; of two that are equal the earlier. */
export function bestOf(points: readonly Point[], better: Indicator['better']): Point | null {
  let best: (Point & { readonly value: string }) | null = null
  for (const each of points) {
    const { value } = each
    if (value !== null && (best === null || isBetter(value, best.value, better))) best = { ...each, value }
  }
  return best
}
function isBetter(a: string, b: string, better: Indicator['better']): boolean {
  return better === 'less' ? new Decimal(a).lessThan(b) : new Decimal(a).greaterThan(b)
}

/** Whether more months make more of it: an amount does, a share or a value for each of something does not. */
export function addsUp(unit: Measure): boolean {
  return !unit.includes('/') && !isConvertible(unit, 'ratio')
}

/** By how much a value differs from another, in percent of that; null where that is nothing. */
export function differenceIn(value: string, from: string): string | null {
  const base = new Decimal(from)
  if (base.isZero()) return null
  return textOf(new Decimal(value).minus(base).div(base.abs()).times(100))
}
