import { Decimal } from '#shared/kernel/quantity'

/** What is usual of some values: their middle, and how far they usually lie from it. */
export interface Usual {
  readonly median: Decimal
  /** Comparable to a standard deviation, and yet not moved by a few wild values. */
  readonly spread: Decimal
}

/** The middle of the sorted values; of an even number the mean of the two in the middle. */
export function medianOf(values: readonly Decimal[]): Decimal | null {
  const sorted = values.toSorted((a, b) => a.comparedTo(b))
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (!upper) return null
  const lower = sorted[half - 1]
  return sorted.length % 2 === 1 || !lower ? upper : upper.plus(lower).div(2)
}

/** For normal values, the median absolute deviation times this is the standard deviation. */
const ofMedianDeviation = new Decimal('1.4826')
/** The same for the mean absolute deviation, √(π/2). */
const ofMeanDeviation = new Decimal('1.2533')
/** Values that hardly ever move would make a scandal of every digit: a spread is at least this share of the median. */
const leastShare = new Decimal('0.01')

/**
 * Median and spread of some values: 1.4826 × the median of the absolute deviations (MAD). Where more than half of the
 * values are equal that is nothing, and 1.2533 × the mean of the absolute deviations stands in (Iglewicz and Hoaglin).
 */
export function usualOf(values: readonly Decimal[]): Usual | null {
  const median = medianOf(values)
  if (median === null) return null
  const deviations = values.map((value) => value.minus(median).abs())
  const middle = medianOf(deviations) ?? new Decimal(0)
  const mean = deviations.reduce((sum, each) => sum.plus(each), new Decimal(0)).div(values.length)
  const spread = middle.isZero() ? mean.times(ofMeanDeviation) : middle.times(ofMedianDeviation)
  return { median, spread: Decimal.max(spread, median.abs().times(leastShare)) }
}

/** How many times the usual spread a value lies away from the median; null where nothing ever moved from zero. */
export function timesAway(value: Decimal, { median, spread }: Usual): Decimal | null {
  return spread.isZero() ? null : value.minus(median).abs().div(spread)
}

/** Further away than this is worth a look: a modified z-score of 3.5. */
export const oddTimes = new Decimal('3.5')
