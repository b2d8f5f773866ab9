import { Tabs } from 'antd'
import { useParams, useSearchParams } from 'react-router'

import type { PlanContent, PlanVersion } from '#shared/monitoring/plan'
import { planId, type PlanId } from '#shared/monitoring/plan'
import { planGaps } from '#shared/monitoring/plan-check'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useDraft } from '../kernel/drafts.ts'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { placeName } from './place-name.ts'
import { PlanCompare } from './PlanCompare.tsx'
import { PlanHeading } from './PlanHeading.tsx'
import { PlanLines } from './PlanLines.tsx'
import { PlanParts } from './PlanParts.tsx'
import { PlanStateTag } from './PlansPage.tsx'
import { PlanSteps } from './PlanSteps.tsx'
import { PlanSubmissions } from './PlanSubmissions.tsx'
import { usePlaces } from './use-places.ts'

/** One version of the monitoring plan: what it says, what it lacks, and the next step on its way. */
export function PlanPage() {
  const { id } = useParams()
  const say = useSay()
  const parsed = planId.safeParse(id)
  if (parsed.success) return <Opened key={parsed.data} id={parsed.data} />
  return (
    <PageFrame title={say('monitoring.plans')} purpose={say('monitoring.no-such-plan')}>
      {null}
    </PageFrame>
  )
}

/** What is asked of one version. */
export type PlanAnswer = Awaited<ReturnType<typeof api.monitoring.plan>>

function Opened({ id }: { readonly id: PlanId }) {
  const say = useSay()
  const asked = useAsk(['monitoring', 'plan', id], () => api.monitoring.plan({ id }), {
    also: ['organization', 'access'],
  })
  if (asked.data?.plan.id === id) return <Sheets key={asked.data.plan.changedAt} answer={asked.data} />
  return (
    <PageFrame title={say('monitoring.plans')} purpose={say('monitoring.plans.purpose')}>
      <TroubleNote trouble={asked.error} />
    </PageFrame>
  )
}

/** What is being written: the content and its first day, kept as a draft until it is saved. */
export interface PlanTyped {
  readonly content: PlanContent
  readonly validFrom: string
}
function typedOf({ content, validFrom }: PlanVersion): PlanTyped {
  return { content, validFrom }
}

function Sheets({ answer }: { readonly answer: PlanAnswer }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { nodes } = usePlaces()
  const [params, setParams] = useSearchParams()
  const { plan, deviations } = answer
  const draft = useDraft<PlanTyped>(`monitoring/plans/${plan.id}`, typedOf(plan))
  const isOpen = plan.state === 'draft' && may('monitoring.manage')
  const { content } = isOpen ? draft.value : plan
  const gaps = isOpen ? planGaps(content) : answer.gaps
  const write = isOpen
    ? (part: Partial<PlanContent>) =>
        draft.change({ ...draft.value, content: { ...draft.value.content, ...part } })
    : null
  const tabs = [
    {
      key: 'heading',
      label: say('monitoring.plan.tab.heading'),
      children: (
        <PlanHeading
          content={content}
          validFrom={isOpen ? draft.value.validFrom : plan.validFrom}
          write={write}
          setDay={(validFrom) => draft.change({ ...draft.value, validFrom })}
        />
      ),
    },
    {
      key: 'lines',
      label: say('monitoring.plan.tab.lines', { count: content.lines.length }),
      children: <PlanLines content={content} write={write} />,
    },
    {
      key: 'parts',
      label: say('monitoring.plan.tab.parts'),
      children: <PlanParts content={content} write={write} />,
    },
    {
      key: 'compare',
      label: say('monitoring.plan.tab.compare'),
      children: <PlanCompare plan={{ ...plan, content }} />,
    },
    {
      key: 'submissions',
      label: say('monitoring.plan.tab.submissions'),
      children: <PlanSubmissions answer={answer} />,
    },
    {
      key: 'about',
      label: say('frame.record.about'),
      children: <RecordSide record={`monitoring/plan/${plan.id}`} />,
    },
  ]
  const tab = params.get('tab') ?? 'heading'
  const show = (key: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      next.set('tab', key)
      return next
    })
  return (
    <PageFrame
      title={`${plan.content.title} · ${say('monitoring.plan.version', { number: plan.number })}`}
      purpose={
        <>
          {placeName(nodes, plan.facility)} · {plan.validFrom} – {plan.validTo ?? ''}{' '}
          <PlanStateTag state={plan.state} />
        </>
      }
      action={<PlanSteps answer={answer} draft={draft} isOpen={isOpen} />}
    >
      {isOpen && <DraftNote draft={draft} />}
      <div className="monitoring-plan">
        <div className="monitoring-side">
          <Tabs activeKey={tab} onChange={show} items={tabs} />
        </div>
        <div className="monitoring-side">
          <section className="paper" aria-labelledby="plan-gaps">
            <h2 id="plan-gaps">{say('monitoring.plan.gaps')}</h2>
            <FindingList findings={gaps} onOpen={({ where }) => show(tabOf(where))} />
          </section>
          {plan.state !== 'superseded' && (
            <section className="paper" aria-labelledby="plan-deviations">
              <h2 id="plan-deviations">{say('monitoring.plan.deviations')}</h2>
              <FindingList findings={deviations} onOpen={() => go('/monitoring')} />
            </section>
          )}
        </div>
      </div>
    </PageFrame>
  )
}

/** On which sheet a gap is mended. */
function tabOf(where: string): string {
  if (where === 'lines') return 'lines'
  return where === 'texts' || where === 'samplings' || where === 'uncertainties' ? 'parts' : 'heading'
}
