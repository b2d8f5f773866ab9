import type { EnteredPeriod } from '#shared/activity/cell-month'
import type { KnownParameter } from '#shared/activity/preview-model'
import { conversion, Decimal } from '#shared/kernel/quantity'
import { isConvertible, isUnit, type Measure, partsOf, type Unit, units } from '#shared/kernel/units'

/** How far from what is usual an amount must be before its unit is doubted. */
const doubt = 100
/** How far from what is usual it may still be in the unit that is proposed instead. */
const tolerance = 3

export type Plausibility =
  | { readonly kind: 'usual' }
  | { readonly kind: 'unit-doubted'; readonly unit: Measure }
  | { readonly kind: 'far-off' }

/**
 * Whether an amount is so far from what a month of the parameter usually comes to that its unit must be wrong, as
 * where kWh stand in a column of MWh. A unit is proposed only if the amount would be usual in it.
 */
export function plausibilityOf(
  entered: Decimal,
  unit: Measure,
  factor: Decimal,
  { precision }: EnteredPeriod,
  { unit: own, typical }: KnownParameter,
): Plausibility {
  if (typical === null || entered.isZero()) return { kind: 'usual' }
  const low = precision === 'month' ? new Decimal(typical.low) : new Decimal(0)
  const high = new Decimal(typical.high)
  const amount = entered.abs()
  const inOwn = (measure: Measure): Decimal => amount.times(conversion(measure, own))
  const value = amount.times(factor)
  if (value.lte(high.times(doubt)) && value.gte(low.div(doubt))) return { kind: 'usual' }

  const floor = (precision === 'month' ? low : new Decimal(typical.low).div(31)).div(tolerance)
  const fits = (measure: Measure): boolean =>
    inOwn(measure).lte(high.times(tolerance)) && inOwn(measure).gte(floor)
  const likely = relatedMeasures(unit).filter(fits)
  const byTen = likely.filter((measure) => isPowerOfTen(conversion(unit, measure)))
  const [best] = byTen.length > 0 ? byTen : likely
  return best === undefined ? { kind: 'far-off' } : { kind: 'unit-doubted', unit: best }
}

function relatedMeasures(measure: Measure): Measure[] {
  const parts = partsOf(measure)
  if (!parts) return []
  const { unit, per } = parts
  const measures = Object.keys(units)
    .filter(isUnit)
    .map((other: Unit): Measure => (per === null ? other : `${other}/${per}`))
  return measures.filter((other) => other !== measure && unit !== other && isConvertible(measure, other))
}

function isPowerOfTen(factor: Decimal): boolean {
  return /^(10*|0\.0*1)$/.test(factor.toFixed())
}
