import { useMemo } from 'react'

import type { Path } from '#shared/performance/path'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useCommand } from '../kernel/commands.ts'
import { useSay } from '../kernel/say.ts'
import { useMay } from '../kernel/session.ts'
import { Chart } from '../ui/Chart.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { drawable } from '../ui/number-text.ts'
import { NumberText } from '../ui/NumberText.tsx'

/** Paths that were kept, each with its assumptions; the same assumptions give the same path. */
export function PathList() {
  const say = useSay()
  const asked = useAsk(['performance', 'paths'], () => api.performance.paths({}))
  const paths = asked.data ?? []
  if (paths.length === 0) return null
  return (
    <>
      <h2>{say('performance.path.list')}</h2>
      {paths.map((path) => (
        <PathCard key={path.id} path={path} />
      ))}
    </>
  )
}

function PathCard({ path }: { readonly path: Path }) {
  const say = useSay()
  const may = useMay()
  const { id, input, options, years, totals } = path
  const drop = useCommand(() => api.performance.dropPath({ id }), {
    undo: () => ({
      done: { code: 'performance.path.dropped', facts: { name: input.title } },
      undo: () => api.performance.keepPath(input),
    }),
  })
  const option = useMemo(() => pathOption(path, say), [path, say])
  return (
    <section className="paper" aria-label={input.title}>
      <h2>{input.title}</h2>
      <p className="page-purpose">
        {say('performance.path.assumptions', {
          rate: input.question.rate,
          reduction: input.question.reduction,
          budget: input.question.budget ?? say('performance.path.no-budget'),
          growth: input.growth,
          baseYear: input.baseYear,
        })}
      </p>
      <div className="performance-head">
        <span>
          {say('performance.choice.total.reduction')} <NumberText value={totals.reduction} unit="tCO2e" />
        </span>
        <span>
          {say('performance.choice.total.yearly')}{' '}
          <NumberText value={totals.yearly} unit="CNY" decimals={2} />
        </span>
        <span>
          {say('performance.choice.total.investment')} <NumberText value={totals.investment} unit="CNY" />
        </span>
      </div>
      <Chart
        name={`path-${input.title}`}
        label={say('performance.path.chart', { name: input.title })}
        option={option}
        table={{
          head: [
            say('performance.period'),
            say('performance.path.without'),
            say('performance.path.with'),
            ...options.map(({ title }) => title),
          ],
          rows: years.map(({ year, without, with: rest, reductions }) => ({
            key: String(year),
            title: String(year),
            numbers: [
              { value: without, unit: 'tCO2e' },
              { value: rest },
              ...reductions.map((value) => ({ value })),
            ],
          })),
        }}
      />
      {may('performance.enter') && (
        <ConfirmAct
          label={say('performance.remove')}
          question={say('performance.path.drop-question', { name: input.title })}
          onConfirm={() => void drop.run(undefined)}
        />
      )}
    </section>
  )
}

function pathOption({ years, options }: Path, say: ReturnType<typeof useSay>) {
  return {
    tooltip: { trigger: 'axis' },
    legend: { type: 'scroll', top: 0 },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'category', boundaryGap: false, data: years.map(({ year }) => String(year)) },
    yAxis: { type: 'value', name: 'tCO₂e', scale: true },
    series: [
      {
        type: 'line',
        name: say('performance.path.without'),
        lineStyle: { type: 'dashed' },
        data: years.map(({ without }) => drawable(without)),
      },
      {
        type: 'line',
        name: say('performance.path.with'),
        stack: 'path',
        lineStyle: { width: 3 },
        data: years.map(({ with: rest }) => drawable(rest)),
      },
      ...options.map(({ title }, at) => ({
        type: 'line',
        name: title,
        stack: 'path',
        symbol: 'none',
        lineStyle: { width: 0 },
        areaStyle: { opacity: 0.4 },
        data: years.map(({ reductions }) => drawable(reductions[at] ?? '0')),
      })),
    ],
  }
}
