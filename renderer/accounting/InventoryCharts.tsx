import { useMemo } from 'react'

import type { Overview } from '#shared/accounting/inventory'

import { useSay } from '../kernel/say.ts'
import { useIsDark } from '../kernel/theme.ts'
import { Chart } from '../ui/Chart.tsx'
import { openFigure } from './explained-figure.ts'
import { earlierOf, flowOption, monthsOption, sameMonth, yearsOption } from './inventory-charts.ts'
import { twoDecimals } from './two-decimals.ts'

/** Last year stands back; the colour keeps its distance from the ground in both themes. */
const faint = { light: '#8a929a', dark: '#7d868e' } as const

function useDrawn() {
  const say = useSay()
  const isDark = useIsDark()
  return useMemo(
    () => ({
      categoryName: (category: string) => say.of({ code: `accounting.category.${category}` }),
      total: say('accounting.column.total'),
      lastYear: say('accounting.chart.last-year'),
      faint: faint[isDark ? 'dark' : 'light'],
    }),
    [say, isDark],
  )
}

/** Opens what was picked in a picture or its table, under its name there. */
function useOpen({ inventory, sources }: Overview) {
  const say = useSay()
  return (path: string) => {
    const [, key = '', month] = path.split('/')
    const source = sources.find((each) => each.key === key)
    const name = source ? `${source.name}${month === undefined ? '' : ` ${month}`}` : key
    openFigure(name === '' ? say('accounting.head.total') : name, { inventory: inventory.id, path })
  }
}

/** From every source over its category to the total. */
export function FlowChart({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const words = useDrawn()
  const open = useOpen(overview)
  const option = useMemo(() => flowOption(overview, words), [overview, words])
  const title = { unit: 'tCO2e', head: [say('accounting.column.source'), say('accounting.column.total')] }
  return (
    <Chart
      name={`flow-${overview.inventory.year}`}
      label={say('accounting.chart.flow')}
      option={option}
      onPick={open}
      table={{
        head: title.head,
        rows: [
          ...overview.sources.map(({ key, name, value, path }) => ({
            key,
            title: name,
            numbers: [{ value: twoDecimals(value), id: path }],
          })),
          {
            key: 'total',
            title: say('accounting.column.total'),
            numbers: [{ value: twoDecimals(overview.total.value), unit: title.unit, id: 'total' }],
          },
        ],
      }}
    />
  )
}

/** Month by month, with last year behind. */
export function MonthsChart({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const words = useDrawn()
  const open = useOpen(overview)
  const option = useMemo(() => monthsOption(overview, words), [overview, words])
  const { byMonth, before, inventory } = overview
  const year = (of: number) => say('accounting.column.year', { year: of })
  return (
    <Chart
      name={`months-${inventory.year}`}
      label={say('accounting.chart.months')}
      option={option}
      onPick={open}
      table={{
        head: [
          say('accounting.column.month'),
          year(inventory.year),
          ...(before ? [year(inventory.year - 1)] : []),
        ],
        rows: byMonth.map(({ key, value, path }) => ({
          key,
          title: key,
          numbers: [
            { value: twoDecimals(value), id: path },
            ...(before ? [{ value: twoDecimals(sameMonth(before.byMonth, key)?.value ?? null) }] : []),
          ],
        })),
      }}
    />
  )
}

/** Each source beside itself a year before. */
export function YearsChart({ overview }: { readonly overview: Overview }) {
  const say = useSay()
  const words = useDrawn()
  const open = useOpen(overview)
  const option = useMemo(() => yearsOption(overview, words), [overview, words])
  const { sources, before, inventory } = overview
  return (
    <Chart
      name={`years-${inventory.year}`}
      label={say('accounting.chart.sources')}
      option={option}
      onPick={open}
      height={Math.max(240, 80 + sources.length * 48)}
      table={{
        head: [
          say('accounting.column.source'),
          say('accounting.column.year', { year: inventory.year - 1 }),
          say('accounting.column.year', { year: inventory.year }),
        ],
        rows: sources.map((source) => ({
          key: source.key,
          title: source.name,
          numbers: [
            { value: twoDecimals(earlierOf(source, before)?.value ?? null) },
            { value: twoDecimals(source.value), id: source.path },
          ],
        })),
      }}
    />
  )
}
