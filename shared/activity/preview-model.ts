import { z } from 'zod'

import type { TableRow } from '#shared/activity/cell'
import { precisions } from '#shared/activity/cell-month'
import { moment } from '#shared/activity/model'
import { facts } from '#shared/kernel/finding'
import { decimalText, measure } from '#shared/kernel/quantity'

/** What the import needs to know of a parameter. Another area owns the record itself. */
export const knownParameter = z.object({
  id: z.string(),
  name: z.string(),
  /** Other names it goes by: the source with it, an English name, the wording of last month's file. */
  aliases: z.array(z.string()).readonly(),
  unit: measure,
  /** Whether less than nothing makes sense, as for a stock change. */
  allowsNegative: z.boolean(),
  /** What a month usually comes to, in `unit`; null while nobody knows. */
  typical: z.object({ low: decimalText, high: decimalText }).nullable(),
})
export type KnownParameter = Readonly<z.output<typeof knownParameter>>

/** `error` keeps the value out; `warning` and `note` let it in and are shown. */
export const troubleSeverity = z.enum(['error', 'warning', 'note'])

/**
 * What is wrong, or worth a look, about one cell. `column` counts from 0 and is null where the row as a whole is
 * meant; `cell` is `Sheet1!B7`. `repair` is the text that was most likely meant: the person may take it
 * (`acceptRepairs`), and the reading then says so.
 */
export const importTrouble = z.object({
  severity: troubleSeverity,
  row: z.int(),
  column: z.int().nullable(),
  cell: z.string(),
  header: z.string(),
  entered: z.string(),
  code: z.string(),
  facts,
  repair: z.string().nullable(),
})
export type ImportTrouble = Readonly<z.output<typeof importTrouble>>

/**
 * A reading as it came out of the file. The value is `mantissa × 10^-scale` in `unit`, |mantissa| < 10^15,
 * 0 ≤ scale ≤ 12; `text` is what stood in the cell; `[from, to)` are days or full hours. `inParameterUnit` is the same value in
 * the parameter's unit, exact, for display and plausibility. `repaired` names the trouble whose repair was taken.
 */
export const parsedReading = z.object({
  parameter: z.string(),
  from: moment,
  to: moment,
  precision: z.enum(precisions),
  text: z.string(),
  unit: measure,
  mantissa: z.string().regex(/^-?\d{1,15}$/),
  scale: z.int().min(0).max(12),
  inParameterUnit: decimalText,
  cell: z.string(),
  row: z.int(),
  note: z.string().nullable(),
  evidence: z.string().nullable(),
  repaired: z.string().nullable(),
})
export type ParsedReading = Readonly<z.output<typeof parsedReading>>

/**
 * `month-twice`: a month stands twice in the file; `delivery-twice`: two deliveries of one day look the same;
 * `recorded`: the store already has a reading for that parameter and period.
 */
export const duplicate = z.object({
  kind: z.enum(['month-twice', 'delivery-twice', 'recorded']),
  parameter: z.string(),
  from: moment,
  to: moment,
  cell: z.string(),
  /** Where it stands first: a cell of the file, or the text of what is already recorded. */
  other: z.string(),
  /** Whether both say the same amount. */
  same: z.boolean(),
})
export type Duplicate = Readonly<z.output<typeof duplicate>>

/** `rejectedRows`: rows with at least one error; `missing`: mapped cells that are empty or say that there is no value. */
export const previewCounts = z.object({
  rows: z.int(),
  rejectedRows: z.int(),
  leftOutRows: z.int(),
  readings: z.int(),
  missing: z.int(),
  errors: z.int(),
  warnings: z.int(),
  notes: z.int(),
  duplicates: z.int(),
})
export type PreviewCounts = Readonly<z.output<typeof previewCounts>>

export const previewResult = z.object({
  readings: z.array(parsedReading).readonly(),
  troubles: z.array(importTrouble).readonly(),
  duplicates: z.array(duplicate).readonly(),
  counts: previewCounts,
})
export type PreviewResult = Readonly<z.output<typeof previewResult>>

export interface PreviewOptions {
  /** Readings outside of `[from, to)` are errors. Null: any period will do. */
  readonly period: { readonly from: string; readonly to: string } | null
  /**
   * Troubles whose proposed repair the person took: a code (`activity.float-noise`) for the whole file, a code and
   * a cell (`activity.float-noise Sheet1!B7`) for that one. `activity.already-recorded` takes what is already there
   * as corrections.
   */
  readonly acceptRepairs: readonly string[]
  /** What the store already has for that parameter and overlapping days: its plain decimal in the parameter's unit. */
  readonly recorded?: (parameter: string, from: string, to: string) => { readonly value: string } | null
}

/** What one batch of rows came to; handed on and forgotten, so that memory stays flat. */
export interface PreviewBatch {
  readonly readings: readonly ParsedReading[]
  readonly troubles: readonly ImportTrouble[]
  readonly duplicates: readonly Duplicate[]
}

export interface PreviewStreamOptions extends PreviewOptions {
  readonly sink: (batch: PreviewBatch) => void | Promise<void>
  readonly onProgress?: (rows: number) => void
  /** An AbortSignal will do. */
  readonly signal?: { readonly aborted: boolean }
}

/** Rows as a file gives them, one at a time or, which is quicker for long files, in chunks. */
export type TableRows = AsyncIterable<TableRow | readonly TableRow[]>
