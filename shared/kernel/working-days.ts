import { type Day, dayAfter } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

/** A day that is not as its weekday says: free although it is none of a weekend, or worked although it is. */
export const dayKinds = ['holiday', 'work'] as const
export type DayKind = (typeof dayKinds)[number]

/** The days that are worked. Only years whose holidays are known can be asked about. */
export interface WorkCalendar {
  readonly years: ReadonlySet<number>
  readonly days: ReadonlyMap<Day, DayKind>
}

/** Whether a day is worked: a weekend day that makes up for a holiday is, a holiday is not. */
export function isWorkingDay(calendar: WorkCalendar, on: Day): boolean {
  requireLoaded(calendar, on)
  const kind = calendar.days.get(on)
  return kind === undefined ? !isWeekend(on) : kind === 'work'
}

/**
 * `add(start, n)`: `start` is day 0, and each next day counts if it is worked. With `count` 0 it is `start` itself,
 * even on a holiday.
 *
 * @throws Refusal `kernel.day-outside-calendar` once a day of a year without known holidays is reached.
 */
export function addWorkingDays(calendar: WorkCalendar, start: Day, count: number): Day {
  requireLoaded(calendar, start)
  let on = start
  for (let left = count; left > 0;) {
    on = dayAfter(on)
    if (isWorkingDay(calendar, on)) left -= 1
  }
  return on
}

/** The day so many calendar days later. */
export function addDays(start: Day, count: number): Day {
  return new Date(Date.parse(start) + count * 86_400_000).toISOString().slice(0, 10)
}

/** Saturday or Sunday. */
export function isWeekend(on: Day): boolean {
  const weekday = new Date(on).getUTCDay()
  return weekday === 0 || weekday === 6
}

function requireLoaded({ years }: WorkCalendar, on: Day): void {
  const year = Number(on.slice(0, 4))
  if (!years.has(year)) throw new Refusal('kernel.day-outside-calendar', { day: on, year })
}
