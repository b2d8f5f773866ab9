import { peopleById } from '#db/access/queries'
import type { ReadDb } from '#db/kernel/access'
import type { TaskSource } from '#electron/kernel/task-keeper'
import type { Permission } from '#shared/kernel/contract'
import type { Day } from '#shared/kernel/period'
import type { OfferedTask } from '#shared/kernel/task'
import { addDays, addWorkingDays, type WorkCalendar } from '#shared/kernel/working-days'

/** The day and the calendar by which tasks are offered. */
export type Asked = Parameters<TaskSource>[1]

/** Working days; weeks of five of them stand in for a year whose holidays nobody knows yet. */
export function workingDue(calendar: WorkCalendar, start: Day, count: number): Day {
  const farthest = addDays(start, count * 3 + 14)
  const isKnown = [start, farthest].every((each) => calendar.years.has(Number(each.slice(0, 4))))
  return isKnown ? addWorkingDays(calendar, start, count) : addDays(start, Math.ceil((count * 7) / 5))
}

/** A task without what all of this area have in common. */
export interface Said extends Pick<
  OfferedTask,
  'key' | 'record' | 'path' | 'begins' | 'due' | 'isDone' | 'facts'
> {
  readonly what: string
  readonly node?: string | null
  readonly fallsTo?: Permission
  readonly responsible?: readonly string[]
}
export function taskOf({
  key,
  what,
  node = null,
  fallsTo = 'performance.enter',
  ...rest
}: Said): OfferedTask {
  return {
    ...rest,
    key: `performance.${key}`,
    area: 'performance',
    code: `performance.task.${what}`,
    node,
    seenWith: 'performance.read',
    fallsTo,
    responsible: rest.responsible ?? [],
    department: null,
  }
}
export function namesOf(db: ReadDb): (person: string | null) => string[] {
  const people = [...peopleById(db).values()]
  return (person) => {
    const name = people.find(({ personId }) => personId === person)?.name
    return name ? [name] : []
  }
}
