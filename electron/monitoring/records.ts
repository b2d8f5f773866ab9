import { allDeviations } from '#db/monitoring/deviation-queries'
import { meterRecords } from '#db/monitoring/meter-queries'
import { planList } from '#db/monitoring/plan-queries'
import { allSources } from '#db/monitoring/queries'
import type { RecordSource } from '#electron/kernel/offers'

const seen = { seenWith: 'monitoring.read' } as const

/** Sources, meters, plans and deviations, as other records name them. */
export const monitoringRecords: RecordSource = (db) => [
  ...allSources(db).map(({ id, code, name, node, state, note }) => ({
    ...seen,
    record: `monitoring/source/${id}`,
    kind: 'monitoring.kind.source',
    title: name,
    number: code,
    state: `monitoring.state.${state}`,
    path: `/monitoring/${id}`,
    node,
    text: note ?? '',
  })),
  ...meterRecords(db).map(({ meter: { id, tag, name, node } }) => ({
    ...seen,
    record: `monitoring/meter/${id}`,
    kind: 'monitoring.kind.meter',
    title: name ?? tag,
    number: tag,
    state: null,
    path: `/monitoring/meters/${id}`,
    node,
    text: '',
  })),
  ...planList(db).map(({ id, title, facility, state, reason }) => ({
    ...seen,
    record: `monitoring/plan/${id}`,
    kind: 'monitoring.kind.plan',
    title,
    number: null,
    state: `monitoring.plan.state.${state}`,
    path: `/monitoring/plans/${id}`,
    node: facility,
    text: reason,
  })),
  ...allDeviations(db).map(({ id, code, title, facility, state, cause, response }) => ({
    ...seen,
    record: `monitoring/deviation/${id}`,
    kind: 'monitoring.kind.deviation',
    title,
    number: code,
    state: `monitoring.deviation.state.${state}`,
    path: `/monitoring/deviations/${id}`,
    node: facility,
    text: [cause, response].filter((part) => part !== null).join('\n'),
  })),
]
