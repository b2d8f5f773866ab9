import { attribute, type XmlListener } from '#electron/kernel/xml-scan'
import { type Cell, emptyCell, type TableRow } from '#shared/activity/cell'
import { Refusal } from '#shared/kernel/refusal'

import type { TableLimits } from './table-limits.ts'
import { cellFrom } from './xlsx-cell.ts'
import type { Workbook } from './xlsx-workbook.ts'

/** What is known between two pieces of a sheet. */
interface Position {
  rows: TableRow[]
  filled: number
  row: { number: number; hidden: boolean; cells: Cell[] }
  column: number
  type: string
  style: number
  value: string | null
  formula: string | null
  into: 'value' | 'formula' | null
  /** Inside a reading aid, whose text is not the cell's. */
  aside: boolean
  /** What was read last in each column: units, names and days repeat from row to row, and what is known of them is theirs. */
  readonly above: Above[]
}
interface Above {
  readonly type: string
  readonly style: number
  readonly value: string | null
  readonly cell: Cell
}

/** Collects rows while a sheet is scanned; `taken` hands over those that are complete. */
export function rowReader(
  book: Workbook,
  texts: readonly string[],
  limits: TableLimits,
): { readonly listener: XmlListener; readonly taken: () => TableRow[] } {
  const at = beginning()
  const listener: XmlListener = {
    open: (tag, attributes) => {
      if (tag === 'c') openCell(at, attributes, book.name)
      else if (tag === 'v' || (tag === 't' && !at.aside)) at.into = 'value'
      else if (tag === 'f') at.into = 'formula'
      else if (tag === 'row') openRow(at, attributes, book.name)
      else if (tag === 'rPh') at.aside = true
      if (at.into === 'value') at.value ??= ''
      if (at.into === 'formula') at.formula ??= ''
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't' || tag === 'f') at.into = null
      else if (tag === 'c') closeCell(at, book, texts, limits)
      else if (tag === 'row') closeRow(at, book.name, limits)
      else if (tag === 'rPh') at.aside = false
    },
    text: (text) => {
      if (at.into === 'value') at.value += text
      if (at.into === 'formula') at.formula += text
    },
    whole: (text, from) => {
      usualCell.lastIndex = from
      const found = usualCell.exec(text)
      if (found === null) return -1
      const [, reference = '', style = '0', type = 'n', stored, inline = null] = found
      beginCell(at, placeOf(reference), book.name)
      at.type = type
      at.style = Number(style)
      at.value = stored ?? inline
      closeCell(at, book, texts, limits)
      return usualCell.lastIndex
    },
  }
  return {
    listener,
    taken: () => {
      const done = at.rows
      at.rows = []
      return done
    },
  }
}

/** A cell as nearly all are written: a number, a shared text or a text of its own, without formula and references. */
const usualCell =
  /<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,9})")?(?: t="(n|s|str|b|inlineStr)")?(?:\/>|>(?:<v>([^<&]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<&]*)<\/t><\/is>)<\/c>)/y

function beginning(): Position {
  const row = { number: 0, hidden: false, cells: [] }
  return {
    rows: [],
    filled: 0,
    row,
    column: -1,
    type: '',
    style: 0,
    value: null,
    formula: null,
    into: null,
    aside: false,
    above: [],
  }
}

function openRow(at: Position, attributes: string, name: string): void {
  const number = Number(attribute(attributes, 'r') ?? at.row.number + 1)
  if (!Number.isInteger(number) || number <= at.row.number || number > 1_048_576)
    throw new Refusal('activity.file-broken', { name })
  at.row = { number, hidden: /^(1|true)$/.test(attribute(attributes, 'hidden') ?? ''), cells: [] }
  at.column = -1
}

function closeRow(at: Position, name: string, limits: TableLimits): void {
  if (at.row.cells.length > 0) at.filled += 1
  if (at.filled > limits.rows) throw new Refusal('activity.too-many-rows', { name, limit: limits.rows })
  at.rows.push(at.row)
}

function openCell(at: Position, attributes: string, name: string): void {
  const reference = attribute(attributes, 'r')
  beginCell(at, reference === null ? { row: 0, column: at.column + 1 } : placeOf(reference), name)
  at.type = attribute(attributes, 't') ?? 'n'
  at.style = Number(attribute(attributes, 's') ?? '0')
}
function beginCell(at: Position, place: ReturnType<typeof placeOf>, name: string): void {
  if (place === null) throw new Refusal('activity.file-broken', { name })
  at.column = place.column
  at.value = null
  at.formula = null
}

function closeCell(at: Position, book: Workbook, texts: readonly string[], limits: TableLimits): void {
  const cell = sameAsAbove(at) ?? newCell(at, book, texts)
  if (cell === emptyCell) return
  if (at.column >= limits.columns)
    throw new Refusal('activity.too-many-columns', { name: book.name, limit: limits.columns })
  while (at.row.cells.length < at.column) at.row.cells.push(emptyCell)
  at.row.cells[at.column] = cell
}

function sameAsAbove({ above, column, type, style, value, formula }: Position): Cell | null {
  const last = above[column]
  const isSame = last?.value === value && last.type === type && last.style === style && formula === null
  return isSame ? last.cell : null
}
function newCell(at: Position, book: Workbook, texts: readonly string[]): Cell {
  const { type, style, value, formula } = at
  const shape = book.shapes[style] ?? 'plain'
  const cell = cellFrom({ type, shape, value, formula }, { texts, from1904: book.from1904 })
  if (formula === null && at.column < mostAbove) at.above[at.column] = { type, style, value, cell }
  return cell
}
/** Tables are narrow; a sheet that claims thousands of columns is not to fill the memory with them. */
const mostAbove = 200

/** `B7` is row 7, column 1; null for what is no reference. Read letter by letter, as there is one in every cell. */
export function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  let at = 0
  let column = 0
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  const digits = at
  let row = 0
  for (; at < reference.length; at += 1) {
    const digit = reference.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return null
    row = row * 10 + digit
  }
  const isReference = digits > 0 && digits <= 3 && at > digits && row > 0 && row <= 1_048_576
  return isReference ? { row, column: column - 1 } : null
}
