import { Button } from 'antd'
import { useMemo, useState } from 'react'

import type { Criteria, Scale } from '#shared/risks/criteria'
import { newRating, type ShownRisk } from '#shared/risks/risk'
import { currentRating } from '#shared/risks/standing'

import { api } from '../kernel/api.ts'
import { submitting, useCommand } from '../kernel/commands.ts'
import { type Say, useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useMay } from '../kernel/session.ts'
import { useNames } from '../kernel/use-names.ts'
import { Chart } from '../ui/Chart.tsx'
import { type Field, RecordForm, type Typed } from '../ui/RecordForm.tsx'
import { textIn } from '../ui/typed.ts'
import { LevelTag } from './tones.tsx'

interface RatingProps {
  readonly risk: ShownRisk
  /** The criteria in force; none while nobody wrote any. */
  readonly criteria: Criteria | null
}

/** How it was rated over time, and rating it anew. */
export function RatingSection({ risk, criteria }: RatingProps) {
  const say = useSay()
  const may = useMay()
  const go = useGo()
  const [isOpen, setOpen] = useState(false)
  const isRated = risk.ratings.length > 0
  if (isOpen && criteria) return <RateForm risk={risk} criteria={criteria} onDone={() => setOpen(false)} />
  return (
    <section className="paper" aria-label={say('risks.ratings')}>
      <div className="risks-head">
        <h2>{say('risks.ratings')}</h2>
        {may('risks.enter') && risk.closedOn === null && (
          <Button
            type={isRated ? 'default' : 'primary'}
            onClick={() => (criteria ? setOpen(true) : go('/risks/criteria'))}
          >
            {say(isRated ? 'risks.rate-again' : 'risks.rate')}
          </Button>
        )}
      </div>
      {isRated ? (
        <RatingTable risk={risk} />
      ) : (
        <p className="page-purpose">{say(criteria ? 'risks.ratings.none' : 'risks.criteria-first')}</p>
      )}
    </section>
  )
}

function RatingTable({ risk: { ratings } }: { readonly risk: ShownRisk }) {
  const say = useSay()
  const names = useNames()
  return (
    <div className="plain-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('risks.rated')}</th>
            <th scope="col">{say('risks.occasion')}</th>
            <th scope="col" className="right">
              {say('risks.likelihood')}
            </th>
            <th scope="col" className="right">
              {say('risks.impact')}
            </th>
            <th scope="col">{say('risks.points')}</th>
            <th scope="col">{say('risks.rating-reason')}</th>
            <th scope="col">{say('risks.by')}</th>
            <th scope="col">{say('risks.version')}</th>
          </tr>
        </thead>
        <tbody>
          {ratings.toReversed().map((each) => (
            <tr key={each.number}>
              <td className="number">{each.on}</td>
              <td>{say(`risks.occasion.${each.occasion}`)}</td>
              <td className="right number">{each.likelihood}</td>
              <td className="right number">{each.impact}</td>
              <td>
                <LevelTag level={each.level} points={each.points} />
              </td>
              <td>{each.reason}</td>
              <td>{names.get(each.madeBy) ?? '—'}</td>
              <td>{say('risks.version-number', { number: each.criteria })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The steps of a scale as choices that say what each takes. */
export function stepsOf(say: Say, scale: Scale) {
  return scale.map(({ name, meaning }, at) => ({
    value: at + 1,
    label: say('risks.step', { step: at + 1, name, meaning }),
  }))
}
/** The two fields by which anything is rated. */
export function gradeFields(say: Say, { likelihood, impact }: Criteria): readonly Field[] {
  const { shape } = newRating
  return [
    {
      name: 'likelihood',
      label: say('risks.likelihood'),
      kind: 'choice',
      schema: shape.likelihood,
      options: stepsOf(say, likelihood),
      wide: true,
    },
    {
      name: 'impact',
      label: say('risks.impact'),
      kind: 'choice',
      schema: shape.impact,
      options: stepsOf(say, impact),
      wide: true,
    },
  ]
}

function RateForm({
  risk,
  criteria,
  onDone,
}: {
  readonly risk: ShownRisk
  readonly criteria: Criteria
  readonly onDone: () => void
}) {
  const say = useSay()
  const { id } = risk
  const now = currentRating(risk)
  const rate = useCommand((typed: Typed) =>
    api.risks.rateRisk({ ...newRating.parse({ ...typed, reason: textIn(typed, 'reason') }), id }),
  )
  const submit = submitting(rate, onDone)
  return (
    <RecordForm
      title={say(now ? 'risks.rate-again' : 'risks.rate')}
      draft={`risks/rate/${id}`}
      initial={{ likelihood: now?.likelihood ?? null, impact: now?.impact ?? null, reason: '' }}
      fields={[
        ...gradeFields(say, criteria),
        {
          name: 'reason',
          label: say('risks.rating-reason'),
          kind: 'area',
          schema: newRating.shape.reason,
        },
      ]}
      submit={say('risks.rate-save')}
      onSubmit={submit}
      busy={rate.busy}
      trouble={rate.trouble}
      onLeave={onDone}
    />
  )
}

/** Points over time, once there is more than one rating. */
export function RatingChart({ risk: { number, ratings } }: { readonly risk: ShownRisk }) {
  const say = useSay()
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: ratings.map(({ on }) => on) },
      yAxis: { type: 'value', minInterval: 1, name: say('risks.points') },
      series: [
        {
          type: 'line',
          step: 'end',
          name: say('risks.points'),
          symbolSize: 9,
          data: ratings.map(({ points }) => points),
        },
      ],
    }),
    [ratings, say],
  )
  if (ratings.length < 2) return null
  const label = say('risks.ratings.trend', { number })
  return (
    <Chart
      name={`risk-${number}`}
      label={label}
      option={option}
      height={200}
      table={{
        head: [say('risks.rated'), say('risks.points')],
        decimals: 0,
        rows: ratings.map((each) => ({
          key: String(each.number),
          title: `${each.on} ${say(`risks.occasion.${each.occasion}`)}`,
          numbers: [{ value: String(each.points) }],
        })),
      }}
    />
  )
}
