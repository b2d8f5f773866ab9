import { Segmented } from 'antd'
import { useMemo, useState } from 'react'

import { type Evaluation, type Result, results, resultsByYear } from '#shared/compliance/evaluation'
import type { ShownObligation } from '#shared/compliance/obligation'
import { subsystems } from '#shared/kernel/subsystem'

import { useSay } from '../kernel/say.ts'
import { useGo } from '../kernel/scope.ts'
import { useNames } from '../kernel/use-names.ts'
import { Chart } from '../ui/Chart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import type { RecordColumn } from '../ui/record-columns.ts'
import { RecordTable } from '../ui/RecordTable.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { TroubleNote } from '../ui/TroubleNote.tsx'
import { ResultTag, useObligations, useToday } from './use-obligations.tsx'

interface Row {
  readonly evaluation: Evaluation
  readonly obligation: ShownObligation
}
type Chosen = 'all' | (typeof subsystems)[number]

/** How the obligations stand today, how that went over the years, and every evaluation. */
export function EvaluationsPage() {
  const say = useSay()
  const go = useGo()
  const asked = useObligations()
  const [chosen, setChosen] = useState<Chosen>('all')
  const all = asked.data ?? []
  const used = subsystems.filter((each) => all.some(({ subsystem }) => subsystem === each))
  const own = all.filter(({ subsystem }) => chosen === 'all' || subsystem === chosen)
  const rows = own
    .flatMap((obligation) => obligation.evaluations.map((evaluation) => ({ obligation, evaluation })))
    .toReversed()
  return (
    <PageFrame
      title={say('compliance.evaluations')}
      purpose={say('compliance.evaluations.purpose')}
      action={
        used.length > 1 && (
          <Segmented<Chosen>
            aria-label={say('risks.subsystem')}
            options={[
              { value: 'all', label: say('risks.all') },
              ...used.map((value) => ({ value, label: say(`risks.subsystem.${value}`) })),
            ]}
            value={chosen}
            onChange={setChosen}
          />
        )
      }
    >
      <TroubleNote trouble={asked.error} />
      {own.length > 0 && (
        <div className="obligations-top">
          <StandingPaper obligations={own} />
          <ResultsChart evaluations={rows.map(({ evaluation }) => evaluation)} />
        </div>
      )}
      <div className={rows.length > 0 ? 'obligations-list' : ''}>
        <RecordTable
          name="compliance-evaluations"
          label={say('compliance.evaluations')}
          rows={rows}
          rowKey={({ evaluation: { id } }) => id}
          columns={useColumns()}
          onOpen={({ obligation: { id } }) => go(`/compliance/obligations/${id}`)}
          loading={asked.isPending}
          empty={
            <EmptyState
              icon="shield"
              title={say('compliance.evaluations.empty')}
              why={say('compliance.evaluations.empty-why')}
            />
          }
        />
      </div>
    </PageFrame>
  )
}

/** How many stand how today, and what is past its day: asked at any moment, the number can be given (9.1.2 d). */
function StandingPaper({ obligations }: { readonly obligations: readonly ShownObligation[] }) {
  const say = useSay()
  const today = useToday()
  const go = useGo()
  const late = obligations.filter(({ nextEvaluation }) => nextEvaluation !== null && nextEvaluation < today)
  const tones: readonly (readonly [ShownObligation['standing'], Tone])[] = [
    ['not-met', 'stop'],
    ['partly', 'warn'],
    ['never-evaluated', 'warn'],
    ['met', 'good'],
    ['not-applicable', 'quiet'],
  ]
  return (
    <section className="paper" aria-label={say('compliance.evaluations.today')}>
      <h2>{say('compliance.evaluations.today')}</h2>
      <table className="plain-table">
        <tbody>
          {tones.map(([standing, tone]) => (
            <tr key={standing}>
              <th scope="row">
                <StateTag tone={tone} text={say(`compliance.standing.${standing}`)} />
              </th>
              <td className="right number">
                {obligations.filter((each) => each.standing === standing).length}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {late.length > 0 && (
        <>
          <h2>{say('compliance.evaluations.due')}</h2>
          <ul className="record-list">
            {late.map(({ id, number, title, nextEvaluation }) => (
              <li key={id}>
                <button
                  type="button"
                  className="openable"
                  onClick={() => go(`/compliance/obligations/${id}`)}
                >
                  {number} {title}
                </button>{' '}
                <span className="number">{nextEvaluation}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const colours: Readonly<Record<Result, string>> = {
  met: '#3f9d5f',
  partly: '#d99a1c',
  'not-met': '#c94a4f',
  'not-applicable': '#8a949c',
}
function ResultsChart({ evaluations }: { readonly evaluations: readonly Evaluation[] }) {
  const say = useSay()
  const years = useMemo(() => resultsByYear(evaluations), [evaluations])
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: years.map(({ year }) => year) },
      yAxis: { type: 'value', minInterval: 1 },
      series: results.map((result) => ({
        type: 'bar',
        stack: 'results',
        barMaxWidth: 64,
        name: say(`compliance.result.${result}`),
        itemStyle: { color: colours[result] },
        data: years.map((each) => each[result]),
      })),
    }),
    [years, say],
  )
  if (years.length === 0) return null
  return (
    <Chart
      name="compliance-results"
      label={say('compliance.evaluations.trend')}
      option={option}
      height={220}
      table={{
        head: [
          say('compliance.evaluations.year'),
          ...results.map((each) => say(`compliance.result.${each}`)),
        ],
        decimals: 0,
        rows: years.map((each) => ({
          key: each.year,
          title: each.year,
          numbers: results.map((result) => ({ value: String(each[result]) })),
        })),
      }}
    />
  )
}

function useColumns(): readonly RecordColumn<Row>[] {
  const say = useSay()
  const names = useNames()
  return [
    {
      key: 'number',
      title: say('compliance.obligation.number'),
      text: ({ evaluation: { number } }) => number,
      width: 120,
    },
    {
      key: 'on',
      title: say('compliance.evaluation.on'),
      text: ({ evaluation: { evaluatedOn } }) => evaluatedOn,
      width: 120,
    },
    {
      key: 'obligation',
      title: say('compliance.kind.obligation'),
      text: ({ obligation: { number, title } }) => `${number} ${title}`,
      width: 300,
    },
    {
      key: 'result',
      title: say('compliance.evaluation.result'),
      text: ({ evaluation: { result } }) => say(`compliance.result.${result}`),
      cell: ({ evaluation: { result } }) => <ResultTag result={result} />,
      choices: true,
      width: 120,
    },
    {
      key: 'finding',
      title: say('compliance.evaluation.finding'),
      text: ({ evaluation: { finding } }) => finding,
      width: 280,
    },
    {
      key: 'by',
      title: say('compliance.evaluation.who'),
      text: ({ evaluation: { madeBy } }) => names.get(madeBy) ?? '',
      width: 110,
    },
    {
      key: 'approved',
      title: say('compliance.evaluation.approved'),
      text: ({ evaluation: { approvedBy } }) => (approvedBy === null ? '' : (names.get(approvedBy) ?? '—')),
      width: 110,
    },
  ]
}
