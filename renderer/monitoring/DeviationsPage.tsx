import { Button } from 'antd'

import type { Deviation, DeviationState } from '#shared/monitoring/deviation'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useSay } from '../kernel/say.ts'
import { useGo, useScope } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'

const tones = {
  open: 'stop',
  answered: 'warn',
  approved: 'info',
  closed: 'good',
} as const satisfies Record<DeviationState, Tone>

/** Where a case stands, as icon and word. */
export function DeviationStateTag({ state }: { readonly state: DeviationState }) {
  const say = useSay()
  return <StateTag tone={tones[state]} text={say(`monitoring.deviation.state.${state}`)} />
}

/** Deviations of practice from the plan, and how far each has come. */
export function DeviationsPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { facility } = useScope()
  const asked = useAsk(['monitoring', 'deviations'], () => api.monitoring.deviations({}))
  const rows = (asked.data ?? []).filter((each) => facility === null || each.facility === facility)
  const add = may('monitoring.enter') && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => go('/monitoring/deviations/new')}>
      {say('monitoring.deviations.add')}
    </Button>
  )
  return (
    <PageFrame
      title={say('monitoring.deviations')}
      purpose={say('monitoring.deviations.purpose')}
      action={rows.length > 0 && add}
    >
      <TroubleNote trouble={asked.error} />
      <div className={rows.length > 0 ? 'monitoring-list' : ''}>
        <RecordTable
          name="monitoring-deviations"
          label={say('monitoring.deviations')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={useColumns()}
          onOpen={({ id }) => go(`/monitoring/deviations/${id}`)}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="warning"
              title={say('monitoring.deviations.empty')}
              why={say('monitoring.deviations.empty-why')}
              action={add}
            />
          }
        />
      </div>
    </PageFrame>
  )
}

function useColumns(): readonly RecordColumn<Deviation>[] {
  const say = useSay()
  return [
    { key: 'code', width: 116, title: say('monitoring.deviation.code'), text: ({ code }) => code },
    {
      key: 'state',
      width: 110,
      title: say('monitoring.deviation.state'),
      text: ({ state }) => say(`monitoring.deviation.state.${state}`),
      cell: ({ state }) => <DeviationStateTag state={state} />,
      choices: true,
    },
    { key: 'title', width: 260, title: say('monitoring.deviation.title'), text: ({ title }) => title },
    { key: 'from', width: 110, title: say('monitoring.deviation.from'), text: ({ from }) => from },
    { key: 'to', width: 110, title: say('monitoring.deviation.to'), text: ({ to }) => to ?? '' },
    { key: 'dueOn', width: 110, title: say('monitoring.deviation.dueOn'), text: ({ dueOn }) => dueOn },
    {
      key: 'responsible',
      width: 110,
      title: say('monitoring.deviation.responsible'),
      text: ({ responsible }) => responsible ?? '',
    },
  ]
}
