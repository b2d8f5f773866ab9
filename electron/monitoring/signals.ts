import type { ReadDb } from '#db/kernel/access'
import { allDeviations } from '#db/monitoring/deviation-queries'
import { meterRecords } from '#db/monitoring/meter-queries'
import { planList, submissionsOf } from '#db/monitoring/plan-queries'
import { allParameters, allSources } from '#db/monitoring/queries'
import type { SignalSource } from '#electron/kernel/offers'
import type { EvidenceKind } from '#shared/kernel/evidence-kinds'
import type { Day } from '#shared/kernel/period'
import type { RequirementSignal } from '#shared/kernel/signal'
import { standingOf } from '#shared/monitoring/calibration'

type Said = Omit<RequirementSignal, 'about'>

/** What sources, meters, plans and deviations say of the requirements that they show. */
export const monitoringSignals: SignalSource = (db, { today }) => {
  const plan = planned(db)
  const deviations = investigated(db, today)
  return [
    by('source-register', registered(db)),
    by('equipment-register', equipped(db, today)),
    by('calibration-record', calibrated(db, today)),
    by('monitoring-plan', plan),
    // A version is approved only with all of these in it.
    ...planParts.map((requirement) => ({ about: { requirement }, ...plan })),
    ...submitted(db),
    ...(deviations ? [by('deviation-case', deviations)] : []),
  ]
}

/** What a monitoring plan in force holds: A.6.5.2.2 a to e, A.9.1 a 1 to 4, and what 9.1.1 asks to be settled. */
const planParts = [
  ...['a', 'b', 'c', 'd', 'e'].map((part) => `A.6.5.2.2-${part}`),
  ...['1', '2', '3', '4'].map((part) => `A.9.1-a-${part}`),
  '9.1.1-a',
  '9.1.1-b',
  '9.1.1-d',
]

const by = (evidence: EvidenceKind, said: Said): RequirementSignal => ({
  about: { evidence, subsystem: 'all' },
  ...said,
})

function registered(db: ReadDb): Said {
  const sources = allSources(db).filter(({ state }) => state !== 'closed')
  const path = '/monitoring'
  if (sources.length === 0) return absent('monitoring.signal.no-source', path)
  const measured = new Set(allParameters(db).map(({ source }) => source))
  const loose = sources.filter(({ id, state }) => state === 'running' && !measured.has(id))
  return loose.length > 0
    ? failing('monitoring.signal.source-unmonitored', path, loose.map(sourceRef))
    : met('monitoring.signal.sources', path, sources.map(sourceRef))
}
const sourceRef = ({ id }: { readonly id: string }) => `monitoring/source/${id}`
const meterRef = ({ meter }: { readonly meter: { readonly id: string } }) => `monitoring/meter/${meter.id}`

function equipped(db: ReadDb, today: Day): Said {
  const meters = inUse(db, today)
  const path = '/monitoring/meters'
  if (meters.length === 0) return absent('monitoring.signal.no-meter', path)
  return met('monitoring.signal.meters', path, meters.map(meterRef))
}

function calibrated(db: ReadDb, today: Day): Said {
  const path = '/monitoring/meters'
  const meters = inUse(db, today).filter(({ meter }) => meter.calibrationMonths !== null)
  if (meters.length === 0) return absent('monitoring.signal.no-calibration', path)
  const lapsed = meters.filter((record) => standingOf(record, today).state === 'invalid')
  return lapsed.length > 0
    ? failing('monitoring.signal.calibration-lapsed', path, lapsed.map(meterRef))
    : met('monitoring.signal.calibrated', path, meters.map(meterRef))
}
function inUse(db: ReadDb, today: Day) {
  return meterRecords(db).filter((record) => standingOf(record, today).state !== 'removed')
}

/** Every facility that ever had a plan has one in force. */
function planned(db: ReadDb): Said {
  const plans = planList(db)
  const path = '/monitoring/plans'
  if (plans.length === 0) return absent('monitoring.signal.no-plan', path)
  const inForce = plans.filter(({ state }) => state === 'in-force')
  const settled = new Set(inForce.map(({ facility }) => facility))
  const open = plans.filter(({ facility, state }) => !settled.has(facility) && state !== 'superseded')
  const refs = (of: typeof plans) => of.map(({ id }) => `monitoring/plan/${id}` as const)
  return open.length > 0 || inForce.length === 0
    ? failing('monitoring.signal.plan-open', path, refs(open.length > 0 ? open : plans.slice(0, 1)))
    : met('monitoring.signal.plan-in-force', path, refs(inForce))
}

/** Handing a plan in is owed where an authority asks for it: said only where it was entered. */
function submitted(db: ReadDb): RequirementSignal[] {
  const path = '/monitoring/plans'
  const kept = planList(db)
    .filter(({ state }) => state === 'in-force')
    .flatMap(({ id }) => submissionsOf(db, id))
  if (kept.length === 0) return []
  const late = kept.filter(
    ({ submittedOn, dueOn }) => submittedOn === null || (dueOn !== null && submittedOn > dueOn),
  )
  const of = late.length > 0 ? late : kept
  const refs = [...new Set(of.map(({ plan }) => `monitoring/plan/${plan}`))]
  const said =
    late.length > 0
      ? failing('monitoring.signal.plan-not-submitted', path, refs)
      : met('monitoring.signal.plan-submitted', path, refs)
  return [{ about: { requirement: 'A.9.1-a-5' }, ...said }]
}

/** Null while nothing deviated: that shows neither that deviations are looked into nor that they are not. */
function investigated(db: ReadDb, today: Day): Said | null {
  const all = allDeviations(db)
  const path = '/monitoring/deviations'
  const refs = (of: typeof all) => of.map(({ id }) => `monitoring/deviation/${id}`)
  const late = all.filter(({ state, dueOn }) => state === 'open' && dueOn < today)
  if (all.length === 0) return null
  return late.length > 0
    ? failing('monitoring.signal.deviation-late', path, refs(late))
    : met('monitoring.signal.deviations', path, refs(all))
}

function absent(code: string, path: string): Said {
  return { isMet: false, code, facts: {}, records: [], path }
}
function failing(code: string, path: string, records: readonly string[]): Said {
  return { isMet: false, code, facts: { count: records.length }, records, path }
}
function met(code: string, path: string, records: readonly string[]): Said {
  return { isMet: true, code, facts: { count: records.length }, records, path }
}
