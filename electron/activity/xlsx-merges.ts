import { type Cell, emptyCell, type TableRow } from '#shared/activity/cell'
import { Refusal } from '#shared/kernel/refusal'

import type { TableLimits } from './table-limits.ts'
import { placeOf } from './xlsx-rows.ts'
import { asDamage, type SheetPart, type Workbook } from './xlsx-workbook.ts'
import { attribute, decodedText, scanXml } from './xml-scan.ts'

/** A merged range; rows count from 1, columns from 0, both ends included. */
export interface Merge {
  readonly range: string
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
}

/** A sheet with more merged ranges than this is a drawing, not a table. */
const mostMerges = 200_000
/** Ranges of more cells than this are frames around the sheet, not headings; they are left alone. */
const largestMerge = 1_000_000

/**
 * The merged ranges of a sheet, by their first row. They stand behind the rows in the file, so the sheet is
 * inflated once more for them; only what follows the rows is taken apart.
 */
export async function mergesAfter(
  book: Workbook,
  { part }: SheetPart,
  limits: TableLimits,
): Promise<readonly Merge[]> {
  const stream = await book.zip.read(part)
  const merges: Merge[] = []
  const scan = scanXml({
    open: (tag, attributes) => {
      const merge = tag === 'mergeCell' ? mergeOf(attribute(attributes, 'ref') ?? '', limits) : null
      if (merge === null) return
      if (merges.length >= mostMerges) throw new Refusal('activity.file-broken', { name: book.name })
      merges.push(merge)
    },
    close: () => undefined,
    text: () => undefined,
  })
  try {
    let found = false
    let tail = ''
    for await (const text of decodedText(stream)) {
      if (found) {
        scan.push(text)
        continue
      }
      const seen = tail + text
      const end = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/.exec(seen)
      tail = seen.slice(-64)
      if (!end) continue
      found = true
      scan.push(`<sheet>${seen.slice(end.index + end[0].length)}`)
    }
  } catch (error) {
    throw asDamage(error, book.name)
  } finally {
    stream.destroy()
  }
  return merges.toSorted((a, b) => a.rows[0] - b.rows[0])
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
