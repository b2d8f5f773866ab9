import type { GridCell, GridRow } from '#shared/activity/contract'
import type { CellDraft } from '#shared/activity/draft-cell'
import { type EnteredValue, periodOfKey, type Proof, type ReadingId } from '#shared/activity/model'

import type { GridChange } from '../ui/grid-model.ts'

/** All that was typed for a facility and year and not submitted yet, with what is to go along with it. */
export interface EntryDraft {
  readonly cells: Readonly<Record<string, CellDraft>>
  /** Why recorded values are to change. */
  readonly reason: string
  /** Files that were sent and prove everything that is submitted with them. */
  readonly proofs: readonly { readonly upload: string; readonly name: string }[]
}
export const emptyEntry: EntryDraft = { cells: {}, reason: '', proofs: [] }

/** Where a cell stands: `<parameter>/2026-01`, or `<parameter>/2026` for the whole year. */
export function cellKey(parameter: string, month: string): string {
  return `${parameter}/${month}`
}
export function placeOfCell(key: string): { readonly parameter: string; readonly month: string } {
  const [parameter = '', month = ''] = key.split('/')
  return { parameter, month }
}

/** The address under which a cell is open, in its own facility and year. */
export function pathOfCell(key: string, facility: string | null): string {
  const params = new URLSearchParams({ cell: key, year: placeOfCell(key).month.slice(0, 4) })
  if (facility !== null) params.set('facility', facility)
  return `/activity?${params.toString()}`
}

/** A cell of the year with the row that it stands in. */
export interface PlacedCell {
  readonly row: GridRow
  readonly cell: GridCell
}
export function cellsByKey(rows: readonly GridRow[]): ReadonlyMap<string, PlacedCell> {
  return new Map(
    rows.flatMap((row) =>
      row.cells.map((cell) => [cellKey(row.parameter.id, cell.month), { row, cell }] as const),
    ),
  )
}

/** The number of the one reading that a cell shows, as it would be typed; empty where there is none. */
export function recordedText({ reading }: GridCell): string {
  return reading?.value ?? ''
}

/**
 * The draft after something was typed, pasted or cleared. What equals the record again is no draft any more. A unit
 * that was chosen for the cell before stays; a correction begins in the unit of what it corrects.
 */
export function withTyped(
  draft: EntryDraft,
  changes: readonly GridChange[],
  cells: ReadonlyMap<string, PlacedCell>,
): EntryDraft {
  const next = new Map(Object.entries(draft.cells))
  for (const { row, column, text } of changes) {
    const key = cellKey(row, column)
    const cell = cells.get(key)?.cell
    if (!cell) continue
    const before = next.get(key)
    const recorded = cell.reading ?? cell.returned
    if (text === '' || text === recordedText(cell)) next.delete(key)
    else
      next.set(key, {
        text,
        unit: before ? before.unit : (recorded?.unit ?? null),
        note: before?.note ?? '',
      })
  }
  return { ...draft, cells: Object.fromEntries(next) }
}

export function withCell(draft: EntryDraft, key: string, change: Partial<CellDraft>): EntryDraft {
  const before = draft.cells[key]
  return before ? { ...draft, cells: { ...draft.cells, [key]: { ...before, ...change } } } : draft
}

export function withoutCells(draft: EntryDraft, keys: readonly string[]): EntryDraft {
  const gone = new Set(keys)
  const cells = Object.fromEntries(Object.entries(draft.cells).filter(([key]) => !gone.has(key)))
  return Object.keys(cells).length === 0 ? emptyEntry : { ...draft, cells }
}

/** A value that takes the place of one that is recorded or was sent back. */
export interface Correction {
  readonly key: string
  readonly reading: ReadingId
  readonly draft: CellDraft
}
export interface Submission {
  readonly values: readonly { readonly key: string; readonly value: EnteredValue }[]
  readonly corrections: readonly Correction[]
}

/** What the drafts that can be read come to: new values, and corrections of what is there. */
export function submissionOf(
  draft: EntryDraft,
  readable: readonly string[],
  cells: ReadonlyMap<string, PlacedCell>,
): Submission {
  const found = readable.flatMap((key) => {
    const [placed, typed] = [cells.get(key), draft.cells[key]]
    return placed && typed ? [{ key, placed, typed }] : []
  })
  return {
    values: found
      .filter(({ placed: { cell } }) => (cell.reading ?? cell.returned) === null)
      .map(({ key, placed: { row, cell }, typed }) => ({
        key,
        value: {
          parameter: row.parameter.id,
          ...periodOfKey(cell.month),
          text: typed.text,
          unit: typed.unit,
          note: textOrNull(typed.note),
          proofs: [],
        },
      })),
    corrections: found.flatMap(({ key, placed: { cell }, typed }) => {
      const reading = cell.reading ?? cell.returned
      return reading ? [{ key, reading: reading.id, draft: typed }] : []
    }),
  }
}

export function proofsOf({ proofs }: Pick<EntryDraft, 'proofs'>): Proof[] {
  return proofs.map(({ upload }) => ({
    file: { from: 'upload', upload },
    place: null,
    reportNo: null,
    sampleDate: null,
  }))
}

/** What was left empty is not known, rather than known to be nothing. */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
