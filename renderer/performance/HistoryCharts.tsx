import { useMemo } from 'react'

import { Decimal } from '#shared/kernel/quantity'
import { conversion } from '#shared/kernel/quantity'
import { isConvertible, symbolOf } from '#shared/kernel/units'
import { addsUp, differenceIn, type History } from '#shared/performance/history'
import type { Indicator } from '#shared/performance/indicator'

import { useSay } from '../kernel/say.ts'
import { Chart } from '../ui/Chart.tsx'
import { drawable } from '../ui/number-text.ts'
import { openValue } from './open-value.ts'

interface Line {
  readonly name: string
  readonly value: string
}
interface HistoryProps {
  readonly indicator: Indicator
  readonly history: History
  /** The base value in force; null where there is none in this unit. */
  readonly base: string | null
}

/** Year by year, held against the baseline, the own best and the values of others. */
export function YearsChart({ indicator, history, base }: HistoryProps) {
  const say = useSay()
  const { years, unit, ownBest } = history
  const lines: readonly Line[] = useMemo(
    () => [
      ...(base === null ? [] : [{ name: say('performance.history.base'), value: base }]),
      ...(ownBest === null || ownBest.value === null
        ? []
        : [{ name: say('performance.history.own-best', { period: ownBest.period }), value: ownBest.value }]),
      ...indicator.references
        .filter((each) => isConvertible(each.unit, unit))
        .map((each) => ({
          name: `${say(`performance.reference.${each.kind}`)} ${each.year}`,
          value: new Decimal(each.value).times(conversion(each.unit, unit)).toFixed(),
        })),
    ],
    [base, ownBest, indicator, unit, say],
  )
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { type: 'scroll', top: 0 },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: years.map(({ period }) => period) },
      yAxis: { type: 'value', name: symbolOf(unit), scale: true },
      series: [
        {
          type: 'line',
          name: indicator.name,
          symbolSize: 9,
          lineStyle: { width: 3 },
          data: years.map(({ value, path }) => ({
            value: value === null ? null : drawable(value),
            id: path,
          })),
        },
        ...lines.map(({ name, value }) => ({
          type: 'line',
          name,
          symbol: 'none',
          lineStyle: { type: 'dashed' },
          data: years.map(() => drawable(value)),
        })),
      ],
    }),
    [years, unit, indicator, lines],
  )
  const title = say('performance.history.years', { name: indicator.name })
  return (
    <Chart
      name={`indicator-${indicator.name}`}
      label={title}
      option={option}
      onPick={(path) => openValue(indicator.name, path)}
      table={{
        head: [
          say('performance.period'),
          say('performance.value'),
          ...(base === null ? [] : [say('performance.history.to-base')]),
        ],
        decimals: 4,
        rows: years.map(({ period, value, path, version }) => ({
          key: period,
          title: indicator.versions.length > 1 ? say('performance.history.row', { period, version }) : period,
          numbers: [
            { value, unit, id: path },
            ...(base === null
              ? []
              : [{ value: value === null ? null : differenceIn(value, base), unit: '%' }]),
          ],
        })),
      }}
    />
  )
}

/** The months of the chosen year. */
export function MonthsChart({ indicator, history, base }: HistoryProps) {
  const say = useSay()
  const { months } = history
  const unit = indicator.versions.find(({ number }) => number === months[0]?.version)?.unit ?? history.unit
  // A base of whole years says nothing about a month, unless it does not grow with time.
  const line = base !== null && unit === history.unit && !addsUp(unit) ? base : null
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: months.map(({ period }) => period.slice(5)) },
      yAxis: { type: 'value', name: symbolOf(unit) },
      series: [
        {
          type: 'bar',
          name: indicator.name,
          data: months.map(({ value, path }) => ({
            value: value === null ? null : drawable(value),
            id: path,
          })),
          ...(line !== null && {
            markLine: {
              symbol: 'none',
              data: [{ yAxis: drawable(line), name: say('performance.history.base') }],
            },
          }),
        },
      ],
    }),
    [months, unit, indicator, line, say],
  )
  const year = months[0]?.period.slice(0, 4) ?? ''
  return (
    <Chart
      name={`indicator-${indicator.name}-${year}`}
      label={say('performance.history.months', { name: indicator.name, year })}
      option={option}
      onPick={(path) => openValue(indicator.name, path)}
      table={{
        head: [say('performance.period'), say('performance.value')],
        decimals: 4,
        rows: months.map(({ period, value, path, missing }) => ({
          key: period,
          title:
            value === null
              ? say('performance.history.missing', { period, names: missing.join(', ') })
              : period,
          numbers: [{ value, unit, id: path }],
        })),
      }}
    />
  )
}
