import { progressOf } from '#db/compliance/queries'
import type { ReviewSource } from '#electron/kernel/offers'
import { cellsOf, scoreOf } from '#shared/compliance/maturity'
import { countsOf, type Progress, totalOn } from '#shared/compliance/progress'
import { standardTree } from '#shared/compliance/tree'
import { grouped } from '#shared/kernel/grouped'
import type { ReviewInput } from '#shared/kernel/review-input'
import { subsystems } from '#shared/kernel/subsystem'

import type { StandingOf } from './conformity.ts'

/**
 * How far the requirements of each adopted subsystem were met at the end of the reviewed days, and month by month
 * before (9.3.2 c). What was kept of each day speaks of days that are past; of today the records themselves do.
 */
export function conformityReviewInputs(standingOf: StandingOf): ReviewSource {
  return (db, { to, today, around }) => {
    const kept = progressOf(db, standardTree, today).filter(({ day }) => day < to)
    const { rows } = standingOf({ db, today, around }, standardTree)
    const now = { day: today, counts: countsOf(cellsOf(rows.map(({ counted }) => counted))) }
    const known = today < to ? [...kept.filter(({ day }) => day !== today), now] : kept
    const last = known.at(-1)
    if (!last) return []
    return subsystems
      .filter((each) => last.counts.some(({ subsystem }) => subsystem === each))
      .map((subsystem): ReviewInput => {
        const { asked, full, part, failing } = totalOn(last, subsystem)
        const facts = { day: last.day, asked, full, part, failing }
        const code = 'compliance.review.conformity'
        return {
          topic: 'performance',
          subsystem,
          area: 'compliance',
          lines: [{ code, facts, record: null, path: '/compliance' }],
          series: [{ code: 'compliance.review.score', facts: {}, unit: '%', ...byMonth(known, subsystem) }],
          changedAt: `${last.day}T00:00:00.000Z`,
          isProvisional: false,
        }
      })
  }
}

/** The last score of each month in which anything changed. */
function byMonth(known: readonly Progress[], subsystem: string) {
  const months = [...grouped(known, ({ day }) => day.slice(0, 7))]
  return {
    periods: months.map(([month]) => month),
    values: months.map(([, days]) => {
      const last = days.at(-1)
      return last ? scoreOf(totalOn(last, subsystem)) : null
    }),
  }
}
