import type { Figure } from '#shared/kernel/figure'
import { isConvertibleTo, named } from '#shared/kernel/figure-algebra'
import { unreachable } from '#shared/kernel/refusal'

import type { FigureCode } from './figure-texts.ts'
import { type Input, inUnit, readAsGiven, readIn, type Reading } from './inputs.ts'
import { type Line, lineOf } from './line.ts'
import { basisOf } from './lines-fuel.ts'
import { hotWaterHeat, steamHeat, steamHeatAsGiven } from './methods/heat.ts'
import { netAmount, purchasedElectricity, purchasedHeat } from './methods/net-energy.ts'
import { saturatedEnthalpy, superheatedEnthalpy } from './methods/steam-table.ts'
import type { Parameter } from './parameter.ts'
import type { HeatAmount, SourceOf } from './source.ts'

/** E = net purchase × EF; null when an input is missing. */
export function electricityLine(source: SourceOf<'electricity'>, at: Reading): Line | null {
  const bought = readIn(
    { path: 'bought', code: 'accounting.electricity-bought', parameter: source.bought },
    'MWh',
    at,
  )
  const less = deductions(source).map((input) => readIn(input, 'MWh', at))
  const input: Input = { path: 'factor', code: 'accounting.electricity-factor', parameter: source.factor }
  const factor = readAsGiven(input, at)
  const known = less.filter((figure) => figure !== null)
  if (!bought || !factor || known.length < less.length) return null
  const net = netAmount({ bought, less: known }, at.settings.guideline.negativeNetAllowed)
  const basis = basisOf(source, at)
  const mass = isConvertibleTo(factor, 'tCO2e/MWh')
    ? purchasedElectricity(net, inUnit(factor, 'tCO2e/MWh', input, at), basis)
    : purchasedElectricity(net, inUnit(factor, 'tCO2/MWh', input, at), basis)
  return lineOf(mass, { beside: [named(net, { code: 'accounting.net-purchase' })] })
}

function deductions({ sold, nonFossil, ownGeneration }: SourceOf<'electricity'>): Input[] {
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
