import { isConvertible, isUnit, type Measure, partsOf, type Unit, units } from '#shared/kernel/units'

import type { Role } from './methods.ts'
import type { Parameter } from './model.ts'

const every = Object.keys(units).filter(isUnit)
const ofEmission: ReadonlySet<string> = new Set([
  'carbon dioxide',
  'methane',
  'nitrous oxide',
  'hydrofluorocarbon',
  'perfluorocarbon',
  'sulphur hexafluoride',
  'nitrogen trifluoride',
  'emission',
])

/**
 * The units in which readings can play a role, those that the method names first. A property goes with the amount
 * that weights it: per tonne where the fuel is weighed, per cubic metre where it is measured.
 */
export function unitChoices(
  role: Role | undefined,
  siblings: readonly Pick<Parameter, 'role' | 'unit'>[],
): readonly Measure[] {
  if (role === undefined) return every
  const unitOf = (path: string | null) => siblings.find((sibling) => sibling.role === path)?.unit
  if (role.units.length === 0 && role.kind === 'factor') return emissionPer(unitOf('activity'))
  if (role.units.length === 0 && role.kind === 'gwp')
    return every.filter((unit) => ofEmission.has(units[unit].dimension)).map((unit) => per('tCO2e', unit))
  if (role.units.length === 0) return every
  const basis = unitOf(role.weightedBy)
  const isOnBasis = (measure: Measure) => {
    const parts = partsOf(measure)
    return basis === undefined || !parts?.per || parts.per === 'GJ' || isConvertible(parts.per, basis)
  }
  const others = role.units.flatMap(convertibleInto)
  return [...new Set([...role.units, ...others])].filter(isOnBasis)
}

function emissionPer(activity: Measure | undefined): readonly Measure[] {
  const emitted = every.filter((unit) => ofEmission.has(units[unit].dimension))
  const bases = activity !== undefined && isUnit(activity) ? [activity] : every
  return emitted.flatMap((unit) => bases.map((basis) => per(unit, basis)))
}

function convertibleInto(measure: Measure): Measure[] {
  const parts = partsOf(measure)
  if (!parts) return []
  const same = (unit: Unit) => every.filter((other) => units[other].dimension === units[unit].dimension)
  const { per: basis } = parts
  if (basis === null) return same(parts.unit)
  return same(parts.unit).flatMap((unit) => same(basis).map((each) => per(unit, each)))
}
function per(unit: Unit, basis: Unit): Measure {
  return `${unit}/${basis}`
}
