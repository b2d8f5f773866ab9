import { type CellTrouble, rowOfFactor, type TypedRow } from '#shared/factors/own-rows'
import type { OwnEditionRecord } from '#shared/factors/record'
import type { Language } from '#shared/kernel/texts'

import type { GridChange } from '../ui/grid-model.ts'

/** What is typed of an own edition, before it is one. */
export interface OwnDraft {
  readonly head: OwnHeadText
  readonly rows: readonly TypedRow[]
}
export interface OwnHeadText {
  readonly title: string
  readonly issuer: string
  readonly document: string
  readonly published: string
  readonly table: string
  readonly note: string
}

const blank: OwnHeadText = { title: '', issuer: '', document: '', published: '', table: '', note: '' }
/** Empty rows under the last filled one: room for a pasted block. */
const room = 60

export function ownDraftOf(edition: OwnEditionRecord | null, language: Language): OwnDraft {
  if (edition === null) return { head: blank, rows: [] }
  const { summary, table, factors } = edition
  return {
    head: {
      title: summary.title[language],
      issuer: summary.issuer[language],
      document: summary.document,
      published: summary.published ?? '',
      table,
      note: summary.note?.[language] ?? '',
    },
    rows: factors.map((factor) => rowOfFactor(factor, language)),
  }
}

/** How many rows the grid shows. */
export function rowCount({ rows }: OwnDraft, isReadOnly: boolean): number {
  return isReadOnly ? rows.length : rows.length + room
}

/** The rows after typing, pasting or clearing; empty ones at the end fall away. */
export function changedRows(rows: readonly TypedRow[], changes: readonly GridChange[]): TypedRow[] {
  const last = Math.max(rows.length - 1, ...changes.map(({ row }) => Number(row)))
  const next: TypedRow[] = Array.from({ length: last + 1 }, (_, at) => ({ ...rows[at] }))
  for (const { row, column, text } of changes) next[Number(row)] = { ...next[Number(row)], [column]: text }
  while (next.length > 0 && isBlank(next.at(-1) ?? {})) next.pop()
  return next
}
function isBlank(row: TypedRow): boolean {
  return Object.values(row).every((text) => text.trim() === '')
}

/** Troubles by the cell they are in. */
export function troublesByCell(troubles: readonly CellTrouble[]): ReadonlyMap<string, CellTrouble[]> {
  const byCell = new Map<string, CellTrouble[]>()
  for (const trouble of troubles) {
    const key = cellKey(trouble.row, trouble.column)
    byCell.set(key, [...(byCell.get(key) ?? []), trouble])
  }
  return byCell
}
export function cellKey(row: number | string, column: string): string {
  return `${row} ${column}`
}
