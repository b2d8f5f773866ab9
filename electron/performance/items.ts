import type { MonthEntry } from '#db/activity/queries'
import type { MonthAccount, SourceAccount } from '#shared/accounting/account'
import type { Figure } from '#shared/kernel/figure'
import {
  constant,
  converted,
  differenceOf,
  entered,
  isConvertibleTo,
  sumOf,
} from '#shared/kernel/figure-algebra'
import { monthsOf } from '#shared/kernel/period'
import type { Measure } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'
import { electricityInCoal, fuelInCoal, heatInCoal, totalEnergy } from '#shared/performance/energy'
import type { Item } from '#shared/performance/indicator'

import type { YearData } from './year-data.ts'

/** A whole year, or some of its months. */
export interface Span {
  readonly year: number
  /** Null: the whole year, with what is known for whole years only. */
  readonly months: readonly string[] | null
}

/** The figure of what a name stands for; null as long as something of it is not known, for that is not zero. */
export function itemFigure(data: YearData, item: Item, span: Span): Figure | null {
  switch (item.kind) {
    case 'emission':
      return emission(data, item, span)
    case 'energy':
      return energy(data, item, span)
    case 'reading':
      return reading(data.parameter(item.parameter), data, span)
    case 'product':
      return product(data, item, span)
    case 'output-value':
      return outputValue(data, span)
  }
}

/** The unit in which an item comes; `ratio` for what is not there any more. */
export function unitOfItem(data: YearData, item: Item): Measure {
  switch (item.kind) {
    case 'emission':
      return 'tCO2e'
    case 'energy':
      return 'tce'
    case 'reading':
      return data.parameter(item.parameter)?.unit ?? 'ratio'
    case 'product':
      return (
        [...data.years, data.runningYear]
          .flatMap((year) => data.products(year))
          .findLast(({ facility, name }) => facility === item.facility && name === item.name)?.unit ?? 'ratio'
      )
    case 'output-value':
      return '10^4 CNY'
  }
}

type EmissionItem = Extract<Item, { readonly kind: 'emission' }>
function emission(data: YearData, item: EmissionItem, { year, months }: Span): Figure | null {
  const account = data.account(year)
  if (!account) return null
  const chosen = account.bySource.filter((each) => isMeant(data, each, item))
  // What covers every source of the year is the total that is reported, rounded as it is there.
  if (chosen.length > 0 && chosen.length === account.bySource.length && months === null)
    return account.total.state === 'complete' ? account.total.figure : null
  const lines = linesOf(chosen, months)
  const known = lines.flatMap((line) => (line.state === 'complete' ? [line.emission] : []))
  if (lines.length === 0 || known.length < lines.length) return null
  return sumOf('tCO2e', known, { code: 'performance.figure.emission' })
}

/** Whether an item speaks of a source: all that it says fits. */
export function isMeant(
  data: YearData,
  each: SourceAccount,
  { node, category, scope, source }: EmissionItem,
): boolean {
  return (
    isAt(data, each, node) &&
    (category === null || each.source.category === category) &&
    (scope === null || each.source.scope === scope) &&
    (source === null || each.source.id === source)
  )
}
function isAt(
  data: YearData,
  { source }: SourceAccount,
  node: Parameters<YearData['below']>[0] | null,
): boolean {
  const place = data.nodeOf(source.id)
  return node === null || (place !== undefined && data.below(node).has(place))
}

/** The lines of a span; what is known for whole years only has none in a month, which leaves the month without. */
function linesOf(sources: readonly SourceAccount[], months: readonly string[] | null): MonthAccount[] {
  const isIn = ({ month }: MonthAccount) => months === null || month.length === 4 || months.includes(month)
  return sources.flatMap((source) =>
    source.months
      .filter(isIn)
      .map((line): MonthAccount =>
        months !== null && line.month.length === 4
          ? { state: 'incomplete', source: line.source, month: line.month, missing: [], findings: [] }
          : line,
      ),
  )
}

type EnergyItem = Extract<Item, { readonly kind: 'energy' }>
function energy(
  data: YearData,
  { node, carrier, electricity }: EnergyItem,
  span: Span,
): Figure<'tce'> | null {
  const equal = electricity === 'equal-value' ? data.equalValue(span.year) : null
  if (electricity === 'equal-value' && !equal && carrier !== 'fuel' && carrier !== 'heat') return null
  const parts = data
    .energySources(span.year)
    .filter((each) => isAt(data, each, node) && (carrier === 'all' || carrierOf(each) === carrier))
    .flatMap((each) => {
      const of = carrierOf(each)
      return of === null ? [] : linesOf([each], span.months).map((line) => coalOf(line, of, equal))
    })
  const known = parts.filter((part) => part !== null)
  return parts.length === 0 || known.length < parts.length ? null : totalEnergy(known)
}

type EnergyCarrier = 'fuel' | 'electricity' | 'heat'
/** A fuel is burnt, electricity and heat are bought; everything else is no energy. */
export function carrierOf({ source }: SourceAccount): EnergyCarrier | null {
  if (source.category === 'fuel-combustion') return 'fuel'
  if (source.method === 'electricity') return 'electricity'
  return source.method === 'heat' ? 'heat' : null
}

/** The energy of a line in standard coal, from the figures that stand beside its emission; null where they do not. */
function coalOf(
  line: MonthAccount,
  carrier: EnergyCarrier,
  equal: Parameters<typeof electricityInCoal>[1],
): Figure<'tce'> | null {
  if (line.state !== 'complete') return null
  const found = (code: string) => line.beside.find((figure) => figure.code === code)
  if (carrier === 'fuel') {
    const heat = found('accounting.fuel-heat')
    return heat ? fuelInCoal(converted(heat, 'GJ')) : null
  }
  if (carrier === 'electricity') {
    const net = found('accounting.net-purchase')
    return net ? electricityInCoal(converted(net, 'MWh'), equal) : null
  }
  const [bought, sold] = line.beside
    .filter((figure) => isConvertibleTo(figure, 'GJ'))
    .map((figure) => converted(figure, 'GJ'))
  if (!bought) return null
  return heatInCoal(sold ? differenceOf(bought, [sold], { code: 'performance.figure.net-heat' }) : bought)
}

function reading(parameter: Parameter | undefined, data: YearData, { year, months }: Span): Figure | null {
  if (!parameter) return null
  const entries = data.entries(parameter.id, year)
  const whole = entries.get(String(year))
  if (months === null && whole) return entryFigure(parameter, whole)
  const wanted = months ?? monthsOf(year)
  const known = wanted.flatMap((month) => {
    const entry = entries.get(month)
    const figure = entry ? entryFigure(parameter, entry) : null
    return figure ? [figure] : []
  })
  const [only] = known
  if (known.length < wanted.length || !only) return null
  if (wanted.length === 1) return only
  return sumOf(parameter.unit, known, {
    code: 'performance.figure.readings',
    facts: { source: parameter.name },
  })
}
function entryFigure(parameter: Parameter, { amount, month, count, files }: MonthEntry): Figure | null {
  if (amount?.kind !== 'value') return null
  return entered(
    amount.value,
    parameter.unit,
    { code: 'performance.figure.reading', facts: { source: parameter.name, month } },
    {
      kind: 'readings',
      parameter: parameter.id,
      month,
      count,
      digest: null,
      determination: parameter.determination,
      evidence: [...files],
    },
  )
}

type ProductItem = Extract<Item, { readonly kind: 'product' }>
function product(data: YearData, { facility, name }: ProductItem, { year, months }: Span): Figure | null {
  const line = data.products(year).find((each) => each.facility === facility && each.name === name)
  if (months !== null || !line || line.output === null) return null
  return constant(line.output, line.unit, { code: 'performance.figure.product', facts: { name, year } })
}
function outputValue(data: YearData, { year, months }: Span): Figure | null {
  const value = data.outputValue(year)
  if (months !== null || value === null) return null
  return constant(value, '10^4 CNY', { code: 'performance.figure.output-value', facts: { year } })
}
