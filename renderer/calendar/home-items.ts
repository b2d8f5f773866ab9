import type { HomeItem } from '../kernel/page.ts'
import { useSay } from '../kernel/say.ts'
import { calendarOf, dayNow, useTasksNow } from './use-tasks.ts'

/** How many kinds of tasks stand on the home page by themselves. */
const most = 6

/**
 * The tasks of the signed-in person that are late or due, those of a kind together with the first of them; what is more
 * than a few is on the calendar.
 */
export function useTaskItems(): readonly HomeItem[] {
  const say = useSay()
  const all = useTasksNow()
  const path = calendarOf(dayNow())
  const tasks = all.filter(({ isMine }) => isMine)
  const late = all.filter(({ isMine, standing }) => !isMine && standing === 'late').length
  const kinds = [...Map.groupBy(tasks, ({ code }) => code).values()]
  const items = kinds.slice(0, most).flatMap(([first, ...like]): HomeItem[] => {
    if (!first) return []
    const by = say('frame.home.tasks.by', { text: say.of(first), due: first.due })
    return [
      {
        id: `task/${first.id}`,
        severity: first.standing === 'late' ? 'late' : 'due',
        fallsTo: null,
        text: like.length === 0 ? by : say('frame.home.tasks.like', { text: by, count: like.length }),
        path: first.path,
      },
    ]
  })
  const rest = kinds.slice(most).reduce((sum, own) => sum + own.length, 0)
  const note = (id: 'more' | 'others', count: number): HomeItem[] =>
    count > 0
      ? [
          {
            id: `task/${id}`,
            severity: 'note',
            // Who answers for the whole is told what others are late with.
            fallsTo: id === 'others' ? 'review.approve' : null,
            text: say(`frame.home.tasks.${id}`, { count }),
            path,
          },
        ]
      : []
  return [...items, ...note('more', rest), ...note('others', late)]
}
