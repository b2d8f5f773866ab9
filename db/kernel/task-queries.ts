import { and, asc, between, eq, gte, isNull, lt, lte, or } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { kernelDays, kernelReminders, kernelTasks } from '#db/kernel/tables'

export type TaskRow = typeof kernelTasks.$inferSelect
export type ReminderRow = typeof kernelReminders.$inferSelect

/** A span of due days, inclusive; `withOverdue`: and what is open from before. */
interface DueSpan {
  readonly from: string
  readonly to: string
  readonly withOverdue: boolean
}

/** Every task there ever was, by its key. */
export function tasksByKey(db: ReadDb): ReadonlyMap<string, TaskRow> {
  return new Map(
    db
      .select()
      .from(kernelTasks)
      .all()
      .map((row) => [row.key, row]),
  )
}

/** What is due between two days, inclusive, and with it what is open from before, by due day. Dropped ones are left out. */
export function tasksDue(db: ReadDb, { from, to, withOverdue }: DueSpan): TaskRow[] {
  const within = between(kernelTasks.due, from, to)
  const before = and(eq(kernelTasks.state, 'open'), lt(kernelTasks.due, from))
  return db
    .select()
    .from(kernelTasks)
    .where(withOverdue ? or(within, before) : within)
    .orderBy(asc(kernelTasks.due), asc(kernelTasks.key))
    .all()
    .filter(({ state }) => state !== 'dropped')
}

/** What a person wants to be reminded of in a span, by due day; removed ones are left out. */
export function remindersDue(db: ReadDb, owner: string, { from, to, withOverdue }: DueSpan): ReminderRow[] {
  const within = between(kernelReminders.due, from, to)
  const before = and(isNull(kernelReminders.doneAt), lt(kernelReminders.due, from))
  return db
    .select()
    .from(kernelReminders)
    .where(
      and(
        eq(kernelReminders.owner, owner),
        isNull(kernelReminders.removedAt),
        withOverdue ? or(within, before) : within,
      ),
    )
    .orderBy(asc(kernelReminders.due), asc(kernelReminders.id))
    .all()
}

export function reminderById(db: ReadDb, id: ReminderRow['id']): ReminderRow | undefined {
  return db.select().from(kernelReminders).where(eq(kernelReminders.id, id)).get()
}

/** The days that somebody entered; of one year, or of all. */
export function enteredDays(db: ReadDb, year: number | null): (typeof kernelDays.$inferSelect)[] {
  const within = and(gte(kernelDays.day, `${year}-01-01`), lte(kernelDays.day, `${year}-12-31`))
  return db
    .select()
    .from(kernelDays)
    .where(year === null ? undefined : within)
    .orderBy(asc(kernelDays.day))
    .all()
}
