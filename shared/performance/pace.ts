import { z } from 'zod'

import { textOf } from '#shared/kernel/figure'
import { conversion, Decimal, decimalText, measure } from '#shared/kernel/quantity'
import { isConvertible } from '#shared/kernel/units'

import type { Measure } from './measure.ts'
import type { Target } from './objective.ts'

/** One year on the way to a target. */
export const paceYear = z.object({
  year: z.int(),
  planned: decimalText.nullable(),
  actual: decimalText.nullable(),
  /** Where the figure of the actual value is found. */
  path: z.string().nullable(),
  /** By the rule that is stated beside the chart. */
  forecast: decimalText.nullable(),
  /** The forecast less what measures not done yet are expected to bring by then; null for all but emissions. */
  withMeasures: decimalText.nullable(),
  /** What each of those measures brings in the year, in the order of `measures`. */
  reductions: z.array(decimalText),
})
export type PaceYear = Readonly<z.output<typeof paceYear>>

export const pace = z.object({
  unit: measure,
  years: z.array(paceYear),
  measures: z.array(z.object({ id: z.string(), title: z.string() })),
  /** How the forecast was made: from how many months of the running year, and by what change each year. */
  rule: z.object({
    runningYear: z.int().nullable(),
    months: z.int(),
    yearlyChange: decimalText.nullable(),
    from: z.int().nullable(),
    to: z.int().nullable(),
  }),
  verdict: z.enum(['on-pace', 'behind', 'unknown']),
})
export type Pace = Readonly<z.output<typeof pace>>

/** What a target asks for in a year: on the straight line, or what the last step says; null where it says nothing. */
export function plannedIn(
  of: Pick<Target, 'baseYear' | 'baseValue' | 'value' | 'due' | 'path' | 'steps'>,
  year: number,
): string | null {
  const { baseYear, baseValue, value, due, path, steps } = of
  if (value === null || due === null) return null
  const last = Number(due.slice(0, 4))
  if (year < baseYear || year > last) return null
  if (year === last) return value
  if (path === 'steps') {
    const step = steps.toSorted((a, b) => a.year - b.year).findLast((each) => each.year <= year)
    return step?.value ?? baseValue
  }
  if (baseValue === null) return null
  const whole = new Decimal(value).minus(baseValue)
  return textOf(new Decimal(baseValue).plus(whole.times(year - baseYear).div(last - baseYear)))
}

/** A year with a known value, or with one that was made up to a whole year. */
export interface Known {
  readonly year: number
  readonly value: string
  readonly path: string
}
/** The running year as far as it is known: what it would come to if the rest went like the months so far. */
export interface Running {
  readonly year: number
  readonly months: number
  readonly value: string
}

interface Ahead {
  readonly target: Pick<
    Target,
    'baseYear' | 'baseValue' | 'value' | 'due' | 'path' | 'steps' | 'kind' | 'unit'
  >
  readonly known: readonly Known[]
  readonly running: Running | null
  readonly measures: readonly Measure[]
  readonly better: 'less' | 'more'
}

/**
 * The way to a target year by year. The running year is its months so far made up to twelve; the years after it
 * change by the mean yearly change between the first and the last known year.
 */
export function paceOf({ target, known, running, measures, better }: Ahead): Omit<Pace, 'unit'> {
  const last = target.due === null ? null : Number(target.due.slice(0, 4))
  const inTime = known.filter(({ year }) => year >= target.baseYear && (last === null || year <= last))
  const start = lastBefore(inTime, running)
  const change = meanChange(inTime)
  const lowering = target.kind === 'absolute' && better === 'less' ? inUnitOf(measures, target.unit) : null
  const pending = (lowering ?? []).filter(
    ({ state, expected, due }) =>
      ['approved', 'running'].includes(state) && expected !== null && due !== null,
  )
  const end = last ?? target.baseYear
  const years = Array.from({ length: Math.max(0, end - target.baseYear) + 1 }, (_none, at): PaceYear => {
    const year = target.baseYear + at
    const actual = inTime.find((each) => each.year === year)
    const forecast = actual ? null : forecastIn(year, start, change)
    const reductions = forecast === null ? [] : pending.map((each) => reductionIn(each, year))
    return {
      year,
      planned: plannedIn(target, year),
      actual: actual?.value ?? null,
      path: actual?.path ?? null,
      forecast,
      withMeasures: forecast === null || !lowering ? null : less(forecast, reductions),
      reductions,
    }
  })
  return {
    years,
    measures: pending.map(({ id, title }) => ({ id, title })),
    rule: {
      runningYear: running?.year ?? null,
      months: running?.months ?? 0,
      yearlyChange: change,
      from: inTime.at(0)?.year ?? null,
      to: inTime.at(-1)?.year ?? null,
    },
    verdict: verdictOf(years, better),
  }
}

/** What measures bring is tCO2e each year: in the unit of the target, or null where it is of something else. */
function inUnitOf(measures: readonly Measure[], unit: Target['unit']): readonly Measure[] | null {
  if (unit === null || !isConvertible('tCO2e', unit)) return null
  const size = conversion('tCO2e', unit)
  return measures.map((each) => ({
    ...each,
    expected: each.expected === null ? null : textOf(size.times(each.expected)),
  }))
}

function lastBefore(
  known: readonly Known[],
  running: Running | null,
): { year: number; value: string } | null {
  const last = known.at(-1)
  if (!running || (last && last.year >= running.year)) return last ?? null
  return running
}
function meanChange(known: readonly Known[]): string | null {
  const [first, last] = [known.at(0), known.at(-1)]
  if (!first || !last || first.year === last.year) return null
  return textOf(new Decimal(last.value).minus(first.value).div(last.year - first.year))
}
function forecastIn(
  year: number,
  start: { year: number; value: string } | null,
  change: string | null,
): string | null {
  if (!start || year < start.year) return null
  return textOf(new Decimal(start.value).plus(new Decimal(change ?? 0).times(year - start.year)))
}
function less(from: string, reductions: readonly string[]): string {
  return textOf(reductions.reduce((rest, each) => rest.minus(each), new Decimal(from)))
}

/** What a measure brings in a year: nothing before it is there, its months in the year of its end, all after it. */
export function reductionIn({ expected, due }: Pick<Measure, 'expected' | 'due'>, year: number): string {
  if (expected === null || due === null) return '0'
  const end = Number(due.slice(0, 4))
  if (year < end) return '0'
  if (year > end) return expected
  return textOf(new Decimal(expected).times(12 - Number(due.slice(5, 7))).div(12))
}

/** Held against the latest year that has both a plan and a value, known or made up. */
function verdictOf(years: readonly PaceYear[], better: 'less' | 'more'): Pace['verdict'] {
  const latest = years.findLast(({ actual, planned }) => actual !== null && planned !== null)
  const due = years.at(-1)
  const judged = [latest?.actual, due?.withMeasures ?? due?.forecast ?? due?.actual] as const
  const plans = [latest?.planned, due?.planned] as const
  const verdicts = judged.flatMap((value, at) => {
    const plan = plans[at]
    if (typeof value !== 'string' || typeof plan !== 'string') return []
    return [
      better === 'less'
        ? new Decimal(value).lessThanOrEqualTo(plan)
        : new Decimal(value).greaterThanOrEqualTo(plan),
    ]
  })
  if (verdicts.length === 0) return 'unknown'
  return verdicts.every(Boolean) ? 'on-pace' : 'behind'
}
