import { z } from 'zod'

import { facts } from '#shared/kernel/finding'
import { Decimal, decimalText, type DecimalText, measure } from '#shared/kernel/quantity'
import type { Facts } from '#shared/kernel/refusal'
import type { Measure } from '#shared/kernel/units'

/**
 * How a figure came about. A leaf is `entered` (readings of the plant), `lookup` (a factor of an edition) or
 * `constant` (fixed by the formula). The others say what was done to the operands, in their order:
 * `sum` all · `difference` the first less the others · `product` all · `quotient` the first by the others ·
 * `convert` one into the figure's unit · `weighted-mean` value, weight, value, weight … ·
 * `interpolate` x, x₀, y₀, x₁, y₁ · `round` one by `basis.rounding` · `least`, `greatest` of all ·
 * `power` the first to the second, both pure numbers.
 */
export const operations = [
  'entered',
  'lookup',
  'constant',
  'sum',
  'difference',
  'product',
  'quotient',
  'convert',
  'weighted-mean',
  'interpolate',
  'round',
  'least',
  'greatest',
  'power',
] as const
export type Operation = (typeof operations)[number]

export const roundingModes = ['half-up', 'half-even', 'up', 'down'] as const
export type RoundingMode = (typeof roundingModes)[number]
/**
 * Which rule rounded a number: half-up goes away from zero, half-even is the rule of GB/T 8170; up always goes away
 * from zero, as what has to be surrendered does, and down always towards it.
 */
export const rounding = z.strictObject({
  ruleSet: z.string(),
  step: z.string(),
  decimals: z.int().min(0).max(12),
  mode: z.enum(roundingModes),
})
export type Rounding = Readonly<z.output<typeof rounding>>

export const basis = z.strictObject({
  /** The calculation method, one of those of the inventory document. */
  method: z.string().optional(),
  /** Where it is prescribed, as printed there: `GB/T 32151.1-2015 5.2.1`, `F.2`. */
  clause: z.string().optional(),
  rounding: rounding.optional(),
  /** Code of a wording that a reader of this figure needs. */
  note: z.string().optional(),
})
export type Basis = Readonly<z.output<typeof basis>>

export const determinations = ['measured', 'calculated', 'supplier', 'default'] as const
export type Determination = (typeof determinations)[number]

/**
 * How sure a shipped or own value is: `verified` by the user against the original, read in a `secondary-copy`,
 * `recalled` from memory, or `computed` by a published formula.
 */
export const verifications = ['verified', 'secondary-copy', 'recalled', 'computed'] as const
export type Verification = (typeof verifications)[number]

export const origin = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('readings'),
    parameter: z.string(),
    /** A month or, in an inventory by year, the year. */
    month: z.string(),
    count: z.int().nonnegative(),
    /** SHA-256 over the readings, made by whoever stored them. */
    digest: z.string().nullable(),
    determination: z.enum(determinations),
    evidence: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('factor'),
    urn: z.string(),
    ref: z.string(),
    edition: z.string(),
    source: z.string(),
    verification: z.enum(verifications),
    year: z.string().nullable(),
    purpose: z.string().nullable(),
  }),
])
export type Origin = Readonly<z.output<typeof origin>>

/**
 * A number together with its whole reason: a tree whose root is a result and whose leaves are readings, factors
 * and constants. `code` and `facts` are worded in the reader's language; the unit is in the type and, because
 * amounts come from files and people, in the value too.
 */
export interface Figure<M extends Measure = Measure> {
  readonly code: string
  readonly facts: Facts
  readonly operation: Operation
  readonly operands: readonly Figure[]
  readonly value: Decimal
  readonly unit: M
  readonly basis: Basis
  readonly origin: Origin | null
}

/** A figure as it is stored and sent: the number is text, everything else as it is. */
export interface FigureRecord {
  readonly code: string
  readonly facts: Facts
  readonly operation: Operation
  readonly operands: readonly FigureRecord[]
  readonly value: DecimalText
  readonly unit: Measure
  readonly basis: Basis
  readonly origin: Origin | null
}

export const figureRecord: z.ZodType<FigureRecord> = z.strictObject({
  code: z.string(),
  facts,
  operation: z.enum(operations),
  get operands(): z.ZodArray<z.ZodType<FigureRecord>> {
    return z.array(figureRecord)
  },
  value: decimalText,
  unit: measure,
  basis,
  origin: origin.nullable(),
}) as unknown as z.ZodType<FigureRecord>

/** The plain decimal text of a number, never `-0` and never with an exponent. */
export function textOf(value: Decimal): DecimalText {
  return value.isZero() ? '0' : value.toFixed()
}

/** The figure as JSON can hold it. Stored as canonical JSON under its SHA-256, which the caller makes. */
export function toRecord(figure: Figure): FigureRecord {
  return { ...figure, value: textOf(figure.value), operands: figure.operands.map(toRecord) }
}

/** Reads a stored figure back; `toRecord(fromRecord(r))` is `r` again. */
export function fromRecord(record: FigureRecord): Figure {
  return { ...record, value: new Decimal(record.value), operands: record.operands.map(fromRecord) }
}
