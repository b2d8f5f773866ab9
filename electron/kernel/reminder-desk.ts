import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { kernelReminders } from '#db/kernel/tables'
import { type ReminderRow, reminderById, remindersDue } from '#db/kernel/task-queries'
import type { Handlers, ReadContext, UserId } from '#electron/kernel/context'
import type { Id } from '#shared/kernel/id'
import { Refusal } from '#shared/kernel/refusal'
import { recordOfReminder, type reminderContract } from '#shared/kernel/reminder'
import { standingOf, type Task } from '#shared/kernel/task'

/** What people want to be reminded of themselves. */
export const reminderHandlers: Handlers<typeof reminderContract> = {
  saveReminder: ({ db, user, now, newId }, { id, text, due }) => {
    if (id !== null) own(db, user, id)
    const facts = { text, due, removedAt: null }
    const saved = id ?? newId<'reminder'>()
    db.insert(kernelReminders)
      .values({ ...facts, id: saved, owner: user ?? '', doneAt: null, madeAt: now })
      .onConflictDoUpdate({ target: kernelReminders.id, set: facts })
      .run()
    return { id: saved, text, due }
  },
  settleReminder: ({ db, user, now }, { id, isDone }) => {
    own(db, user, id)
    db.update(kernelReminders)
      .set({ doneAt: isDone ? now : null })
      .where(eq(kernelReminders.id, id))
      .run()
    return {}
  },
  removeReminder: ({ db, user, now }, { id }) => {
    own(db, user, id)
    db.update(kernelReminders).set({ removedAt: now }).where(eq(kernelReminders.id, id)).run()
    return {}
  },
}

/** @throws Refusal `kernel.no-such-reminder`, also for one of somebody else. */
function own(db: ReadDb, user: UserId | null, id: Id<'reminder'>): ReminderRow {
  const found = reminderById(db, id)
  if (!found || found.owner !== user) throw new Refusal('kernel.no-such-reminder')
  return found
}

/** A person's own reminders as tasks, in the same span as those of the areas. */
export function remindersAsTasks(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  user: UserId,
  range: Parameters<typeof remindersDue>[2],
): Task[] {
  return remindersDue(db, user, range).map(({ id, text, due, doneAt }) => {
    const state = doneAt === null ? 'open' : 'done'
    return {
      id: id as string as Task['id'],
      area: 'kernel',
      code: 'kernel.reminder',
      facts: { text },
      record: recordOfReminder({ id }),
      node: null,
      path: `/calendar?month=${due.slice(0, 7)}&year=${due.slice(0, 4)}`,
      responsible: [],
      department: null,
      begins: due,
      due,
      state,
      standing: standingOf({ state, due }, today),
      settledAt: doneAt,
      isMine: true,
    }
  })
}
