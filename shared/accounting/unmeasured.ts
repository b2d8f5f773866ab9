import { z } from 'zod'

import type { Figure } from '#shared/kernel/figure'
import { differenceOf } from '#shared/kernel/figure-algebra'
import { day, month } from '#shared/kernel/period'
import { Decimal, decimalText, type DecimalText, measure } from '#shared/kernel/quantity'
import { sourceId } from '#shared/monitoring/model'

import { accountMonth } from './month.ts'
import type { Parameter } from './parameter.ts'
import type { Settings } from './settings.ts'
import type { Source, SourceOf } from './source.ts'

/** A property of coal that a punitive default stands in for when it was not measured in a month. */
export const punitiveRoles = ['carbonContent', 'carbon', 'calorificValue'] as const
export type PunitiveRole = (typeof punitiveRoles)[number]

/** A month without a valid test, and what it costs to leave it so. */
export const unmeasuredMonth = z.object({
  source: sourceId,
  name: z.string(),
  facility: z.string(),
  role: z.enum(punitiveRoles),
  month,
  /** The last day on which the test may still be made and reported. */
  deadline: day,
  /** Days left; less than nothing where it is too late. */
  daysLeft: z.int(),
  /** The default that is used without a test, and what the tested months come to on average. */
  fallback: decimalText,
  usual: decimalText.nullable(),
  unit: measure,
  /** The months of `usual`. */
  tested: z.array(z.string()),
  /** tCO2e more than with the usual value; null while fuel or heat of the month, or any test, is not known. */
  tonnes: z.object({ path: z.string(), value: decimalText }).nullable(),
})
export type UnmeasuredMonth = Readonly<z.output<typeof unmeasuredMonth>>

export const unmeasuredYear = z.object({
  months: z.array(unmeasuredMonth),
  /** tCO2e that can still be saved, and that are lost already. */
  avoidable: z.object({ path: z.string(), value: decimalText }),
  lost: z.object({ path: z.string(), value: decimalText }),
})
export type UnmeasuredYear = Readonly<z.output<typeof unmeasuredYear>>

/** The defaults of the guideline in force: tC/GJ and GJ/t. */
export interface Fallbacks {
  readonly carbonContent: DecimalText
  readonly calorificValue: DecimalText
}

/** What a month of a source would emit with another value of one property. */
export interface OtherValue {
  readonly role: PunitiveRole
  readonly value: DecimalText
  readonly unit: NonNullable<Parameter['unit']>
}

/**
 * What falling back on the default adds to the emission of one month: the emission with the default less the emission
 * with the usual value, each computed by the rules of the inventory. Null where the month has no result either way.
 */
export function costOfGap(
  source: Source,
  at: string,
  settings: Settings,
  { fallback, usual }: { readonly fallback: Source; readonly usual: OtherValue },
): Figure<'tCO2e'> | null {
  const [more, less] = [
    accountMonth(fallback, at, settings),
    accountMonth(withValue(source, at, usual), at, settings),
  ]
  if (more.state !== 'complete' || less.state !== 'complete') return null
  return differenceOf(more.emission, [less.emission], {
    code: 'accounting.cost-of-gap',
    facts: { source: source.name, month: at },
  })
}

/** The source as if a property had been read as this in a month. */
export function withValue(source: Source, at: string, { role, value, unit }: OtherValue): Source {
  const known = propertyOf(source, role) ?? {}
  const { months = {}, ...rest } = known
  return { ...source, [role]: { ...rest, months: { ...months, [at]: { value, unit } } } } as Source
}

/** The parameter of a source that plays such a role. */
export function propertyOf(source: Source, role: PunitiveRole): Parameter | undefined {
  return role in source ? (source as unknown as Readonly<Record<string, Parameter>>)[role] : undefined
}

/**
 * The source as the guideline counts it in a month without a test. Carbon of the element, which has no default of its
 * own, becomes calorific value × carbon per heat.
 */
export function withDefault(source: Source, at: string, role: PunitiveRole, fallbacks: Fallbacks): Source {
  if (role !== 'carbon')
    return withValue(source, at, {
      role,
      value: fallbacks[role],
      unit: role === 'carbonContent' ? 'tC/GJ' : 'GJ/t',
    })
  const {
    carbon: _carbon,
    moistureReceived: _received,
    moistureAirDry: _airDry,
    ...rest
  } = source as SourceOf<'fuel-by-element-carbon'>
  const { carbonBasis: _basis, calorificValue = {}, ...common } = rest
  const heat = isRead(calorificValue, at)
    ? calorificValue
    : { unit: 'GJ/t' as const, months: { [at]: { value: fallbacks.calorificValue } } }
  return {
    ...common,
    method: 'fuel-by-calorific-value',
    calorificValue: heat,
    carbonContent: { unit: 'tC/GJ', months: { [at]: { value: fallbacks.carbonContent } } },
  }
}

/** Whether a month has a value that somebody measured: no factor, and nothing that stands in. */
export function isRead({ months = {} }: Parameter, at: string): boolean {
  const given = months[at]
  return given !== undefined && !('factor' in given) && given.substituted === undefined
}

/** The roles of a source of coal whose months may fall back on a default. */
export function rolesAtRisk(source: Source): readonly PunitiveRole[] {
  if (!('fuelClass' in source) || source.fuelClass !== 'coal') return []
  if (source.method === 'fuel-by-element-carbon') return ['carbon']
  return ['carbonContent', 'calorificValue']
}

/** The mean of tested months, with two digits more than they have; null without any. */
export function meanOfTests(values: readonly DecimalText[]): DecimalText | null {
  if (values.length === 0) return null
  const decimals = Math.max(...values.map((value) => value.split('.')[1]?.length ?? 0))
  const sum = values.reduce((total, value) => total.plus(value), new Decimal(0))
  return sum
    .div(values.length)
    .toDecimalPlaces(decimals + 2)
    .toFixed()
}
