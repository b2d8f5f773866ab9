import { Button } from 'antd'

import { standingOf } from '#shared/monitoring/calibration'
import type { MeterRecord } from '#shared/monitoring/meter'

import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { MeterStanding, standingWord } from './MeterStanding.tsx'
import { MeterYear } from './MeterYear.tsx'
import { type MetersAnswer, useMeters } from './use-meters.ts'
import { usePlaces } from './use-places.ts'
import { useToday } from './use-today.ts'

/** Every meter, how its calibration stands, and the year as a picture. */
export function MetersPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { year } = useScope()
  const asked = useMeters()
  const { meters = [], lapses = [], findings = [], unregistered = [] } = asked.data ?? {}
  const add = may('monitoring.manage') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/monitoring/meters/new')}>
      {say('monitoring.meters.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('monitoring.meters')}
      purpose={say('monitoring.meters.purpose')}
      action={meters.length > 0 && add}
    >
      <TroubleNote trouble={asked.error} />
      {findings.length > 0 && (
        <section className="paper monitoring-findings" aria-label={say('monitoring.findings')}>
          <FindingList findings={findings} onOpen={({ where }) => go(`/monitoring/meters/${where}`)} />
        </section>
      )}
      {may('monitoring.manage') && <Unregistered unregistered={unregistered} />}
      <div className={meters.length > 0 ? 'monitoring-list' : ''}>
        <RecordTable
          name="monitoring-meters"
          label={say('monitoring.meters')}
          rows={meters}
          rowKey={({ meter }) => meter.id}
          columns={useColumns()}
          onOpen={({ meter }) => go(`/monitoring/meters/${meter.id}`)}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="meter"
              title={say('monitoring.meters.empty')}
              why={say('monitoring.meters.empty-why')}
              action={add}
            />
          }
        />
      </div>
      {meters.length > 0 && <MeterYear meters={meters} lapses={lapses} year={year} />}
    </PageFrame>
  )
}

/** Numbers that parameters name: one click begins the registration with what it measures. */
function Unregistered({ unregistered }: Pick<MetersAnswer, 'unregistered'>) {
  const say = useSay()
  const go = useGo()
  if (unregistered.length === 0) return null
  return (
    <section className="paper" aria-labelledby="monitoring-unregistered">
      <h2 id="monitoring-unregistered">{say('monitoring.meters.unregistered')}</h2>
      <div className="page-acts">
        {unregistered.map(({ tag, parameters }) => (
          <Button
            key={tag}
            icon={<Icon name="plus" />}
            onClick={() => go(`/monitoring/meters/new?tag=${encodeURIComponent(tag)}`)}
          >
            {say('monitoring.meters.register-one', { tag, count: parameters.length })}
          </Button>
        ))}
      </div>
    </section>
  )
}

function useColumns(): readonly RecordColumn<MeterRecord>[] {
  const say = useSay()
  const { nodes } = usePlaces()
  const placeOf = new Map<string, string>(nodes.map(({ id, name }) => [id, name]))
  const today = useToday()
  return [
    { key: 'tag', width: 110, title: say('monitoring.meter.field.tag'), text: ({ meter }) => meter.tag },
    {
      key: 'kind',
      width: 110,
      title: say('monitoring.meter.field.kind'),
      text: ({ meter }) => say(`monitoring.meter.kind.${meter.kind}`),
      choices: true,
    },
    {
      key: 'name',
      width: 150,
      title: say('monitoring.meter.field.name'),
      text: ({ meter }) => meter.name ?? '',
    },
    {
      key: 'standing',
      width: 160,
      title: say('monitoring.meter.standing'),
      text: (record) => standingWord(say, standingOf(record, today)),
      cell: (record) => <MeterStanding standing={standingOf(record, today)} />,
    },
    {
      key: 'node',
      width: 120,
      title: say('monitoring.meter.field.node'),
      text: ({ meter }) => placeOf.get(meter.node) ?? '',
      choices: true,
    },
    {
      key: 'place',
      width: 130,
      title: say('monitoring.meter.field.place'),
      text: ({ meter }) => meter.place ?? '',
    },
    {
      key: 'accuracy',
      width: 96,
      title: say('monitoring.meter.field.accuracy'),
      text: ({ meter }) => meter.accuracy ?? '',
    },
    {
      key: 'interval',
      width: 110,
      number: true,
      title: say('monitoring.meter.field.calibrationMonths'),
      text: ({ meter }) => (meter.calibrationMonths === null ? '' : String(meter.calibrationMonths)),
    },
    {
      key: 'parameters',
      width: 96,
      number: true,
      title: say('monitoring.meter.field.parameters'),
      text: ({ uses }) => String(uses.filter(({ validTo }) => validTo === null).length),
    },
  ]
}
