import type { Day } from '#shared/kernel/period'
import type { Task } from '#shared/kernel/task'
import { addDays } from '#shared/kernel/working-days'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

/** What is due between two days, inclusive. */
export function useTasks(from: Day, to: Day, withOverdue: boolean) {
  return useAsk(['kernel', 'tasks', from, to, withOverdue], () => api.desk.tasks({ from, to, withOverdue }), {
    also: ['access', 'organization'],
  })
}

/** The calendar day here and now. */
export function dayNow(): Day {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** The calendar with what is late and due today, whatever year one looks at. */
export function calendarOf(today: Day): string {
  return `/calendar?year=${today.slice(0, 4)}&month=${today.slice(0, 7)}`
}

/** What is late or due within a week, of everybody whose tasks this person sees, the most pressing first. */
export function useTasksNow(): readonly Task[] {
  const today = dayNow()
  const { data = [] } = useTasks(today, addDays(today, 7), true)
  return data.filter(({ state }) => state === 'open')
}
