import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'

import type { ShownObjective } from '#shared/performance/objective'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { PasswordAct } from '../kernel/PasswordAct.tsx'
import { RecordSide } from '../kernel/RecordSide.tsx'
import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useTask } from '../kernel/tasks.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { FindingList } from '../ui/FindingList.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ObjectiveLooks } from './LookNotes.tsx'
import { MeasureList } from './MeasureList.tsx'
import { ObjectiveForm } from './ObjectivesPage.tsx'
import { TargetSection } from './TargetSection.tsx'
import { useNames, useObjectives } from './use-performance.ts'

/** One objective with its targets, their pace, and the measures taken for it. */
export function ObjectivePage() {
  const say = useSay()
  const { id = '' } = useParams()
  const asked = useObjectives()
  const [isOpen, setOpen] = useState(false)
  const may = useMay()
  const objective = asked.data?.find((each) => each.id === id)
  if (!objective)
    return (
      <PageFrame title={say('performance.objectives')} purpose={say('performance.objectives.purpose')}>
        <TroubleNote trouble={asked.error} />
        {asked.data && <p>{say('performance.unknown-objective')}</p>}
      </PageFrame>
    )
  const isClosed = objective.state === 'closed'
  return (
    <PageFrame
      title={objective.title}
      purpose={[say(`performance.horizon.${objective.horizon}`), objective.owner].filter(Boolean).join(' · ')}
      action={<Acts objective={objective} />}
    >
      <div className="record-page">
        <div className="performance-main">
          <State objective={objective} />
          {!isClosed && objective.gaps.length > 0 && (
            <section className="paper" aria-label={say('performance.objective.gaps')}>
              <h2>{say('performance.objective.gaps')}</h2>
              <FindingList findings={objective.gaps} />
            </section>
          )}
          <ObjectiveLooks objective={objective.id} />
          <TargetSection objective={objective} />
          <MeasureList objective={objective} />
          {may('performance.enter') && objective.state === 'draft' && !isOpen && (
            <div className="performance-acts">
              <Button onClick={() => setOpen(true)}>{say('performance.objective.edit')}</Button>
            </div>
          )}
          {isOpen && <ObjectiveForm objective={objective} onDone={() => setOpen(false)} />}
        </div>
        <RecordSide
          record={`performance/objective/${objective.id}`}
          parts={objective.measures.map(({ id }) => `performance/measure/${id}` as const)}
        />
      </div>
    </PageFrame>
  )
}

function State({ objective }: { readonly objective: ShownObjective }) {
  const say = useSay()
  const nameOf = useNames()
  const { state, publishedBy, publishedAt, toldTo, result } = objective
  if (state === 'draft') return <StateTag tone="quiet" text={say('performance.objective.state.draft')} />
  return (
    <div className="performance-head">
      <StateTag tone="good" text={say(`performance.objective.state.${state}`)} />
      <span>
        {say('performance.objective.published-by', {
          who: nameOf(publishedBy),
          on: publishedAt ? localDay(publishedAt) : '',
          to: toldTo ?? '',
        })}
      </span>
      {result !== null && <span>{say('performance.objective.result-is', { result })}</span>}
    </div>
  )
}

function Acts({ objective }: { readonly objective: ShownObjective }) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const { id, title, state, gaps, measures } = objective
  const publish = useTask((input: { readonly password: string; readonly toldTo: string }, signal) =>
    api.performance.publishObjective({ id, ...input }, { signal }),
  )
  const remove = useCommand(() => api.performance.removeObjective({ id }))
  const close = useCommand((result: string) => api.performance.closeObjective({ id, result }))
  return (
    <>
      <TroubleNote trouble={remove.trouble ?? close.trouble} />
      {state === 'draft' && may('performance.enter') && measures.length === 0 && (
        <ConfirmAct
          label={say('performance.remove')}
          question={say('performance.objective.remove-question', { name: title })}
          button={{ danger: true }}
          onConfirm={() =>
            void remove.run(undefined).then((done) => {
              if (done) go('/performance/targets')
            })
          }
        />
      )}
      {state === 'draft' && may('performance.approve') && (
        <PasswordAct
          label={say('performance.objective.publish')}
          question={say('performance.objective.publish-question')}
          textLabel={say('performance.objective.told-to')}
          running={publish}
          input={(password, toldTo) => ({ password, toldTo })}
          disabled={gaps.some(({ severity }) => severity === 'blocks-report')}
        />
      )}
      {state === 'published' && may('performance.approve') && (
        <ConfirmAct
          label={say('performance.objective.close')}
          question={say('performance.objective.close-question')}
          reasonLabel={say('performance.objective.result')}
          onConfirm={(result) => void close.run(result)}
        />
      )}
    </>
  )
}
