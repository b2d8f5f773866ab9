import { eq } from 'drizzle-orm'

import { kernelDays } from '#db/kernel/tables'
import { enteredDays, type TaskRow, tasksDue } from '#db/kernel/task-queries'
import type { Handlers, ReadContext } from '#electron/kernel/context'
import { reminderHandlers, remindersAsTasks } from '#electron/kernel/reminder-desk'
import type { Spine } from '#electron/kernel/spine'
import { shippedDays } from '#electron/kernel/work-calendar'
import { assigneesOf, standingOf, type Task } from '#shared/kernel/task'
import type { taskContract } from '#shared/kernel/task-contract'

/** What is due and for whom, read from the one table that all areas' tasks are kept in; and the days that are worked. */
export function createTaskDesk({ gate }: Pick<Spine, 'gate'>): Handlers<typeof taskContract> {
  return {
    ...reminderHandlers,
    tasks: (context, range) => {
      const { db, user, today } = context
      if (user === null) return []
      const people = gate.people(db)
      const offered = tasksDue(db, range)
        .filter((row) => gate.may(db, user, row.seenWith, today, nodesOf(row)))
        .map((row): Task => {
          const { nodeId, seenWith: _seen, fallsTo, key: _key, madeAt: _made, responsible, ...rest } = row
          const assignees = assigneesOf(row, people)
          return {
            ...rest,
            responsible: [...responsible],
            id: rest.id as Task['id'],
            node: nodeId,
            standing: standingOf(row, today),
            isMine: assignees?.includes(user) ?? gate.may(db, user, fallsTo, today, nodesOf(row)),
          }
        })
      const own = remindersAsTasks(context, user, range)
      return own.length === 0
        ? offered
        : [...offered, ...own].toSorted((one, other) => one.due.localeCompare(other.due))
    },
    workCalendar: ({ db }, { year }) => daysOf(db, year),
    saveDay: ({ db, user, now }, { day, kind, name }) => {
      const facts = { kind, name, changedBy: user, changedAt: now }
      db.insert(kernelDays)
        .values({ day, ...facts })
        .onConflictDoUpdate({ target: kernelDays.day, set: facts })
        .run()
      return {}
    },
    removeDay: ({ db }, { day }) => {
      db.delete(kernelDays).where(eq(kernelDays.day, day)).run()
      return {}
    },
  }
}

function nodesOf({ nodeId }: Pick<TaskRow, 'nodeId'>): readonly string[] | undefined {
  return nodeId === null ? undefined : [nodeId]
}

function daysOf(db: ReadContext['db'], year: number) {
  const own = enteredDays(db, year).map(({ day, kind, name }) => ({ day, kind, name, isOwn: true }))
  const shipped = shippedDays(year)
    .filter(({ day }) => !own.some((entered) => entered.day === day))
    .map((known) => ({ ...known, isOwn: false }))
  const days = [...shipped, ...own].toSorted((a, b) => a.day.localeCompare(b.day))
  return { isLoaded: days.length > 0, days }
}
