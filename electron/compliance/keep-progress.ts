import { isDeepStrictEqual } from 'node:util'

import { progressOf } from '#db/compliance/queries'
import { progress } from '#db/compliance/tables'
import { runCommand, type Spine } from '#electron/kernel/spine'
import { cellsOf } from '#shared/compliance/maturity'
import { countsOf } from '#shared/compliance/progress'

import type { StandingOf } from './conformity.ts'
import { treesInUse } from './trees.ts'

/**
 * Keeps how the requirements stand today, where that differs from what was kept last: one row a day at most. It is
 * derived from records that have audit lines of their own, and so has none.
 */
export function progressKeeper(standingOf: StandingOf): (spine: Spine) => void {
  return (spine) => {
    const { read: db } = spine.store()
    const now = spine.around.now()
    const today = spine.dayAt(now)
    const changed = treesInUse(db, spine.around).flatMap(({ id }) => {
      const { rows } = standingOf({ db, today, around: spine.around }, id)
      const counts = countsOf(cellsOf(rows.map(({ counted }) => counted)))
      const before = progressOf(db, id, today).at(-1)
      return isDeepStrictEqual(before?.counts, counts) ? [] : [{ tree: id, day: today, counts }]
    })
    if (changed.length === 0) return
    runCommand(spine, { ...byItself, now }, ({ db: write, bulk }) =>
      bulk({ area: 'compliance' }, () => {
        for (const { tree, day, counts } of changed)
          write
            .insert(progress)
            .values({ tree, day, counts })
            .onConflictDoUpdate({ target: [progress.tree, progress.day], set: { counts } })
            .run()
      }),
    )
  }
}

const byItself = {
  procedure: 'compliance.keepProgress',
  meta: { kind: 'command', permission: 'signed-in', audit: false },
  window: 'compliance',
  signal: undefined,
  user: null,
} as const
