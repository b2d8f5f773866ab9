import type { GridCell as YearCell, GridRow as YearRow } from '#shared/activity/contract'
import { type DraftReading, type Expectation, readDraft } from '#shared/activity/draft-cell'
import { periodOfKey, readingStates } from '#shared/activity/model'
import { monthAfter, monthsOf } from '#shared/kernel/period'
import type { DecimalText } from '#shared/kernel/quantity'
import { symbolOf } from '#shared/kernel/units'
import { addDays } from '#shared/monitoring/calibration'

import { localTime } from '../kernel/local-time.ts'
import type { Say } from '../kernel/say.ts'
import type { GridCell, GridColumn, GridRow } from '../ui/grid-model.ts'
import { grouped, shortened } from '../ui/number-text.ts'
import { cellKey, type EntryDraft, type PlacedCell, recordedText } from './entry-draft.ts'

/** What a cell is: what was typed and not submitted, the least advanced state of what is recorded, or nothing. */
export type CellState = 'draft' | 'submitted' | 'checked' | 'approved' | 'returned' | 'sealed' | 'empty'
/** One sign for each state, so that a full row can be read without colour; the legend and the foot have the word. */
export const stateSigns: Readonly<Record<Exclude<CellState, 'empty'>, string>> = {
  draft: '✎',
  submitted: '○',
  checked: '◐',
  approved: '●',
  returned: '↩',
  sealed: '▣',
}

export function stateOf({ isSealed, states, returned, count }: YearCell, isDraft: boolean): CellState {
  if (isDraft) return 'draft'
  if (isSealed && count > 0) return 'sealed'
  const least = readingStates.find((state) => states.includes(state))
  if (least) return least
  return returned ? 'returned' : 'empty'
}

/** What a month is compared with: what is typed or recorded for the month before, and last year's value. */
export function expectationOf(
  { parameter }: YearRow,
  cell: YearCell,
  cells: ReadonlyMap<string, PlacedCell>,
  draft: EntryDraft,
): Expectation {
  const { month, lastYear } = cell
  if (month.length === 4) return { previous: null, lastYear }
  const before = monthAfter(month, -1)
  const typed = draft.cells[cellKey(parameter.id, before)]
  const read = typed && readDraft(parameter, before, typed, { previous: null, lastYear: null })
  if (read?.kind === 'value') return { previous: read.inParameterUnit, lastYear }
  // December of the year before stands in the row as last year's value of its December.
  const isJanuary = month.endsWith('-01')
  const key = cellKey(parameter.id, isJanuary ? monthAfter(month, 11) : before)
  const known = cells.get(key)?.cell
  return { previous: (isJanuary ? known?.lastYear : known?.value) ?? null, lastYear }
}

export function readCell(
  { row, cell }: PlacedCell,
  cells: ReadonlyMap<string, PlacedCell>,
  draft: EntryDraft,
): DraftReading | null {
  const typed = draft.cells[cellKey(row.parameter.id, cell.month)]
  if (!typed) return null
  return readDraft(row.parameter, cell.month, typed, expectationOf(row, cell, cells, draft))
}

export function gridRows(rows: readonly YearRow[], say: Say): GridRow[] {
  return rows.map(({ parameter: { id, name, unit }, source, expected }) => ({
    key: id,
    title: expected?.isAsked === false ? say('activity.entry.outside-plan', { name }) : name,
    group: source === null ? say('activity.entry.no-source') : `${source.code} ${source.name}`,
    unit,
  }))
}

/** Twelve months, before them the whole year where a parameter is asked for once a year. */
export function gridColumns(rows: readonly YearRow[], year: number, say: Say): GridColumn[] {
  const hasYears = rows.some(({ cells }) => cells.some(({ month }) => month.length === 4))
  const months = monthsOf(year).map((month) => ({ key: month, title: month, width: 124 }))
  const whole = { key: String(year), title: say('activity.entry.whole-year', { year }), width: 124 }
  return hasYears ? [whole, ...months] : months
}

export interface CellView {
  readonly cells: ReadonlyMap<string, PlacedCell>
  readonly draft: EntryDraft
  readonly mayEnter: boolean
  readonly say: Say
}

/** A cell as the grid draws it. */
export function drawnCell(key: string, { cells, draft, mayEnter, say }: CellView): GridCell {
  const placed = cells.get(key)
  if (!placed) return { text: '', readOnly: true }
  const { row, cell } = placed
  const read = readCell(placed, cells, draft)
  const fixed = whyFixed(placed, mayEnter)
  const state = stateOf(cell, read !== null)
  const common = {
    ...(state !== 'empty' && { mark: markOf(state, cell, say) }),
    ...(fixed && { readOnly: true }),
    notes: notesOf(placed, fixed, say),
  }
  if (read) return { ...common, ...typedCell(draft.cells[key]?.text ?? '', placed, read, say) }
  const grey = greyOf(placed)
  const text = cell.count > 1 ? (cell.value ?? '') : recordedText(cell)
  const unit = cell.count === 1 ? cell.reading?.unit : undefined
  return {
    ...common,
    text,
    shown: grouped(shortened(text, 6)),
    ...(grey !== null && { grey }),
    ...(unit !== undefined && unit !== row.parameter.unit && { unit }),
    findings: cell.findings.map((found) => ({ severity: tones[found.severity], text: say.of(found) })),
  }
}

const tones = { 'blocks-report': 'stop', explain: 'warn', note: 'info' } as const

function typedCell(text: string, { row, cell }: PlacedCell, read: DraftReading, say: Say): GridCell {
  if (read.kind === 'trouble') return { text, findings: [{ severity: 'stop', text: say.of(read.trouble) }] }
  const { unit, value, doubts, notices, likelyUnit } = read
  const amount = `${grouped(value)} ${symbolOf(unit)}`
  const asked =
    likelyUnit === null
      ? doubts.map((doubt) => say.of(doubt))
      : [say('activity.entry.unit-doubted', { amount, unit: symbolOf(likelyUnit) })]
  return {
    text,
    ...(unit !== row.parameter.unit && { unit }),
    findings: [
      ...lapsesOf(row, cell.month).map(({ tag, from, to }) => ({
        severity: 'warn' as const,
        text: say('activity.entry.uncalibrated', { meter: tag, from, to: addDays(to, -1) }),
      })),
      ...asked.map((words) => ({ severity: 'warn' as const, text: words })),
      ...notices.map((notice) => ({ severity: 'info' as const, text: say.of(notice) })),
      { severity: 'info', text: say('activity.entry.read-as', { amount }) },
    ],
  }
}

/** The times without valid calibration that a month touches: a value is taken then, and marked. */
function lapsesOf({ lapses }: YearRow, month: string): YearRow['lapses'] {
  const { from, to } = periodOfKey(month)
  return lapses.filter((lapse) => lapse.from < to && from < lapse.to)
}

function markOf(state: Exclude<CellState, 'empty'>, { count }: YearCell, say: Say) {
  const word = say(`activity.cell.${state}`)
  if (count < 2) return { sign: stateSigns[state], word }
  return {
    sign: `×${count} ${stateSigns[state]}`,
    word: say('activity.cell.several', { count, state: word }),
  }
}

function greyOf({ row: { parameter }, cell }: PlacedCell): string | null {
  if (cell.lastYear !== null) return grouped(shortened(cell.lastYear, 6))
  const { bandLow, bandHigh } = parameter
  return cell.month.length === 4 ? null : bandText(bandLow, bandHigh)
}
function bandText(low: DecimalText | null, high: DecimalText | null): string | null {
  if (low === null && high === null) return null
  return `${low === null ? '' : grouped(low)}–${high === null ? '' : grouped(high)}`
}

type Fixed = 'sealed' | 'several' | 'part' | 'outside' | 'coarser' | 'no-permission'
/** Why a cell cannot be typed into; null where it can. */
export function whyFixed({ row: { parameter }, cell }: PlacedCell, mayEnter: boolean): Fixed | null {
  const { from, to } = periodOfKey(cell.month)
  const { validFrom, validTo, frequency } = parameter
  if (cell.isSealed) return 'sealed'
  if (cell.count > 1) return 'several'
  // What is typed would take the place of it, and so has to be about the same period.
  const replaced = cell.reading ?? cell.returned
  if (replaced && (replaced.from !== from || replaced.to !== to)) return 'part'
  if (from < validFrom || (validTo !== null && to > validTo)) return 'outside'
  if (frequency === 'year' && cell.month.length !== 4 && cell.count === 0) return 'coarser'
  return mayEnter ? null : 'no-permission'
}

function notesOf(
  { row: { parameter, expected, meter }, cell }: PlacedCell,
  fixed: Fixed | null,
  say: Say,
): string[] {
  const { returned, lastYear, month } = cell
  const band = month.length === 4 ? null : bandText(parameter.bandLow, parameter.bandHigh)
  const sentBack =
    returned &&
    say('activity.note.returned', {
      text: returned.text ?? '',
      reason: returned.ended?.reason ?? '',
      at: localTime(returned.ended?.at ?? returned.entered.at),
    })
  return [
    fixed && say(`activity.fixed.${fixed}`, { from: parameter.validFrom, to: parameter.validTo ?? '—' }),
    sentBack,
    lastYear !== null && say('activity.note.last-year', { value: grouped(lastYear) }),
    band !== null && say('activity.note.band', { band }),
    meter === null && parameter.meter !== null && say('activity.note.meter', { meter: parameter.meter }),
    meter && meterNote(meter, say),
    expected && planNote(expected, say),
  ].filter((note) => typeof note === 'string')
}

function meterNote({ tag, certifiedUntil }: NonNullable<YearRow['meter']>, say: Say): string {
  if (certifiedUntil === null) return say('activity.note.meter', { meter: tag })
  return say('activity.note.meter-until', { meter: tag, until: certifiedUntil })
}

/** What the monitoring plan asks of a row: how often it is measured and recorded, and by whom. */
function planNote(expected: NonNullable<YearRow['expected']>, say: Say): string {
  const { number, isAsked, frequency, recordFrequency, department, responsible } = expected
  if (!isAsked || frequency === null || recordFrequency === null)
    return say('activity.note.outside-plan', { number })
  return say('activity.note.plan', {
    number,
    measured: say(`monitoring.frequency.${frequency}`),
    recorded: say(`monitoring.frequency.${recordFrequency}`),
    who: [department, responsible].filter((part) => part !== null).join(' '),
  })
}
