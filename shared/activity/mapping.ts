import { z } from 'zod'

import { facts } from '#shared/kernel/finding'
import { month } from '#shared/kernel/period'
import { measure } from '#shared/kernel/quantity'

import { precisions } from './cell-month.ts'

/** Columns are counted from 0 (A is 0), rows from 1, as in `cell.ts`. */
const column = z.int().min(0).max(16_383)
const row = z.int().min(1).max(1_048_576)

/**
 * What every layout says.
 *
 * - `header`: the rows of the heading, first and last; a heading may be two rows, a group above its columns.
 * - `lastRow`: where the data ends, null for the end of the sheet.
 * - `year`: for months that are written without one (`1月`).
 * - `parameters`: which parameter a name in the file means; null is "leave these out", a name that is not listed
 *   is a trouble.
 * - `units`: which unit a wording in the file means where the program does not know it or knows it otherwise.
 * - `decimalMark`: how `1,234` is read; `point` takes the comma for thousands.
 * - `hiddenRows`: whether rows hidden in the spreadsheet are read.
 */
const common = {
  sheet: z.string(),
  header: z.object({ from: row, to: row }),
  lastRow: row.nullable(),
  year: z.int().min(1990).max(2100).nullable(),
  parameters: z.record(z.string(), z.string().nullable()),
  units: z.record(z.string(), measure),
  decimalMark: z.enum(['point', 'comma']),
  hiddenRows: z.enum(['read', 'leave-out']),
}

/** One reading per row. `names`: the columns that together name the parameter; empty when `parameter` is fixed. */
export const longMapping = z.object({
  ...common,
  layout: z.literal('long'),
  /** A collection workbook: the name column holds keys, and a key says which parameter and period its row is. */
  keyed: z.literal(true).optional(),
  names: z.array(column),
  parameter: z.string().nullable(),
  /** `month` takes the month of whatever date stands there; `day` keeps single deliveries apart. */
  period: z.object({ column, precision: z.enum(precisions) }),
  value: column,
  unit: z.object({ column: column.nullable(), fixed: measure.nullable() }),
  note: column.nullable(),
  evidence: column.nullable(),
})

/** Rows are parameters, columns are months. `fixed` is the unit where neither name nor unit column has one. */
export const wideMonthsMapping = z.object({
  ...common,
  layout: z.literal('wide-months'),
  names: z.array(column).min(1),
  unit: z.object({ column: column.nullable(), fixed: measure.nullable() }),
  months: z.array(z.object({ column, month })).min(1),
  note: column.nullable(),
})

/** Rows are months or days, columns are parameters. A column's `parameter` is null until somebody chose it. */
export const wideParametersMapping = z.object({
  ...common,
  layout: z.literal('wide-parameters'),
  period: z.object({ column, precision: z.enum(precisions) }),
  values: z.array(z.object({ column, parameter: z.string().nullable(), unit: measure.nullable() })).min(1),
  note: column.nullable(),
})

/** How a table is read. Everything in it can be corrected by a person before anything is imported. */
export const mapping = z.discriminatedUnion('layout', [longMapping, wideMonthsMapping, wideParametersMapping])
export type LongMapping = Readonly<z.output<typeof longMapping>>
export type WideMonthsMapping = Readonly<z.output<typeof wideMonthsMapping>>
export type WideParametersMapping = Readonly<z.output<typeof wideParametersMapping>>
export type Mapping = LongMapping | WideMonthsMapping | WideParametersMapping

/** A mapping kept under a name, so that the next file with the same heading maps itself. */
export const mappingProfile = z.object({
  name: z.string().trim().min(1).max(80),
  fingerprint: z.string(),
  mapping,
})
export type MappingProfile = Readonly<z.output<typeof mappingProfile>>

/**
 * What identifies a heading from one month or year to the next: its words without years, numbers and spaces.
 * Plain text; whoever stores it may hash it.
 */
export function fingerprintOf(headings: readonly string[]): string {
  const words = headings.map((heading) =>
    heading
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\d]+/g, ''),
  )
  while (words.at(-1) === '') words.pop()
  return words.join('|')
}

/** A name that stands in the file and what it may mean; `candidates` best first, `likeness` from 0 to 100. */
export const nameMatch = z.object({
  name: z.string(),
  parameter: z.string().nullable(),
  candidates: z.array(z.object({ parameter: z.string(), likeness: z.int().min(0).max(100) })).readonly(),
})
export type NameMatch = Readonly<z.output<typeof nameMatch>>

/** What the program makes of the first rows of a sheet. `mapping` is null where nothing like a table was found. */
export const proposal = z.object({
  mapping: mapping.nullable(),
  /** The heading over each column, several heading rows joined by ` / `. */
  headings: z.array(z.string()).readonly(),
  fingerprint: z.string(),
  names: z.array(nameMatch).readonly(),
  /** What a person still has to say before the mapping can be used, or should look at: codes with facts. */
  open: z.array(z.object({ code: z.string(), facts })).readonly(),
})
export type Proposal = Readonly<z.output<typeof proposal>>
