import { useState } from 'react'
import { z } from 'zod'

import type { Curve } from '#shared/performance/abatement'
import { type Bound, type Choice, choiceQuestion, type ChoiceQuestion } from '#shared/performance/choice'

import { api } from '../kernel/api.ts'
import { useSay } from '../kernel/say.ts'
import { useTask } from '../kernel/tasks.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TaskPanel } from '../ui/TaskPanel.tsx'
import { numberIn, typedNumber } from '../ui/typed.ts'
import { KeepPathForm } from './KeepPathForm.tsx'

const above = typedNumber.pipe(choiceQuestion.shape.reduction)
const notBelow = z.union([z.literal(''), typedNumber.refine((text) => !text.startsWith('-'))])

/** The measures that reach a reduction at least cost, and what stands in the way of a cheaper answer. */
export function ChoiceSection({ rate, curve }: { readonly rate: string; readonly curve: Curve }) {
  const say = useSay()
  const running = useTask((input: ChoiceQuestion, signal) => api.performance.choose(input, { signal }))
  const { task } = running
  const [asked, setAsked] = useState<ChoiceQuestion | null>(null)
  const ask = async (typed: Typed) => {
    const next = { rate, reduction: numberIn(typed, 'reduction') ?? '', budget: numberIn(typed, 'budget') }
    setAsked(next)
    await running.start(next)
    // The question stays as it was typed: another one is asked by changing it.
    return false
  }
  return (
    <>
      <RecordForm
        title={say('performance.choice.title')}
        draft="performance/abatement"
        initial={{ reduction: '', budget: '' }}
        fields={[
          {
            name: 'reduction',
            label: say('performance.choice.reduction'),
            kind: 'number',
            schema: above,
            hint: say('performance.choice.reduction-hint'),
          },
          {
            name: 'budget',
            label: say('performance.choice.budget'),
            kind: 'number',
            schema: notBelow,
            hint: say('performance.choice.budget-hint'),
          },
        ]}
        submit={say('performance.choice.ask')}
        onSubmit={ask}
        busy={task.state === 'running'}
        trouble={null}
      />
      <TaskPanel running={running} title={say('performance.choice.title')} />
      {task.state === 'done' && asked && <Answer choice={task.result} curve={curve} question={asked} />}
    </>
  )
}

interface AnswerProps {
  readonly choice: Choice
  readonly curve: Curve
  readonly question: ChoiceQuestion
}

function Answer({ choice, curve, question }: AnswerProps) {
  const say = useSay()
  if (choice.state === 'impossible')
    return (
      <section className="paper" aria-label={say('performance.choice.answer')}>
        <StateTag tone="stop" text={say('performance.choice.impossible')} /> {say('performance.choice.most')}{' '}
        <NumberText value={choice.most} unit="tCO2e" />
      </section>
    )
  const chosen = curve.blocks.filter(({ measure }) => choice.chosen.includes(measure))
  const facts = [
    ['reduction', choice.reduction, 'tCO2e'],
    ['yearly', choice.yearly, 'CNY'],
    ['investment', choice.investment, 'CNY'],
  ] as const
  return (
    <section className="paper" aria-label={say('performance.choice.answer')}>
      <h2>{say('performance.choice.answer')}</h2>
      <ul>
        {chosen.map(({ measure, title, reduction, cost }) => (
          <li key={measure}>
            {title} · <NumberText value={reduction} unit="tCO2e" /> ·{' '}
            <NumberText value={cost} unit="CNY/tCO2e" decimals={2} />
          </li>
        ))}
      </ul>
      <div className="performance-head">
        {facts.map(([what, value, unit]) => (
          <span key={what}>
            {say(`performance.choice.total.${what}`)} <NumberText value={value} unit={unit} decimals={2} />
          </span>
        ))}
        <StateTag tone="good" text={say('performance.choice.verified', { count: choice.ruledOut })} />
      </div>
      <Bounds bounds={choice.bounds} />
      <KeepPathForm choice={choice} question={question} />
    </section>
  )
}

/** Each condition, what of it is left over, and what one unit more of it would change. */
function Bounds({ bounds }: { readonly bounds: readonly Bound[] }) {
  const say = useSay()
  const units = {
    reduction: ['tCO2e', 'CNY/tCO2e'],
    budget: ['CNY', 'CNY/CNY'],
    group: [],
    requires: [],
  } as const
  return (
    <div
      className="plain-scroll"
      role="region"
      tabIndex={0}
      aria-label={say('frame.chart.table', { label: say('performance.choice.bounds') })}
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('performance.choice.bound')}</th>
            <th scope="col">{say('performance.choice.binds')}</th>
            <th scope="col" className="right">
              {say('performance.choice.slack')}
            </th>
            <th scope="col" className="right">
              {say('performance.choice.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bounds.map(({ what, of, isBinding, slack, price }) => {
            const [unit, priceUnit] = units[what]
            return (
              <tr key={`${what} ${of}`}>
                <th scope="row">{[say(`performance.bound.${what}`), of].filter(Boolean).join(' · ')}</th>
                <td>
                  <StateTag
                    tone={isBinding ? 'warn' : 'quiet'}
                    text={say(isBinding ? 'performance.choice.binding' : 'performance.choice.loose')}
                  />
                </td>
                <td className="right">
                  <NumberText value={slack} {...(unit !== undefined && { unit })} decimals={2} />
                </td>
                <td className="right">
                  {price !== null && (
                    <NumberText
                      value={price}
                      {...(priceUnit !== undefined && { unit: priceUnit })}
                      decimals={2}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="page-purpose">{say('performance.choice.price-why')}</p>
    </div>
  )
}
