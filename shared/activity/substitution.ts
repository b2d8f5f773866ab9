import { z } from 'zod'

import { Decimal, decimalText, type DecimalText } from '#shared/kernel/quantity'

/** The ways in which a value that was not obtained may be stood in for (A.9.1.1 b). */
export const substitutionRules = [
  'guideline-default',
  'nearest-valid',
  'mean-of-neighbours',
  'mean-of-year',
  'conservative-high',
  'conservative-low',
  'supplier-value',
] as const
export type SubstitutionRule = (typeof substitutionRules)[number]

/** By which rule a value was made, and from what. */
export const substitution = z.object({
  rule: z.enum(substitutionRules),
  /** The values it was made from: a month with its value, or a factor by its name in the library. */
  inputs: z.array(z.object({ label: z.string(), value: decimalText })),
})
export type Substitution = Readonly<z.output<typeof substitution>>

/** What a plan says of a missing value, and the rules it thereby allows. `none` allows what the guideline prescribes. */
export type GapRule = 'none' | 'conservative-default' | 'mean-of-month' | 'last-month' | 'supplier-value'
const allowed = {
  none: ['guideline-default'],
  'conservative-default': ['guideline-default', 'conservative-high', 'conservative-low'],
  'mean-of-month': ['guideline-default', 'mean-of-neighbours', 'mean-of-year'],
  'last-month': ['guideline-default', 'nearest-valid'],
  'supplier-value': ['guideline-default', 'supplier-value'],
} as const satisfies Record<GapRule, readonly SubstitutionRule[]>

export interface Known {
  readonly month: string
  readonly value: DecimalText
}
/** What the values that could stand in are made from, all in the parameter's unit. */
export interface Gap {
  readonly month: string
  readonly gapRule: GapRule
  /** More of it means less emission, as with electricity that is sold: then the low value is the conservative one. */
  readonly isDeduction: boolean
  /** Valid values of other months, substituted ones left out. */
  readonly known: readonly Known[]
  readonly guidelineDefault: { readonly label: string; readonly value: DecimalText } | null
}

export interface Offer extends Substitution {
  /** Null where nothing is known that it could be made from, or where a person has to give it. */
  readonly value: DecimalText | null
  readonly isAllowed: boolean
}

/** Every rule with the value it would give, whether the plan allows it or not. */
export function offersFor(gap: Gap): Offer[] {
  const permitted: readonly SubstitutionRule[] = allowed[gap.gapRule]
  const wrongWay = gap.isDeduction ? 'conservative-high' : 'conservative-low'
  return substitutionRules
    .filter((rule) => rule !== wrongWay)
    .map((rule) => ({ rule, ...madeBy[rule](gap), isAllowed: permitted.includes(rule) }))
}

interface Made {
  readonly value: DecimalText | null
  readonly inputs: Substitution['inputs']
}
const nothing: Made = { value: null, inputs: [] }

const madeBy: Readonly<Record<SubstitutionRule, (gap: Gap) => Made>> = {
  'guideline-default': ({ guidelineDefault }) =>
    guidelineDefault ? { value: guidelineDefault.value, inputs: [{ ...guidelineDefault }] } : nothing,
  'nearest-valid': (gap) => {
    const nearest = byDistance(gap)[0]
    return nearest ? meanOf([nearest]) : nothing
  },
  'mean-of-neighbours': ({ known, month }) => {
    const before = known
      .filter((each) => each.month < month)
      .toSorted(inTime)
      .at(-1)
    const after = known.filter((each) => each.month > month).toSorted(inTime)[0]
    return before && after ? meanOf([before, after]) : nothing
  },
  'mean-of-year': ({ known, month }) =>
    meanOf(known.filter((each) => each.month.slice(0, 4) === month.slice(0, 4)).toSorted(inTime)),
  'conservative-high': (gap) => extreme(gap, 'max'),
  'conservative-low': (gap) => extreme(gap, 'min'),
  'supplier-value': () => nothing,
}

/** The highest or lowest value of the twelve months around. */
function extreme({ known, month }: Gap, which: 'max' | 'min'): Made {
  const around = known.filter((each) => Math.abs(distance(each.month, month)) <= 12)
  if (around.length === 0) return nothing
  const end = Decimal[which](...around.map(({ value }) => value))
  const found = around.find(({ value }) => end.eq(value))
  return found ? meanOf([found]) : nothing
}

function meanOf(rows: readonly Known[]): Made {
  if (rows.length === 0) return nothing
  const sum = rows.reduce((total, { value }) => total.plus(value), new Decimal(0))
  const decimals = Math.max(...rows.map(({ value }) => value.split('.')[1]?.length ?? 0))
  // A mean has one digit more than what it was made from; the stored number holds twelve.
  const mean = sum.div(rows.length).toDecimalPlaces(Math.min(decimals + (rows.length > 1 ? 1 : 0), 12))
  return {
    value: mean.isZero() ? '0' : mean.toFixed(),
    inputs: rows.map(({ month, value }) => ({ label: month, value })),
  }
}

/** The nearest month first; of two as near, the earlier. */
function byDistance({ known, month }: Gap): Known[] {
  return known.toSorted(
    (a, b) => Math.abs(distance(a.month, month)) - Math.abs(distance(b.month, month)) || inTime(a, b),
  )
}
function distance(a: string, b: string): number {
  return monthNumber(a) - monthNumber(b)
}
function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}
function inTime(a: Known, b: Known): number {
  return a.month < b.month ? -1 : 1
}
