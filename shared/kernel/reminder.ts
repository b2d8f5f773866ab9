import { z } from 'zod'

import { command, nothing } from './contract.ts'
import { idOf } from './id.ts'
import { day } from './period.ts'
import type { Task } from './task.ts'

export const reminderId = idOf<'reminder'>()

/** What a person wants to be reminded of, and when. */
export const reminder = z.object({
  id: reminderId,
  text: z.string().trim().min(1).max(500),
  due: day,
})
export type Reminder = Readonly<z.output<typeof reminder>>

const one = reminder.pick({ id: true })

/** Own reminders: they stand among the tasks of whoever wrote them, and of nobody else. */
export const reminderContract = {
  /** Writes a new one, or with its id changes it or puts it back. */
  saveReminder: command('signed-in', reminder.extend({ id: reminderId.nullable() }), reminder),
  settleReminder: command('signed-in', one.extend({ isDone: z.boolean() }), nothing),
  removeReminder: command('signed-in', one, nothing),
}

const prefix = 'kernel/reminder/'

/** The record of a reminder among the tasks. */
export function recordOfReminder({ id }: Pick<Reminder, 'id'>): string {
  return `${prefix}${id}`
}
/** The reminder that a task is, with what was written; null for a task that an area offers. */
export function reminderOf({ record, facts, due }: Pick<Task, 'record' | 'facts' | 'due'>): Reminder | null {
  if (!record.startsWith(prefix)) return null
  return { id: reminderId.parse(record.slice(prefix.length)), text: String(facts['text']), due }
}
