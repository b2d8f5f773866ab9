import { z } from 'zod'

import { byteOrderMark, csvText } from '#shared/kernel/csv'
import { instant } from '#shared/kernel/period'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a package says of itself. Its own SHA-256 is the seal, told apart from the package. */
export const packageManifest = z.strictObject({
  format: z.literal('tanbu-verification-package/1'),
  program: z.string(),
  engine: z.string(),
  madeAt: instant,
  organization: z.string(),
  case: z.strictObject({ id: z.string(), number: z.string(), title: z.string() }),
  inventory: z.strictObject({
    id: z.string(),
    title: z.string(),
    year: z.int(),
    version: z.int(),
    frozenAt: instant,
    documentHash: hash,
    accountHash: hash,
  }),
  recipient: z.string(),
  /** What it may be used for; it is confidential within that (7.3.1). */
  purpose: z.string(),
  /** The data folder it comes from, and the head of its audit trail at that moment. */
  store: z.strictObject({ storeId: z.string(), seq: z.int(), hash }),
  /** Every file but the manifest itself and its copy for the reader. */
  files: z.array(z.strictObject({ path: z.string(), sha256: hash, size: z.int() })),
})
export type PackageManifest = Readonly<z.output<typeof packageManifest>>

/** Cells of an open table. */
export type TableCell = string | number | null

/** A table that goes out as CSV, JSON and SQLite alike. */
export interface OpenTable {
  readonly name: string
  /** What it holds, for the schema text. */
  readonly about: { readonly zh: string; readonly en: string }
  readonly columns: readonly OpenColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}
export interface OpenColumn {
  readonly name: string
  readonly type: 'TEXT' | 'INTEGER'
  readonly about: { readonly zh: string; readonly en: string }
}

/** A column in short: its name, what it holds in both languages, and its type where it is no text. */
export type Column = readonly [name: string, zh: string, en: string, type?: 'INTEGER']
export function openTable(
  name: string,
  about: OpenTable['about'],
  columns: readonly Column[],
  rows: OpenTable['rows'],
): OpenTable {
  return {
    name,
    about,
    columns: columns.map(([column, zh, en, type]) => ({
      name: column,
      type: type ?? 'TEXT',
      about: { zh, en },
    })),
    rows,
  }
}

/** The same rows as objects, as the JSON files have them. */
export function rowsAsObjects({ columns, rows }: OpenTable): Record<string, TableCell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])))
}

/** A table as comma-separated text for spreadsheets. */
export function csvOf({ columns, rows }: Pick<OpenTable, 'columns' | 'rows'>): string {
  return byteOrderMark + csvText([columns.map(({ name }) => name), ...rows])
}

/** The description of all tables for people, and the statements that make them in SQLite. */
export function schemaText(tables: readonly OpenTable[]): { readonly text: string; readonly sql: string } {
  const text = tables.map(
    ({ name, about, columns, rows }) =>
      `${name} (${rows.length})\n  ${about.zh}\n  ${about.en}\n${columns
        .map((column) => `    ${column.name} ${column.type}: ${column.about.zh} / ${column.about.en}`)
        .join('\n')}`,
  )
  const sql = tables.map(
    ({ name, columns }) =>
      `CREATE TABLE ${name} (\n${columns.map((column) => `  "${column.name}" ${column.type}`).join(',\n')}\n) STRICT;`,
  )
  return { text: `${text.join('\n\n')}\n`, sql: `${sql.join('\n\n')}\n` }
}
