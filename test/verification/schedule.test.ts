import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { shippedDays } from '#electron/kernel/work-calendar'
import { workflowsOf } from '#electron/verification/workflows'
import { addDays, isWorkingDay, type WorkCalendar } from '#shared/kernel/working-days'
import { type PlannedStep, scheduleOf, workingDaysBetween } from '#shared/verification/schedule'

const calendar: WorkCalendar = {
  years: new Set([2025, 2026]),
  days: new Map([2025, 2026].flatMap(shippedDays).map(({ day, kind }) => [day, kind])),
}
const program = new URL('../..', import.meta.url).pathname
const stepsOf = (kind: string) => workflowsOf({ program }).find((each) => each.kind === kind)!.steps
const planned = (kind: string): PlannedStep[] =>
  stepsOf(kind).map(({ least, most }) => ({ least, most, doneOn: null }))
const schedule = (steps: readonly PlannedStep[], startsOn: string, today = startsOn) =>
  scheduleOf(startsOn, steps, calendar, { today, assumed: [] })

describe('EM-02 the carbon inventory in seven steps', () => {
  it('has limits that add up to 11 and 25 working days', () => {
    const steps = planned('inventory')
    expect(steps).toHaveLength(7)
    expect(steps.reduce((sum, { least }) => sum + least, 0)).toBe(11)
    expect(steps.reduce((sum, { most }) => sum + most, 0)).toBe(25)
  })
  it('ends a step of 1–3 working days that begins on a Friday on Monday to Wednesday', () => {
    const [first] = schedule([{ least: 1, most: 3, doneOn: null }], '2026-06-05').steps
    expect(first).toMatchObject({ usualOn: '2026-06-08', dueOn: '2026-06-10' })
  })
  it('skips holidays and works on the days that make up for them', () => {
    // 1 to 7 October 2026 are free, Saturday 10 October is worked.
    const [first] = schedule([{ least: 1, most: 3, doneOn: null }], '2026-09-30').steps
    expect(first).toMatchObject({ usualOn: '2026-10-08', dueOn: '2026-10-10' })
  })
  it('lets the whole take 11 working days at the usual pace and 25 at most', () => {
    const last = schedule(planned('inventory'), '2026-06-01').steps.at(-1)!
    expect(workingDaysBetween(calendar, '2026-06-01', last.usualOn)).toBe(11)
    expect(workingDaysBetween(calendar, '2026-06-01', last.dueOn)).toBe(25)
  })
})

describe('EM-03 accounting in three steps', () => {
  it('takes 3–5, 3–5 and 1–3 working days', () => {
    expect(stepsOf('accounting').map(({ least, most }) => [least, most])).toEqual([
      [3, 5],
      [3, 5],
      [1, 3],
    ])
  })
})

describe('R-SV-3 a step later than its upper limit', () => {
  const onSite = { least: 1, most: 3, doneOn: null }
  it('is late by the working days past it, and moves what comes after', () => {
    const steps = [onSite, { least: 1, most: 3, doneOn: null }]
    const inTime = schedule(steps, '2026-06-01', '2026-06-01')
    const delayed = schedule([{ ...onSite, doneOn: '2026-06-05' }, steps[1]!], '2026-06-01', '2026-06-05')
    expect(inTime.steps[0]).toMatchObject({ state: 'running', daysLate: 0, dueOn: '2026-06-04' })
    expect(delayed.steps[0]).toMatchObject({ state: 'done', daysUsed: 4, daysLate: 1 })
    expect(delayed.steps[1]!.dueOn > inTime.steps[1]!.usualOn).toBe(true)
    expect(delayed.steps[1]).toMatchObject({
      state: 'running',
      startsOn: '2026-06-05',
      usualOn: '2026-06-08',
    })
  })
  it('is not late on its last day, and is on the working day after', () => {
    expect(schedule([onSite], '2026-06-01', '2026-06-04').steps[0]).toMatchObject({ state: 'running' })
    expect(schedule([onSite], '2026-06-01', '2026-06-05').steps[0]).toMatchObject({
      state: 'late',
      daysLate: 1,
    })
  })
  it('is late by no day that is free', () => {
    expect(schedule([onSite], '2026-06-01', '2026-06-07').steps[0]).toMatchObject({ daysLate: 1 })
  })
})

it('names the years whose holidays are not known, and not those that were confirmed', () => {
  const steps = planned('inventory')
  const at = (assumed: number[]) =>
    scheduleOf('2026-12-28', steps, calendar, { today: '2026-12-28', assumed })
  expect(at([]).uncertainYears).toEqual([2027])
  expect(at([2027]).uncertainYears).toEqual([])
})

it('whatever was done when: days follow each other, one step runs, and no step ends before it begins', () => {
  const step = fc.record({ least: fc.integer({ min: 0, max: 5 }), extra: fc.integer({ min: 1, max: 8 }) })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 8 }),
      fc.nat(8),
      fc.nat(40),
      (drawn, doneCount, wait) => {
        const start = '2025-03-03'
        let at = start
        const steps = drawn.map(([{ least, extra }, took], index): PlannedStep => {
          at = addDays(at, took)
          return { least, most: least + extra, doneOn: index < doneCount ? at : null }
        })
        const today = addDays(at, wait)
        const { steps: dates } = schedule(steps, start, today)
        expect(dates.filter(({ state }) => state === 'running' || state === 'late').length).toBeLessThan(2)
        for (const [index, { startsOn, usualOn, dueOn, daysLate, state }] of dates.entries()) {
          expect(usualOn <= dueOn && startsOn <= usualOn).toBe(true)
          if (steps[index]!.doneOn !== null) expect(dates[index + 1]?.startsOn ?? at >= start).toBeTruthy()
          if (state === 'waiting') expect(daysLate).toBe(0)
          if (steps[index]!.doneOn === null && steps[index]!.most > 0)
            expect(isWorkingDay(calendar, dueOn)).toBe(true)
        }
      },
    ),
  )
})
