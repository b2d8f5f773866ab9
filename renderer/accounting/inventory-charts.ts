import type { Overview, ShownTotal } from '#shared/accounting/inventory'
import type { DecimalText } from '#shared/kernel/quantity'

import type { ChartOption } from '../ui/chart-engine.ts'
import { drawable } from '../ui/number-text.ts'

type Source = Overview['sources'][number]

/** Words and colours that pictures need; the rest is in the numbers. */
interface Drawn {
  readonly categoryName: (category: string) => string
  readonly total: string
  readonly lastYear: string
  readonly faint: string
}

/** Only what is above zero flows; a recovery or a missing line stands in the table. */
export function flows({ known }: ShownTotal): boolean {
  return drawable(known) > 0
}
function number(value: DecimalText | null): number | null {
  return value === null ? null : drawable(value)
}

/** The flow from sources over their categories to the total, drawn of what is known. */
export function flowOption({ sources, byCategory }: Overview, words: Drawn): ChartOption {
  const seen = sources.filter(flows)
  const groups = byCategory.filter(flows)
  const label = (title: string) => ({ formatter: title.replaceAll('{', '').replaceAll('}', '') })
  return {
    tooltip: { trigger: 'item' },
    series: [
      {
        type: 'sankey',
        left: 8,
        right: 150,
        nodeGap: 18,
        nodeAlign: 'justify',
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'gradient', opacity: 0.35 },
        data: [
          ...seen.map(({ path, name }) => ({ id: path, name, label: label(name) })),
          ...groups.map(({ path, key }) => {
            const name = words.categoryName(key)
            return { id: path, name: `${name} `, label: label(name) }
          }),
          { id: 'total', name: words.total, label: label(words.total) },
        ],
        links: [
          ...seen.map((source) => ({
            source: source.path,
            target: `category/${source.category}`,
            value: drawable(source.known),
          })),
          ...groups.map((group) => ({ source: group.path, target: 'total', value: drawable(group.known) })),
        ],
      },
    ],
  }
}

/** Months as stacked bars of the sources, the same month of last year behind them. */
export function monthsOption({ byMonth, sources, before }: Overview, words: Drawn): ChartOption {
  const months = byMonth.map(({ key }) => key)
  const behind = before && {
    type: 'bar',
    name: words.lastYear,
    data: months.map((key) => ({ value: number(sameMonth(before.byMonth, key)?.value ?? null) })),
    itemStyle: { color: words.faint, opacity: 0.35 },
    barWidth: '72%',
    barGap: '-100%',
    z: 1,
    silent: true,
  }
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { type: 'scroll', top: 0 },
    grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: months.map((month) => month.slice(5)) },
    yAxis: { type: 'value' },
    series: [
      ...(behind ? [behind] : []),
      ...sources.map((source) => ({
        type: 'bar',
        name: source.name,
        stack: 'year',
        barWidth: '44%',
        ...(behind && { barGap: '-80%' }),
        z: 2,
        data: months.map((key) => {
          const at = source.months.find((month) => month.key === key)
          return { value: number(at?.value ?? null), ...(at && { id: at.path }) }
        }),
      })),
    ],
  }
}

/** The same month of another year; a year in which no source was there then has none. */
export function sameMonth<T extends { readonly key: string }>(
  of: readonly T[],
  month: string,
): T | undefined {
  return of.find(({ key }) => key.slice(5) === month.slice(5))
}

/** Each source in both years, side by side. */
export function yearsOption(overview: Overview, words: Drawn): ChartOption {
  const { inventory, sources, before } = overview
  const pairs = sources.map((source) => ({ source, earlier: earlierOf(source, before) }))
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { top: 0 },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'value' },
    yAxis: { type: 'category', inverse: true, data: sources.map(({ name }) => name) },
    series: [
      {
        type: 'bar',
        name: words.lastYear,
        itemStyle: { color: words.faint },
        data: pairs.map(({ earlier }) => ({ value: number(earlier?.value ?? null) })),
      },
      {
        type: 'bar',
        name: String(inventory.year),
        data: pairs.map(({ source }) => ({ value: number(source.value), id: source.path })),
      },
    ],
  }
}

export function earlierOf({ key }: Pick<Source, 'key'>, before: Overview['before']) {
  return before?.sources.find((each) => each.key === key)
}
