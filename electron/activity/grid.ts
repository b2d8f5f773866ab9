import { parametersClosedAt, sealsInForce } from '#db/activity/closing'
import { type MonthEntry, monthEntries } from '#db/activity/queries'
import { readingsToShow } from '#db/activity/readings'
import type { ReadDb } from '#db/kernel/access'
import { meterRecords } from '#db/monitoring/meter-queries'
import { allSources } from '#db/monitoring/queries'
import { doubtFindings, doubtsIn, lapsedUses } from '#electron/activity/doubts'
import { planMarks } from '#electron/activity/plan-marks'
import { shownValue } from '#shared/activity/amounts'
import { checkMonth, type MonthLine } from '#shared/activity/checks'
import type { GridCell, GridRow } from '#shared/activity/contract'
import { closingMonthOf, periodOfKey } from '#shared/activity/model'
import { monthAfter, monthsOf } from '#shared/kernel/period'
import type { DecimalText } from '#shared/kernel/quantity'
import { certifiedUntil } from '#shared/monitoring/calibration'
import type { Parameter } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

/** Entries by parameter and month, with the years before for comparison. */
type Entries = (parameter: Parameter, month: string) => MonthEntry | undefined

/** A year of a facility as the entry grid shows it. */
export function gridOf(db: ReadDb, facility: NodeId, year: number, today: string): GridRow[] {
  const parameters = parametersClosedAt(db, facility)
  const sources = new Map(allSources(db).map((source) => [source.id, source]))
  const entries = entriesOf(db, parameters, year)
  const shown = readingsToShow(db, parameters, { from: String(year), to: String(year + 1) })
  const sealed = new Set(
    sealsInForce(db)
      .filter((seal) => seal.facility === facility)
      .map(({ month }) => month),
  )
  const plan = planMarks(db, facility, today)
  const doubted = doubtFindings(doubtsIn(db, parameters, { from: String(year), to: String(year + 1) }, today))
  const calibrated = calibrationOf(db, today)
  const marks: CellQuestion['marks'] = (parameter, month, count) => [
    ...doubted(parameter, month),
    ...plan.findings(parameter, month, count),
  ]
  return parameters
    .filter((parameter) => existsIn(parameter, String(year)))
    .map((parameter) => {
      const source = parameter.source === null ? undefined : sources.get(parameter.source)
      return {
        parameter,
        source: source ? { id: source.id, code: source.code, name: source.name } : null,
        expected: plan.expected(parameter, year),
        ...calibrated(parameter),
        cells: keysOf(parameter, year).map((month) =>
          cellOf({
            parameter,
            month,
            entries,
            shown,
            today,
            marks,
            isSealed: sealed.has(closingMonthOf(month)),
          }),
        ),
      }
    })
    .toSorted(bySource)
}

/** How the meter of a parameter stands, so that whoever types knows it before the value is in. */
function calibrationOf(db: ReadDb, today: string) {
  const records = meterRecords(db)
  const lapsed = lapsedUses(records, today)
  return ({ id }: Parameter): Pick<GridRow, 'meter' | 'lapses'> => {
    const record = records.find(({ uses }) =>
      uses.some(
        ({ parameter, validFrom, validTo }) =>
          parameter === id && validFrom <= today && (validTo === null || today < validTo),
      ),
    )
    return {
      meter: record ? { tag: record.meter.tag, certifiedUntil: certifiedUntil(record, today) } : null,
      lapses: lapsed
        .filter(({ parameter }) => parameter === id)
        .map(({ tag, from, to }) => ({ tag, from, to })),
    }
  }
}

/** All of one source together, in the order of the register; what belongs to the facility itself stands last. */
function bySource(a: GridRow, b: GridRow): number {
  if (a.source === null || b.source === null) return Number(a.source === null) - Number(b.source === null)
  return a.source.code.localeCompare(b.source.code, 'en', { numeric: true })
}

/** Twelve months; a parameter that is asked for once a year has one cell, unless months were entered anyway. */
function keysOf({ frequency }: Parameter, year: number): string[] {
  return frequency === 'year' ? [String(year), ...monthsOf(year)] : monthsOf(year)
}

function existsIn({ validFrom, validTo }: Parameter, key: string): boolean {
  const { from, to } = periodOfKey(key)
  return validFrom < to && (validTo === null || from < validTo)
}

export function entriesOf(db: ReadDb, parameters: readonly Parameter[], year: number): Entries {
  const known = monthEntries(db, parameters, { from: String(year - 1), to: String(year + 1) })
  const byKey = new Map(known.map((entry) => [`${entry.parameter}/${entry.month}`, entry]))
  return ({ id }, month) => byKey.get(`${id}/${month}`)
}

interface CellQuestion {
  readonly parameter: Parameter
  readonly month: string
  readonly entries: Entries
  readonly shown: ReturnType<typeof readingsToShow>
  readonly today: string
  /** What meters and the monitoring plan say of it. */
  readonly marks: (parameter: Parameter, month: string, count: number) => GridCell['findings']
  readonly isSealed: boolean
}

function cellOf({ parameter, month, entries, shown, today, marks, isSealed }: CellQuestion): GridCell {
  const entry = entries(parameter, month)
  const line = lineOf(parameter, month, entries)
  const { single, returned } = shown(parameter.seq, month)
  return {
    month,
    count: line.count,
    reading: single,
    value: line.value,
    states: [...(entry?.states ?? [])],
    unproven: line.unproven,
    lastYear: line.lastYear,
    returned,
    findings: [
      ...(isExpected(parameter, month, today) || line.count > 0 ? checkMonth(line) : []),
      ...marks(parameter, month, line.count),
    ],
    isSealed,
  }
}

/** Whether a value should be there: the parameter existed then, the month is over, and nothing coarser holds it. */
export function isExpected(parameter: Parameter, month: string, today: string): boolean {
  const isOwnKey = (parameter.frequency === 'year') === (month.length === 4)
  return isOwnKey && existsIn(parameter, month) && periodOfKey(month).to <= today
}

/** What the checks need to know of a month. */
export function lineOf(parameter: Parameter, month: string, entries: Entries): MonthLine {
  const entry = entries(parameter, month)
  const { id, name, unit, determination, bandLow, bandHigh, factor } = parameter
  const isYear = month.length === 4
  return {
    parameter: id,
    name,
    month,
    unit,
    determination,
    hasDefault: factor !== null,
    value: valueOf(entry),
    count: entry?.count ?? 0,
    unproven: entry?.unproven ?? 0,
    isSubstituted: (entry?.substituted ?? null) !== null,
    states: entry?.states ?? [],
    previous: isYear ? null : valueOf(entries(parameter, monthAfter(month, -1))),
    lastYear: valueOf(entries(parameter, isYear ? String(Number(month) - 1) : monthAfter(month, -12))),
    isHourly: parameter.rollUp === 'hourly',
    // The usual range is one of a month.
    band: isYear ? { low: null, high: null } : { low: bandLow, high: bandHigh },
  }
}
function valueOf(entry: MonthEntry | undefined): DecimalText | null {
  return entry?.amount ? shownValue(entry.amount) : null
}
