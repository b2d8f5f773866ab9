import { useMemo } from 'react'

import { grouped } from '#shared/kernel/grouped'
import type { ReviewInput } from '#shared/kernel/review-input'

import { useSay } from '../kernel/say.ts'
import { Chart } from '../ui/Chart.tsx'
import { drawable } from '../ui/number-text.ts'

type Series = ReviewInput['series'][number]

/** The numbers that an area laid before the review, drawn together where they share unit and periods. */
export function SeriesCharts({ input }: { readonly input: ReviewInput }) {
  const groups = [...grouped(input.series, ({ unit, periods }) => `${unit}/${periods.join()}`)]
  return (
    <>
      {groups.map(([key, series]) => (
        <SeriesChart key={key} series={series} name={`${input.area}-${input.topic}`} />
      ))}
    </>
  )
}

function SeriesChart({ series, name }: { readonly series: readonly Series[]; readonly name: string }) {
  const say = useSay()
  const periods = useMemo(() => series[0]?.periods ?? [], [series])
  const unit = series[0]?.unit ?? ''
  const named = useMemo(() => series.map((each) => ({ ...each, name: say.of(each) })), [series, say])
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { type: 'scroll', top: 0 },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: periods },
      yAxis: { type: 'value', name: unit },
      series: named.map((each) => ({
        type: 'line',
        name: each.name,
        symbolSize: 7,
        data: each.values.map((value) => (value === null ? null : drawable(value))),
      })),
    }),
    [named, periods, unit],
  )
  const label = named.map((each) => each.name).join(' / ')
  return (
    <Chart
      name={name}
      label={label}
      option={option}
      height={240}
      table={{
        head: [say('review.series.period'), ...named.map((each) => each.name)],
        decimals: 4,
        rows: periods.map((period, at) => ({
          key: period,
          title: period,
          numbers: named.map(({ values }) => ({ value: values[at] ?? null, ...(unit !== '' && { unit }) })),
        })),
      }}
    />
  )
}
