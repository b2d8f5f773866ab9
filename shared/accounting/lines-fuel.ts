import type { Figure } from '#shared/kernel/figure'
import { Refusal } from '#shared/kernel/refusal'
import { isUnit, type Unit, units } from '#shared/kernel/units'

import {
  inUnit,
  type Input,
  readAsGiven,
  readIn,
  type Reading,
  readMassFraction,
  readShare,
} from './inputs.ts'
import { type Line, lineOf } from './line.ts'
import { asphaltFume } from './methods/asphalt-fume.ts'
import {
  carbonFromHeat,
  type CarbonStep,
  fuelByCalorificValue,
  fuelByElementCarbon,
  fuelHeat,
} from './methods/fuel-combustion.ts'
import { carbonFromAirDry, carbonFromDry } from './methods/moisture.ts'
import type { Parameter } from './parameter.ts'
import { roundedAt } from './rounding.ts'
import type { Source, SourceOf } from './source.ts'

/** E = FC × NCV × CC × OF × 44/12; null when an input is missing. */
export function calorificValueLine(source: SourceOf<'fuel-by-calorific-value'>, at: Reading): Line | null {
  const { rules } = at.settings
  const fuel = readFuel(source.fuel, at)
  const value = readAsGiven(calorificInput(source.calorificValue), at)
  const carbon = readIn(
    { path: 'carbonContent', code: 'accounting.carbon-content', parameter: source.carbonContent },
    'tC/GJ',
    at,
  )
  const oxidation = readShare(oxidationInput(source.oxidation), at)
  if (!fuel || !value || !carbon || !oxidation) return null
  const heat = inUnit(value, `GJ/${fuel.unit}`, calorificInput(source.calorificValue), at)
  const step = carbonStepOf(source)
  const burnt = { fuel, calorificValue: heat, carbonContent: carbon, oxidation }
  return lineOf(fuelByCalorificValue(burnt, step, rules, basisOf(source, at)), {
    beside: [
      fuelHeat<Unit>(fuel, heat, rules),
      ...(rules.steps[step] ? [carbonFromHeat<Unit>(fuel.unit, heat, carbon, step, rules)] : []),
    ],
  })
}

/** E = FC × C_ar × OF × 44/12; null when an input is missing. */
export function elementCarbonLine(source: SourceOf<'fuel-by-element-carbon'>, at: Reading): Line | null {
  const fuel = readFuel(source.fuel, at)
  const oxidation = readShare(oxidationInput(source.oxidation), at)
  const value = source.calorificValue ? readAsGiven(calorificInput(source.calorificValue), at) : null
  const carbon = readCarbon(source, fuel, at)
  if (!fuel || !oxidation || !carbon || (source.calorificValue && !value)) return null
  const heat = value
    ? [
        fuelHeat<Unit>(
          fuel,
          inUnit(value, `GJ/${fuel.unit}`, calorificInput(source.calorificValue ?? {}), at),
          at.settings.rules,
        ),
      ]
    : []
  return lineOf(fuelByElementCarbon({ fuel, carbon, oxidation }, basisOf(source, at)), {
    beside: [carbon, ...heat],
  })
}

/** The carbon as received, from whatever basis the laboratory stated it on. */
function readCarbon(
  source: SourceOf<'fuel-by-element-carbon'>,
  fuel: Figure<Unit> | null,
  at: Reading,
): Figure<`tC/${Unit}`> | null {
  const { rules } = at.settings
  const input: Input = {
    path: 'carbon',
    code: 'accounting.element-carbon',
    parameter: source.carbon,
    meanStep: 'mean-carbon-content',
  }
  if (source.carbonBasis === 'received') {
    const carbon = readAsGiven(input, at)
    if (!carbon || !fuel) return null
    if (fuel.unit !== 't')
      return roundedAt(inUnit(carbon, `tC/${fuel.unit}`, input, at), carbonStepOf(source), rules)
    const received = readMassFraction(input, at)
    return received && roundedAt(received, 'carbon-content-received', rules)
  }
  const carbon = readMassFraction(input, at)
  const received = readMoisture('moistureReceived', source.moistureReceived, at)
  if (source.carbonBasis === 'dry') return carbon && received && carbonFromDry(carbon, received, rules)
  const airDry = readMoisture('moistureAirDry', source.moistureAirDry, at)
  return carbon && received && airDry && carbonFromAirDry(carbon, received, airDry, rules)
}

function readMoisture(
  path: 'moistureReceived' | 'moistureAirDry',
  parameter: Parameter | undefined,
  at: Reading,
): Figure<'ratio'> | null {
  const code = path === 'moistureReceived' ? 'accounting.moisture-received' : 'accounting.moisture-air-dry'
  return readShare({ path, code, parameter: parameter ?? {} }, at)
}

/** The method of case GB/T 32151.34: volatile matter of asphalt fume, burnt. */
export function asphaltFumeLine(source: SourceOf<'asphalt-fume'>, at: Reading): Line | null {
  const flow = readIn({ path: 'flow', code: 'accounting.fume-flow', parameter: source.flow }, 'Nm3/h', at)
  const concentration = readIn(
    { path: 'concentration', code: 'accounting.fume-concentration', parameter: source.concentration },
    'mg/Nm3',
    at,
  )
  const duration = readIn(
    { path: 'duration', code: 'accounting.duration', parameter: source.duration },
    'h',
    at,
  )
  const calorificValue = readIn(calorificInput(source.calorificValue), 'GJ/t', at)
  const carbonContent = readIn(
    { path: 'carbonContent', code: 'accounting.carbon-content', parameter: source.carbonContent },
    'tC/GJ',
    at,
  )
  const oxidation = readShare(oxidationInput(source.oxidation), at)
  if (!flow || !concentration || !duration || !calorificValue || !carbonContent || !oxidation) return null
  const burnt = { flow, concentration, duration, calorificValue, carbonContent, oxidation }
  return lineOf(asphaltFume(burnt, basisOf(source, at)))
}

/** Method and clause, as every figure of a line states them. */
export function basisOf(source: Pick<Source, 'method'>, { settings }: Reading) {
  const clause = settings.guideline.clauses[source.method]
  const { method } = source
  return clause === undefined ? { method } : { method, clause }
}

function calorificInput(parameter: Parameter): Input {
  return {
    path: 'calorificValue',
    code: 'accounting.calorific-value',
    parameter,
    meanStep: 'mean-calorific-value',
  }
}
function oxidationInput(parameter: Parameter): Input {
  return { path: 'oxidation', code: 'accounting.oxidation', parameter }
}
function carbonStepOf({ fuelClass }: { readonly fuelClass: string }): CarbonStep {
  return fuelClass === 'gas' ? 'carbon-content-received-gas' : 'carbon-content-received'
}

/** Fuel in the unit that its properties are stated per: tonnes, 10⁴ Nm³, or the unit itself. */
function readFuel(parameter: Parameter, at: Reading): Figure<Unit> | null {
  const input: Input = { path: 'fuel', code: 'accounting.fuel', parameter }
  const figure = readAsGiven(input, at)
  if (!figure) return null
  if (!isUnit(figure.unit)) throw new Refusal('accounting.not-an-amount', { unit: figure.unit })
  return inUnit(figure, usualFuelUnit(figure.unit), input, at)
}
function usualFuelUnit(unit: Unit): Unit {
  const { dimension } = units[unit]
  if (dimension === 'mass') return 't'
  if (dimension === 'gas volume') return '10^4 Nm3'
  return unit
}
