import type { Figure } from '#shared/kernel/figure'
import {
  constant,
  converted,
  differenceOf,
  named,
  quotientOf,
  ratioOf,
  type Reason,
  share,
  sumOf,
  times,
} from '#shared/kernel/figure-algebra'
import type { Measure } from '#shared/kernel/units'

import type { Account, SourceAccount } from './account.ts'
import { isOpen, linesOf } from './facility-lines.ts'
import { readIn, type Reading, readShare } from './inputs.ts'
import type { Parameter } from './parameter.ts'
import type { Settings } from './settings.ts'

/** What a power plant registers of the facility itself, by the role of the parameter. */
export const productionRoles = [
  /** W_fd, gross generation. */
  'generation',
  /** W_cy, electricity that the unit uses itself, and W_rcy, what of it serves heat supply alone. */
  'auxiliary-power',
  'heat-auxiliary-power',
  /** W_gd, where it is metered; else it is computed. */
  'supplied-electricity',
  /** Q_gr, heat supplied. */
  'supplied-heat',
  /** Q_cr, heat that the boilers deliver to turbines and reducers. */
  'delivered-heat',
  /** t, hours on the grid. */
  'running-hours',
  /** P_e, capacity of the generators. */
  'capacity',
  /** Q_boiler and η, for the share of biomass. */
  'boiler-heat',
  'boiler-efficiency',
] as const
export type ProductionRole = (typeof productionRoles)[number]

/** The figures of production that the power guideline shows beside the emission, in its order. */
export const productionKeys = [
  'generation',
  'supplied-power',
  'supplied-heat',
  'heat-ratio',
  'emission',
  'power-emission',
  'heat-emission',
  'generation-intensity',
  'power-intensity',
  'heat-intensity',
  'running-hours',
  'load-rate',
  'biomass-share',
] as const
export type ProductionKey = (typeof productionKeys)[number]

/** How many decimals each is shown with (power guideline; recalled, not checked against the official text). */
export const productionDecimals: Readonly<Record<ProductionKey, number>> = {
  generation: 3,
  'supplied-power': 3,
  'supplied-heat': 2,
  'heat-ratio': 4,
  emission: 2,
  'power-emission': 2,
  'heat-emission': 2,
  'generation-intensity': 4,
  'power-intensity': 4,
  'heat-intensity': 4,
  'running-hours': 2,
  'load-rate': 4,
  'biomass-share': 4,
}

export type Production = ReadonlyMap<ProductionKey, Figure>

/** A facility with its parameters by their roles, as the document states inputs. */
export interface Facility {
  readonly id: string
  readonly name: string
  readonly parameters: ReadonlyMap<ProductionRole, Parameter>
}

/**
 * The production of a facility in one month and what its emission comes to per unit of it. A figure for which
 * something is not registered, or not known in the month, is left out: nothing is taken as zero, but for the
 * auxiliary power of heat supply, which the guideline takes as zero where it is not metered.
 */
export function productionOf(
  facility: Facility,
  month: string,
  account: Account,
  settings: Settings,
): Production {
  const read = readerOf(facility, month, settings)
  const generation = read('generation', 'MWh')
  const heat = read('supplied-heat', 'GJ')
  const delivered = read('delivered-heat', 'GJ')
  const ratio = heat && delivered && !delivered.value.isZero() ? ratioOf(heat, delivered) : null
  const heatRatio = ratio && named(ratio, reason('heat-ratio'))
  const supplied =
    read('supplied-electricity', 'MWh') ??
    suppliedPower(generation, facility.parameters.has('supplied-heat'), heatRatio, read)
  const emission = emissionOf(facility, month, account)
  const hours = read('running-hours', 'h')
  return kept({
    generation,
    'supplied-power': supplied && named(supplied, reason('supplied-power')),
    'supplied-heat': heat,
    'heat-ratio': heatRatio,
    emission,
    ...dividedEmission(emission, facility.parameters.has('supplied-heat'), heatRatio),
    'running-hours': hours,
    'load-rate': loadRate(generation, read('capacity', 'MW'), hours),
    'biomass-share': biomassShare(facility, month, account, settings),
  })
}

/** The year of a facility: amounts are the sums of its months, everything else follows from those sums. */
export function productionOfYear(months: readonly Production[]): Production {
  const sum = (key: ProductionKey) => {
    const figures = months.flatMap((month) => month.get(key) ?? [])
    const [first] = figures
    if (!first || figures.length < months.length) return null
    return sumOf(first.unit, figures, reason(key))
  }
  const summed = (key: ProductionKey, unit: Measure) => {
    const figure = sum(key)
    return figure && converted(figure, unit)
  }
  const weighted = (key: 'heat-ratio' | 'load-rate', below: (month: Production) => Figure | undefined) => {
    const above = key === 'heat-ratio' ? sum('supplied-heat') : sum('generation')
    const parts = months.flatMap((month) => below(month) ?? [])
    const [first] = parts
    if (!above || !first || parts.length < months.length) return null
    const whole = sumOf(first.unit, parts, { code: 'accounting.production.base' })
    return whole.value.isZero() ? null : named(quotientOf(above, whole), reason(key))
  }
  return kept({
    generation: summed('generation', 'MWh'),
    'supplied-power': summed('supplied-power', 'MWh'),
    'supplied-heat': summed('supplied-heat', 'GJ'),
    'heat-ratio': weighted('heat-ratio', (month) => month.get('heat-ratio')?.operands[1]),
    emission: summed('emission', 'tCO2e'),
    'power-emission': summed('power-emission', 'tCO2e'),
    'heat-emission': summed('heat-emission', 'tCO2e'),
    'running-hours': summed('running-hours', 'h'),
    'load-rate': weighted('load-rate', (month) => month.get('load-rate')?.operands[1]),
  })
}

type Read = <M extends Measure>(role: ProductionRole, unit: M) => Figure<M> | null

function readerOf({ id, name, parameters }: Facility, month: string, settings: Settings): Read {
  const at: Reading = { source: { id, name }, month, settings, missing: [], findings: [] }
  return (role, unit) => {
    const parameter = parameters.get(role)
    return parameter
      ? readIn({ path: role, code: `accounting.production.${role}`, parameter }, unit, at)
      : null
  }
}

/** W_gd = W_fd − W_cy; with heat supply W_gd = W_fd − (W_cy − W_rcy) × (1 − a). */
function suppliedPower(
  generation: Figure<'MWh'> | null,
  suppliesHeat: boolean,
  heatRatio: Figure<'ratio'> | null,
  read: Read,
): Figure<'MWh'> | null {
  const auxiliary = read('auxiliary-power', 'MWh')
  if (!generation || !auxiliary) return null
  if (!suppliesHeat) return differenceOf(generation, [auxiliary], reason('supplied-power'))
  if (!heatRatio) return null
  const forHeat = read('heat-auxiliary-power', 'MWh')
  const rest = forHeat
    ? differenceOf(auxiliary, [forHeat], { code: 'accounting.production.common-auxiliary' })
    : auxiliary
  const forPower = named(share(rest, remainder(heatRatio)), {
    code: 'accounting.production.power-auxiliary',
  })
  return differenceOf(generation, [forPower], reason('supplied-power'))
}

/** E_gr = a × E and E_gd = (1 − a) × E; without heat supply all of it is for power. */
function dividedEmission(
  emission: Figure<'tCO2e'> | null,
  suppliesHeat: boolean,
  heatRatio: Figure<'ratio'> | null,
): Partial<Record<ProductionKey, Figure | null>> {
  if (!emission) return {}
  if (!suppliesHeat) return { 'power-emission': named(emission, reason('power-emission')) }
  if (!heatRatio) return {}
  return {
    'power-emission': named(share(emission, remainder(heatRatio)), reason('power-emission')),
    'heat-emission': named(share(emission, heatRatio), reason('heat-emission')),
  }
}
function remainder(part: Figure<'ratio'>): Figure<'ratio'> {
  return differenceOf(constant('1', 'ratio', { code: 'accounting.whole' }), [part], {
    code: 'accounting.production.power-ratio',
  })
}

/** F = W_fd ÷ (P_e × t): a megawatt makes one megawatt-hour in each hour. */
function loadRate(
  generation: Figure<'MWh'> | null,
  capacity: Figure<'MW'> | null,
  hours: Figure<'h'> | null,
): Figure<'ratio'> | null {
  if (!generation || !capacity || !hours) return null
  const megawatt = constant('1', 'MW', { code: 'accounting.production.one-megawatt' })
  const perHour = constant('1', 'MWh/h', { code: 'accounting.production.one-megawatt' })
  const possible = named(times<'MWh', 'h'>(hours, share(perHour, ratioOf(capacity, megawatt))), {
    code: 'accounting.production.possible',
  })
  return possible.value.isZero() ? null : named(ratioOf(generation, possible), reason('load-rate'))
}

/** P_bio = (Q_boiler ÷ η − Σ FC × NCV) ÷ (Q_boiler ÷ η), the share of heat that fossil fuel does not explain. */
function biomassShare(
  facility: Facility,
  month: string,
  account: Account,
  settings: Settings,
): Figure<'ratio'> | null {
  const at: Reading = { source: facility, month, settings, missing: [], findings: [] }
  const boiler = readerOf(facility, month, settings)('boiler-heat', 'GJ')
  const parameter = facility.parameters.get('boiler-efficiency')
  const path = 'boiler-efficiency'
  const efficiency = parameter
    ? readShare({ path, code: 'accounting.production.boiler-efficiency', parameter }, at)
    : null
  if (!boiler || !efficiency || efficiency.value.isZero() || boiler.value.isZero()) return null
  const burnt = named(quotientOf(boiler, efficiency), { code: 'accounting.production.burnt-heat' })
  const fossil = fossilHeat(facility, month, account)
  if (!fossil) return null
  const rest = differenceOf(converted(burnt, 'GJ'), fossil, { code: 'accounting.production.other-heat' })
  return named(ratioOf(rest, converted(burnt, 'GJ')), reason('biomass-share'))
}

/** FC × NCV of every fuel; null while it is not known of one, for the share would then pass for biomass. */
function fossilHeat(facility: Facility, month: string, account: Account): Figure<'GJ'>[] | null {
  const isFuel = ({ category, gas }: SourceAccount['source']) =>
    category === 'fuel-combustion' && gas === 'CO2'
  if (isOpen(facility, month, account, isFuel)) return null
  const heats = linesOf(facility, month, account, isFuel).map(({ beside }) =>
    beside.find(({ code }) => code === 'accounting.fuel-heat'),
  )
  const known = heats.flatMap((heat) => (heat ? [converted(heat, 'GJ')] : []))
  return known.length === heats.length ? known : null
}

/** What the facility emitted in the month; null while one of its lines has no result. */
function emissionOf(facility: Facility, month: string, account: Account): Figure<'tCO2e'> | null {
  if (isOpen(facility, month, account)) return null
  const lines = linesOf(facility, month, account).map(({ emission }) => emission)
  return lines.length === 0 ? null : sumOf('tCO2e', lines, reason('emission'))
}

/** What is known, with what follows from it: S = E ÷ W and E ÷ Q. */
function kept(known: Partial<Record<ProductionKey, Figure | null>>): Production {
  const per = (key: ProductionKey, above: Figure | null | undefined, below: Figure | null | undefined) =>
    above && below && !below.value.isZero() ? named(quotientOf(above, below), reason(key)) : null
  const all: Partial<Record<ProductionKey, Figure | null>> = {
    ...known,
    'generation-intensity': per('generation-intensity', known['power-emission'], known.generation),
    'power-intensity': per('power-intensity', known['power-emission'], known['supplied-power']),
    'heat-intensity': per('heat-intensity', known['heat-emission'], known['supplied-heat']),
  }
  return new Map(
    productionKeys.flatMap((key) => {
      const figure = all[key]
      return figure ? [[key, figure] as const] : []
    }),
  )
}

function reason(key: ProductionKey): Reason {
  return { code: `accounting.production.${key}` }
}
