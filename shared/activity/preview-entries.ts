import {
  type Cell,
  cellAt,
  emptyCell,
  type Notice,
  type Outcome,
  type PlainKind,
  plainKinds,
  taken,
  type TableRow,
} from '#shared/activity/cell'
import { type EnteredPeriod, isSum, periodOf } from '#shared/activity/cell-month'
import { splitHeading } from '#shared/activity/cell-unit'
import type { LongMapping, Mapping, WideMonthsMapping, WideParametersMapping } from '#shared/activity/mapping'
import { periodOfKey } from '#shared/activity/model'
import type { KnownParameter } from '#shared/activity/preview-model'
import { endOf, firstDay } from '#shared/kernel/period'
import { measureOf } from '#shared/kernel/unit-names'
import type { Measure } from '#shared/kernel/units'

/** One amount that the mapping finds in a row, with all that is said about it elsewhere in the row or heading. */
export interface Entry {
  readonly value: { readonly column: number; readonly cell: Cell }
  readonly name: { readonly column: number; readonly text: string; readonly parameter: KnownParameter | null }
  readonly period: {
    readonly column: number
    readonly cell: Cell
    readonly read: (cell: Cell) => Outcome<EnteredPeriod>
  }
  /** `measure` is null where nothing is said (`text` is empty) or where the wording is not known. */
  readonly unit: { readonly column: number; readonly text: string; readonly measure: Measure | null }
  readonly note: string | null
  readonly evidence: string | null
  /** The cells that say whose and when the amount is; merged together with it they are one row drawn high. */
  readonly keys: readonly Cell[]
}

export type RowContent =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'left-out'; readonly column: number; readonly notice: Notice | null }

/** What is the same for every row: the heading, the parameters, and what was already read of recurring wordings. */
export interface EntryBook {
  readonly headings: readonly string[]
  readonly parameters: ReadonlyMap<string, KnownParameter>
  /** What the mapping says of a name: a parameter's id, null to leave it out, undefined where it says nothing. */
  readonly named: (name: string) => string | null | undefined
  readonly periodOf: (cell: Cell) => Outcome<EnteredPeriod>
  readonly measureOf: (text: string) => Measure | null
  /** The unit that a name or heading carries with it. */
  readonly unitWithin: (name: string) => Measure | null
}

export function entryBook(
  mapping: Mapping,
  headings: readonly string[],
  parameters: ReadonlyMap<string, KnownParameter>,
): EntryBook {
  const precision = mapping.layout === 'wide-months' ? 'month' : mapping.period.precision
  const rules = { year: mapping.year, precision }
  const isKeyed = mapping.layout === 'long' && mapping.keyed === true
  const reading = (holds: PlainKind) =>
    remembered((text: string): Outcome<EnteredPeriod> => {
      // A key names the year that is asked for once a year; anywhere else it would be a sum of months.
      if (isKeyed && /^\d{4}$/.test(text)) return taken({ ...periodOfKey(text), precision: 'month' })
      return periodOf({ kind: holds, holds, text, raw: text, merged: null }, rules)
    })
  const byKind = new Map(plainKinds.map((holds) => [holds, reading(holds)]))
  const named = new Map(Object.entries('parameters' in mapping ? mapping.parameters : {}))
  return {
    headings,
    parameters,
    named: (name) => named.get(name),
    periodOf: (cell) =>
      (cell.kind === 'formula' ? undefined : byKind.get(cell.holds)?.(cell.text)) ?? periodOf(cell, rules),
    measureOf: remembered((text) => mapping.units[text] ?? measureOf(text)),
    unitWithin: remembered((name) => splitHeading(name).unit),
  }
}

/** Months, units and names recur from row to row; a few thousand of them are kept. */
const mostRemembered = 5_000
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= mostRemembered) known.clear()
    const value = read(text)
    known.set(text, value)
    return value
  }
}

/** The amounts of one row under any layout. */
export function contentOf(row: TableRow, mapping: Mapping, book: EntryBook): RowContent {
  if (repeatsHeading(row, book.headings))
    return { kind: 'left-out', column: 0, notice: { code: 'activity.heading-again', facts: {} } }
  switch (mapping.layout) {
    case 'long':
      return longContent(row, mapping, book)
    case 'wide-months':
      return wideMonthsContent(row, mapping, book)
    case 'wide-parameters':
      return wideParametersContent(row, mapping, book)
  }
}

/** The heading over each column, rows joined by ` / `, a merged group repeated over all its columns. */
export function headingsOf(rows: readonly TableRow[]): readonly string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map((row) => spaced(cellAt(row, column).text))
    return texts.filter((text, index) => text !== '' && text !== texts[index - 1]).join(' / ')
  })
}

/** The name that several columns give together, `1号炉 / 燃煤量`. */
export function nameIn(row: TableRow, columns: readonly number[]): string {
  const texts = columns.map((column) => spaced(cellAt(row, column).text))
  if (texts.length === 1) return texts[0] ?? ''
  return texts.filter((text, index) => text !== '' && text !== texts[index - 1]).join(' / ')
}
/** Every stretch of white space as one space; most texts are so already. */
function spaced(text: string): string {
  return /^\S+( \S+)*$/.test(text) ? text : text.replace(/\s+/g, ' ').trim()
}

function longContent(row: TableRow, mapping: LongMapping, book: EntryBook): RowContent {
  const name = mapping.parameter === null ? nameIn(row, mapping.names) : ''
  const column = mapping.names[0] ?? mapping.value
  const known = mapping.parameter ?? book.named(name)
  if (known === null) return { kind: 'left-out', column, notice: null }
  if (known === undefined && isSum(name)) return totalRow(column, name)
  const period = cellAt(row, mapping.period.column)
  if (isTotal(book.periodOf(period))) return totalRow(mapping.period.column, period.text)
  const value = cellAt(row, mapping.value)
  const entry: Entry = {
    value: { column: mapping.value, cell: value },
    name: { column, text: name, parameter: book.parameters.get(known ?? '') ?? null },
    period: { column: mapping.period.column, cell: period, read: book.periodOf },
    unit: unitIn(row, mapping, book, name),
    note: textIn(row, mapping.note),
    evidence: textIn(row, mapping.evidence),
    keys: [period, ...mapping.names.map((at) => cellAt(row, at))],
  }
  return { kind: 'entries', entries: [entry] }
}

function wideMonthsContent(row: TableRow, mapping: WideMonthsMapping, book: EntryBook): RowContent {
  const name = nameIn(row, mapping.names)
  const column = mapping.names[0] ?? 0
  const known = book.named(name)
  if (known === null) return { kind: 'left-out', column, notice: null }
  if (known === undefined && isSum(name)) return totalRow(column, name)
  const parameter = book.parameters.get(known ?? '') ?? null
  const keys = mapping.names.map((at) => cellAt(row, at))
  const note = textIn(row, mapping.note)
  const entries = mapping.months.map(({ column: at, month }): Entry => {
    const period: EnteredPeriod = { from: firstDay(month), to: endOf(month), precision: 'month' }
    return {
      value: { column: at, cell: cellAt(row, at) },
      name: { column, text: name, parameter },
      period: { column: at, cell: emptyCell, read: () => taken(period) },
      unit: unitIn(row, mapping, book, name),
      note,
      evidence: null,
      keys,
    }
  })
  return { kind: 'entries', entries }
}

function wideParametersContent(row: TableRow, mapping: WideParametersMapping, book: EntryBook): RowContent {
  const period = cellAt(row, mapping.period.column)
  if (isTotal(book.periodOf(period))) return totalRow(mapping.period.column, period.text)
  const note = textIn(row, mapping.note)
  const entries = mapping.values.flatMap(({ column, parameter, unit }): Entry[] => {
    if (parameter === null) return []
    const heading = book.headings[column] ?? ''
    const measure = unit ?? book.unitWithin(heading)
    return [
      {
        value: { column, cell: cellAt(row, column) },
        name: { column, text: heading, parameter: book.parameters.get(parameter) ?? null },
        period: { column: mapping.period.column, cell: period, read: book.periodOf },
        unit: { column, text: '', measure },
        note,
        evidence: null,
        keys: [period],
      },
    ]
  })
  return { kind: 'entries', entries }
}

function isTotal(period: Outcome<EnteredPeriod>): boolean {
  return period.kind === 'trouble' && period.trouble.code === 'activity.total-row'
}

/** The unit column speaks first, then the name (`耗煤量(t)`), then what was fixed for the whole table. */
function unitIn(
  row: TableRow,
  mapping: LongMapping | WideMonthsMapping,
  book: EntryBook,
  name: string,
): Entry['unit'] {
  const column = mapping.unit.column
  const text = column === null ? '' : cellAt(row, column).text.trim()
  if (column !== null && text !== '') return { column, text, measure: book.measureOf(text) }
  return { column: column ?? 0, text: '', measure: book.unitWithin(name) ?? mapping.unit.fixed }
}

function textIn(row: TableRow, column: number | null): string | null {
  const text = column === null ? '' : cellAt(row, column).text.trim()
  return text === '' ? null : text
}

function totalRow(column: number, name: string): RowContent {
  return { kind: 'left-out', column, notice: { code: 'activity.total-row', facts: { name } } }
}

/** Printed lists repeat their heading on every page. */
function repeatsHeading({ cells }: TableRow, headings: readonly string[]): boolean {
  let filled = 0
  for (const [column, { text }] of cells.entries()) {
    const own = text.trim()
    if (own === '') continue
    const heading = headings[column] ?? ''
    if (heading !== own && !heading.endsWith(` / ${own}`)) return false
    filled += 1
  }
  return filled > 1
}
