import { Button } from 'antd'
import { useMemo, useState } from 'react'

import { symbolOf } from '#shared/kernel/units'
import { inForce } from '#shared/performance/baseline'
import type { ShownObjective, Target } from '#shared/performance/objective'
import type { Pace } from '#shared/performance/pace'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { localDay } from '../kernel/local-day.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Chart } from '../ui/Chart.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Icon } from '../ui/Icon.tsx'
import { drawable, grouped, shortened } from '../ui/number-text.ts'
import { NumberText } from '../ui/NumberText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { openValue } from './open-value.ts'
import { TargetForm } from './TargetForm.tsx'
import { followed, useBaselines, useIndicators, useNames } from './use-performance.ts'

/** The targets of an objective, each with its pace. */
export function TargetSection({ objective }: { readonly objective: ShownObjective }) {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useState<string | null>(null)
  const isDraft = objective.state === 'draft'
  return (
    <>
      {objective.targets.map((target) => (
        <section key={target.id} className="paper" aria-label={target.name}>
          <TargetHead target={target} />
          <PaceChart target={target} />
          <Changes target={target} />
          {open !== target.id && objective.state !== 'closed' && (
            <TargetActs target={target} isDraft={isDraft} onEdit={() => setOpen(target.id)} />
          )}
          {open === target.id && (
            <TargetForm objective={objective} target={target} onDone={() => setOpen(null)} />
          )}
        </section>
      ))}
      {isDraft && may('performance.enter') && open !== 'new' && (
        <div className="performance-acts">
          <Button icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
            {say('performance.target.new')}
          </Button>
        </div>
      )}
      {open === 'new' && <TargetForm objective={objective} target={null} onDone={() => setOpen(null)} />}
    </>
  )
}

function TargetActs({
  target,
  isDraft,
  onEdit,
}: {
  readonly target: Target
  readonly isDraft: boolean
  readonly onEdit: () => void
}) {
  const say = useSay()
  const may = useMay()
  const { id, changes: _changes, objective, ...again } = target
  const remove = useCommand(() => api.performance.removeTarget({ id }), {
    undo: () => ({
      done: { code: 'performance.target.removed', facts: { name: target.name } },
      undo: () => api.performance.addTarget({ ...again, objective }),
    }),
  })
  const mayEdit = may(isDraft ? 'performance.enter' : 'performance.approve')
  if (!mayEdit) return null
  return (
    <div className="performance-acts">
      <Button onClick={onEdit}>
        {say(isDraft ? 'performance.target.edit' : 'performance.target.adjust')}
      </Button>
      {isDraft && (
        <ConfirmAct
          label={say('performance.remove')}
          question={say('performance.target.remove-question', { name: target.name })}
          onConfirm={() => void remove.run(undefined)}
        />
      )}
      <TroubleNote trouble={remove.trouble} />
    </div>
  )
}

/** Base, target and due, and what others reach today (6.4.3 f). */
function TargetHead({ target }: { readonly target: Target }) {
  const say = useSay()
  const { name, kind, baseYear, baseValue, value, unit, due } = target
  const indicators = useIndicators()
  const baselines = useBaselines()
  const indicator = indicators.data?.find((each) => each.id === target.indicator)
  const baseline = baselines.data?.find((each) => each.id === target.baseline)
  const base = baseline ? inForce(baseline) : null
  const isMoved = base !== null && baseValue !== null && base.value !== baseValue && base.unit === unit
  const measure = unit === null ? {} : { unit }
  return (
    <>
      <h2>{name}</h2>
      <div className="performance-head">
        <span>{say(`performance.target.kind.${kind}`)}</span>
        {indicator && <span>{indicator.name}</span>}
        <span>
          {say('performance.target.base-of', { year: baseYear })}{' '}
          <NumberText value={baseValue} decimals={4} {...measure} />
        </span>
        <span>
          {say('performance.target.due-on', { due: due ?? say('performance.target.undated') })}{' '}
          <NumberText value={value} decimals={4} {...measure} />
        </span>
        {isMoved && (
          <StateTag tone="warn" text={say('performance.target.base-moved', { number: base.number })} />
        )}
      </div>
    </>
  )
}

function Changes({ target }: { readonly target: Target }) {
  const say = useSay()
  const nameOf = useNames()
  if (target.changes.length === 0) return null
  return (
    <ul>
      {target.changes.map(({ before, reason, changedBy, changedAt }) => (
        <li key={changedAt}>
          {say('performance.target.was', {
            value: before.value ?? '',
            due: before.due ?? '',
            reason,
            who: nameOf(changedBy),
            on: localDay(changedAt),
          })}
        </li>
      ))}
    </ul>
  )
}

const tones = { 'on-pace': 'good', behind: 'warn', unknown: 'quiet' } as const

/** Plan, actual and forecast in one picture, with what the measures are expected to bring. */
function PaceChart({ target }: { readonly target: Target }) {
  const say = useSay()
  const asked = useAsk(['performance', 'pace', target.id], () => api.performance.pace({ id: target.id }), {
    also: followed,
  })
  const pace = asked.data ?? null
  const option = useMemo(() => (pace ? paceOption(pace, target.path, say) : {}), [pace, target.path, say])
  if (!pace) return <TroubleNote trouble={asked.error} />
  const { rule, unit, years, measures } = pace
  const head = [
    say('performance.period'),
    say('performance.pace.planned'),
    say('performance.pace.value'),
    ...(measures.length > 0
      ? [say('performance.pace.with-measures'), ...measures.map(({ title }) => title)]
      : []),
  ]
  return (
    <>
      <StateTag tone={tones[pace.verdict]} text={say(`performance.pace.${pace.verdict}`)} />
      <Chart
        name={`pace-${target.name}`}
        label={say('performance.pace.title', { name: target.name })}
        option={option}
        onPick={(path) => openValue(target.name, path)}
        table={{
          head,
          decimals: target.kind === 'absolute' ? 2 : 4,
          rows: years.map(({ year, planned, actual, path, forecast, withMeasures, reductions }) => ({
            key: String(year),
            title:
              actual === null && forecast !== null
                ? say('performance.pace.forecast-of', { year })
                : String(year),
            numbers: [
              { value: planned, unit },
              { value: actual ?? forecast, ...(path !== null && { id: path }) },
              // What is past has its measures in it already.
              ...(measures.length > 0
                ? [
                    { value: withMeasures ?? actual },
                    ...measures.map((_each, at) => ({ value: reductions[at] ?? '0' })),
                  ]
                : []),
            ],
          })),
        }}
      />
      <p className="page-purpose">
        {rule.months > 0 && rule.runningYear !== null
          ? say('performance.pace.rule-running', { year: rule.runningYear, months: rule.months })
          : say('performance.pace.rule-last')}{' '}
        {rule.yearlyChange === null
          ? say('performance.pace.rule-flat')
          : say('performance.pace.rule-change', {
              from: rule.from ?? '',
              to: rule.to ?? '',
              change: grouped(shortened(rule.yearlyChange, 4)),
              unit: symbolOf(unit),
            })}
      </p>
    </>
  )
}

function paceOption({ years, unit, measures }: Pace, path: Target['path'], say: ReturnType<typeof useSay>) {
  const at = (value: string | null) => (value === null ? null : drawable(value))
  return {
    tooltip: { trigger: 'axis' },
    legend: { type: 'scroll', top: 0 },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: years.map(({ year }) => String(year)) },
    yAxis: { type: 'value', name: symbolOf(unit), scale: true },
    series: [
      {
        type: 'line',
        name: say('performance.pace.planned'),
        lineStyle: { type: 'dashed' },
        ...(path === 'steps' && { step: 'end' }),
        data: years.map(({ planned }) => at(planned)),
      },
      {
        type: 'line',
        name: say('performance.pace.actual'),
        symbolSize: 9,
        lineStyle: { width: 3 },
        data: years.map(({ actual, path }) => ({ value: at(actual), ...(path !== null && { id: path }) })),
      },
      {
        type: 'line',
        name: say('performance.pace.forecast'),
        lineStyle: { type: 'dotted' },
        data: years.map(({ forecast }) => at(forecast)),
      },
      // What is left with measures carries what they take off, so that both together reach the forecast.
      ...(measures.length > 0
        ? [
            {
              type: 'line',
              name: say('performance.pace.with-measures'),
              stack: 'measures',
              data: years.map(({ withMeasures }) => at(withMeasures)),
            },
            ...measures.map(({ title }, index) => ({
              type: 'line',
              name: title,
              stack: 'measures',
              symbol: 'none',
              lineStyle: { width: 0 },
              areaStyle: { opacity: 0.35 },
              data: years.map(({ reductions }) => at(reductions[index] ?? null)),
            })),
          ]
        : []),
    ],
  }
}
