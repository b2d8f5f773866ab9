import type { CellTrouble } from '#shared/activity/cell'
import { textCell } from '#shared/activity/cell'
import { periodOf } from '#shared/activity/cell-month'
import { measureOf } from '#shared/kernel/unit-names'
import type { Measure } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'

import { readDraft } from './draft-cell.ts'
import type { EnteredValue } from './model.ts'

/** One day or delivery as a person typed it, all of it text. */
export interface DayLine {
  readonly date: string
  readonly value: string
  readonly unit: string
  readonly note: string
}
export type DayColumn = keyof DayLine

/** What a line comes to; a trouble names the column it is about. */
export type LineReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'trouble'; readonly column: DayColumn; readonly trouble: CellTrouble }
  | { readonly kind: 'value'; readonly value: EnteredValue }

/**
 * Reads a line of daily readings or deliveries of one month. A number from 1 to 31 is a day of that month; any other
 * date is read as an import would read it and has to lie within the month.
 */
export function readLine(parameter: Parameter, month: string, line: DayLine): LineReading {
  const note = line.note.trim()
  if (line.value.trim() === '') return { kind: 'empty' }
  const bare = /^\d{1,2}$/.exec(line.date.normalize('NFKC').trim())
  const date = bare ? `${month}-${bare[0].padStart(2, '0')}` : line.date
  const period = periodOf(textCell(date), { year: Number(month.slice(0, 4)), precision: 'day' })
  if (period.kind === 'trouble') return { kind: 'trouble', column: 'date', trouble: period.trouble }
  if (period.kind === 'missing') return trouble('date', 'activity.line.no-date', {})
  const { from, to, precision } = period.value
  if (precision === 'month' || !from.startsWith(month))
    return trouble('date', 'activity.line.other-month', { entered: line.date, month })
  const unit: Measure | null = line.unit.trim() === '' ? null : measureOf(line.unit)
  if (unit === null && line.unit.trim() !== '')
    return trouble('unit', 'activity.line.unknown-unit', { entered: line.unit })
  const nothing = { previous: null, lastYear: null }
  const asked = { ...parameter, bandLow: null, bandHigh: null }
  const read = readDraft(asked, month, { text: line.value, unit }, nothing)
  if (read.kind === 'trouble') return { kind: 'trouble', column: 'value', trouble: read.trouble }
  return {
    kind: 'value',
    value: {
      parameter: parameter.id,
      from,
      to,
      text: line.value.trim(),
      unit: read.unit,
      note: note === '' ? null : note,
      proofs: [],
    },
  }
}

function trouble(column: DayColumn, code: string, facts: CellTrouble['facts']): LineReading {
  return { kind: 'trouble', column, trouble: { code, facts, repair: null } }
}
