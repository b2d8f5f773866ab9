import type { Figure } from '#shared/kernel/figure'
import { constant, named, share } from '#shared/kernel/figure-algebra'
import type { Finding } from '#shared/kernel/finding'
import { Refusal, unreachable } from '#shared/kernel/refusal'
import { formulaById } from '#shared/monitoring/formulas/all'

import type { Missing, MonthAccount } from './account.ts'
import { figureOfFactor, type Reading } from './inputs.ts'
import type { Line } from './line.ts'
import { electricityLine, heatLine } from './lines-energy.ts'
import { formulaLine } from './lines-formula.ts'
import { asphaltFumeLine, calorificValueLine, elementCarbonLine } from './lines-fuel.ts'
import {
  desulfurizationLine,
  factorLine,
  massBalanceLine,
  measuredLine,
  statedLine,
} from './lines-general.ts'
import { equivalentOf } from './methods/equivalent.ts'
import { roundedAt, type RoundingStep } from './rounding.ts'
import { type Settings, settingsAt } from './settings.ts'
import type { Source } from './source.ts'

/**
 * What one source emitted in one month (or in one year, where the inventory is by year). It depends on nothing but its
 * arguments, so a caller may keep the result for as long as none of them changes.
 *
 * A missing input gives `incomplete` with all that is missing; what the rules forbid gives `refused` with the reason
 * as a finding that blocks the report. Neither is ever a zero.
 */
export function accountMonth(source: Source, month: string, rules: Settings): MonthAccount {
  const settings = settingsAt(rules, month)
  const missing: Missing[] = []
  const findings: Finding[] = []
  const where = { source: source.id, month }
  try {
    const line = lineFor(source, { source, month, settings, missing, findings })
    if (!line) return { state: 'incomplete', ...where, missing, findings }
    const emission = emissionOf(line, source, month, settings)
    const isBelow = emission.value.isNegative() && !emission.value.isZero()
    if (isBelow && !isTakenOff(source)) findings.push(belowZero(source, month, emission))
    return {
      state: 'complete',
      ...where,
      mass: line.mass,
      emission,
      beside: line.beside,
      findings,
    }
  } catch (trouble) {
    if (!(trouble instanceof Refusal)) throw trouble
    const { code, facts } = trouble
    const finding: Finding = { severity: 'blocks-report', code, where: `${source.id}/${month}`, facts }
    return { state: 'refused', ...where, findings: [finding] }
  }
}

function lineFor(source: Source, at: Reading): Line | null {
  switch (source.method) {
    case 'fuel-by-calorific-value':
      return calorificValueLine(source, at)
    case 'fuel-by-element-carbon':
      return elementCarbonLine(source, at)
    case 'desulfurization':
      return desulfurizationLine(source, at)
    case 'electricity':
      return electricityLine(source, at)
    case 'heat':
      return heatLine(source, at)
    case 'factor':
      return factorLine(source, at)
    case 'mass-balance':
      return massBalanceLine(source, at)
    case 'measured':
      return measuredLine(source, at)
    case 'asphalt-fume':
      return asphaltFumeLine(source, at)
    case 'stated':
      return statedLine(source, at)
    case 'formula':
      return formulaLine(source, at)
    default:
      return unreachable(source)
  }
}

/** The step at which a rule set rounds the emission of a line, by method. */
function emissionStep(method: Source['method']): RoundingStep {
  if (method === 'electricity') return 'electricity-emission'
  if (method === 'heat') return 'heat-emission'
  return method.startsWith('fuel-') ? 'combustion-emission' : 'process-emission'
}

/**
 * Mass × potential × owned share, rounded where the rule set says so. It says whose it is and of when, because in a
 * total it stands beside its like.
 */
function emissionOf(line: Line, source: Source, month: string, settings: Settings): Figure<'tCO2e'> {
  const found = source.gas === 'CO2e' || source.gas === 'CO2' ? null : settings.gwp(source.gas)
  const fromSet = found && line.mass.unit !== 'tCO2e' ? figureOfFactor(found, 'accounting.gwp') : null
  const whole = equivalentOf(line.mass, source.gas, line.potential ?? fromSet, settings.gwpSet)
  const owned = shareOf(whole, source, settings)
  const facts = { ...owned.facts, source: source.name, month }
  const own = named(owned, { code: 'accounting.emission', facts })
  return roundedAt(own, emissionStep(source.method), settings.rules)
}

function shareOf(whole: Figure<'tCO2e'>, source: Source, settings: Settings): Figure<'tCO2e'> {
  const owned = settings.shares?.get(source.facility)
  if (owned === undefined || owned === '1') return whole
  const part = constant(owned, 'ratio', {
    code: 'accounting.equity-share',
    facts: { facility: source.facility },
  })
  return named(share(whole, part), { code: 'accounting.emission', facts: whole.facts })
}

/** Whether less than zero is what the source is there for. */
function isTakenOff(source: Source): boolean {
  return source.method === 'formula' && formulaById(source.formula).deducts === true
}

function belowZero(source: Source, month: string, emission: Figure): Finding {
  return {
    severity: 'explain',
    code: source.method === 'mass-balance' ? 'accounting.carbon-out-exceeds-in' : 'accounting.below-zero',
    where: `${source.id}/${month}`,
    facts: { source: source.name, month, value: emission.value.toFixed() },
  }
}
