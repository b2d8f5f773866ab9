import { sealsInForce, yearsWithReadings } from '#db/activity/closing'
import { answersOf } from '#db/activity/quality-queries'
import type { ReadDb } from '#db/kernel/access'
import type { SignalSource } from '#electron/kernel/offers'
import type { EvidenceKind } from '#shared/kernel/evidence-kinds'
import { type Day, monthAfter, monthOf } from '#shared/kernel/period'
import type { RequirementSignal } from '#shared/kernel/signal'

type Said = Omit<RequirementSignal, 'about' | 'records'>

/** Months that a reading or a seal may be old before it no longer shows that monitoring goes on. */
const recent = { data: 3, seal: 6 } as const

/** What readings, sealed months and settled findings say of the requirements that they show. */
export const activitySignals: SignalSource = (db, { today }) => [
  by('activity-data', collected(db, today)),
  by('monitoring-result', sealed(db, today)),
  by('quality-control-record', controlled(db, today)),
]

const by = (evidence: EvidenceKind, said: Said): RequirementSignal => ({
  about: { evidence, subsystem: 'all' },
  records: [],
  ...said,
})

function collected(db: ReadDb, today: Day): Said {
  const path = '/activity'
  const last = lastMonth(db)
  if (last === null) return { isMet: false, code: 'activity.signal.no-data', facts: {}, path }
  const isMet = last >= monthAfter(monthOf(today), -recent.data)
  return {
    isMet,
    code: isMet ? 'activity.signal.data' : 'activity.signal.data-old',
    facts: { month: last },
    path,
  }
}

/** The last month in which anything counts. */
function lastMonth(db: ReadDb): string | null {
  const [year] = yearsWithReadings(db)
  if (year === undefined) return null
  const [row] = db.ask<{ month: string }>(
    `SELECT max(CASE length(month) WHEN 4 THEN month || '-12' ELSE substr(month, 1, 7) END) AS month
     FROM activity_subtotals WHERE count > 0 AND substr(month, 1, 4) = ?`,
    String(year),
  )
  return row?.month ?? null
}

function sealed(db: ReadDb, today: Day): Said {
  const path = '/activity/months'
  const months = sealsInForce(db).map(({ month }) => month)
  const last = months.toSorted().at(-1)
  if (last === undefined) return { isMet: false, code: 'activity.signal.no-seal', facts: {}, path }
  const isMet = last >= monthAfter(monthOf(today), -recent.seal)
  const facts = { count: months.length, month: last }
  return { isMet, code: isMet ? 'activity.signal.sealed' : 'activity.signal.seal-old', facts, path }
}

/** Findings that somebody answered this year or last: the trace that quality control leaves. */
function controlled(db: ReadDb, today: Day): Said {
  const year = Number(today.slice(0, 4))
  const count = answersOf(db, year).length + answersOf(db, year - 1).length
  const isMet = count > 0
  return {
    isMet,
    code: isMet ? 'activity.signal.controlled' : 'activity.signal.uncontrolled',
    facts: { count },
    path: '/activity/findings',
  }
}
