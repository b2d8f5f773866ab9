import type { TableRow } from '#shared/activity/cell'
import { collectionTexts } from '#shared/activity/collection-texts'
import { fingerprintOf, type LongMapping, type Proposal } from '#shared/activity/mapping'
import { headingsOf } from '#shared/activity/preview-entries'
import type { Sheet } from '#shared/kernel/sheet'
import { type Language, languages, say, type Wording } from '#shared/kernel/texts'
import { symbolOf } from '#shared/kernel/units'

import type { Collection } from './collection.ts'

/** The columns of a collection workbook, in the order in which they are written. */
const columns = [
  'key',
  'source',
  'parameter',
  'period',
  'frequency',
  'unit',
  'value',
  'note',
  'evidence',
] as const
type ColumnName = (typeof columns)[number]
const widths: Readonly<Record<ColumnName, number>> = {
  key: 22,
  source: 20,
  parameter: 26,
  period: 12,
  frequency: 10,
  unit: 10,
  value: 16,
  note: 22,
  evidence: 18,
}
const headings = Object.fromEntries(
  columns.map((name) => [name, collectionTexts[`activity.workbook.${name}`]]),
) as Readonly<Record<ColumnName, Wording>>

/** One empty cell to be filled in, with the key by which it comes back. */
export interface WantedCell {
  readonly key: string
  readonly period: string
  readonly line: Collection['parameters'][number]
}

/**
 * What a department has to bring for a month, one row a value, as a sheet to be printed, mailed and filled in.
 *
 * @param hourly names of what comes as a file of hours instead
 */
export function collectionSheet(
  { place, department, month, due }: Pick<Collection, 'place' | 'department' | 'month' | 'due'>,
  wanted: readonly WantedCell[],
  hourly: readonly string[],
  language: Language,
): Sheet {
  const text = (name: keyof typeof collectionTexts, facts = {}) => say(collectionTexts[name], language, facts)
  return {
    name: text('activity.workbook.sheet'),
    title: text('activity.workbook.title', { place, month }),
    lines: [
      text('activity.workbook.for', {
        department: department ?? text('activity.collect.no-department'),
        due,
      }),
      text('activity.workbook.how'),
      ...(hourly.length > 0 ? [text('activity.workbook.hourly', { names: hourly.join('、') })] : []),
    ],
    columns: columns.map((name) => ({ title: say(headings[name], language), width: widths[name] })),
    rows: wanted.map(({ key, period, line }) => [
      key,
      line.source ?? '',
      line.name,
      period,
      // Hourly amounts are asked for by the day.
      text(`activity.workbook.frequency.${line.frequency === 'hour' ? 'day' : line.frequency}`),
      symbolOf(line.unit),
      null,
      null,
      null,
    ]),
    notes: [text('activity.workbook.signed')],
    landscape: true,
  }
}

/** How far down the heading may have moved. */
const deepest = 30

/**
 * How a collection workbook is read that came back, whatever was done to its rows and columns: found by the headings
 * of key, period, unit and value. Null for any other table.
 */
export function readsAsCollection(sheet: string, rows: readonly TableRow[]): Proposal | null {
  for (const row of rows.slice(0, deepest)) {
    const at = (name: ColumnName): number | null => {
      const found = row.cells.findIndex(({ text }) =>
        languages.some((language) => headings[name][language] === text.trim()),
      )
      return found < 0 ? null : found
    }
    const [key, period, unit, value] = [at('key'), at('period'), at('unit'), at('value')]
    if (key === null || period === null || unit === null || value === null) continue
    const mapping: LongMapping = {
      sheet,
      header: { from: row.number, to: row.number },
      lastRow: null,
      year: null,
      parameters: {},
      units: {},
      decimalMark: 'point',
      hiddenRows: 'read',
      layout: 'long',
      keyed: true,
      names: [key],
      parameter: null,
      period: { column: period, precision: 'day' },
      value,
      unit: { column: unit, fixed: null },
      note: at('note'),
      evidence: at('evidence'),
    }
    const own = headingsOf([row])
    return { mapping, headings: own, fingerprint: fingerprintOf(own), names: [], open: [] }
  }
  return null
}
