import type { FactorFound } from '#shared/factors/record'
import { plainAmount } from '#shared/kernel/typed-amount'
import { measureOf } from '#shared/kernel/unit-names'
import type { Role } from '#shared/monitoring/methods'
import { newParameter, type NewParameter, type Parameter, type Source } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

import type { Say } from '../kernel/say.ts'
import { roleWord } from './role-word.ts'
import { emptyAsNull } from './typed.ts'

/** The form's own values: the unit and the amounts as people write them. */
export type TypedParameter = Omit<NewParameter, 'unit'> & { readonly unit: string }

const mayBeEmpty = [
  'weightedBy',
  'meter',
  'factor',
  'bandLow',
  'bandHigh',
  'responsible',
  'department',
  'validTo',
] as const

/** What the form holds, as the register takes it. */
export function parameterFrom(typed: TypedParameter): NewParameter {
  const filled = emptyAsNull(typed, mayBeEmpty)
  const amount = (text: string | null) => (text === null ? null : plainAmount(text))
  return newParameter.parse({
    ...filled,
    unit: measureOf(typed.unit),
    meter: typed.determination === 'default' ? null : filled.meter,
    bandLow: amount(filled.bandLow),
    bandHigh: amount(filled.bandHigh),
  })
}

/** What a role usually brings: its word for a name, its first unit, its way of rolling up, its weights. */
export function usualOf(
  role: Role,
  units: readonly string[],
  siblings: readonly Parameter[],
  say: Say,
): Pick<TypedParameter, 'role' | 'name' | 'unit' | 'rollUp' | 'weightedBy' | 'frequency'> {
  return {
    role: role.path,
    name: roleWord(say, role).replace(' · ', ' '),
    unit: role.units.length > 0 ? (units[0] ?? '') : '',
    rollUp: role.rollUp,
    weightedBy: siblings.find((sibling) => sibling.role === role.weightedBy)?.id ?? null,
    frequency: role.rollUp === 'hourly' ? 'hour' : 'month',
  }
}

/** A picked value of the library brings its unit where none was chosen yet. */
export function withFactorUnit(typed: TypedParameter, { row }: FactorFound): Partial<TypedParameter> {
  return typed.unit === '' && 'unit' in row ? { unit: row.unit } : {}
}

interface Place {
  readonly source: Source | null
  readonly node: NodeId
  readonly siblings: readonly Parameter[]
  readonly validFrom: string
}
/** A new parameter, measured every month unless the role says otherwise. */
export function blankParameter(
  { source, node, siblings, validFrom }: Place,
  usual: Partial<TypedParameter>,
): TypedParameter {
  return {
    node,
    source: source?.id ?? null,
    role: '',
    name: '',
    unit: '',
    determination: 'measured',
    rollUp: 'sum',
    weightedBy: null,
    meter: null,
    factor: null,
    frequency: 'month',
    gapRule: 'none',
    bandLow: null,
    bandHigh: null,
    mayBeNegative: false,
    responsible: null,
    department: null,
    position: siblings.length,
    validFrom: source?.validFrom ?? validFrom,
    validTo: null,
    ...usual,
  }
}
