import { z } from 'zod'

/** A calendar day in the plant's time zone, `2026-11-21`. */
export const day = z.iso.date()
export type Day = string
/** A calendar month in the plant's time zone, `2026-11`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export type Month = string
/** An instant in UTC, as ISO text. */
export const instant = z.iso.datetime()

/**
 * The plant's calendar day at an instant. China keeps one time, eight hours ahead of UTC and the same all year: what is
 * done before eight in the morning is of that day, though UTC still has the day before.
 */
export function dayAt(at: string): Day {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Valid time, half-open: `[validFrom, validTo)`; `null` is "until further notice". */
export interface Validity {
  readonly validFrom: Day
  readonly validTo: Day | null
}
export function isValidOn({ validFrom, validTo }: Validity, on: Day): boolean {
  return validFrom <= on && (validTo === null || on < validTo)
}
/** Whether two half-open validities share at least one day. */
export function overlaps(a: Validity, b: Validity): boolean {
  return (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo)
}

/** The month `offset` months later (or earlier), `monthAfter('2026-12')` is `2027-01`. */
export function monthAfter(from: Month, offset = 1): Month {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + offset
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}
/** Every month from `from` up to, not including, `to`. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = []
  for (let at = from; at < to; at = monthAfter(at)) months.push(at)
  return months
}
export function monthsOf(year: number): Month[] {
  return monthsBetween(`${year}-01`, `${year + 1}-01`)
}
export function firstDay(of: Month): Day {
  return `${of}-01`
}
/** The half-open end of a month: the first day of the next. */
export function endOf(of: Month): Day {
  return firstDay(monthAfter(of))
}
export function monthOf(on: Day): Month {
  return on.slice(0, 7)
}
/** How many days a month has, by the Gregorian calendar. */
export function daysIn(of: Month): number {
  return new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)), 0)).getUTCDate()
}
/** The next calendar day. */
export function dayAfter(on: Day): Day {
  const month = monthOf(on)
  const number = Number(on.slice(8))
  return number === daysIn(month) ? endOf(month) : `${month}-${String(number + 1).padStart(2, '0')}`
}

/** The same day so many months later (or earlier); the last day of that month where it is shorter. */
export function monthsLater(on: Day, months: number): Day {
  const month = monthAfter(monthOf(on), months)
  return `${month}-${String(Math.min(Number(on.slice(8)), daysIn(month))).padStart(2, '0')}`
}
