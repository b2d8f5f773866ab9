import { Link, useLocation } from 'react-router'

import { useSay } from '../kernel/say.ts'
import { withScope } from '../kernel/scope.ts'
import { Icon } from '../ui/Icon.tsx'
import { calendarOf, dayNow, useTasksNow } from './use-tasks.ts'

/** A quiet reminder at the foot of the window: how many tasks are due for this person, and how many are late. */
export function TaskStatus() {
  const say = useSay()
  const { search } = useLocation()
  const tasks = useTasksNow().filter(({ isMine }) => isMine)
  const late = tasks.filter(({ standing }) => standing === 'late').length
  if (tasks.length === 0) return null
  return (
    <Link className="status-entry" to={withScope(calendarOf(dayNow()), search)}>
      <Icon name={late > 0 ? 'warning' : 'calendar'} size={14} />
      {late > 0
        ? say('frame.status.tasks.late', { count: tasks.length, late })
        : say('frame.status.tasks', { count: tasks.length })}
    </Link>
  )
}
