import { useMemo } from 'react'

import type { Case } from '#shared/nonconformity/model'
import { clauseCounts, monthlyCounts, sourceCounts } from '#shared/nonconformity/summary'

import { useSay } from '../kernel/say.ts'
import { Chart } from '../ui/Chart.tsx'
import { useToday } from './use-nonconformity.tsx'

/** How many clauses the picture shows. */
const shownClauses = 10
const grid = { left: 8, right: 16, top: 36, bottom: 8, containLabel: true }

interface CaseChartsProps {
  readonly cases: readonly Case[]
}

/** When cases come and go, where they come from, and which clauses they offend against most. */
export function CaseCharts({ cases }: CaseChartsProps) {
  return (
    <div className="nonconformity-charts">
      <MonthChart cases={cases} />
      <SourceChart cases={cases} />
      <ClauseChart cases={cases} />
    </div>
  )
}

function MonthChart({ cases }: CaseChartsProps) {
  const say = useSay()
  const today = useToday()
  const months = useMemo(() => monthlyCounts(cases, today), [cases, today])
  const names = { found: say('nonconformity.chart.found'), closed: say('nonconformity.chart.closed') }
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid,
      xAxis: { type: 'category', data: months.map(({ month }) => month.slice(2)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        { type: 'bar', name: names.found, data: months.map(({ found }) => found) },
        { type: 'line', name: names.closed, data: months.map(({ closed }) => closed) },
      ],
    }),
    [months, names.found, names.closed],
  )
  return (
    <Chart
      name="nonconformities-by-month"
      label={say('nonconformity.chart.months')}
      option={option}
      height={220}
      table={{
        head: [say('nonconformity.chart.month'), names.found, names.closed],
        rows: months.map(({ month, found, closed }) => ({
          key: month,
          title: month,
          numbers: [{ value: String(found) }, { value: String(closed) }],
        })),
      }}
    />
  )
}

function SourceChart({ cases }: CaseChartsProps) {
  const say = useSay()
  const counts = useMemo(
    () =>
      sourceCounts(cases).map(({ source, count }) => ({
        source,
        name: say(`nonconformity.source.${source}`),
        count,
      })),
    [cases, say],
  )
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      grid,
      xAxis: { type: 'category', data: counts.map(({ name }) => name) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [{ type: 'bar', data: counts.map(({ count }) => count), barMaxWidth: 48 }],
    }),
    [counts],
  )
  return (
    <Chart
      name="nonconformities-by-source"
      label={say('nonconformity.chart.sources')}
      option={option}
      height={220}
      table={{
        head: [say('nonconformity.field.source'), say('nonconformity.chart.count')],
        rows: counts.map(({ source, name, count }) => ({
          key: source,
          title: name,
          numbers: [{ value: String(count) }],
        })),
      }}
    />
  )
}

function ClauseChart({ cases }: CaseChartsProps) {
  const say = useSay()
  const counts = useMemo(() => clauseCounts(cases).slice(0, shownClauses), [cases])
  const years = useMemo(
    () => [...new Set(counts.flatMap((each) => [...each.years.keys()]))].toSorted((a, b) => a - b),
    [counts],
  )
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid,
      xAxis: { type: 'category', data: counts.map(({ clause }) => clause) },
      yAxis: { type: 'value', minInterval: 1 },
      series: years.map((year) => ({
        type: 'bar',
        stack: 'clause',
        name: String(year),
        barMaxWidth: 48,
        data: counts.map((each) => each.years.get(year) ?? 0),
      })),
    }),
    [counts, years],
  )
  if (counts.length === 0) return null
  return (
    <Chart
      name="nonconformities-by-clause"
      label={say('nonconformity.chart.clauses')}
      option={option}
      height={220}
      table={{
        head: [say('nonconformity.chart.clause'), ...years.map(String)],
        rows: counts.map((each) => ({
          key: each.clause,
          title: each.clause,
          numbers: years.map((year) => ({ value: String(each.years.get(year) ?? 0) })),
        })),
      }}
    />
  )
}
