import { z } from 'zod'

import { numberInText, plainDecimal } from '#shared/activity/cell-number'
import type { Finding } from '#shared/kernel/finding'
import { conversion, Decimal, type DecimalText, measure } from '#shared/kernel/quantity'
import { isConvertible, isUnit, type Measure, partsOf, units } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'

import { textOf } from './amounts.ts'
import type { CellTrouble, Notice } from './cell.ts'
import { checkMonth } from './checks.ts'
import { periodOfKey } from './model.ts'
import { plausibilityOf } from './preview-units.ts'

/** What a person typed for a month and has not submitted yet. `unit` null: the parameter's own, or the one typed. */
export const cellDraft = z.object({ text: z.string(), unit: measure.nullable(), note: z.string() })
export type CellDraft = Readonly<z.output<typeof cellDraft>>

/** What a month of a parameter is compared with, in the parameter's unit. */
export interface Expectation {
  readonly previous: DecimalText | null
  readonly lastYear: DecimalText | null
}

/** What a typed text comes to; `value` is in `unit`. Doubts let it in and ask. */
export type DraftReading =
  | { readonly kind: 'trouble'; readonly trouble: CellTrouble }
  | {
      readonly kind: 'value'
      readonly value: DecimalText
      readonly unit: Measure
      readonly inParameterUnit: DecimalText
      readonly notices: readonly Notice[]
      readonly doubts: readonly Finding[]
      /** The unit in which the value would be usual, where it is hundreds of times too large or too small. */
      readonly likelyUnit: Measure | null
    }

type Asked = Pick<
  Parameter,
  'id' | 'name' | 'unit' | 'mayBeNegative' | 'determination' | 'bandLow' | 'bandHigh'
>

/** Reads a draft as the store will read it when it is submitted, and compares it with what was there before. */
export function readDraft(
  parameter: Asked,
  month: string,
  { text, unit: chosen }: Pick<CellDraft, 'text' | 'unit'>,
  expectation: Expectation,
): DraftReading {
  const { name, unit: own, mayBeNegative } = parameter
  const read = numberInText(text, { allowsNegative: mayBeNegative, decimalMark: 'point' })
  if (read.kind === 'trouble') return { kind: 'trouble', trouble: read.trouble }
  if (read.kind === 'missing')
    return trouble('activity.nothing-entered', { name, from: periodOfKey(month).from })
  const unit = read.value.unit ?? chosen ?? own
  if (!isConvertible(unit, own)) return trouble('activity.unit-mismatch', { unit, expected: own })
  const value = plainDecimal(read.value.mantissa, read.value.scale)
  const factor = conversion(unit, own)
  const inParameterUnit = textOf(new Decimal(value).times(factor))
  const doubted = doubtedUnit(parameter, month, { value, unit, factor }, expectation)
  return {
    kind: 'value',
    value,
    unit,
    inParameterUnit,
    notices: read.notices,
    doubts: doubtsOf(parameter, month, inParameterUnit, expectation),
    likelyUnit: doubted,
  }
}

function trouble(code: string, facts: CellTrouble['facts']): DraftReading {
  return { kind: 'trouble', trouble: { code, facts, repair: null } }
}

/** The checks of the month, as far as a value that is not there yet can be checked. */
function doubtsOf(
  { id, name, unit, determination, bandLow, bandHigh }: Asked,
  month: string,
  value: DecimalText,
  { previous, lastYear }: Expectation,
): Finding[] {
  const isYear = month.length === 4
  return checkMonth({
    parameter: id,
    name,
    month,
    unit,
    determination,
    hasDefault: false,
    value,
    isHourly: false,
    count: 1,
    unproven: 0,
    isSubstituted: false,
    states: ['approved'],
    previous,
    lastYear,
    band: isYear ? { low: null, high: null } : { low: bandLow, high: bandHigh },
  })
}

function doubtedUnit(
  { id, name, unit: own, mayBeNegative, bandLow, bandHigh }: Asked,
  month: string,
  { value, unit, factor }: { readonly value: DecimalText; readonly unit: Measure; readonly factor: Decimal },
  { previous, lastYear }: Expectation,
): Measure | null {
  const usual = (month.length === 4 ? [lastYear] : [previous, lastYear, bandLow, bandHigh])
    .filter((each) => each !== null)
    .map((each) => new Decimal(each).abs())
    .filter((each) => !each.isZero())
  if (usual.length === 0) return null
  const typical = { low: Decimal.min(...usual).toFixed(), high: Decimal.max(...usual).toFixed() }
  const known = { id, name, aliases: [], unit: own, allowsNegative: mayBeNegative, typical }
  const period = { ...periodOfKey(month), precision: 'month' } as const
  const found = plausibilityOf(new Decimal(value), unit, factor, period, known)
  return found.kind === 'unit-doubted' ? found.unit : null
}

/** Every unit in which an amount of this parameter may be entered, its own first. */
export function enterableUnits(own: Measure): Measure[] {
  const parts = partsOf(own)
  if (!parts) return [own]
  const named = Object.keys(units)
    .filter(isUnit)
    .map((unit): Measure => (parts.per === null ? unit : `${unit}/${parts.per}`))
  return [own, ...named.filter((unit) => unit !== own && isConvertible(unit, own))]
}
