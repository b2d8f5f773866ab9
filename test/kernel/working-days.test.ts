import { assert, integer, property } from 'fast-check'
import { expect, it } from 'vitest'

import { shippedDays } from '#electron/kernel/work-calendar'
import { Refusal } from '#shared/kernel/refusal'
import { addDays, addWorkingDays, isWorkingDay, type WorkCalendar } from '#shared/kernel/working-days'

/** The calendar of 2025 and 2026 as the State Council announced it. */
const calendar: WorkCalendar = {
  years: new Set([2025, 2026]),
  days: new Map([2025, 2026].flatMap(shippedDays).map(({ day, kind }) => [day, kind])),
}
const add = (start: string, count: number) => addWorkingDays(calendar, start, count)

it('W1 the start is day 0, and with no days to add it stays, even on a holiday', () => {
  expect(add('2026-10-01', 0)).toBe('2026-10-01')
})
it('W2 the days of National Day 2026 do not count, the Saturday that makes up for them does', () => {
  expect(isWorkingDay(calendar, '2026-10-07')).toBe(false)
  expect(isWorkingDay(calendar, '2026-10-10')).toBe(true)
  // 1 to 7 October are free; 8, 9 and Saturday 10 October are worked; Sunday is not.
  expect(add('2026-09-30', 3)).toBe('2026-10-10')
  expect(add('2026-09-30', 4)).toBe('2026-10-12')
})
it('W3 a week without holidays is five working days', () => {
  expect(add('2026-06-05', 5)).toBe('2026-06-12')
})
it('W4 a day outside the loaded calendar is refused, at the start and on the way', () => {
  expect(() => add('2027-01-04', 0)).toThrow(Refusal)
  expect(() => add('2026-12-31', 1)).toThrow('kernel.day-outside-calendar')
})
it('W5 adding is counting: one after the other comes to the same day, and the last day is worked', () => {
  assert(
    property(
      integer({ min: 0, max: 300 }),
      integer({ min: 0, max: 60 }),
      integer({ min: 1, max: 60 }),
      (offset, a, b) => {
        const start = addDays('2025-02-01', offset)
        expect(add(add(start, a), b)).toBe(add(start, a + b))
        expect(isWorkingDay(calendar, add(start, b))).toBe(true)
      },
    ),
  )
})
it('W6 the calendar of a year has 365 days less weekends and holidays, in whichever time zone it is read', () => {
  const days = Array.from({ length: 365 }, (_, index) => addDays('2025-01-01', index))
  expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(248)
})
