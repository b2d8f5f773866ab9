import { useMemo } from 'react'

import type { ShownChange } from '#shared/accounting/change-contract'
import { Decimal } from '#shared/kernel/quantity'

import { type Say, useSay } from '../kernel/say.ts'
import { Chart } from '../ui/Chart.tsx'
import { drawable } from '../ui/number-text.ts'
import { openFigure } from './explained-figure.ts'

interface Bar {
  readonly key: string
  readonly title: string
  /** A total stands on the ground; a change hangs between what was before it and after it. */
  readonly kind: 'total' | 'more' | 'less'
  readonly value: string | null
  readonly from: string
  readonly path: string | null
}

/** From last year's total to this year's, a bar for each cause. */
export function ChangeChart({ change }: { readonly change: ShownChange }) {
  const say = useSay()
  const bars = useMemo(() => barsOf(change, say), [change, say])
  const year = change.inventory.year
  const option = useMemo(() => {
    const series = (name: string, kind: Bar['kind']) => ({
      type: 'bar',
      stack: 'way',
      name,
      data: bars.map((bar) =>
        bar.kind === kind && bar.value !== null
          ? { value: Math.abs(drawable(bar.value)), ...(bar.path === null ? {} : { id: bar.path }) }
          : { value: null },
      ),
    })
    return {
      grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: bars.map(({ title }) => title), axisLabel: { interval: 0 } },
      yAxis: { type: 'value', name: 'tCO₂e', min: lowest(bars) },
      series: [
        {
          type: 'bar',
          stack: 'way',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: bars.map((bar) => (bar.kind === 'total' ? 0 : drawable(bar.from))),
        },
        series(say('accounting.change.amount'), 'total'),
        series('+', 'more'),
        series('−', 'less'),
      ],
    }
  }, [bars, say])
  return (
    <Chart
      name={`change-${year}`}
      label={say('accounting.change.waterfall', { before: year - 1, after: year })}
      option={option}
      onPick={(path) => openFigure(say('accounting.change.title'), { inventory: change.inventory.id, path })}
      table={{
        head: [say('accounting.change.cause'), say('accounting.change.amount')],
        rows: bars.map(({ key, title, value, path }) => ({
          key,
          title,
          numbers: [{ value, unit: 'tCO2e', ...(path === null ? {} : { id: path }) }],
        })),
      }}
    />
  )
}

/** The axis begins a little below the lowest end of a bar: changes are small beside the totals they lead between. */
function lowest(bars: readonly Bar[]): number {
  const ends = bars.flatMap(({ kind, value, from }) =>
    value === null
      ? []
      : kind === 'total'
        ? [drawable(value)]
        : [drawable(from), drawable(from) + Math.abs(drawable(value))],
  )
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const begin = least - (most - least) * 0.2
  // A round number: the axis prints where it begins.
  const step = 10 ** Math.floor(Math.log10(Math.max(most - least, 1)))
  const round = Math.floor(begin / step) * step
  return least >= 0 ? Math.max(0, round) : round
}

function barsOf({ reported, before, after, causes, inventory }: ShownChange, say: Say): Bar[] {
  const start = reported?.total ?? before
  const year = inventory.year - 1
  const first: Bar = {
    key: 'start',
    title: say(reported ? 'accounting.change.reported' : 'accounting.change.before', { year }),
    kind: 'total',
    value: start.value,
    from: '0',
    // The figure of a reported year stands in its own inventory, which opens from there.
    path: reported ? null : before.path,
  }
  let at = new Decimal(start.value ?? '0')
  const steps = causes.map(({ cause, value, path }): Bar => {
    const next = at.plus(value)
    const from = Decimal.min(at, next).toFixed()
    at = next
    return {
      key: cause,
      title: say(`accounting.change.${cause}`),
      kind: value.startsWith('-') ? 'less' : 'more',
      value,
      from,
      path,
    }
  })
  const last: Bar = {
    key: 'end',
    title: say('accounting.change.after', { year: inventory.year }),
    kind: 'total',
    value: after.value,
    from: '0',
    path: after.path,
  }
  return [first, ...steps, last]
}
