import type { Determination } from '#shared/kernel/figure'
import type { Finding } from '#shared/kernel/finding'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'

import type { ReadingState } from './model.ts'

/** One parameter in one month, as the checks see it. Values are in the parameter's unit. */
export interface MonthLine {
  readonly parameter: string
  readonly name: string
  readonly month: string
  readonly unit: string
  readonly determination: Determination
  /** Whether a value of the factor library stands in where there is no reading. */
  readonly hasDefault: boolean
  readonly value: DecimalText | null
  /** Hours stay hours: they come to no one value. */
  readonly isHourly: boolean
  readonly count: number
  /** How many of its readings no file proves. */
  readonly unproven: number
  /** Whether a value counts that nobody took. */
  readonly isSubstituted: boolean
  readonly states: readonly ReadingState[]
  readonly previous: DecimalText | null
  readonly lastYear: DecimalText | null
  readonly band: { readonly low: DecimalText | null; readonly high: DecimalText | null }
}

const checks = [
  missing,
  withoutWeights,
  thousandfold,
  jumped,
  outsideBand,
  unproven,
  unchecked,
  defaulted,
  substituted,
]

/** Everything a reader should look at in one month of one parameter, all at once. */
export function checkMonth(line: MonthLine): Finding[] {
  return checks.flatMap((check) => check(line))
}

/** Whether a month cannot be closed over this finding. */
export function isBlocking({ severity }: Finding): boolean {
  return severity === 'blocks-report'
}

function at(
  line: MonthLine,
  severity: Finding['severity'],
  code: string,
  facts: Finding['facts'] = {},
): Finding {
  const { parameter, name, month, unit } = line
  return { severity, code, where: `${parameter}/${month}`, facts: { name, month, unit, ...facts } }
}

function missing(line: MonthLine): Finding[] {
  if (line.count > 0 || line.hasDefault) return []
  return [at(line, 'blocks-report', 'activity.missing')]
}

/** Readings are there, and yet no mean: some period has no amount to weight it with. */
function withoutWeights(line: MonthLine): Finding[] {
  if (line.count === 0 || line.value !== null || line.isHourly) return []
  return [at(line, 'blocks-report', 'activity.no-weights')]
}

/** About a thousand times the month before or the same month last year: kWh typed as MWh, kg as t. */
function thousandfold(line: MonthLine): Finding[] {
  const sizes = sizesOf(line.value, line.lastYear) ?? sizesOf(line.value, line.previous)
  if (sizes === null || line.value === null || isAbout(sizes)) return []
  const { size, usual } = sizes
  if (isAboutAThousandTimes(size, usual))
    return [at(line, 'explain', 'activity.thousandfold', { value: line.value })]
  if (!size.isZero() && isAboutAThousandTimes(usual, size))
    return [at(line, 'explain', 'activity.thousandth', { value: line.value })]
  return []
}

/** More than twice or less than half of the month before is usually a decimal point or a unit gone wrong. */
function jumped(line: MonthLine): Finding[] {
  const sizes = sizesOf(line.value, line.previous)
  if (sizes === null || line.value === null || line.previous === null || isAbout(sizes)) return []
  if (thousandfold(line).length > 0) return []
  return [at(line, 'explain', 'activity.jump', { value: line.value, previous: line.previous })]
}

function outsideBand(line: MonthLine): Finding[] {
  const { value, band } = line
  if (value === null) return []
  const low = band.low !== null && new Decimal(value).lt(band.low)
  const high = band.high !== null && new Decimal(value).gt(band.high)
  if (!low && !high) return []
  return [
    at(line, 'explain', 'activity.outside-band', { value, low: band.low ?? '—', high: band.high ?? '—' }),
  ]
}

function unproven(line: MonthLine): Finding[] {
  // What nobody took has nothing to prove it but its rule.
  if (line.unproven === 0 || line.isSubstituted) return []
  return [at(line, 'explain', 'activity.no-evidence', { count: line.unproven })]
}

function unchecked(line: MonthLine): Finding[] {
  const open = line.states.filter((state) => state !== 'approved')
  if (open.length === 0) return []
  const state = open.includes('submitted') ? 'submitted' : 'checked'
  return [at(line, 'blocks-report', `activity.still-${state}`)]
}

/** A default stands in although the plan says that this is measured. */
function defaulted(line: MonthLine): Finding[] {
  if (line.count > 0 || !line.hasDefault || line.determination === 'default') return []
  return [at(line, 'explain', 'activity.default-used')]
}

/** A value that nobody took stays in sight until the real one arrives. */
function substituted(line: MonthLine): Finding[] {
  return line.isSubstituted ? [at(line, 'explain', 'activity.substituted')] : []
}

interface Sizes {
  readonly size: Decimal
  readonly usual: Decimal
}
/** Two amounts without their signs; null where there is nothing to compare with. */
function sizesOf(value: DecimalText | null, of: DecimalText | null): Sizes | null {
  if (value === null || of === null) return null
  const usual = new Decimal(of).abs()
  return usual.isZero() ? null : { size: new Decimal(value).abs(), usual }
}
/** Neither more than twice nor less than half. Multiplied, not divided: nearly all months pass here, and a quotient is long. */
function isAbout({ size, usual }: Sizes): boolean {
  return size.lte(usual.times(2)) && usual.lte(size.times(2))
}
function isAboutAThousandTimes(size: Decimal, of: Decimal): boolean {
  return size.gte(of.times(300)) && size.lte(of.times(3000))
}
