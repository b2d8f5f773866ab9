import type { Day } from '#shared/kernel/period'
import { addWorkingDays, isWorkingDay, addDays, type WorkCalendar } from '#shared/kernel/working-days'

/** A step as it is planned and was worked: limits in working days, and the day on which it ended. */
export interface PlannedStep {
  readonly least: number
  readonly most: number
  readonly doneOn: Day | null
}

/** `late` is running past its day. */
export type StepState = 'waiting' | 'running' | 'late' | 'done'

export interface StepDates {
  readonly state: StepState
  /** Day 0: the day on which the step before it ended, or is expected to. */
  readonly startsOn: Day
  /** The start and the lower limit. */
  readonly usualOn: Day
  /** The start and the upper limit; later than that is late (R-SV-3). */
  readonly dueOn: Day
  readonly daysLate: number
  /** Working days from its start to its end, or to today while it runs. */
  readonly daysUsed: number
}

export interface Schedule {
  readonly steps: readonly StepDates[]
  /** Working days from the first day to the last step that is done, or to today while one runs. */
  readonly daysUsed: number
  /** Years that dates fall into although their holidays are not known: there, only weekends were left out. */
  readonly uncertainYears: readonly number[]
}

/**
 * Dates of steps one after the other. A step that is done hands its day on to the next; one that runs late pushes
 * everything behind it, and one that ends early pulls it forward.
 *
 * @param assumed years whose working days somebody confirmed as Monday to Friday only.
 */
export function scheduleOf(
  startsOn: Day,
  steps: readonly PlannedStep[],
  known: WorkCalendar,
  at: { readonly today: Day; readonly assumed: readonly number[] },
): Schedule {
  const calendar = widened(known, startsOn, at.today)
  const dates: StepDates[] = []
  let [usual, due] = [startsOn, startsOn]
  let isRunning: boolean = false
  for (const { least, most, doneOn } of steps) {
    const usualOn = addWorkingDays(calendar, usual, least)
    const dueOn = addWorkingDays(calendar, due, most)
    const isNext: boolean = doneOn === null && !isRunning
    isRunning ||= isNext
    const until = doneOn ?? (isNext ? at.today : usual)
    const daysLate = isNext || doneOn !== null ? workingDaysBetween(calendar, dueOn, until) : 0
    const state = doneOn !== null ? 'done' : isNext ? (daysLate > 0 ? 'late' : 'running') : 'waiting'
    dates.push({
      state,
      startsOn: usual,
      usualOn,
      dueOn,
      daysLate,
      daysUsed: workingDaysBetween(calendar, usual, until),
    })
    usual = doneOn ?? later(usualOn, isNext ? at.today : usualOn)
    due = doneOn ?? later(dueOn, isNext ? at.today : dueOn)
  }
  const lastDone = steps.findLast(({ doneOn }) => doneOn !== null)?.doneOn ?? startsOn
  const days = [startsOn, ...dates.flatMap(({ usualOn, dueOn }) => [usualOn, dueOn])]
  const years = new Set(days.map((day) => Number(day.slice(0, 4))))
  return {
    steps: dates,
    daysUsed: workingDaysBetween(calendar, startsOn, isRunning ? later(startsOn, at.today) : lastDone),
    uncertainYears: [...years]
      .filter((year) => !known.years.has(year) && !at.assumed.includes(year))
      .toSorted((a, b) => a - b),
  }
}

/** Working days after `from` up to and with `to`; none where `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1
  return count
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** A case lasts a few weeks: the years around it are enough. */
const yearsAhead = 3

/** The calendar with years that it does not know, as if they had no holidays. */
function widened({ years, days }: WorkCalendar, from: Day, today: Day): WorkCalendar {
  const first = Number(from.slice(0, 4))
  const last = Math.max(first, Number(today.slice(0, 4))) + yearsAhead
  return {
    years: new Set([...years, ...Array.from({ length: last - first + 1 }, (_, at) => first + at)]),
    days,
  }
}
