import { isDeepStrictEqual } from 'node:util'

import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { kernelTasks } from '#db/kernel/tables'
import { type TaskRow, tasksByKey } from '#db/kernel/task-queries'
import { runCommand, type Spine } from '#electron/kernel/spine'
import type { Surroundings } from '#electron/kernel/surroundings'
import { workCalendarOf } from '#electron/kernel/work-calendar'
import type { OfferedTask } from '#shared/kernel/task'
import type { WorkCalendar } from '#shared/kernel/working-days'

/** An area's register of what is due, `electron/areas.ts` puts them together. The same store offers the same tasks. */
export type TaskSource = (
  db: ReadDb,
  at: {
    readonly today: string
    readonly calendar: WorkCalendar
    /** Leads to what the program ships. */
    readonly around: Pick<Surroundings, 'program'>
  },
) => readonly OfferedTask[]

/** What of a row follows from the offer. */
type Offered = Omit<TaskRow, 'id' | 'settledAt' | 'madeAt'>

/**
 * Brings the one table of tasks to what the areas offer now: new ones come, known ones follow, those that are done are
 * settled with the time, those that nobody offers any more are dropped. Writes only what differs; a second run
 * changes nothing. It is derived from records that have audit lines of their own, and so has none.
 *
 * @returns how many tasks changed.
 */
export function keepTasks(spine: Spine, sources: readonly TaskSource[]): number {
  const { read } = spine.store()
  const now = spine.around.now()
  const at = { today: spine.dayAt(now), calendar: workCalendarOf(read), around: spine.around }
  const offered = new Map(
    sources.flatMap((source) => source(read, at)).map((task) => [task.key, rowOf(task)]),
  )
  const known = tasksByKey(read)
  const changed = [...offered.values()].filter((row) => !isKept(row, known.get(row.key)))
  const gone = [...known.values()].filter(({ key, state }) => state === 'open' && !offered.has(key))
  if (changed.length + gone.length === 0) return 0
  const instant = now.toISOString()
  runCommand(spine, { ...byItself, now }, ({ db, newId, bulk }) =>
    bulk({ area: 'kernel' }, () => {
      for (const row of changed) {
        const before = known.get(row.key)
        const settledAt = row.state === 'open' ? null : (before?.settledAt ?? instant)
        const values = { ...row, settledAt }
        if (before) db.update(kernelTasks).set(values).where(eq(kernelTasks.id, before.id)).run()
        else
          db.insert(kernelTasks)
            .values({ ...values, id: newId<'task'>(), madeAt: instant })
            .run()
      }
      for (const { id } of gone)
        db.update(kernelTasks)
          .set({ state: 'dropped', settledAt: instant })
          .where(eq(kernelTasks.id, id))
          .run()
    }),
  )
  return changed.length + gone.length
}

const byItself = {
  procedure: 'desk.keepTasks',
  meta: { kind: 'command', permission: 'signed-in', audit: false },
  window: 'tasks',
  signal: undefined,
  user: null,
} as const

function rowOf({ node, isDone, ...task }: OfferedTask): Offered {
  return { ...task, nodeId: node, state: isDone ? 'done' : 'open' }
}

function isKept(row: Offered, before: TaskRow | undefined): boolean {
  if (!before) return false
  const { id: _id, settledAt: _settled, madeAt: _made, ...kept } = before
  return isDeepStrictEqual(kept, row)
}
