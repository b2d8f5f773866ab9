import { Button } from 'antd'

import type { PlanState, PlanSummary } from '#shared/monitoring/plan'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
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
import { NoPlace } from './NoPlace.tsx'
import { usePeople } from './use-people.ts'
import { usePlaces } from './use-places.ts'
import { useToday } from './use-today.ts'

const tones = {
  draft: 'quiet',
  review: 'warn',
  approved: 'info',
  'in-force': 'good',
  superseded: 'quiet',
} as const satisfies Record<PlanState, Tone>

/** Where a version stands, as icon and word. */
export function PlanStateTag({ state }: { readonly state: PlanState }) {
  const say = useSay()
  return <StateTag tone={tones[state]} text={say(`monitoring.plan.state.${state}`)} />
}

/** Versions of the monitoring plan; the first is made from the registers in one act, the next from the one before. */
export function PlansPage() {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { facility } = useScope()
  const asked = useAsk(['monitoring', 'plans'], () => api.monitoring.plans({}))
  const all = asked.data ?? []
  const { first, isPending } = usePlaces()
  const hasPlace = first !== undefined || isPending
  const plans = facility === null ? all : all.filter((plan) => plan.facility === facility)
  const columns = useColumns()
  const begin = <BeginPlan plans={all} />
  return (
    <PageFrame
      title={say('monitoring.plans')}
      purpose={say('monitoring.plans.purpose')}
      action={plans.length > 0 && may('monitoring.manage') && begin}
    >
      <TroubleNote trouble={asked.error} />
      <div className="monitoring-list">
        <RecordTable
          name="monitoring-plans"
          label={say('monitoring.plans')}
          rows={plans}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => go(`/monitoring/plans/${id}`)}
          loading={asked.isPending}
          empty={
            hasPlace ? (
              <EmptyState
                icon="report"
                title={say('monitoring.plans.empty')}
                why={say('monitoring.plans.empty-why')}
                action={may('monitoring.manage') && begin}
              />
            ) : (
              <NoPlace why={say('monitoring.plans.empty-why')} />
            )
          }
        />
      </div>
    </PageFrame>
  )
}

/** Begins the next version of the facility that is looked at, and opens it. */
function BeginPlan({ plans }: { readonly plans: readonly PlanSummary[] }) {
  const say = useSay()
  const go = useGo()
  const { year } = useScope()
  const { first } = usePlaces()
  const before = plans.find(({ facility }) => facility === first?.id)
  const today = useToday()
  const begin = useCommand(() =>
    api.monitoring.beginPlan({
      facility: first?.id ?? ('' as never),
      validFrom: before ? today : `${year}-01-01`,
      title: before?.title ?? say('monitoring.plans.default-title', { name: first?.name ?? '' }),
      reason: before ? '' : say('monitoring.plans.reason-first'),
    }),
  )
  if (first === undefined) return null
  const start = async () => {
    const plan = await begin.run(undefined)
    if (plan) go(`/monitoring/plans/${plan.id}`)
  }
  return (
    <>
      <Button type="primary" icon={<Icon name="plus" />} loading={begin.busy} onClick={() => void start()}>
        {say(before ? 'monitoring.plans.begin-next' : 'monitoring.plans.begin-first')}
      </Button>
      <TroubleNote trouble={begin.trouble} onClose={begin.forget} />
    </>
  )
}

function useColumns(): readonly RecordColumn<PlanSummary>[] {
  const say = useSay()
  const who = usePeople()
  const { nodes } = usePlaces()
  const placeOf = new Map<string, string>(nodes.map(({ id, name }) => [id, name]))
  return [
    {
      key: 'number',
      title: say('monitoring.plan.number'),
      text: ({ number }) => String(number),
      number: true,
      width: 72,
    },
    {
      key: 'state',
      title: say('monitoring.plan.state'),
      text: ({ state }) => say(`monitoring.plan.state.${state}`),
      cell: ({ state }) => <PlanStateTag state={state} />,
      choices: true,
      width: 150,
    },
    { key: 'title', title: say('monitoring.plan.field.title'), text: ({ title }) => title, width: 240 },
    {
      key: 'facility',
      title: say('monitoring.plan.facility'),
      text: ({ facility }) => placeOf.get(facility) ?? '',
      choices: true,
      width: 130,
    },
    {
      key: 'validFrom',
      title: say('monitoring.plan.field.validFrom'),
      text: ({ validFrom }) => validFrom,
      width: 110,
    },
    {
      key: 'validTo',
      title: say('monitoring.plan.field.validTo'),
      text: ({ validTo }) => validTo ?? '',
      width: 110,
    },
    {
      key: 'lines',
      title: say('monitoring.plan.lines-count'),
      text: ({ lines }) => String(lines),
      number: true,
      width: 84,
    },
    { key: 'reason', title: say('monitoring.plan.field.reason'), text: ({ reason }) => reason, width: 220 },
    {
      key: 'approvedBy',
      title: say('monitoring.plan.approver'),
      text: ({ approvedBy }) => (approvedBy === null ? '' : who(approvedBy)),
      width: 110,
    },
  ]
}
