import type { YearData } from '#electron/performance/year-data'
import type { MonthAccount, SourceAccount } from '#shared/accounting/account'
import { yearOf } from '#shared/assets/forecast'
import type { IndustryUnit, Unit } from '#shared/assets/model'
import type { Plan } from '#shared/assets/plan'
import type { Figure } from '#shared/kernel/figure'
import { named, sumOf } from '#shared/kernel/figure-algebra'

import { type Series, seriesOfEmission, type Wanted } from './series.ts'

/** What of a plant, or of one line of it, is settled in a year. */
export interface SettledEmission {
  readonly months: Series<'emission'>
  /** Null while something of it is not known. */
  readonly year: Figure<'tCO2e'> | null
}

/**
 * The emission that the plan settles: fuel, with or without purchased electricity; of industry, scope 1.
 *
 * @param unit the line whose place and what stands below it is meant; null for the whole plant.
 */
export function settledEmission(
  wanted: Wanted,
  plan: Plan | null,
  unit: IndustryUnit | null,
): SettledEmission {
  const { data, year } = wanted
  const sources = (of: number): readonly SourceAccount[] =>
    plan === null
      ? []
      : (data.account(of)?.bySource ?? []).filter(
          (source) => isSettled(source, plan) && (unit === null || isAt(data, source, unit)),
        )
  const asBefore = year >= data.runningYear ? expectedAsBefore(year, sources(year), sources(year - 1)) : []
  const apart = new Set(asBefore.map(({ source }) => source.id))
  const now = sources(year).filter(({ source }) => !apart.has(source.id))
  const months = seriesOfEmission(wanted, unit?.id ?? null, (of) => byMonth(of === year ? now : sources(of)))
  const monthly = yearOf('tCO2e', months, 'assets.figure.settled', { year })
  const lines = now.flatMap((source) => source.months.filter(isOfYear))
  const known = [
    ...lines.flatMap((line) => (line.state === 'complete' ? [line.emission] : [])),
    ...asBefore.map(({ emission }) => emission),
  ]
  if (known.length === 0) return { months, year: lines.length === 0 ? monthly : null }
  const isMonthly = now.some((source) => source.months.some((line) => !isOfYear(line)))
  if ((isMonthly && !monthly) || known.length < lines.length + asBefore.length) return { months, year: null }
  const parts = isMonthly && monthly ? [monthly, ...known] : known
  return { months, year: sumOf('tCO2e', parts, { code: 'assets.figure.settled', facts: { year } }) }
}

/** Lines of which one stands inside another, or at the same place: what they emit cannot be told apart. */
export function hasOwnEmission(unit: IndustryUnit, units: readonly Unit[], data: YearData): boolean {
  return units.every(
    ({ id, node }) => id === unit.id || !(data.below(unit.node).has(node) || data.below(node).has(unit.node)),
  )
}

function isAt(data: YearData, { source }: SourceAccount, { node }: IndustryUnit): boolean {
  const place = data.nodeOf(source.id)
  return place !== undefined && data.below(node).has(place)
}

/** Generating units are settled for carbon dioxide alone: methane of the same fire is in the inventory only. */
function isSettled({ source }: SourceAccount, plan: Plan): boolean {
  if (plan.kind === 'industry') return source.scope === 1
  if (source.gas !== 'CO2' && source.gas !== 'CO2e') return false
  if (source.category === 'fuel-combustion') return true
  return plan.settles === 'direct-and-electricity' && source.category === 'electricity'
}

function byMonth(sources: readonly SourceAccount[]): Map<string, Figure<'tCO2e'>> {
  const lines = Map.groupBy(
    sources.flatMap(({ months }) => months.filter((line) => !isOfYear(line))),
    ({ month }) => month,
  )
  return new Map(
    [...lines].flatMap(([month, of]) => {
      const known = of.flatMap((line) => (line.state === 'complete' ? [line.emission] : []))
      if (known.length < of.length) return []
      return [
        [month, sumOf('tCO2e', known, { code: 'assets.figure.settled-month', facts: { month } })] as const,
      ]
    }),
  )
}

/**
 * Sources of which the running year has nothing yet and the year before only the whole: they are expected to emit what
 * they did.
 */
function expectedAsBefore(year: number, now: readonly SourceAccount[], before: readonly SourceAccount[]) {
  return now.flatMap(({ source, months }) => {
    if (months.some(({ state }) => state === 'complete')) return []
    const lines = before.flatMap((each) => (each.source.id === source.id ? each.months.filter(isOfYear) : []))
    return lines.flatMap((line) =>
      line.state === 'complete'
        ? [
            {
              source,
              emission: named(line.emission, {
                code: 'assets.figure.estimated',
                facts: { month: String(year) },
              }),
            },
          ]
        : [],
    )
  })
}
function isOfYear({ month }: MonthAccount): boolean {
  return month.length === 4
}
