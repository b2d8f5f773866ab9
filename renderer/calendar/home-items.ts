import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useMyTasks } from './use-tasks.ts'

/** How many tasks stand on the home page by themselves. */
const most = 6

/** The tasks of the signed-in person that are late or due; what is more than a few is on the calendar. */
export function useTaskItems(): readonly HomeItem[] {
  const say = useSay()
  const tasks = useMyTasks()
  const items = tasks.slice(0, most).map((task): HomeItem => ({
    id: `task/${task.id}`,
    severity: task.standing === 'late' ? 'late' : 'due',
    text: say('frame.home.tasks.by', { text: say.of(task), due: task.due }),
    path: task.path,
  }))
  if (tasks.length <= most) return items
  const count = tasks.length - most
  return [
    ...items,
    { id: 'task/more', severity: 'note', text: say('frame.home.tasks.more', { count }), path: '/calendar' },
  ]
}
