import type { Finding } from '#shared/kernel/finding'
import { Decimal } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import { type Measure, partsOf, type Unit, units } from '#shared/kernel/units'

import { massUnitOf } from './gases.ts'
import type { FactorEdition, FactorLibrary } from './library.ts'
import type { Factor, FactorKind } from './model.ts'

const ownUrnPattern = /^urn:tanbu:factors:own-([a-z0-9-]+):([1-9]\d*)$/

/** The name of a user's own edition: `ownUrn('boiler-lab', 2)`. Editions of one table count from 1. */
export function ownUrn(table: string, edition: number): string {
  const urn = `urn:tanbu:factors:own-${table}:${edition}`
  if (!ownUrnPattern.test(urn)) throw new Refusal('factors.own-table-name', { table })
  return urn
}

/**
 * The next edition of an own table, which names the one it corrects. Records that point to the old edition keep it.
 *
 * @throws Refusal `factors.not-own` for a shipped edition: write an own edition beside it instead.
 */
export function correctedEdition(
  of: FactorEdition,
  { factors, note }: Pick<FactorEdition, 'factors' | 'note'>,
): FactorEdition {
  const [, table, number] = ownUrnPattern.exec(of.urn) ?? []
  if (of.origin !== 'own' || table === undefined) throw new Refusal('factors.not-own', { urn: of.urn })
  return { ...of, urn: ownUrn(table, Number(number) + 1), supersedes: of.urn, factors, note }
}

/**
 * Refuses an edition that cannot stand in the library: a name that is taken, a shipped name, a correction of what is
 * not there, not own, or already corrected.
 */
export function refuseUnfitEdition(edition: FactorEdition, library: FactorLibrary): void {
  const { urn, supersedes } = edition
  if (edition.origin !== 'own' || !ownUrnPattern.test(urn)) throw new Refusal('factors.not-own', { urn })
  if (supersedes !== null && library.some((other) => other.supersedes === supersedes))
    throw new Refusal('factors.already-superseded', { urn: supersedes })
  if (library.some((other) => other.urn === urn)) throw new Refusal('factors.edition-exists', { urn })
  if (supersedes === null) return
  const old = library.find((other) => other.urn === supersedes)
  if (old === undefined) throw new Refusal('factors.unknown-edition', { urn: supersedes })
  if (old.origin !== 'own') throw new Refusal('factors.not-own', { urn: supersedes })
}

/** Everything wrong with the values of an edition, row by row; an own edition is saved only when the list is empty. */
export function checkFactors(factors: readonly Factor[]): Finding[] {
  return factors.flatMap((factor) => checks.flatMap((check) => check(factor)))
}
const checks = [sourceGiven, yearGiven, unitFits, gasFits, withinRange]

/** The trouble, the key of its row, and the field that has to be mended. */
function wrong(factor: Factor, code: string, field: keyof Factor, facts: Finding['facts'] = {}): Finding[] {
  return [
    {
      severity: 'blocks-report',
      code: `factors.${code}`,
      where: factor.ref,
      facts: { row: factor.ref, field, ...facts },
    },
  ]
}

function sourceGiven(factor: Factor): Finding[] {
  return factor.source.trim() === '' ? wrong(factor, 'no-source', 'source') : []
}
/** Without a year nobody can tell later which period the value was for. */
function yearGiven(factor: Factor): Finding[] {
  return factor.dataYear === null && factor.validFrom === null ? wrong(factor, 'no-year', 'dataYear') : []
}

/** The dimensions a kind may be measured in: what is counted, and each of what. */
const fitting: Readonly<Record<FactorKind, (unit: Unit, per: Unit | null) => boolean>> = {
  'net-calorific-value': (unit, per) => isOf(unit, 'energy') && isAmount(per),
  'carbon-content-per-heat': (unit, per) => isOf(unit, 'carbon') && isOf(per, 'energy'),
  'oxidation-rate': isShare,
  'emission-factor': (unit, per) => isEmission(unit) && per !== null,
  gwp: (unit, per) => isOf(unit, 'emission') && (isEmission(per) || isOf(per, 'mass')),
  deduction: (unit, per) => isEmission(unit) && per !== null,
  content: (unit, per) => isShare(unit, per) || (isOf(unit, 'carbon') && isAmount(per)),
  'conversion-rate': isShare,
  'abatement-efficiency': isShare,
  'loss-rate': isShare,
  'methane-correction': isShare,
  'methane-potential': (unit, per) => isOf(unit, 'methane') && isOf(per, 'mass'),
  'consumption-rate': (unit, per) => per !== null && !isOf(unit, 'ratio'),
  density: (unit, per) =>
    (isEmission(unit) || isOf(unit, 'mass')) && (isOf(per, 'gas volume') || isOf(per, 'volume')),
}
function unitFits({ kind, unit, ...factor }: Factor): Finding[] {
  const { unit: counted, per } = splitOf(unit)
  return fitting[kind](counted, per)
    ? []
    : wrong({ kind, unit, ...factor }, 'unit-unfit', 'unit', { kind, unit })
}

/** A factor of a gas is counted in that gas: CH₄ in tonnes of CH₄, or the equivalent of a family in CO₂e. */
function gasFits(factor: Factor): Finding[] {
  const { kind, gas, unit } = factor
  const { unit: counted, per } = splitOf(unit)
  if (kind === 'gwp') {
    if (gas === null) return wrong(factor, 'gas-missing', 'gas', { kind })
    return per !== null && sameDimension(per, massUnitOf(gas))
      ? []
      : wrong(factor, 'gas-unfit', 'gas', { gas, unit })
  }
  if (gas === null || !isEmission(counted) || isOf(counted, 'emission')) return []
  return sameDimension(counted, massUnitOf(gas)) ? [] : wrong(factor, 'gas-unfit', 'gas', { gas, unit })
}

/** No kind is ever negative, and a share of one thing in another never exceeds the whole. */
function withinRange(factor: Factor): Finding[] {
  const value = new Decimal(factor.value)
  const { unit, per } = splitOf(factor.unit)
  const most = per === null && isOf(unit, 'ratio') ? new Decimal(1).div(units[unit].size) : null
  const isOutside = value.isNegative() || (most !== null && value.greaterThan(most))
  return isOutside ? wrong(factor, 'out-of-range', 'value', { value: factor.value, unit: factor.unit }) : []
}

function splitOf(measure: Measure): { readonly unit: Unit; readonly per: Unit | null } {
  const parts = partsOf(measure)
  if (parts === null) throw new Error(`No such measure: ${measure}`)
  return parts
}
function isOf(unit: Unit | null, dimension: (typeof units)[Unit]['dimension']): boolean {
  return unit !== null && units[unit].dimension === dimension
}
function sameDimension(a: Unit, b: Unit): boolean {
  return units[a].dimension === units[b].dimension
}
function isShare(unit: Unit, per: Unit | null): boolean {
  return isOf(unit, 'ratio') && per === null
}
/** What fuel and material are counted in. */
function isAmount(unit: Unit | null): boolean {
  return isOf(unit, 'mass') || isOf(unit, 'gas volume') || isOf(unit, 'volume')
}
const emissions = new Set<string>(
  (['tCO2', 'tCH4', 'tN2O', 'tHFC', 'tPFC', 'tSF6', 'tNF3', 'tCO2e'] as const).map(
    (unit) => units[unit].dimension,
  ),
)
function isEmission(unit: Unit | null): boolean {
  return unit !== null && emissions.has(units[unit].dimension)
}
