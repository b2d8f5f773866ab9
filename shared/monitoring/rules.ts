import type { Finding } from '#shared/kernel/finding'
import { Decimal } from '#shared/kernel/quantity'
import { isConvertible } from '#shared/kernel/units'

import { flowTwice } from './flows.ts'
import { formulaById } from './formulas/all.ts'
import { fuelsOf } from './fuels.ts'
import { type Role, rolesOf, unitFits } from './methods.ts'
import type { NewParameter, NewSource, Parameter, Source } from './model.ts'

/** The role a parameter plays in its source; undefined for a word of the plant's own. */
export function roleOf(source: Pick<NewSource, 'calculation'> | null, path: string): Role | undefined {
  return source === null ? undefined : rolesOf(source.calculation).find((role) => role.path === path)
}

type Trouble = { readonly code: string; readonly facts: Readonly<Record<string, string>> }

/** Why a source cannot be registered like this; null when it can. */
export function troubleOfSource(source: NewSource): Trouble | null {
  const { name, validFrom, validTo, state, calculation, fuel, gas } = source
  if (validTo !== null && validTo <= validFrom)
    return { code: 'monitoring.ends-before-it-begins', facts: { name } }
  if (state === 'closed' && validTo === null)
    return { code: 'monitoring.closed-without-end', facts: { name } }
  if (fuel !== null && !fuelsOf(calculation).includes(fuel))
    return { code: 'monitoring.fuel-does-not-fit', facts: { name } }
  if (calculation.method === 'formula' && !isGasOf(calculation.formula, gas))
    return { code: 'monitoring.gas-does-not-fit', facts: { name, gas } }
  const twin = flowTwice(calculation)
  if (twin !== null) return { code: 'monitoring.flow-twice', facts: { name, flow: twin } }
  return null
}

function isGasOf(formula: string, gas: NewSource['gas']): boolean {
  return formulaById(formula).gases.some((each) => each === gas)
}

/** Why a parameter cannot be set up like this; null when it can. `siblings` are the parameters of the same source. */
export function troubleOfParameter(
  parameter: NewParameter,
  source: Source | null,
  siblings: readonly Parameter[],
): Trouble | null {
  const { name, unit, bandLow, bandHigh, validFrom, validTo } = parameter
  if (validTo !== null && validTo <= validFrom)
    return { code: 'monitoring.ends-before-it-begins', facts: { name } }
  if (bandLow !== null && bandHigh !== null && new Decimal(bandLow).gt(bandHigh))
    return { code: 'monitoring.band-upside-down', facts: { name, low: bandLow, high: bandHigh } }
  if (parameter.determination === 'default' && parameter.factor === null)
    return { code: 'monitoring.default-without-factor', facts: { name } }
  const role = roleOf(source, parameter.role)
  if (source !== null && !role)
    return { code: 'monitoring.no-such-role', facts: { name, role: parameter.role } }
  if (role && !unitFits(role, unit))
    return { code: 'monitoring.unit-does-not-fit', facts: { name, unit, units: role.units.join(', ') } }
  const weights = siblings.find(({ id }) => id === parameter.weightedBy)
  if (parameter.weightedBy !== null && weights?.rollUp !== 'sum')
    return { code: 'monitoring.no-such-weight', facts: { name } }
  return unevenBasis(parameter, role, siblings)
}

/** A heat value per tonne does not go with a fuel in cubic metres. */
function unevenBasis(
  { name, unit }: NewParameter,
  role: Role | undefined,
  siblings: readonly Parameter[],
): Trouble | null {
  const amount = siblings.find((sibling) => sibling.role === role?.weightedBy)
  const [, per] = unit.split('/')
  if (!amount || per === undefined || role?.units.some((wanted) => wanted.endsWith('/GJ'))) return null
  const fits = isConvertible(amount.unit, per as typeof amount.unit)
  return fits
    ? null
    : { code: 'monitoring.uneven-basis', facts: { name, unit, other: amount.name, otherUnit: amount.unit } }
}

/**
 * What is missing in the register: a role of the method that no parameter plays (EM-01: a source without a
 * monitoring line is listed), a mean without weights; and a parameter that the method does not ask for.
 */
export function registerFindings(source: Source, parameters: readonly Parameter[]): Finding[] {
  if (source.state === 'closed' || source.state === 'planned') return []
  const at = (code: string, facts: Finding['facts'], severity: Finding['severity']): Finding => ({
    severity,
    code,
    where: source.id,
    facts: { source: source.name, ...facts },
  })
  if (parameters.length === 0) return [at('monitoring.no-monitoring-line', {}, 'blocks-report')]
  const missing = rolesOf(source.calculation)
    .filter(({ need, path }) => need === 'always' && !parameters.some(({ role }) => role === path))
    .map(({ kind, path }) => at('monitoring.role-missing', { role: kind, path }, 'blocks-report'))
  const unweighted = parameters
    .filter(
      ({ rollUp, weightedBy, frequency, determination }) =>
        rollUp === 'mean' &&
        weightedBy === null &&
        determination === 'measured' &&
        (frequency === 'day' || frequency === 'batch'),
    )
    .map(({ name }) => at('monitoring.mean-without-weights', { name }, 'explain'))
  const surplus = parameters
    .filter(({ role, validTo }) => validTo === null && roleOf(source, role) === undefined)
    .map(({ name }) => at('monitoring.role-unknown', { name }, 'explain'))
  return [...missing, ...unweighted, ...surplus]
}
