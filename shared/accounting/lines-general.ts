import { massUnitOf } from '#shared/factors/gases'
import type { Origin } from '#shared/kernel/figure'
import { converted, isConvertibleTo, named } from '#shared/kernel/figure-algebra'
import { daysIn, monthsOf } from '#shared/kernel/period'
import { conversion, Decimal } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import { isConvertible } from '#shared/kernel/units'

import { readAsGiven, readIn, type Reading, readMassFraction, readShare } from './inputs.ts'
import { type Line, lineOf } from './line.ts'
import { basisOf } from './lines-fuel.ts'
import { desulfurization } from './methods/desulfurization.ts'
import { generalFactor, massUnitsOf } from './methods/general-factor.ts'
import { type CarbonFlow, carbonGasOf, massBalance } from './methods/mass-balance.ts'
import { leastValidShare, measuredMass, validHours } from './methods/measured.ts'
import type { Parameter } from './parameter.ts'
import type { SourceOf } from './source.ts'

/** E = B × I × EF × TR; null when an input is missing. */
export function desulfurizationLine(source: SourceOf<'desulfurization'>, at: Reading): Line | null {
  const agent = readIn({ path: 'agent', code: 'accounting.agent', parameter: source.agent }, 't', at)
  const carbonateShare = readShare(
    { path: 'carbonateShare', code: 'accounting.carbonate-share', parameter: source.carbonateShare },
    at,
  )
  const factor = readIn(
    { path: 'factor', code: 'accounting.carbonate-factor', parameter: source.factor },
    'tCO2/t',
    at,
  )
  const conversion = readShare(
    { path: 'conversion', code: 'accounting.conversion-rate', parameter: source.conversion },
    at,
  )
  if (!agent || !carbonateShare || !factor || !conversion) return null
  return lineOf(desulfurization({ agent, carbonateShare, factor, conversion }, basisOf(source, at)))
}

/** E = AD × EF, with the potential that the line may bring itself; null when an input is missing. */
export function factorLine(source: SourceOf<'factor'>, at: Reading): Line | null {
  const activity = readAsGiven(
    { path: 'activity', code: 'accounting.activity', parameter: source.activity },
    at,
  )
  const content = source.content
    ? readAsGiven({ path: 'content', code: 'accounting.content', parameter: source.content }, at)
    : null
  const factor = readAsGiven(
    { path: 'factor', code: 'accounting.emission-factor', parameter: source.factor },
    at,
  )
  const potential = source.gwp
    ? readAsGiven({ path: 'gwp', code: 'accounting.gwp', parameter: source.gwp }, at)
    : null
  if (!activity || !factor || (source.content && !content) || (source.gwp && !potential)) return null
  return lineOf(generalFactor({ activity, content, factor }, source.gas, basisOf(source, at)), { potential })
}

/** An amount that is known already, in the mass of its gas or in CO₂e; it may be below zero. */
export function statedLine(source: SourceOf<'stated'>, at: Reading): Line | null {
  const amount = readAsGiven(
    { path: 'amount', code: 'accounting.stated-amount', parameter: source.amount },
    at,
  )
  if (!amount) return null
  const unit = massUnitsOf(source.gas).find((mass) => isConvertibleTo(amount, mass))
  if (unit === undefined) throw new Refusal('accounting.not-this-gas', { unit: amount.unit, gas: source.gas })
  const mass = named(converted(amount, unit), {
    code: 'accounting.stated-amount',
    basis: basisOf(source, at),
  })
  return lineOf(mass)
}

/** E = [Σ(M_I × CC_I) − Σ(M_O × CC_O)] × ω; null when an input is missing. */
export function massBalanceLine(source: SourceOf<'mass-balance'>, at: Reading): Line | null {
  const gas = carbonGasOf(source.gas)
  const inputs = readFlows('inputs', source.inputs, at)
  const outputs = readFlows('outputs', source.outputs, at)
  if (!inputs || !outputs) return null
  return lineOf(massBalance(inputs, outputs, gas, basisOf(source, at)))
}
function readFlows(
  side: 'inputs' | 'outputs',
  flows: SourceOf<'mass-balance'>['inputs'],
  at: Reading,
): CarbonFlow[] | null {
  const read = flows.map(({ name, mass, carbon }, index) => ({
    name,
    mass: readIn(
      { path: `${side}/${index}/mass`, code: 'accounting.material-mass', parameter: mass },
      't',
      at,
    ),
    carbon: readMassFraction(
      { path: `${side}/${index}/carbon`, code: 'accounting.material-carbon', parameter: carbon },
      at,
    ),
  }))
  const known = read.flatMap(({ name, mass, carbon }) => (mass && carbon ? [{ name, mass, carbon }] : []))
  return known.length === read.length ? known : null
}

/** E = Σ_h c_h × Q_h × 10⁻⁹; null when the month has no hours, or too few valid ones. */
export function measuredLine(source: SourceOf<'measured'>, at: Reading): Line | null {
  if (source.gas === 'CO2e') throw new Refusal('accounting.measured-needs-gas', { source: source.name })
  const concentration = hoursOf('concentration', source.concentration, 'mg/Nm3', at)
  const flow = hoursOf('flow', source.flow, 'Nm3/h', at)
  if (!concentration || !flow) return null
  for (const { values } of [concentration, flow])
    if (values.length !== hoursIn(at.month))
      throw new Refusal('accounting.hours-differ', {
        source: source.name,
        month: at.month,
        hours: values.length,
        expected: hoursIn(at.month),
      })
  const hours = { concentration: concentration.values, flow: flow.values }
  const all = hours.concentration.length
  const valid = validHours(hours)
  const gaps = valid < all
  if (gaps)
    at.findings.push({
      severity: 'explain',
      code: 'accounting.hours-missing',
      where: `${source.id}/${at.month}`,
      facts: { source: source.name, month: at.month, missing: all - valid, hours: all },
    })
  if (new Decimal(valid).div(all).lt(leastValidShare) || (gaps && source.gapRule === 'none')) {
    at.missing.push({ parameter: `${source.id}/concentration`, month: at.month })
    return null
  }
  const mass = measuredMass(hours, massUnitOf(source.gas), gaps, concentration.origin, basisOf(source, at))
  return lineOf(mass)
}

/** The hours of a month or of a year, in the plant's own time: China keeps one time all year. */
function hoursIn(month: string): number {
  const months = month.length === 4 ? monthsOf(Number(month)) : [month]
  return months.reduce((hours, of) => hours + daysIn(of) * 24, 0)
}

interface HourlyValues {
  readonly values: readonly (Decimal | null)[]
  readonly origin: Origin & { readonly kind: 'readings' }
}
/** The hours of a parameter in `unit`; null, and noted as missing, when the month has none. */
function hoursOf(
  path: 'concentration' | 'flow',
  parameter: Parameter,
  unit: 'mg/Nm3' | 'Nm3/h',
  at: Reading,
): HourlyValues | null {
  const given = parameter.months?.[at.month]
  if (!given || !('hourly' in given)) {
    at.missing.push({ parameter: `${at.source.id}/${path}`, month: at.month })
    return null
  }
  const from = given.unit ?? parameter.unit ?? unit
  if (!isConvertible(from, unit))
    throw new Refusal('accounting.unit-mismatch', {
      source: at.source.name,
      parameter: path,
      month: at.month,
      unit: from,
      expected: unit,
    })
  const size = conversion(from, unit)
  return {
    values: given.hourly.map((value) => (value === null ? null : size.times(value))),
    origin: {
      kind: 'readings',
      parameter: parameter.id ?? `${at.source.id}/${path}`,
      month: at.month,
      count: given.hourly.length,
      digest: given.digest ?? null,
      determination: given.determination ?? parameter.determination ?? 'measured',
      evidence: given.evidence ?? [],
    },
  }
}
