import { useMemo } from 'react'

import type { Case } from '#shared/nonconformity/model'
import { clauseCounts, monthlyCounts, sourceCounts } from '#shared/nonconformity/summary'

import { useSay } from '../kernel/say.ts'
import { CountChart } from './CountChart.tsx'
import { useToday } from './use-nonconformity.tsx'

/** How many clauses the picture shows. */
const shownClauses = 10

interface CaseChartsProps {
  readonly cases: readonly Case[]
}

/** When cases come and go, where they come from, and which clauses they offend against most. */
export function CaseCharts({ cases }: CaseChartsProps) {
  const say = useSay()
  const today = useToday()
  const months = useMemo(
    () =>
      monthlyCounts(cases, today).map(({ month, found, closed }) => ({
        key: month,
        title: month,
        counts: [found, closed],
      })),
    [cases, today],
  )
  const sources = useMemo(
    () =>
      sourceCounts(cases).map(({ source, count }) => ({
        key: source,
        title: say(`nonconformity.source.${source}`),
        counts: [count],
      })),
    [cases, say],
  )
  const names = useMemo(
    () => ({
      months: [say('nonconformity.chart.found'), say('nonconformity.chart.closed')],
      sources: [say('nonconformity.chart.count')],
    }),
    [say],
  )
  return (
    <div className="nonconformity-charts">
      <CountChart
        name="nonconformities-by-month"
        label={say('nonconformity.chart.months')}
        rowTitle={say('nonconformity.chart.month')}
        series={names.months}
        rows={months}
      />
      <CountChart
        name="nonconformities-by-source"
        label={say('nonconformity.chart.sources')}
        rowTitle={say('nonconformity.field.source')}
        series={names.sources}
        rows={sources}
      />
      <ClauseChart cases={cases} />
    </div>
  )
}

function ClauseChart({ cases }: CaseChartsProps) {
  const say = useSay()
  const { years, rows } = useMemo(() => {
    const counts = clauseCounts(cases).slice(0, shownClauses)
    const known = [...new Set(counts.flatMap((each) => [...each.years.keys()]))].toSorted((a, b) => a - b)
    return {
      years: known.map(String),
      rows: counts.map(({ clause, years: own }) => ({
        key: clause,
        title: clause,
        counts: known.map((year) => own.get(year) ?? 0),
      })),
    }
  }, [cases])
  if (rows.length === 0) return null
  return (
    <CountChart
      name="nonconformities-by-clause"
      label={say('nonconformity.chart.clauses')}
      rowTitle={say('nonconformity.chart.clause')}
      series={years}
      rows={rows}
      stacked
    />
  )
}
