import { type Cell, cellName, type Notice, type Outcome, textCell } from '#shared/activity/cell'
import type { EnteredPeriod } from '#shared/activity/cell-month'
import { type EnteredNumber, numberOf, plainDecimal } from '#shared/activity/cell-number'
import type { Mapping } from '#shared/activity/mapping'
import { type Entry, type EntryBook, entryBook } from '#shared/activity/preview-entries'
import { mergeTrouble } from '#shared/activity/preview-merged'
import type {
  Duplicate,
  ImportTrouble,
  KnownParameter,
  ParsedReading,
  PreviewCounts,
  PreviewOptions,
} from '#shared/activity/preview-model'
import { type Seen, standing } from '#shared/activity/preview-twice'
import { plausibilityOf } from '#shared/activity/preview-units'
import { conversion, Decimal } from '#shared/kernel/quantity'
import { isConvertible, type Measure, symbolOf } from '#shared/kernel/units'

/** What a running preview keeps. Only `seen` grows with the table, by one short key for each reading. */
export interface Work {
  readonly mapping: Mapping
  readonly options: PreviewOptions
  readonly parameters: ReadonlyMap<string, KnownParameter>
  readonly accepted: ReadonlySet<string>
  readonly factors: Map<string, Decimal>
  readonly seen: Seen
  readonly counts: { -readonly [K in keyof PreviewCounts]: number }
  book: EntryBook
  batch: { readings: ParsedReading[]; troubles: ImportTrouble[]; duplicates: Duplicate[] }
}

export function beginWork(
  mapping: Mapping,
  parameters: readonly KnownParameter[],
  options: PreviewOptions,
): Work {
  const known = new Map(parameters.map((parameter) => [parameter.id, parameter]))
  return {
    mapping,
    options,
    parameters: known,
    accepted: new Set(options.acceptRepairs),
    factors: new Map(),
    seen: new Map(),
    counts: {
      rows: 0,
      rejectedRows: 0,
      leftOutRows: 0,
      readings: 0,
      missing: 0,
      errors: 0,
      warnings: 0,
      notes: 0,
      duplicates: 0,
    },
    book: entryBook(mapping, [], known),
    batch: { readings: [], troubles: [], duplicates: [] },
  }
}

interface Place {
  readonly row: number
  readonly column: number | null
  readonly entered: string
}

const tallies = { error: 'errors', warning: 'warnings', note: 'notes' } as const

export function tell(
  work: Work,
  severity: ImportTrouble['severity'],
  { row, column, entered }: Place,
  { code, facts }: Notice,
  repair: string | null = null,
): void {
  work.counts[tallies[severity]] += 1
  const header = column === null ? '' : (work.book.headings[column] ?? '')
  const cell = cellName(work.mapping.sheet, row, column ?? 0)
  work.batch.troubles.push({ severity, row, column, cell, header, entered, code, facts, repair })
}

/** Whether the person took the repair, for the whole file or for this cell. */
function isAccepted({ accepted, mapping }: Work, code: string, { row, column }: Place): boolean {
  return accepted.has(code) || accepted.has(`${code} ${cellName(mapping.sheet, row, column ?? 0)}`)
}

/** What a person should see although the value was taken; the rest is a mere note. */
const warnings = new Set(['activity.comma-as-thousands', 'activity.decimal-comma', 'activity.delivery-twice'])

/** Reads one amount: every trouble of it is told, not only the first. A missing amount is counted and left. */
export function readEntry(work: Work, row: number, entry: Entry): void {
  const { parameter } = entry.name
  const rules = { allowsNegative: parameter?.allowsNegative ?? true, decimalMark: work.mapping.decimalMark }
  const value = { row, column: entry.value.column, entered: entry.value.cell.text }
  const merged = mergeTrouble(entry, valueColumns(work.mapping))
  if (merged === 'drawn-high') return
  const number = numberOf(entry.value.cell, rules)
  if (number.kind === 'missing') {
    work.counts.missing += 1
    return
  }
  const before = work.counts.errors
  if (parameter === null)
    tell(
      work,
      'error',
      { row, column: entry.name.column, entered: entry.name.text },
      {
        code: entry.name.text === '' ? 'activity.name-missing' : 'activity.parameter-unknown',
        facts: { name: entry.name.text },
      },
    )
  if (merged !== null) tell(work, 'error', value, merged)
  const amount = taking(work, value, number, (cell) => numberOf(cell, rules))
  const { column, cell, read } = entry.period
  const when = read(cell)
  const period = taking(work, { row, column, entered: cell.text }, when, read)
  if (when.kind === 'missing')
    tell(work, 'error', { row, column, entered: '' }, { code: 'activity.period-missing', facts: {} })
  if (parameter === null || !amount || !period) return
  const measured = unitOf(work, row, entry, parameter, amount.value)
  if (measured === null || work.counts.errors > before) return
  const doubted = doubtedUnit(work, value, parameter, {
    amount: amount.value,
    period: period.value,
    unit: measured.unit,
  })
  const unit = doubted ?? measured.unit
  const repaired =
    amount.repaired ?? period.repaired ?? measured.repaired ?? (doubted ? 'activity.thousand-times' : null)
  finish(work, row, entry, parameter, { amount: amount.value, period: period.value, unit, repaired })
}

interface Taken<T> {
  readonly value: T
  readonly repaired: string | null
}

/** What a cell came to, by its repair where the person took that; tells what is to be told; null without a value. */
function taking<T>(
  work: Work,
  place: Place,
  outcome: Outcome<T>,
  read: (cell: Cell) => Outcome<T>,
): Taken<T> | null {
  if (outcome.kind === 'missing') return null
  if (outcome.kind === 'value') {
    for (const notice of outcome.notices)
      tell(work, warnings.has(notice.code) ? 'warning' : 'note', place, notice)
    return { value: outcome.value, repaired: null }
  }
  const { code, repair } = outcome.trouble
  const mended = repair !== null && isAccepted(work, code, place) ? read(textCell(repair)) : null
  tell(work, mended?.kind === 'value' ? 'note' : 'error', place, outcome.trouble, repair)
  return mended?.kind === 'value' ? { value: mended.value, repaired: code } : null
}

/** The unit of an amount: its own in the cell, else the one of column, name or table. */
function unitOf(
  work: Work,
  row: number,
  { unit, value }: Entry,
  parameter: KnownParameter,
  amount: EnteredNumber,
): { readonly unit: Measure; readonly repaired: string | null } | null {
  const place = { row, column: value.column, entered: value.cell.text }
  const said = amount.unit ?? unit.measure
  if (said === null && unit.text !== '') {
    tell(
      work,
      'error',
      { row, column: unit.column, entered: unit.text },
      { code: 'activity.unit-unknown', facts: { unit: unit.text } },
    )
    return null
  }
  if (said === null) {
    const missing = { code: 'activity.unit-missing', facts: { expected: symbolOf(parameter.unit) } }
    const accepted = isAccepted(work, missing.code, place)
    tell(
      work,
      accepted ? 'note' : 'error',
      place,
      missing,
      `${plainDecimal(amount.mantissa, amount.scale)} ${parameter.unit}`,
    )
    return accepted ? { unit: parameter.unit, repaired: missing.code } : null
  }
  if (said !== parameter.unit && !isConvertible(said, parameter.unit)) {
    tell(work, 'error', place, {
      code: 'activity.unit-mismatch',
      facts: { unit: symbolOf(said), expected: symbolOf(parameter.unit) },
    })
    return null
  }
  if (amount.unit !== null && unit.measure !== null && amount.unit !== unit.measure)
    tell(work, 'note', place, {
      code: 'activity.unit-in-cell',
      facts: { unit: symbolOf(amount.unit), column: symbolOf(unit.measure) },
    })
  return { unit: said, repaired: null }
}

interface Found {
  readonly amount: EnteredNumber
  readonly period: EnteredPeriod
  readonly unit: Measure
}

/** Tells an amount that is far from usual; the unit it should have, where that is known and was taken. */
function doubtedUnit(
  work: Work,
  place: Place,
  parameter: KnownParameter,
  { amount, period, unit }: Found,
): Measure | null {
  const plain = plainDecimal(amount.mantissa, amount.scale)
  if (parameter.typical === null) return null
  const found = plausibilityOf(
    new Decimal(plain),
    unit,
    factorOf(work, unit, parameter.unit),
    period,
    parameter,
  )
  if (found.kind === 'usual') return null
  const facts = {
    unit: symbolOf(unit),
    low: parameter.typical.low,
    high: parameter.typical.high,
    usual: symbolOf(parameter.unit),
  }
  if (found.kind === 'far-off') {
    tell(work, 'warning', place, { code: 'activity.far-from-usual', facts })
    return null
  }
  const accepted = isAccepted(work, 'activity.thousand-times', place)
  const told = { code: 'activity.thousand-times', facts: { ...facts, likely: symbolOf(found.unit) } }
  tell(work, accepted ? 'note' : 'warning', place, told, `${plain} ${found.unit}`)
  return accepted ? found.unit : null
}

function finish(
  work: Work,
  row: number,
  entry: Entry,
  parameter: KnownParameter,
  found: Found & { readonly repaired: string | null },
): void {
  const { amount, period, unit, repaired } = found
  const place = { row, column: entry.value.column, entered: entry.value.cell.text }
  const bounds = work.options.period
  if (bounds !== null && (period.from < bounds.from || period.to > bounds.to)) {
    tell(
      work,
      'error',
      { ...place, column: entry.period.column },
      { code: 'activity.outside-period', facts: { from: period.from, to: period.to } },
    )
    return
  }
  const plain = plainDecimal(amount.mantissa, amount.scale)
  const reading: ParsedReading = {
    parameter: parameter.id,
    from: period.from,
    to: period.to,
    precision: period.precision,
    text: entry.value.cell.text,
    unit,
    mantissa: amount.mantissa,
    scale: amount.scale,
    inParameterUnit: unit === parameter.unit ? plain : converted(plain, factorOf(work, unit, parameter.unit)),
    cell: cellName(work.mapping.sheet, row, entry.value.column),
    row,
    note: entry.note,
    evidence: entry.evidence,
    repaired,
  }
  const stands = standing(reading, work.seen, work.options.recorded, work.accepted)
  for (const { severity, notice, duplicate } of stands) {
    tell(work, severity, place, notice)
    if (duplicate) work.batch.duplicates.push(duplicate)
    if (duplicate) work.counts.duplicates += 1
  }
  if (stands.some(({ severity }) => severity === 'error')) return
  work.counts.readings += 1
  work.batch.readings.push(reading)
}

function converted(plain: string, factor: Decimal): string {
  return new Decimal(plain).times(factor).toSignificantDigits(40).toFixed()
}
function factorOf(work: Work, from: Measure, to: Measure): Decimal {
  const key = `${from}>${to}`
  const known = work.factors.get(key)
  if (known) return known
  const factor = conversion(from, to)
  work.factors.set(key, factor)
  return factor
}

function valueColumns(mapping: Mapping): readonly number[] {
  if (mapping.layout === 'long') return [mapping.value]
  return (mapping.layout === 'wide-months' ? mapping.months : mapping.values).map(({ column }) => column)
}
