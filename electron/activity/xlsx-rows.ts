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
  const shape = book.shapes[at.style] ?? 'plain'
  const stored = { type: at.type, shape, value: at.value, formula: at.formula }
  const cell = cellFrom(stored, { texts, from1904: book.from1904 })
  if (cell === emptyCell) return
  if (at.column >= limits.columns)
    throw new Refusal('activity.too-many-columns', { name: book.name, limit: limits.columns })
  while (at.row.cells.length < at.column) at.row.cells.push(emptyCell)
  at.row.cells[at.column] = cell
}

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
