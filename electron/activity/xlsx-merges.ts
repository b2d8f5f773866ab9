import { type Cell, emptyCell, type TableRow } from '#shared/activity/cell'
import { Refusal } from '#shared/kernel/refusal'

import type { TableLimits } from './table-limits.ts'
import { placeOf } from './xlsx-rows.ts'
import { asDamage, type SheetPart, type Workbook } from './xlsx-workbook.ts'

/** A merged range; rows count from 1, columns from 0, both ends included. */
export interface Merge {
  readonly range: string
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
}

/** A sheet with more merged ranges than this is a drawing, not a table. */
const mostMerges = 200_000
/** Pieces of what follows the rows, 64 KB each; this is far more than 200,000 ranges need. */
const longestTail = 1_000
/** Ranges of more cells than this are frames around the sheet, not headings; they are left alone. */
const largestMerge = 1_000_000

export interface MergesFirst {
  /** By their first row. */
  readonly merges: readonly Merge[]
  /** The sheet as it was inflated; null where it is too large to be kept. */
  readonly inflated: readonly Buffer[] | null
}

/**
 * The merged ranges of a sheet. They stand behind the rows in the file, so the sheet is inflated for them before its
 * rows are read; what comes before the first of them is not even decoded. The name cannot stand in the text of a cell
 * with a bracket before it, since brackets are escaped there.
 */
export async function mergesFirst(
  book: Workbook,
  { part }: SheetPart,
  limits: TableLimits,
): Promise<MergesFirst> {
  const stream = await book.zip.read(part)
  const tail: Buffer[] = []
  let inflated: Buffer[] | null = []
  let [before, bytes] = [Buffer.alloc(0) as Buffer, 0]
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const seen = tail.length > 0 ? chunk : Buffer.concat([before, chunk])
      if (tail.length > 0 || beginsMerges(seen)) tail.push(seen)
      if (tail.length > longestTail) throw new Refusal('activity.file-broken', { name: book.name })
      before = chunk.subarray(-32)
      bytes += chunk.length
      if (bytes > limits.keptBytes) inflated = null
      inflated?.push(chunk)
    }
  } catch (error) {
    throw asDamage(error, book.name)
  } finally {
    stream.destroy()
  }
  const text = Buffer.concat(tail).toString()
  const merges = [...text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]{1,40})"/g)].map(([, range = '']) =>
    mergeOf(range, limits),
  )
  const found = merges.filter((merge) => merge !== null)
  if (found.length > mostMerges) throw new Refusal('activity.file-broken', { name: book.name })
  return { merges: found.toSorted((a, b) => a.rows[0] - b.rows[0]), inflated }
}

function beginsMerges(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('mergeCells'); at >= 0; at = bytes.indexOf('mergeCells', at + 1)) {
    if (/<(\w+:)?$/.test(bytes.toString('latin1', Math.max(0, at - 20), at))) return true
  }
  return false
}

function mergeOf(range: string, limits: TableLimits): Merge | null {
  const [first, last] = range.split(':').map(placeOf)
  if (!first || !last) return null
  const columns = [first.column, Math.min(last.column, limits.columns - 1)] as const
  const size = (last.row - first.row + 1) * (columns[1] - columns[0] + 1)
  return size > largestMerge || size < 1 ? null : { range, rows: [first.row, last.row], columns }
}

/** Puts the value of a merged range into every cell of it, row by row as they come. */
export function fillMerged(merges: readonly Merge[]): (row: TableRow) => TableRow {
  let next = 0
  let active: { readonly merge: Merge; origin: Cell }[] = []
  return (row) => {
    active = active.filter(({ merge }) => merge.rows[1] >= row.number)
    for (let merge = merges[next]; merge && merge.rows[0] <= row.number; merge = merges[next]) {
      next += 1
      if (merge.rows[1] < row.number) continue
      const origin = merge.rows[0] === row.number ? (row.cells[merge.columns[0]] ?? emptyCell) : emptyCell
      active.push({ merge, origin })
    }
    if (active.length === 0) return row
    const cells = [...row.cells]
    for (const { merge, origin } of active) cover(cells, merge, origin, row.number)
    return { ...row, cells }
  }
}

function cover(cells: Cell[], { range, rows, columns }: Merge, origin: Cell, number: number): void {
  if (origin.kind === 'empty') return
  for (let column = columns[0]; column <= columns[1]; column += 1) {
    while (cells.length < column) cells.push(emptyCell)
    const first = number === rows[0] && column === columns[0]
    cells[column] = { ...origin, merged: { range, first } }
  }
}
