import { daysIn } from '#shared/kernel/period'
import { conversion, Decimal, type DecimalText } from '#shared/kernel/quantity'
import type { Measure } from '#shared/kernel/units'

import type { Moment } from './model.ts'

/** The sum of many readings that share unit and scale: (high × 10⁸ + low) × 10^-scale. */
export interface Subtotal {
  readonly unit: Measure
  readonly scale: number
  readonly count: number
  readonly high: number
  readonly low: number
}

/** One reading that counts: `mantissa × 10^-scale` in `unit`. */
export interface Amount {
  readonly from: Moment
  readonly to: Moment
  readonly unit: Measure
  readonly scale: number
  readonly mantissa: number
}

const half = new Decimal(100_000_000)
/** 10^-scale, for the scales of the store and those beyond. */
function tenth(scale: number): Decimal {
  return tenths[scale] ?? new Decimal(10).pow(-scale)
}
const tenths = Array.from({ length: 13 }, (_, scale) => new Decimal(10).pow(-scale))

/** The exact sum of subtotals in one unit. Each group is converted once, so the number of readings does not matter. */
export function sumOfSubtotals(subtotals: readonly Subtotal[], unit: Measure): Decimal {
  return subtotals.reduce((total, { high, low, scale, unit: from }) => {
    const group = half.times(high).plus(low).times(tenth(scale))
    return total.plus(inUnit(group, from, unit))
  }, new Decimal(0))
}

/** The text of that sum. Most months are one group in the unit that is wanted, whose digits are there already. */
export function sumText(subtotals: readonly Subtotal[], unit: Measure): DecimalText {
  const [first] = subtotals
  if (first && subtotals.length === 1 && first.unit === unit) {
    const whole = first.high * 100_000_000 + first.low
    if (Number.isSafeInteger(whole)) return plainText(whole, first.scale)
  }
  return textOf(sumOfSubtotals(subtotals, unit))
}
/** `mantissa × 10^-scale` as plain decimal text, without zeros at its end: `plainText(12300, 4)` is `1.23`. */
function plainText(mantissa: number, scale: number): DecimalText {
  let [whole, places] = [Math.abs(mantissa), scale]
  while (places > 0 && whole % 10 === 0) [whole, places] = [whole / 10, places - 1]
  const digits = String(whole).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return mantissa < 0 ? `-${text}` : text
}

/** The exact value of one reading in a unit that its own converts into. */
export function amountIn(
  { mantissa, scale, unit: from }: Omit<Amount, 'from' | 'to'>,
  unit: Measure,
): Decimal {
  return inUnit(new Decimal(mantissa).times(tenth(scale)), from, unit)
}
function inUnit(value: Decimal, from: Measure, to: Measure): Decimal {
  return from === to ? value : value.times(conversion(from, to))
}

/** Plain decimal text, never `-0`. A conversion that does not end is cut at 40 significant digits. */
export function textOf(value: Decimal): DecimalText {
  return value.isZero() ? '0' : value.toSignificantDigits(40).toFixed()
}

/**
 * What the readings of a parameter come to in one month, in the parameter's unit. Days or batches of a property keep
 * their weights, so that the mean can be opened; hours stay hours.
 */
export type MonthAmount =
  | { readonly kind: 'value'; readonly value: DecimalText }
  | { readonly kind: 'weighted'; readonly rows: readonly WeightedRow[]; readonly weightUnit: Measure }
  | { readonly kind: 'hourly'; readonly hours: readonly (DecimalText | null)[] }

export interface WeightedRow {
  /** The period, `2025-01-03` for a day. */
  readonly label: string
  readonly value: DecimalText
  readonly weight: DecimalText
}

/**
 * The mean of a property. One reading is the month's value as it is. Several are weighted with what the weighting
 * parameter was in the same period; null where a period has no weight or all weights are zero, because a plain mean
 * would then be a guess. Without a weighting parameter the plain mean is all there is.
 */
export function meanOf(
  readings: readonly Amount[],
  unit: Measure,
  weights: { readonly readings: readonly Amount[]; readonly unit: Measure } | null,
): MonthAmount | null {
  const [first, ...others] = readings
  if (!first) return null
  if (others.length === 0) return { kind: 'value', value: textOf(amountIn(first, unit)) }
  if (weights === null) {
    const total = readings.reduce((sum, each) => sum.plus(amountIn(each, unit)), new Decimal(0))
    return { kind: 'value', value: textOf(total.div(readings.length)) }
  }
  const rows = readings.map((reading) => {
    const within = weights.readings.filter(({ from, to }) => from >= reading.from && to <= reading.to)
    const weight = within.reduce((sum, each) => sum.plus(amountIn(each, weights.unit)), new Decimal(0))
    return { reading, weight, known: within.length > 0 }
  })
  if (rows.some(({ known }) => !known) || rows.every(({ weight }) => weight.isZero())) return null
  return {
    kind: 'weighted',
    weightUnit: weights.unit,
    rows: rows.map(({ reading, weight }) => ({
      label: reading.from,
      value: textOf(amountIn(reading, unit)),
      weight: textOf(weight),
    })),
  }
}

/** One value for each hour of the month in order; an hour without a reading is null, never zero. */
export function hoursOf(readings: readonly Amount[], month: string, unit: Measure): MonthAmount | null {
  if (readings.length === 0) return null
  const byHour = new Map(readings.map((reading) => [reading.from, reading]))
  const hours = Array.from({ length: daysIn(month) * 24 }, (_, index) => {
    const found = byHour.get(hourAt(month, index))
    return found ? textOf(amountIn(found, unit)) : null
  })
  return { kind: 'hourly', hours }
}
function hourAt(month: string, index: number): Moment {
  const day = `${month}-${String(Math.floor(index / 24) + 1).padStart(2, '0')}`
  return index % 24 === 0 ? day : `${day}T${String(index % 24).padStart(2, '0')}:00`
}

/** The one number to show for a month, the weighted mean worked out; null for hours, which are no one number. */
export function shownValue(amount: MonthAmount): DecimalText | null {
  if (amount.kind === 'value') return amount.value
  if (amount.kind === 'hourly') return null
  const above = amount.rows.reduce(
    (sum, { value, weight }) => sum.plus(new Decimal(value).times(weight)),
    new Decimal(0),
  )
  const below = amount.rows.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0))
  return textOf(above.div(below))
}
