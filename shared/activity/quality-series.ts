import type { Finding } from '#shared/kernel/finding'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'
import type { RollUp } from '#shared/monitoring/methods'

import { oddTimes, timesAway, usualOf } from './quality-statistics.ts'

/** One parameter over some years, as the checks over more than one month see it. Values are in the parameter's unit. */
export interface Series {
  readonly parameter: string
  readonly name: string
  readonly unit: string
  readonly rollUp: RollUp
  /** In order, the year in question last; months without a value left out. */
  readonly months: readonly { readonly month: string; readonly value: DecimalText }[]
  /** What was entered for the whole year. */
  readonly yearValue: DecimalText | null
}

const checks = [outlyingMonths, jumpsToLastYear, yearAgainstMonths, sameValues]

/** Everything to look at in a year of one parameter that no single month shows. */
export function checkSeries(series: Series, year: number): Finding[] {
  return checks.flatMap((check) => check(series, String(year)))
}

function at(
  { parameter, name, unit }: Pick<Series, 'parameter' | 'name' | 'unit'>,
  period: string,
  code: string,
  facts: Finding['facts'],
  severity: Finding['severity'] = 'explain',
): Finding {
  return { severity, code, where: `${parameter}/${period}`, facts: { name, unit, month: period, ...facts } }
}

const leastMonths = 6
const leastYears = 3
const leastDays = 20

/**
 * Months far from the median: from that of the same month of other years where there are three, since heating is no
 * error in January; otherwise from that of all months known.
 */
function outlyingMonths(series: Series, year: string): Finding[] {
  return ofYear(series, year).flatMap(({ month, value }) => {
    const season = series.months.filter(
      (other) => other.month !== month && other.month.slice(5) === month.slice(5),
    )
    const isSeasonal = season.length >= leastYears
    const others = isSeasonal ? season : series.months
    if (others.length < (isSeasonal ? leastYears : leastMonths)) return []
    const found = oddness(
      value,
      others.map((other) => other.value),
    )
    if (!found) return []
    const code = isSeasonal ? 'activity.outlier-season' : 'activity.outlier'
    return [at(series, month, code, { value, ...found, count: others.length })]
  })
}

/** Median and times for a value that lies oddly far away; null for one that does not. */
function oddness(
  value: DecimalText,
  others: readonly DecimalText[],
): { readonly median: string; readonly times: string } | null {
  const usual = usualOf(others.map((other) => new Decimal(other)))
  const times = usual && timesAway(new Decimal(value), usual)
  if (!usual || times === null || times.lte(oddTimes)) return null
  return {
    median: usual.median.toSignificantDigits(8).toFixed(),
    times: times.toDecimalPlaces(1).toFixed(),
  }
}

/** More than twice or less than half of the same month of the year before. */
function jumpsToLastYear(series: Series, year: string): Finding[] {
  const before = new Map(series.months.map(({ month, value }) => [month, value]))
  return ofYear(series, year).flatMap(({ month, value }) => {
    const lastYear = before.get(`${Number(year) - 1}${month.slice(4)}`)
    if (lastYear === undefined || new Decimal(lastYear).isZero()) return []
    const ratio = new Decimal(value).div(lastYear)
    // A thousandfold is told of by itself, as a wrong unit.
    if ((ratio.lte(2) && ratio.gte('0.5')) || ratio.gte(300) || ratio.abs().lte('0.0034')) return []
    return [at(series, month, 'activity.jump-year', { value, lastYear })]
  })
}

/** What was stated for the year has to be what its months add up to. */
function yearAgainstMonths(series: Series, year: string): Finding[] {
  const months = ofYear(series, year)
  if (series.rollUp !== 'sum' || series.yearValue === null || months.length < 12) return []
  const sum = months.reduce((total, { value }) => total.plus(value), new Decimal(0))
  const difference = sum.minus(series.yearValue)
  if (difference.isZero()) return []
  const facts = { value: series.yearValue, sum: sum.toFixed(), difference: difference.toFixed() }
  return [at(series, year, 'activity.year-differs', facts)]
}

/** Numbers of four digits and more hardly ever come out the same twice: a month was probably copied. */
function sameValues(series: Series, year: string): Finding[] {
  const byValue = Map.groupBy(ofYear(series, year), ({ value }) => value)
  return [...byValue].flatMap(([value, months]) => {
    if (months.length < 2 || significantDigits(value) < 4) return []
    const first = months[0]?.month ?? year
    const facts = { value, months: months.map(({ month }) => month).join(' '), count: months.length }
    // A supplier states one property for a whole contract.
    const severity = series.rollUp === 'sum' ? 'explain' : 'note'
    return [at(series, first, 'activity.same-value', facts, severity)]
  })
}
function significantDigits(value: DecimalText): number {
  return value.replace(/^-?0*\.?0*|\./g, '').replace(/0+$/, '').length
}

/** Days far from the median of the year's days, one finding for each month. */
export function checkDays(
  series: Pick<Series, 'parameter' | 'name' | 'unit'>,
  days: readonly { readonly day: string; readonly value: DecimalText }[],
): Finding[] {
  if (days.length < leastDays) return []
  const usual = usualOf(days.map(({ value }) => new Decimal(value)))
  if (!usual) return []
  const odd = days.flatMap(({ day, value }) => {
    const times = timesAway(new Decimal(value), usual)
    return times?.gt(oddTimes) ? [{ day, value, times }] : []
  })
  return [...Map.groupBy(odd, ({ day }) => day.slice(0, 7))].flatMap(([month, found]) => {
    const [worst] = found.toSorted((a, b) => b.times.comparedTo(a.times))
    if (!worst) return []
    const median = usual.median.toSignificantDigits(8).toFixed()
    const { day, value, times } = worst
    return [
      at(series, month, 'activity.outlying-days', {
        count: found.length,
        day,
        value,
        median,
        times: times.toDecimalPlaces(1).toFixed(),
      }),
    ]
  })
}

function ofYear({ months }: Series, year: string) {
  return months.filter(({ month }) => month.startsWith(year))
}
