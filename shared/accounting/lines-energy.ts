import type { Figure } from '#shared/kernel/figure'
import { isConvertibleTo, named } from '#shared/kernel/figure-algebra'
import { unreachable } from '#shared/kernel/refusal'

import type { FigureCode } from './figure-texts.ts'
import { type Input, inUnit, readAsGiven, readIn, type Reading } from './inputs.ts'
import { type Line, lineOf } from './line.ts'
import { basisOf } from './lines-fuel.ts'
import { hotWaterHeat, steamHeat, steamHeatAsGiven } from './methods/heat.ts'
import {
  type Contract,
  marketBasedElectricity,
  netAmount,
  purchasedElectricity,
  purchasedHeat,
} from './methods/net-energy.ts'
import { saturatedEnthalpy, superheatedEnthalpy } from './methods/steam-table.ts'
import type { Parameter } from './parameter.ts'
import type { HeatAmount, SourceOf } from './source.ts'

/**
 * E = net purchase × EF; null when an input is missing. A guideline may take green power off the purchase; a
 * market-based report counts contracts first and the rest by the residual mix (GHG Protocol, scope 2 guidance).
 */
export function electricityLine(source: SourceOf<'electricity'>, at: Reading): Line | null {
  const bought = readIn(
    { path: 'bought', code: 'accounting.electricity-bought', parameter: source.bought },
    'MWh',
    at,
  )
  const less = [...deductions(source), ...greenPowerTakenOff(source, at)].map((input) =>
    readIn(input, 'MWh', at),
  )
  const input: Input = { path: 'factor', code: 'accounting.electricity-factor', parameter: source.factor }
  const factor = readAsGiven(input, at)
  const known = less.filter((figure) => figure !== null)
  if (!bought || !factor || known.length < less.length) return null
  const net = netAmount({ bought, less: known }, at.settings.guideline.negativeNetAllowed)
  const mass = isConvertibleTo(factor, 'tCO2e/MWh')
    ? electricityMass(source, net, inUnit(factor, 'tCO2e/MWh', input, at), at)
    : electricityMass(source, net, inUnit(factor, 'tCO2/MWh', input, at), at)
  return mass && lineOf(mass, { beside: [named(net, { code: 'accounting.net-purchase' })] })
}

function electricityMass<G extends 'tCO2' | 'tCO2e'>(
  source: SourceOf<'electricity'>,
  net: Figure<'MWh'>,
  factor: Figure<`${G}/MWh`>,
  at: Reading,
): Figure<G> | null {
  if (isByGrid(source, at)) return purchasedElectricity<G>(net, factor, basisOf(source, at))
  const contracts = readContracts(source, factor.unit, at)
  const rest = source.residual
    ? readIn(
        { path: 'residual', code: 'accounting.residual-factor', parameter: source.residual },
        factor.unit,
        at,
      )
    : factor
  return contracts && rest && marketBasedElectricity<G>(net, contracts, rest, basisOf(source, at))
}

/** Contracts say nothing where the report is location-based or where a guideline has rules of its own. */
function isByGrid({ instruments = [], residual }: SourceOf<'electricity'>, { settings }: Reading): boolean {
  if (settings.view === 'guideline' || settings.scope2 === 'location-based') return true
  return instruments.length === 0 && residual === undefined
}

function greenPowerTakenOff({ instruments = [] }: SourceOf<'electricity'>, { settings }: Reading): Input[] {
  const { greenPower = [] } = settings.guideline
  if (settings.view !== 'guideline' || instruments.length === 0) return []
  return instruments.flatMap(({ kind, greenPower: parameter }, index) =>
    greenPower.includes(kind) ? [greenPowerInput(parameter, index)] : [],
  )
}
function greenPowerInput(parameter: Parameter, index: number): Input {
  return { path: `instruments/${index}/greenPower`, code: 'accounting.green-power', parameter }
}

function readContracts<G extends 'tCO2' | 'tCO2e'>(
  { instruments = [] }: SourceOf<'electricity'>,
  unit: `${G}/MWh`,
  at: Reading,
): Contract<G>[] | null {
  const read = instruments.map(({ name, greenPower, greenFactor }, index) => ({
    name,
    amount: readIn(greenPowerInput(greenPower, index), 'MWh', at),
    factor: readIn(
      { path: `instruments/${index}/greenFactor`, code: 'accounting.green-factor', parameter: greenFactor },
      unit,
      at,
    ),
  }))
  const known = read.flatMap(({ name, amount, factor }) =>
    amount && factor ? [{ name, amount, factor }] : [],
  )
  return known.length === read.length ? known : null
}

function deductions({ sold, nonFossil, ownGeneration }: SourceOf<'electricity'>): Input[] {
  if (!sold && !nonFossil && !ownGeneration) return []
  const given: readonly (readonly [string, FigureCode, Parameter | undefined])[] = [
    ['sold', 'accounting.electricity-sold', sold],
    ['nonFossil', 'accounting.electricity-non-fossil', nonFossil],
    ['ownGeneration', 'accounting.electricity-own', ownGeneration],
  ]
  return given.flatMap(([path, code, parameter]) => (parameter ? [{ path, code, parameter }] : []))
}

/** E = (heat bought − heat sold) × EF; null when an input is missing. */
export function heatLine(source: SourceOf<'heat'>, at: Reading): Line | null {
  const bought = readHeat(source.bought, 'bought', at)
  const sold = source.sold ? readHeat(source.sold, 'sold', at) : null
  const input: Input = { path: 'factor', code: 'accounting.heat-factor', parameter: source.factor }
  const factor = readAsGiven(input, at)
  if (!bought || !factor || (source.sold && !sold)) return null
  const net = netAmount({ bought, less: sold ? [sold] : [] }, at.settings.guideline.negativeNetAllowed)
  const basis = basisOf(source, at)
  const mass = isConvertibleTo(factor, 'tCO2e/GJ')
    ? purchasedHeat(net, inUnit(factor, 'tCO2e/GJ', input, at), basis)
    : purchasedHeat(net, inUnit(factor, 'tCO2/GJ', input, at), basis)
  return lineOf(mass, { beside: [bought, ...(sold ? [sold] : [])] })
}

function readHeat(amount: HeatAmount, path: 'bought' | 'sold', at: Reading): Figure<'GJ'> | null {
  const { rules, steam } = at.settings
  const input = (part: string, code: FigureCode, parameter: Parameter): Input => ({
    path: `${path}/${part}`,
    code,
    parameter,
  })
  if (amount.as === 'heat') {
    const code = path === 'bought' ? 'accounting.heat-bought' : 'accounting.heat-sold'
    return readIn(input('heat', code, amount.heat), 'GJ', at)
  }
  const mass = readIn(input('mass', 'accounting.heat-carrier', amount.mass), 't', at)
  switch (amount.as) {
    case 'steam': {
      const enthalpy = readIn(input('enthalpy', 'accounting.steam-enthalpy', amount.enthalpy), 'kJ/kg', at)
      if (!mass || !enthalpy) return null
      return amount.reference === 'water-20'
        ? steamHeat(mass, enthalpy, rules)
        : steamHeatAsGiven(mass, enthalpy, rules)
    }
    case 'saturated-steam': {
      const pressure = readIn(input('pressure', 'accounting.steam-pressure', amount.pressure), 'MPa', at)
      return mass && pressure && steamHeat(mass, saturatedEnthalpy(steam.saturated, pressure), rules)
    }
    case 'superheated-steam': {
      const pressure = readIn(input('pressure', 'accounting.steam-pressure', amount.pressure), 'MPa', at)
      const temperature = readTemperature(input, amount.temperature, at)
      if (!mass || !pressure || !temperature) return null
      const enthalpy = superheatedEnthalpy(steam.superheated, steam.saturated, pressure, temperature)
      return steamHeat(mass, enthalpy, rules)
    }
    case 'hot-water': {
      const temperature = readTemperature(input, amount.temperature, at)
      return mass && temperature && hotWaterHeat(mass, temperature, rules)
    }
    default:
      return unreachable(amount)
  }
}
function readTemperature(
  input: (part: string, code: FigureCode, parameter: Parameter) => Input,
  parameter: Parameter,
  at: Reading,
): Figure<'°C'> | null {
  return readIn(input('temperature', 'accounting.heat-temperature', parameter), '°C', at)
}
