import type { ReactNode } from 'react'

import { byteOrderMark, csvText } from '#shared/kernel/csv'

import { compareNumbers } from './number-text.ts'

/** One column of a list of records. */
export interface RecordColumn<R> {
  readonly key: string
  readonly title: string
  /** What the cell says as plain text, for searching, sorting, filtering and CSV. A number: its plain decimal text. */
  readonly text: (row: R) => string
  /** How the cell is drawn, where that differs from its text. */
  readonly cell?: (row: R) => ReactNode
  readonly width?: number
  /** Sorts by value and stands at the right. */
  readonly number?: boolean
  /** Offers the texts that occur as a filter. */
  readonly choices?: boolean
  /** Not shown until the user chooses the column. */
  readonly optional?: boolean
}

/** What a person set a list to. */
export interface ListView {
  readonly search: string
  readonly hidden: readonly string[]
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sort: { readonly key: string; readonly descending: boolean } | null
}

export function firstView<R>(columns: readonly RecordColumn<R>[]): ListView {
  const hidden = columns.filter(({ optional }) => optional === true).map(({ key }) => key)
  return { search: '', hidden, filters: {}, sort: null }
}

/** The rows that a view lets through, in its order. Every typed word must occur somewhere in the row. */
export function rowsOf<R>(
  rows: readonly R[],
  columns: readonly RecordColumn<R>[],
  { search, filters, sort }: ListView,
): readonly R[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const filtered = columns.filter(({ key }) => (filters[key]?.length ?? 0) > 0)
  const passing = rows.filter(
    (row) =>
      filtered.every(({ key, text }) => filters[key]?.includes(text(row))) &&
      (words.length === 0 || containsAll(columns.map(({ text }) => text(row)).join('\n'), words)),
  )
  const by = sort && columns.find(({ key }) => key === sort.key)
  if (!by) return passing
  const sign = sort.descending ? -1 : 1
  return passing.toSorted((a, b) => sign * compareBy(by, a, b))
}
function containsAll(text: string, words: readonly string[]): boolean {
  const known = text.toLowerCase()
  return words.every((word) => known.includes(word))
}

export function compareBy<R>({ text, number }: RecordColumn<R>, a: R, b: R): number {
  if (number === true) return compareNumbers(text(a), text(b))
  return text(a).localeCompare(text(b), 'zh-Hans-CN', { numeric: true })
}

/** The texts that occur in a column, in order, for its filter. */
export function choicesOf<R>(rows: readonly R[], column: RecordColumn<R>): string[] {
  return [...new Set(rows.map(column.text))].toSorted((a, b) =>
    a.localeCompare(b, 'zh-Hans-CN', { numeric: true }),
  )
}

/** A list as it is shown, as comma-separated text for spreadsheets. */
export function toCsv<R>(rows: readonly R[], columns: readonly RecordColumn<R>[]): string {
  const heads = columns.map(({ title }) => title)
  return byteOrderMark + csvText([heads, ...rows.map((row) => columns.map(({ text }) => text(row)))])
}
