import type { Figure } from '#shared/kernel/figure'
import { constant, named, over, ratioOf, share, sumOf } from '#shared/kernel/figure-algebra'
import type { Measure } from '#shared/kernel/units'

/** How the value of a month came about. */
export type MonthKind = 'actual' | 'planned' | 'estimated' | 'missing'
export interface MonthValue<M extends Measure> {
  readonly month: string
  readonly kind: MonthKind
  readonly figure: Figure<M> | null
}

interface Known<M extends Measure> {
  readonly unit: M
  readonly months: readonly string[]
  /** What this year's months came to, and what the same months of the year before did. */
  readonly actual: ReadonlyMap<string, Figure<M>>
  readonly before: ReadonlyMap<string, Figure<M>>
  readonly planned: ReadonlyMap<string, Figure<M>>
  /** A year that is over is not estimated: what is missing stays missing. */
  readonly isRunning: boolean
}

/**
 * The months of a running year. What was measured stands; a planned value comes next; otherwise the same month
 * of the year before, scaled by how the months measured so far compare to theirs: v = v₋₁ × Σ this year ÷ Σ last year.
 * Without a year before, the mean of the months so far; without those too, the month has no value.
 */
export function monthsOfYear<M extends Measure>(known: Known<M>): MonthValue<M>[] {
  return known.months.map((month) => {
    const actual = known.actual.get(month)
    if (actual) return { month, kind: 'actual', figure: actual }
    if (!known.isRunning) return { month, kind: 'missing', figure: null }
    const planned = known.planned.get(month)
    if (planned) return { month, kind: 'planned', figure: planned }
    const estimated = estimate(month, known)
    return estimated
      ? { month, kind: 'estimated', figure: estimated }
      : { month, kind: 'missing', figure: null }
  })
}

function estimate<M extends Measure>(month: string, known: Known<M>): Figure<M> | null {
  const before = known.before.get(sameMonthBefore(month))
  const scale = before ? scaleOf(known) : null
  const reason = { code: 'assets.figure.estimated', facts: { month } }
  if (before && scale) return named(share(before, scale), reason)
  if (before && known.actual.size === 0) return named(before, reason)
  const figures = [...known.actual.values()]
  if (figures.length === 0) return null
  const sum = sumOf(known.unit, figures, { code: 'assets.figure.so-far' })
  const count = constant(String(figures.length), 'ratio', { code: 'assets.figure.months-so-far' })
  return named(over(sum, count), reason)
}

/** Σ this year ÷ Σ last year over the months that both have; null where there are none, or last year made nothing. */
function scaleOf<M extends Measure>({ unit, actual, before }: Known<M>): Figure<'ratio'> | null {
  const both = [...actual].flatMap(([month, now]) => {
    const earlier = before.get(sameMonthBefore(month))
    return earlier ? [{ now, earlier }] : []
  })
  const sum = (figures: readonly Figure<M>[], code: string) => sumOf(unit, figures, { code })
  const earlier = sum(
    both.map((pair) => pair.earlier),
    'assets.figure.before',
  )
  if (both.length === 0 || earlier.value.isZero()) return null
  const now = sum(
    both.map((pair) => pair.now),
    'assets.figure.so-far',
  )
  return named(ratioOf<M>(now, earlier), { code: 'assets.figure.scale' })
}

export function sameMonthBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
}

/** The year as the sum of its months; null while one of them has no value, or where there are none. */
export function yearOf<M extends Measure>(
  unit: M,
  months: readonly MonthValue<M>[],
  code: string,
  facts: Readonly<Record<string, string | number>>,
): Figure<M> | null {
  const figures = months.flatMap(({ figure }) => (figure ? [figure] : []))
  return months.length === 0 || figures.length < months.length ? null : sumOf(unit, figures, { code, facts })
}
