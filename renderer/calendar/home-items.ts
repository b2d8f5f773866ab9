import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { useTasksNow } from './use-tasks.ts'

/** How many tasks stand on the home page by themselves. */
const most = 6

/** The tasks of the signed-in person that are late or due; what is more than a few is on the calendar. */
export function useTaskItems(): readonly HomeItem[] {
  const say = useSay()
  const all = useTasksNow()
  const tasks = all.filter(({ isMine }) => isMine)
  const late = all.filter(({ isMine, standing }) => !isMine && standing === 'late').length
  const items = tasks.slice(0, most).map((task): HomeItem => ({
    id: `task/${task.id}`,
    severity: task.standing === 'late' ? 'late' : 'due',
    fallsTo: null,
    text: say('frame.home.tasks.by', { text: say.of(task), due: task.due }),
    path: task.path,
  }))
  const note = (id: 'more' | 'others', count: number): HomeItem[] =>
    count > 0
      ? [
          {
            id: `task/${id}`,
            severity: 'note',
            // Who answers for the whole is told what others are late with.
            fallsTo: id === 'others' ? 'review.approve' : null,
            text: say(`frame.home.tasks.${id}`, { count }),
            path: '/calendar',
          },
        ]
      : []
  return [...items, ...note('more', tasks.length - most), ...note('others', late)]
}
