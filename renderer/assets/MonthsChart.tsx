import { useMemo } from 'react'

import type { Estimate } from '#shared/assets/contract'

import { useSay } from '../kernel/say.ts'
import { Chart } from '../ui/Chart.tsx'
import { drawable } from '../ui/number-text.ts'
import { openAllowance } from './use-assets.ts'

/** What each month takes and gives, and what is left or short so far; months to come are drawn lighter. */
export function MonthsChart({ estimate }: { readonly estimate: Estimate }) {
  const say = useSay()
  const rows = useMemo(() => rowsOf(estimate), [estimate])
  const option = useMemo(() => {
    const bars = (name: string, key: 'emission' | 'allocation') => ({
      type: 'bar',
      name,
      data: rows.map((row) => ({
        value: row[key] === null ? null : drawable(row[key]),
        ...(row.kind === 'actual' ? {} : { itemStyle: { opacity: 0.45 } }),
      })),
    })
    return {
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: rows.map(({ month }) => month.slice(5)) },
      yAxis: { type: 'value', name: 't' },
      series: [
        bars(say('assets.allocation'), 'allocation'),
        bars(say('assets.emission'), 'emission'),
        {
          type: 'line',
          name: say('assets.cumulative'),
          data: rows.map(({ left, path }) => ({
            value: left === null ? null : drawable(left),
            ...(path !== null && { id: path }),
          })),
        },
      ],
    }
  }, [rows, say])
  return (
    <Chart
      name={`allowances-${estimate.year}`}
      label={say('assets.months')}
      option={option}
      onPick={(path) => openAllowance(say('assets.cumulative'), estimate.year, path)}
      table={{
        head: [say('assets.month'), say('assets.allocation'), say('assets.emission'), say('assets.to-date')],
        decimals: 0,
        rows: rows.map(({ month, kind, allocation, emission, left, path }) => ({
          key: month,
          title: `${month.slice(5)} ${say(`assets.kind.${kind}`)}`,
          numbers: [
            { value: allocation },
            { value: emission },
            { value: left, ...(path !== null && { id: path }) },
          ],
        })),
      }}
    />
  )
}

interface Row {
  readonly month: string
  readonly kind: Estimate['emission']['months'][number]['kind']
  readonly allocation: string | null
  readonly emission: string | null
  /** Allowances less emission of this month and all before; null from the first month on that lacks one. */
  readonly left: string | null
  readonly path: string | null
}

function rowsOf({ allocationByMonth, leftByMonth, emission }: Estimate): Row[] {
  return emission.months.map(({ month, kind, value }, at) => {
    const given = allocationByMonth[at]
    const left = leftByMonth[at]
    return {
      month,
      kind: kind === 'actual' && given ? given.kind : kind,
      allocation: given?.value ?? null,
      emission: value,
      left: left?.value ?? null,
      path: left?.path ?? null,
    }
  })
}
