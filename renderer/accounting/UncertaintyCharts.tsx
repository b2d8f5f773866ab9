import { useMemo } from 'react'

import type { UncertaintyAnalysis } from '#shared/accounting/uncertainty-model'

import { type Say, useSay } from '../kernel/say.ts'
import { Chart } from '../ui/Chart.tsx'
import { drawable } from '../ui/number-text.ts'

/** Few ticks: the picture stands beside a table and is narrow. */
const tonnesAxis = { type: 'value', name: 'tCO₂e', splitNumber: 4, axisLabel: { hideOverlap: true } }
/** The largest contributions; those after them are hardly seen. */
const mostBars = 12

/** What contributes most, what halving it gains, and how sure each source is. */
export function UncertaintyCharts({ analysis }: { readonly analysis: UncertaintyAnalysis }) {
  return (
    <div className="uncertainty-results">
      <Contributions analysis={analysis} />
      <Sources analysis={analysis} />
    </div>
  )
}

/** A tornado: each input's own half-width to either side of the total, the widest above. */
function Contributions({ analysis }: { readonly analysis: UncertaintyAnalysis }) {
  const say = useSay()
  const rows = useMemo(() => rowsOf(analysis, say), [analysis, say])
  const option = useMemo(() => {
    const bars = rows.slice(0, mostBars)
    const side = (sign: 1 | -1) => ({
      type: 'bar',
      stack: 'width',
      name: say(sign === 1 ? 'accounting.uncertainty.above' : 'accounting.uncertainty.below'),
      data: bars.map(({ halfWidth }) => sign * drawable(halfWidth)),
    })
    return {
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      grid: { left: 8, right: 56, top: 16, bottom: 8, containLabel: true },
      xAxis: tonnesAxis,
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ title }) => title),
        axisLabel: { width: 150, overflow: 'truncate' },
      },
      series: [side(-1), side(1)],
    }
  }, [rows, say])
  return (
    <Chart
      name="uncertainty-contributions"
      label={say('accounting.uncertainty.contributions')}
      option={option}
      height={Math.max(240, 60 + Math.min(rows.length, mostBars) * 36)}
      table={{
        head: [
          say('accounting.uncertainty.input'),
          say('accounting.uncertainty.half-width'),
          say('accounting.uncertainty.variance'),
          say('accounting.uncertainty.halved'),
        ],
        rows: rows.map(({ key, title, halfWidth, share, halved }) => ({
          key,
          title,
          numbers: [{ value: halfWidth }, { value: share }, { value: halved.percent }],
        })),
      }}
    />
  )
}

/** Contributions with the name of their input, or of the inputs that deviate together. */
function rowsOf({ propagated, inputs }: UncertaintyAnalysis, say: Say) {
  const nameOf = (subject: string) => {
    const input = inputs.find((each) => each.subject === subject)
    if (!input) return subject
    const own = input.name[say.language]
    const others = input.sources.filter((source) => !own.includes(source))
    return others.length === 0 ? own : `${own} · ${others.join(say.language === 'zh' ? '、' : ', ')}`
  }
  return propagated.contributions.map((each) => ({
    ...each,
    title: each.subjects.includes(each.key)
      ? nameOf(each.key)
      : `${each.key}: ${each.subjects.map(nameOf).join(' + ')}`,
  }))
}

/** Half-widths of the sources; those of the total are less than their sum where they are independent. */
function Sources({ analysis }: { readonly analysis: UncertaintyAnalysis }) {
  const say = useSay()
  const { sources, total } = analysis.propagated
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      grid: { left: 8, right: 56, top: 16, bottom: 8, containLabel: true },
      xAxis: tonnesAxis,
      yAxis: {
        type: 'category',
        inverse: true,
        data: sources.map(({ name }) => name),
        axisLabel: { width: 150, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          name: say('accounting.uncertainty.half-width'),
          data: sources.map(({ halfWidth }) => drawable(halfWidth)),
        },
      ],
    }),
    [sources, say],
  )
  const numbers = ({ value, halfWidth, percent, covered }: (typeof sources)[number] | typeof total) =>
    [value, halfWidth, percent, covered].map((each) => ({ value: each }))
  return (
    <Chart
      name="uncertainty-sources"
      label={say('accounting.uncertainty.by-source')}
      option={option}
      height={Math.max(220, 60 + sources.length * 36)}
      table={{
        head: [
          say('accounting.uncertainty.source'),
          say('accounting.uncertainty.emission-unit'),
          say('accounting.uncertainty.half-width'),
          say('accounting.uncertainty.relative-percent'),
          say('accounting.uncertainty.covered-percent'),
        ],
        rows: [
          ...sources.map((each) => ({ key: each.source, title: each.name, numbers: numbers(each) })),
          { key: 'total', title: say('accounting.uncertainty.total'), numbers: numbers(total) },
        ],
      }}
    />
  )
}
