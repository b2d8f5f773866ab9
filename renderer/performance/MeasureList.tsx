import { Button } from 'antd'
import { useState } from 'react'

import {
  lackingFor,
  type Measure,
  type MeasureState,
  mayFollow,
  measureStates,
} from '#shared/performance/measure'
import type { ShownObjective } from '#shared/performance/objective'

import { api } from '../kernel/api.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { MeasureForm } from './MeasureForm.tsx'
import { MeasureParts } from './MeasureParts.tsx'
import { useMeasureParts } from './use-operation.ts'
import { useNames } from './use-performance.ts'

const tones: Readonly<Record<MeasureState, Tone>> = {
  draft: 'quiet',
  approved: 'info',
  running: 'info',
  done: 'warn',
  verified: 'good',
  dropped: 'stop',
}

/** What is done for an objective: expected and achieved, cost, owner and state. */
export function MeasureList({ objective }: { readonly objective: ShownObjective }) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState<string | null>(null)
  const { measures } = objective
  const mayAdd = may('performance.enter') && objective.state !== 'closed'
  const add = (
    <Button icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
      {say('performance.measure.new')}
    </Button>
  )
  const head = ['title', 'owner', 'due', 'expected', 'achieved', 'investment', 'yearlyCost', 'state'] as const
  const isNumber = (each: string) => ['expected', 'achieved', 'investment', 'yearlyCost'].includes(each)
  return (
    <section className="paper" aria-label={say('performance.measure.list')}>
      <h2>{say('performance.measure.list')}</h2>
      {measures.length === 0 && open !== 'new' && (
        <EmptyState
          icon="leaf"
          title={say('performance.measure.empty')}
          why={say('performance.measure.empty-why')}
          action={mayAdd && add}
        />
      )}
      {measures.length > 0 && (
        <div
          className="plain-scroll"
          role="region"
          tabIndex={0}
          aria-label={say('frame.chart.table', { label: say('performance.measure.list') })}
        >
          <table className="plain-table">
            <thead>
              <tr>
                {head.map((each) => (
                  <th key={each} scope="col" className={isNumber(each) ? 'right' : ''}>
                    {say(`performance.measure.${each}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {measures.map((measure) => (
                <tr key={measure.id}>
                  <th scope="row">
                    <button type="button" className="openable" onClick={() => setOpen(measure.id)}>
                      {measure.title}
                    </button>
                  </th>
                  <td className="performance-owner">
                    {[measure.owner, measure.department].filter(Boolean).join(' · ')}
                  </td>
                  <td className="performance-day">{measure.due}</td>
                  <td className="right">
                    <NumberText value={measure.expected} unit="tCO2e" />
                  </td>
                  <td className="right">
                    {measure.achieved !== null && <NumberText value={measure.achieved} unit="tCO2e" />}
                  </td>
                  <td className="right">
                    <NumberText value={measure.investment} unit="CNY" />
                  </td>
                  <td className="right">
                    <NumberText value={measure.yearlyCost} unit="CNY" />
                  </td>
                  <td>
                    <StateTag
                      tone={tones[measure.state]}
                      text={say(`performance.measure.state.${measure.state}`)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {measures.length > 0 && mayAdd && open === null && <div className="performance-acts">{add}</div>}
      {open === 'new' && <MeasureForm objective={objective} measure={null} onDone={() => setOpen(null)} />}
      {measures
        .filter(({ id }) => id === open)
        .map((measure) => (
          <OpenMeasure
            key={measure.id}
            objective={objective}
            measure={measure}
            onDone={() => setOpen(null)}
          />
        ))}
    </section>
  )
}

interface OpenProps {
  readonly objective: ShownObjective
  readonly measure: Measure
  readonly onDone: () => void
}

function OpenMeasure({ objective, measure, onDone }: OpenProps) {
  const say = useSay()
  const nameOf = useNames()
  const isEnded = measure.state === 'verified' || measure.state === 'dropped'
  return (
    <>
      <Steps measure={measure} />
      {measure.steps.length > 0 && (
        <ul aria-label={say('performance.measure.way')}>
          {measure.steps.map(({ to, note, madeBy, madeAt }) => (
            <li key={`${to} ${madeAt}`}>
              {localDay(madeAt)} {nameOf(madeBy)} · {say(`performance.measure.state.${to}`)}
              {note !== '' && ` · ${note}`}
            </li>
          ))}
        </ul>
      )}
      {isEnded ? (
        <Button onClick={onDone}>{say('frame.close')}</Button>
      ) : (
        <MeasureForm key={measure.id} objective={objective} measure={measure} onDone={onDone} />
      )}
      <MeasureParts measure={measure} />
    </>
  )
}

/** Where a measure may go from here, and what it lacks for that. */
function Steps({ measure }: { readonly measure: Measure }) {
  const say = useSay()
  const may = useMay()
  const move = useCommand(({ to, note }: { readonly to: MeasureState; readonly note: string }) =>
    to === 'approved' || to === 'verified'
      ? api.performance.decideMeasure({ id: measure.id, to, note })
      : api.performance.moveMeasure({ id: measure.id, to, note }),
  )
  const { data: parts } = useMeasureParts()
  const listed = parts?.resources.filter((each) => each.measure === measure.id).length ?? 0
  const next = measureStates.filter((to) => mayFollow(measure.state, to))
  const isDecided = (to: MeasureState) => to === 'approved' || to === 'verified'
  return (
    <div className="performance-acts">
      {next.map((to) => {
        const lacking = lackingFor(measure, to, listed)
        const isAllowed = may(isDecided(to) ? 'performance.approve' : 'performance.enter')
        if (!isAllowed) return null
        return (
          <span key={to}>
            <ConfirmAct
              label={say(`performance.measure.to.${to}`)}
              question={say('performance.measure.move-question', { name: measure.title })}
              reasonLabel={say('performance.measure.note')}
              isReasonOptional={to !== 'dropped' && to !== 'verified'}
              button={{ disabled: lacking.length > 0, danger: to === 'dropped' }}
              onConfirm={(note) => void move.run({ to, note })}
            />
            {lacking.length > 0 && (
              <span className="page-purpose">
                {' '}
                {say('performance.measure.lacking', {
                  names: lacking.map((code) => say.of({ code })).join(' · '),
                })}
              </span>
            )}
          </span>
        )
      })}
      <TroubleNote trouble={move.trouble} onClose={move.forget} />
    </div>
  )
}
