import { sealsInForce } from '#db/activity/closing'
import { allAnswers } from '#db/activity/quality-queries'
import type { ReadDb } from '#db/kernel/access'
import { allParameters } from '#db/monitoring/queries'
import type { SignalSource } from '#electron/kernel/offers'
import type { EvidenceKind } from '#shared/kernel/evidence-kinds'
import { type Day, monthAfter, monthOf } from '#shared/kernel/period'
import type { RequirementSignal } from '#shared/kernel/signal'

type Said = Omit<RequirementSignal, 'about'>

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
  ...said,
})

/** Shown by the sources that were measured lately; what is missing altogether has no record to name. */
function collected(db: ReadDb, today: Day): Said {
  const path = '/activity'
  const last = lastMonths(db)
  const newest = [...last.values()].toSorted().at(-1)
  if (newest === undefined)
    return { isMet: false, code: 'activity.signal.no-data', facts: {}, records: [], path }
  const since = monthAfter(monthOf(today), -recent.data)
  const facts = { month: newest }
  if (newest < since) return { isMet: false, code: 'activity.signal.data-old', facts, records: [], path }
  const sources = new Set(
    allParameters(db).flatMap(({ seq, source }) =>
      source !== null && (last.get(seq) ?? '') >= since ? [`monitoring/source/${source}`] : [],
    ),
  )
  return { isMet: true, code: 'activity.signal.data', facts, records: [...sources], path }
}

/** The last month in which anything counts, by the parameter's row number; a year stands as its December. */
function lastMonths(db: ReadDb): ReadonlyMap<number, string> {
  const rows = db.ask<{ parameter: number; month: string }>(
    `SELECT parameter, max(CASE length(month) WHEN 4 THEN month || '-12' ELSE substr(month, 1, 7) END) AS month
     FROM activity_subtotals WHERE count > 0 GROUP BY parameter`,
  )
  return new Map(rows.map(({ parameter, month }) => [parameter, month]))
}

function sealed(db: ReadDb, today: Day): Said {
  const path = '/activity/months'
  const seals = sealsInForce(db).toSorted((one, other) => other.month.localeCompare(one.month))
  const last = seals[0]?.month
  if (last === undefined)
    return { isMet: false, code: 'activity.signal.no-seal', facts: {}, records: [], path }
  const facts = { count: seals.length, month: last }
  if (last < monthAfter(monthOf(today), -recent.seal))
    return { isMet: false, code: 'activity.signal.seal-old', facts, records: [], path }
  const records = seals.map(({ id }) => `activity/seal/${id}`)
  return { isMet: true, code: 'activity.signal.sealed', facts, records, path }
}

/** Findings that somebody answered this year or last: the trace that quality control leaves. */
function controlled(db: ReadDb, today: Day): Said {
  const since = Number(today.slice(0, 4)) - 1
  const given = allAnswers(db).filter(({ year }) => year >= since && year <= since + 1)
  const isMet = given.length > 0
  return {
    isMet,
    code: isMet ? 'activity.signal.controlled' : 'activity.signal.uncontrolled',
    facts: { count: given.length },
    records: given.map(({ id }) => `activity/answer/${id}`),
    path: '/activity/findings',
  }
}
