import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { reminderContract } from '#shared/kernel/reminder'
import { task } from '#shared/kernel/task'
import { dayKinds } from '#shared/kernel/working-days'

/** A day that is not as its weekday says, and whether the program brought it or somebody entered it. */
export const specialDay = z.object({
  day,
  kind: z.enum(dayKinds),
  name: z.string().trim().min(1).max(100),
  isOwn: z.boolean(),
})

/** What is due, and which days are worked. */
export const taskContract = {
  ...reminderContract,
  /** What is due between two days, and, for `withOverdue`, all that is still open from before. By due day. */
  tasks: query('signed-in', z.object({ from: day, to: day, withOverdue: z.boolean() }), z.array(task)),
  /** The calendar of a year: `isLoaded` false while none of its holidays is known. */
  workCalendar: query(
    'signed-in',
    z.object({ year: z.int().min(1990).max(2100) }),
    z.object({ isLoaded: z.boolean(), days: z.array(specialDay) }),
  ),
  /** Enters a holiday or a day that makes up for one, in place of what is known of that day. */
  saveDay: command('activity.manage', specialDay.omit({ isOwn: true }), nothing),
  /** Takes back a day that somebody entered. */
  removeDay: command('activity.manage', z.object({ day }), nothing),
}
