import { z } from 'zod'

import type { Facts } from '#shared/kernel/refusal'

/** What the value of a cell is. A formula's own kind says that it is one; `holds` says what its stored value is. */
export const plainKinds = ['text', 'number', 'date', 'boolean', 'error', 'empty'] as const
export type PlainKind = (typeof plainKinds)[number]
export const cellKinds = [...plainKinds, 'formula'] as const

/**
 * One cell as the file has it.
 *
 * - `text`: what a person sees, with numbers exact: the shortest decimal that gives the stored number again
 *   (`0.1`, not `0.10000000000000001`); a share shown as percent is `12.5%`; a day is `2025-01-31`, a date whose
 *   format shows no day is `2025-01`, a time of day follows as `2025-01-31 08:00`.
 * - `raw`: the characters that stand in the file.
 * - `holds`: for a formula what its stored value is (`empty` when none is stored), otherwise the kind itself.
 * - `merged`: the merged range that covers the cell, such as `A3:A7`. All its cells carry the value of its first;
 *   `first` tells the one that really holds it.
 */
export const cell = z.object({
  kind: z.enum(cellKinds),
  text: z.string(),
  raw: z.string(),
  holds: z.enum(plainKinds),
  merged: z.object({ range: z.string(), first: z.boolean() }).nullable(),
})
export type Cell = Readonly<z.output<typeof cell>>

/** One row of a table; `number` counts from 1 as the spreadsheet does, `cells` ends with the last filled cell. */
export const tableRow = z.object({
  number: z.int().positive(),
  hidden: z.boolean(),
  cells: z.array(cell).readonly(),
})
export type TableRow = Readonly<z.output<typeof tableRow>>

export const emptyCell: Cell = { kind: 'empty', text: '', raw: '', holds: 'empty', merged: null }

/** A cell of plain text, as every cell of a text file is. */
export function textCell(text: string): Cell {
  return text === '' ? emptyCell : { kind: 'text', text, raw: text, holds: 'text', merged: null }
}

export function cellAt(row: TableRow, column: number): Cell {
  return row.cells[column] ?? emptyCell
}

/** The letters of a column: `columnLetters(0)` is `A`, `columnLetters(27)` is `AB`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

/** Where a cell stands, as a person finds it again: `cellName('Sheet1', 7, 1)` is `Sheet1!B7`. */
export function cellName(sheet: string, row: number, column: number): string {
  return `${sheet}!${columnLetters(column)}${row}`
}

/** Something worth telling about a value that was nevertheless taken. */
export interface Notice {
  readonly code: string
  readonly facts: Facts
}

/** Why a cell was not taken; `repair` is the text that was most likely meant, null where nobody can know. */
export interface CellTrouble extends Notice {
  readonly repair: string | null
}

/** What reading a cell came to. Missing is not zero. */
export type Outcome<T> =
  | { readonly kind: 'value'; readonly value: T; readonly notices: readonly Notice[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'trouble'; readonly trouble: CellTrouble }

export function taken<T>(value: T, notices: readonly Notice[] = []): Outcome<T> {
  return { kind: 'value', value, notices }
}
export function refused(code: string, facts: Facts = {}, repair: string | null = null): Outcome<never> {
  return { kind: 'trouble', trouble: { code, facts, repair } }
}
export const missing: Outcome<never> = { kind: 'missing' }
