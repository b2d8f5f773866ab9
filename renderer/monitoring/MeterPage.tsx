import { Button } from 'antd'
import { useParams, useSearchParams } from 'react-router'

import { standingOf } from '#shared/monitoring/calibration'
import type { MeterRecord } from '#shared/monitoring/meter'

import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { MeterCertificates } from './MeterCertificates.tsx'
import { MeterExchange } from './MeterExchange.tsx'
import { MeterForm } from './MeterForm.tsx'
import { MeterLapses } from './MeterLapses.tsx'
import { MeterStanding } from './MeterStanding.tsx'
import { placeName } from './place-name.ts'
import { useMeters } from './use-meters.ts'
import { usePlaces } from './use-places.ts'
import { useToday } from './use-today.ts'

/** One meter: its facts and what it measures at the left; certificates and times of doubt at the right. */
export function MeterPage() {
  const say = useSay()
  const { id } = useParams()
  const asked = useMeters()
  const record = asked.data?.meters.find(({ meter }) => meter.id === id)
  if (id === 'new') return <NewMeter />
  if (record) return <Opened key={`${record.meter.id} ${record.meter.changedAt}`} record={record} />
  return (
    <PageFrame
      title={say('monitoring.meters')}
      purpose={asked.data ? say('monitoring.no-such-meter') : say('monitoring.meters.purpose')}
    >
      <TroubleNote trouble={asked.error} />
    </PageFrame>
  )
}

function NewMeter() {
  const say = useSay()
  const go = useGo()
  const [params] = useSearchParams()
  const { first } = usePlaces()
  const asked = useMeters()
  const tag = params.get('tag')
  const named = asked.data?.unregistered.find((each) => each.tag === tag)
  return (
    <PageFrame
      title={say('monitoring.meter.new')}
      purpose={say('monitoring.meters.purpose')}
      action={<Button onClick={() => go('/monitoring/meters')}>{say('monitoring.meters.all')}</Button>}
    >
      {asked.data && first && (
        <div className="monitoring-narrow">
          <MeterForm
            key={tag}
            record={null}
            node={first.id}
            tag={tag ?? ''}
            parameters={named?.parameters ?? []}
            onSaved={(saved) => go(`/monitoring/meters/${saved}`)}
          />
        </div>
      )}
    </PageFrame>
  )
}

function Opened({ record }: { readonly record: MeterRecord }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { nodes } = usePlaces()
  const { meter } = record
  const asked = useMeters()
  const before = asked.data?.meters.find(({ meter: { id } }) => id === meter.replaces)
  const today = useToday()
  return (
    <PageFrame
      title={[meter.tag, meter.name].filter((part) => part !== null).join(' · ')}
      purpose={
        <>
          {placeName(nodes, meter.node)} · {say(`monitoring.meter.kind.${meter.kind}`)}{' '}
          {before && `· ${say('monitoring.meter.replaced', { tag: before.meter.tag })} `}
          <MeterStanding standing={standingOf(record, today)} />
        </>
      }
      action={
        <>
          <Button onClick={() => go('/monitoring/meters')}>{say('monitoring.meters.all')}</Button>
          {may('access.read') && (
            <Button icon={<Icon name="history" />} onClick={() => go(`/access/audit?record=${meter.id}`)}>
              {say('monitoring.history')}
            </Button>
          )}
        </>
      }
    >
      <div className="monitoring-columns">
        <div className="monitoring-side">
          <MeterForm
            record={record}
            node={meter.node}
            tag={meter.tag}
            parameters={record.uses
              .filter(({ validTo }) => validTo === null)
              .map(({ parameter }) => parameter)}
            onSaved={() => undefined}
          />
          {may('monitoring.manage') && meter.removedOn === null && <MeterExchange record={record} />}
        </div>
        <div className="monitoring-side">
          <MeterCertificates record={record} />
          <MeterLapses record={record} />
          <RecordSide record={`monitoring/meter/${meter.id}`} />
        </div>
      </div>
    </PageFrame>
  )
}
