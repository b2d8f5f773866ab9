import { useMemo } from 'react'

import { Chart } from '../ui/Chart.tsx'

interface CountChartProps {
  /** Name of the exported files. */
  readonly name: string
  readonly label: string
  /** What a row is: a month, a source, a clause. */
  readonly rowTitle: string
  readonly series: readonly string[]
  readonly rows: readonly {
    readonly key: string
    readonly title: string
    readonly counts: readonly number[]
  }[]
  /** Puts the series of a row on top of each other. */
  readonly stacked?: boolean
}

/** Counts of records as columns, with the same counts in a table. */
export function CountChart({ name, label, rowTitle, series, rows, stacked = false }: CountChartProps) {
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { top: 0, show: series.length > 1 },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: rows.map(({ title }) => title) },
      yAxis: { type: 'value', minInterval: 1 },
      series: series.map((each, at) => ({
        type: 'bar',
        name: each,
        barMaxWidth: 48,
        ...(stacked && { stack: 'all' }),
        data: rows.map(({ counts }) => counts[at] ?? 0),
      })),
    }),
    [rows, series, stacked],
  )
  return (
    <Chart
      name={name}
      label={label}
      option={option}
      height={220}
      table={{
        head: [rowTitle, ...series],
        rows: rows.map(({ key, title, counts }) => ({
          key,
          title,
          numbers: counts.map((count) => ({ value: String(count) })),
        })),
      }}
    />
  )
}
