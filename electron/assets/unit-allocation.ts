import {
  allocate,
  type Allocated,
  byEarlierOutput,
  inputsNeeded,
  type UnitYear,
} from '#shared/assets/allocation'
import { type MonthValue, yearOf } from '#shared/assets/forecast'
import { allocateIndustry } from '#shared/assets/industry'
import type { IndustryUnit, PlannedItem, PowerUnit, Unit, YearTerms } from '#shared/assets/model'
import type { IndustryPlan, Plan, PowerPlan } from '#shared/assets/plan'
import type { Figure } from '#shared/kernel/figure'
import { constant, named, quotientOf, ratioOf, times, weightedMean } from '#shared/kernel/figure-algebra'

import { type Series, seriesOfParameter, type Wanted } from './series.ts'

export type UnitSeries = { readonly [I in PlannedItem]?: Series<I> }

/** A unit of the year with all that its allowances were made of. */
export interface AllocatedUnit {
  readonly unit: Unit
  readonly allocated: Allocated
  readonly load: Figure<'ratio'> | null
  readonly series: UnitSeries
  /** What each month alone would be given by the factors of the year. */
  readonly byMonth: readonly MonthValue<'tCO2e'>[]
}

/** @param emission what is emitted in the year by whom an industrial line's allowances follow; null if not known. */
export function allocationOfUnit(
  unit: Unit,
  plan: Plan,
  terms: YearTerms,
  wanted: Wanted,
  emission: Figure<'tCO2e'> | null,
): AllocatedUnit {
  if (unit.kind === 'power' && plan.kind === 'power') return ofPower(unit, plan, terms, wanted)
  if (unit.kind === 'industry' && plan.kind === 'industry')
    return ofIndustry(unit, plan, terms, wanted, emission)
  return { unit, allocated: { state: 'incomplete', missing: [] }, load: null, series: {}, byMonth: [] }
}

function ofPower(unit: PowerUnit, plan: PowerPlan, terms: YearTerms, wanted: Wanted): AllocatedUnit {
  const { year } = wanted
  const needed = inputsNeeded(plan, unit)
  const needsLoad = needed.includes('load')
  const read = <I extends PowerItem>(item: I) => seriesOfParameter(wanted, unit, item, unit[item])
  // The load rate is of gross generation, whatever the allowances are for.
  const series: UnitSeries = {
    ...(needed.includes('gross') || needsLoad ? { gross: read('gross') } : {}),
    ...(needed.includes('supplied') ? { supplied: read('supplied') } : {}),
    heat: read('heat'),
    ...(needed.includes('heatRatio') ? { heatRatio: read('heatRatio') } : {}),
    ...(needsLoad ? { hours: read('hours') } : {}),
  }
  const { gross = [], supplied = [], heat = [], heatRatio = [], hours = [] } = series
  const generation = yearOf('MWh', gross, 'assets.figure.gross', { year })
  const load = needsLoad
    ? loadOf(unit, generation, yearOf('h', hours, 'assets.figure.hours', { year }))
    : null
  const made: UnitYear = {
    gross: generation,
    supplied: yearOf('MWh', supplied, 'assets.figure.supplied', { year }),
    heat: yearOf('GJ', heat, 'assets.figure.heat', { year }),
    heatRatio: meanRatio(heatRatio, plan.output === 'gross' ? gross : supplied),
    load,
  }
  const allocated = allocate(plan, year, unit, made, terms.rounding ?? plan.rounding)
  const output = plan.output === 'gross' ? gross : supplied
  return { unit, allocated, load, series, byMonth: monthsOfPower(unit, plan, year, output, heat, made) }
}
/** What the unit would be given for the output of an earlier year; null while that is not known. */
export function earlierOutput(
  unit: PowerUnit,
  plan: PowerPlan,
  year: number,
  earlier: Wanted,
): Figure<'tCO2e'> | null {
  const facts = { year: earlier.year }
  const read = <I extends PowerItem>(item: I) => seriesOfParameter(earlier, unit, item, unit[item])
  const output = yearOf('MWh', read(plan.output), `assets.figure.${plan.output}`, facts)
  const heat = yearOf('GJ', read('heat'), 'assets.figure.heat', facts)
  return output && heat && byEarlierOutput(plan, year, unit, { output, heat })
}
type PowerItem = 'gross' | 'supplied' | 'heat' | 'heatRatio' | 'hours'

/** F = Σ generation ÷ (capacity × Σ running hours). */
function loadOf(
  unit: PowerUnit,
  gross: Figure<'MWh'> | null,
  hours: Figure<'h'> | null,
): Figure<'ratio'> | null {
  if (!gross || !hours || hours.value.isZero()) return null
  const capacity = constant(unit.capacity, 'MWh/h', { code: 'assets.figure.capacity' })
  const most = named(times<'MWh', 'h'>(hours, capacity), { code: 'assets.figure.most-generation' })
  return named(ratioOf<'MWh'>(gross, most), { code: 'assets.figure.load', facts: { unit: unit.name } })
}

/** The heat-supply ratio of the year: the mean of its months, weighted with the electricity of each. */
function meanRatio(ratios: Series<'heatRatio'>, weights: Series<'gross'>): Figure<'ratio'> | null {
  const rows = ratios.flatMap(({ figure }, at) => {
    const weight = weights[at]?.figure
    return figure && weight ? [{ value: figure, weight }] : []
  })
  if (rows.length === 0 || rows.length < ratios.length) return null
  if (rows.every(({ weight }) => weight.value.isZero())) return null
  return weightedMean('ratio', rows, { code: 'assets.figure.heat-ratio' })
}

function monthsOfPower(
  unit: PowerUnit,
  plan: PowerPlan,
  year: number,
  output: Series<'gross'>,
  heat: Series<'heat'>,
  made: UnitYear,
): AllocatedUnit['byMonth'] {
  return output.map(({ month, kind, figure }, at) => {
    const warm = heat[at]
    const kinds = [kind, warm?.kind ?? 'missing']
    const amount = plan.output === 'gross' ? { gross: figure } : { supplied: figure }
    const given = { ...made, ...amount, heat: warm?.figure ?? null }
    const allocated = allocate(plan, year, unit, given, { decimals: 2, mode: 'half-up' })
    return {
      month,
      kind: kindOrder.find((each) => kinds.includes(each)) ?? 'missing',
      figure: allocated.state === 'complete' ? allocated.figure : null,
    }
  })
}
/** The least certain first: a month is as sure as the least sure part of it. */
const kindOrder = ['missing', 'estimated', 'planned', 'actual'] as const

function ofIndustry(
  unit: IndustryUnit,
  plan: IndustryPlan,
  terms: YearTerms,
  wanted: Wanted,
  emission: Figure<'tCO2e'> | null,
): AllocatedUnit {
  const output = seriesOfParameter(wanted, unit, 'output', unit.output)
  const made = yearOf('t', output, 'assets.figure.output', {
    year: wanted.year,
  })
  const series = { output }
  if (!emission)
    return { unit, allocated: { state: 'incomplete', missing: [] }, load: null, series, byMonth: [] }
  const balance =
    terms.balance === null ? null : constant(terms.balance, 'tCO2e/t', { code: 'assets.figure.balance' })
  const intensity =
    made && !made.value.isZero()
      ? named(quotientOf(emission, made), { code: 'assets.figure.intensity' })
      : null
  const against = balance && intensity ? { intensity, balance } : null
  const allocated = allocateIndustry(plan, wanted.year, unit, emission, against)
  return { unit, allocated, load: null, series, byMonth: [] }
}
