import { type Cell, type Notice, type Outcome, missing, refused, taken } from '#shared/activity/cell'
import type { Moment } from '#shared/activity/model'
import { type Day, dayAfter, daysIn, endOf, firstDay, type Month } from '#shared/kernel/period'

export const precisions = ['hour', 'day', 'month'] as const
export type Precision = (typeof precisions)[number]

/** A month, a day or an hour, as days or full hours `[from, to)`. */
export interface EnteredPeriod {
  readonly from: Moment
  readonly to: Moment
  readonly precision: Precision
}

export interface PeriodRules {
  /** For months that are written without a year. */
  readonly year: number | null
  /**
   * Under `month` a day stands for its month, as where a month is written as its first day. Under `hour` a day without
   * a time is its first hour, as spreadsheets write midnight.
   */
  readonly precision: Precision
}

/** The days a spreadsheet counts from: serial 25569 is 1970-01-01 in the 1900 system. */
const serialOf1970 = 25_569
const firstYear = 1990
const lastYear = 2100

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const sums =
  /^(合计|总计|小计|累计|总和|汇总|平均|均值|年合计|全年合计|total|sum|subtotal|grand total|average|ytd)/i
const longer =
  /^(\d{4}年?)?(第?[一二三四1-4]季度?|q[1-4]|[上下]半年|全年|年度|h[12])$|^\d{4}年?度?$|^(全年|年度|annual|yearly|year|fy\d*)$/i
const spans = /\d\s*月?\s*(至|到|~|～|—|–|--)\s*\S*\d|^\d{1,2}\s*-\s*\d{1,2}\s*月/

/** Whether a text names a sum over other rows or columns. */
export function isSum(text: string): boolean {
  return sums.test(plain(text))
}

/** Reads a cell that should hold a month or a day. */
export function periodOf(cell: Cell, rules: PeriodRules): Outcome<EnteredPeriod> {
  switch (cell.holds) {
    case 'empty':
      return cell.kind === 'formula'
        ? refused('activity.formula-without-value', { formula: cell.raw })
        : missing
    case 'error':
      return refused('activity.cell-error', { entered: cell.text })
    case 'boolean':
      return refused('activity.not-a-period', { entered: cell.text })
    case 'number':
      return inNumber(cell.text, rules)
    case 'date':
    case 'text':
      return inText(cell.text, rules)
  }
}

/** `2025.1` in a number cell may have been 2025.10, since a number forgets its last zero. */
function inNumber(text: string, rules: PeriodRules): Outcome<EnteredPeriod> {
  const [, year, tenth] = /^(\d{4})\.(\d)$/.exec(text) ?? []
  if (year !== undefined && tenth === '1')
    return refused('activity.two-dates', { entered: text, first: `${year}-01`, second: `${year}-10` })
  return inText(text, rules)
}

function inText(entered: string, rules: PeriodRules): Outcome<EnteredPeriod> {
  const text = plain(entered)
  if (text === '' || /^[-—–/]+$/.test(text)) return missing
  if (sums.test(text)) return refused('activity.total-row', { entered })
  if (longer.test(text)) return refused('activity.period-too-long', { entered })
  const read = numeric(text) ?? chinese(text) ?? english(text) ?? compactDigits(text, entered)
  if (read === null)
    return refused(spans.test(text) ? 'activity.period-too-long' : 'activity.not-a-period', { entered })
  if (read.kind === 'refused') return refused(read.code, { entered, ...read.facts }, read.repair ?? null)
  return toPeriod(read, entered, rules)
}

/** What was understood, before it is known whether such a day exists. A null year is taken from the mapping. */
type Understood =
  | {
      readonly kind: 'parts'
      readonly year: string | null
      readonly month: number
      readonly day: number | null
    }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly facts?: Readonly<Record<string, string>>
      readonly repair?: string
    }

function parts(year: string | null, month: number | string, on: string | null = null): Understood {
  return { kind: 'parts', year, month: Number(month), day: on === null ? null : Number(on) }
}

/** `2025-01`, `2025/1/31`, `31/01/2025`, `01/2025`; a time of day behind it is left aside. */
function numeric(text: string): Understood | null {
  const date = text.replace(/[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|[ap]m)?$/, '')
  const [, year, month, on] = /^(\d{4})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{1,2}))?$/.exec(date) ?? []
  if (year !== undefined && month !== undefined) return parts(year, month, on ?? null)
  const [, onlyMonth, itsYear] = /^(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(date) ?? []
  if (onlyMonth !== undefined && itsYear !== undefined) return parts(itsYear, onlyMonth)
  const [, first, second, last] = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(date) ?? []
  if (first === undefined || second === undefined || last === undefined) return null
  if (Number(first) > 12 || first === second) return parts(last, second, first)
  if (Number(second) > 12) return parts(last, first, second)
  const [a, b] = [first.padStart(2, '0'), second.padStart(2, '0')]
  return {
    kind: 'refused',
    code: 'activity.two-dates',
    facts: { first: `${last}-${b}-${a}`, second: `${last}-${a}-${b}` },
  }
}

/** `2025年1月31日`, `25年1月`, `1月份`, `十二月`. */
function chinese(text: string): Understood | null {
  const written =
    /^(?:(\d{4}|\d{2})\s?年度?\s?|(\d{4})\s?[-/.]?\s?)?(\d{1,2}|元|十[一二]?|[一二三四五六七八九])\s?月份?(?:\s?(\d{1,2})\s?[日号]?)?$/.exec(
      text,
    )
  const [, withWord, bare, month, on] = written ?? []
  if (month === undefined) return null
  const year = withWord ?? bare ?? null
  const number = /^\d/.test(month) ? Number(month) : month === '元' ? 1 : chineseMonths.indexOf(month) + 1
  return parts(year, number, on ?? null)
}

/** `Jan 2025`, `January`, `31-Jan-2025`, `Jan 31, 2025`; `Jan-25` could be a day or a year and is asked about. */
function english(text: string): Understood | null {
  const words = text.split(/[\s,./-]+/).filter((word) => word !== '')
  const at = words.findIndex((word) => monthNamed(word) > 0)
  if (at < 0 || words.length > 3) return null
  const month = monthNamed(words[at] ?? '')
  const numbers = words.filter((_, index) => index !== at)
  if (!numbers.every((word) => /^\d{1,2}$|^\d{4}$/.test(word))) return null
  const year = numbers.find((word) => word.length === 4) ?? null
  const [on = null, another] = numbers.filter((word) => word.length < 4)
  if (another !== undefined) return null
  if (on === null || year !== null) return parts(year, month, on)
  const name = String(month).padStart(2, '0')
  return {
    kind: 'refused',
    code: 'activity.two-dates',
    facts: { first: `20${on.padStart(2, '0')}-${name}`, second: `${name}-${on.padStart(2, '0')}` },
  }
}
function monthNamed(word: string): number {
  return /^[a-z]{3,9}$/.test(word) &&
    /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/.test(
      word,
    )
    ? englishMonths.indexOf(word.slice(0, 3)) + 1
    : 0
}

/** `20250131`, `202501`, `1` to `12`, or the serial number of a day that lost its format. */
function compactDigits(text: string, entered: string): Understood | null {
  const [, year, month, on] = /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ?? []
  if (year !== undefined && month !== undefined) return parts(year, month, on ?? null)
  if (/^\d{1,2}$/.test(text)) return parts(null, text)
  if (!/^[2-7]\d{4}(\.\d+)?$/.test(text)) return null
  const instant = new Date((Number(text.slice(0, 5)) - serialOf1970) * 86_400_000)
  return {
    kind: 'refused',
    code: 'activity.date-as-number',
    facts: { entered },
    repair: instant.toISOString().slice(0, 10),
  }
}

function toPeriod(
  read: Understood & { kind: 'parts' },
  entered: string,
  rules: PeriodRules,
): Outcome<EnteredPeriod> {
  const year = read.year === null ? rules.year : Number(read.year.length === 2 ? `20${read.year}` : read.year)
  if (year === null) return refused('activity.year-unknown', { entered })
  const real = year >= firstYear && year <= lastYear && read.month >= 1 && read.month <= 12
  if (!real) return refused('activity.no-such-date', { entered })
  const month: Month = `${year}-${String(read.month).padStart(2, '0')}`
  if (read.day !== null && (read.day < 1 || read.day > daysIn(month)))
    return refused('activity.no-such-date', { entered })
  const notices: Notice[] =
    read.year?.length === 2 ? [{ code: 'activity.short-year', facts: { entered, read: month } }] : []
  if (read.day === null || rules.precision === 'month')
    return taken({ from: firstDay(month), to: endOf(month), precision: 'month' }, notices)
  const from = `${month}-${String(read.day).padStart(2, '0')}`
  if (rules.precision === 'hour') return toHour(from, entered)
  return taken({ from, to: dayAfter(from), precision: 'day' }, notices)
}

/** The hour that begins at a full hour; anything else is no hour of a table of hours. */
function toHour(on: Day, entered: string): Outcome<EnteredPeriod> {
  const [, hours, minutes] = /[ t](\d{1,2}):(\d{2})(?::00(?:\.0+)?)?$/.exec(plain(entered)) ?? []
  const hour = Number(hours ?? 0)
  const isBare = hours === undefined && !/[ t]\d{1,2}:/.test(plain(entered))
  if (!isBare && (hours === undefined || minutes !== '00' || hour > 23))
    return refused('activity.not-a-full-hour', { entered })
  const at = (number: number): Moment => (number === 0 ? on : `${on}T${String(number).padStart(2, '0')}:00`)
  return taken({ from: at(hour), to: hour === 23 ? dayAfter(on) : at(hour + 1), precision: 'hour' })
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}
