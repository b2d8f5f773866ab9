import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day, type Day, daysIn, instant } from '#shared/kernel/period'
import { addDays, isWorkingDay, type WorkCalendar } from '#shared/kernel/working-days'

export const deadlineId = idOf<'deadline'>()
export type DeadlineId = z.output<typeof deadlineId>

/** Each year on a day of a month, or once on a day. */
const rule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('yearly'),
    monthDay: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  }),
  z.object({ kind: z.literal('once'), on: day }),
])
export type DeadlineRule = Readonly<z.output<typeof rule>>

export const newDeadline = z.object({
  what: z.string().trim().min(1).max(300),
  rule,
  /** From how many days before on it is shown; a countdown. */
  leadDays: z.int().min(0).max(365),
  owner: personId.nullable(),
})
export type NewDeadline = Readonly<z.output<typeof newDeadline>>

/** That a deadline was kept, or what came instead. */
export const fulfilment = z.object({
  due: day,
  doneOn: day,
  /** Number of the receipt, or what was handed in. */
  note: z.string(),
  madeBy: z.string(),
  madeAt: instant,
})
export const deadline = newDeadline.extend({
  id: deadlineId,
  /** Days before are not asked for: nobody registered it then. */
  since: day,
  endedOn: day.nullable(),
  fulfilments: z.array(fulfilment),
})
export type Deadline = Readonly<z.output<typeof deadline>>

/** The days on which it falls due from `since` up to and including `until`. 29 February becomes 28 in common years. */
export function dueDays({ rule: by, since, endedOn }: Deadline, until: Day): Day[] {
  const isAsked = (on: Day) => since <= on && on <= until && (endedOn === null || on < endedOn)
  if (by.kind === 'once') return [by.on].filter(isAsked)
  const first = Number(since.slice(0, 4))
  const last = Number(until.slice(0, 4))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_each, at) =>
    yearDay(first + at, by.monthDay),
  ).filter(isAsked)
}
function yearDay(year: number, monthDay: string): Day {
  const month = `${year}-${monthDay.slice(0, 2)}`
  return `${month}-${String(Math.min(Number(monthDay.slice(3)), daysIn(month))).padStart(2, '0')}`
}

/** The next day that has not been settled, within a year and a half of today; null where there is none. */
export function nextDue(known: Deadline, today: Day): Day | null {
  const settled = new Set(known.fulfilments.map(({ due }) => due))
  return dueDays(known, addDays(today, 550)).find((on) => !settled.has(on)) ?? null
}

/** The last day that is worked until a legal day: offices are closed on the others. */
export function workingDayBefore(calendar: WorkCalendar, on: Day): Day {
  let at = on
  while (calendar.years.has(Number(at.slice(0, 4))) && !isWorkingDay(calendar, at)) at = addDays(at, -1)
  return at
}
