import { useMemo } from 'react'

import type { DecimalText } from '#shared/kernel/quantity'

import { useSay } from '../kernel/say.ts'
import { useScope } from '../kernel/scope.ts'
import { useIsDark } from '../kernel/theme.ts'
import type { ChartOption } from '../ui/chart-engine.ts'
import { Chart } from '../ui/Chart.tsx'
import { drawable } from '../ui/number-text.ts'
import type { Glance } from './YearGlance.tsx'

/** Last year stands back; the colour keeps its distance from the ground in both themes. */
const faint = { light: '#8a929a', dark: '#7d868e' } as const

interface MonthRow {
  readonly month: string
  readonly value: DecimalText | null
  readonly earlier: DecimalText | null
}

/** The months of the year as bars, those of last year behind them; a missing month has no bar. */
export function MonthsChart({ glance }: { readonly glance: Glance }) {
  const say = useSay()
  const { year } = useScope()
  const colour = faint[useIsDark() ? 'dark' : 'light']
  const rows = useMemo(() => rowsOf(glance), [glance])
  const now = say('frame.scope.year-of', { year })
  const before = glance.before ? say('frame.scope.year-of', { year: year - 1 }) : null
  const option = useMemo(() => optionOf(rows, now, before, colour), [rows, now, before, colour])
  return (
    <Chart
      name={`months-${year}`}
      label={say('accounting.chart.months')}
      option={option}
      height={240}
      table={{
        head: [say('accounting.column.month'), now, ...(before === null ? [] : [before])],
        rows: rows.map(({ month, value, earlier }) => ({
          key: month,
          title: month,
          numbers: [{ value }, ...(before === null ? [] : [{ value: earlier }])],
        })),
      }}
    />
  )
}

function rowsOf({ byMonth, before }: Glance): MonthRow[] {
  return byMonth.map(({ key, value }) => ({
    month: key,
    value,
    earlier: before?.byMonth.find((each) => each.key.slice(5) === key.slice(5))?.value ?? null,
  }))
}

function optionOf(
  rows: readonly MonthRow[],
  now: string,
  before: string | null,
  colour: string,
): ChartOption {
  const drawn = (value: DecimalText | null) => ({ value: value === null ? null : drawable(value) })
  const behind = {
    type: 'bar' as const,
    name: before ?? '',
    data: rows.map(({ earlier }) => drawn(earlier)),
    itemStyle: { color: colour, opacity: 0.35 },
    barWidth: '72%',
    z: 1,
  }
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { top: 0 },
    grid: { left: 8, right: 8, top: 36, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: rows.map(({ month }) => month.slice(5)) },
    yAxis: { type: 'value' },
    series: [
      ...(before === null ? [] : [behind]),
      {
        type: 'bar',
        name: now,
        data: rows.map(({ value }) => drawn(value)),
        barWidth: '44%',
        ...(before !== null && { barGap: '-80%' }),
        z: 2,
      },
    ],
  }
}
