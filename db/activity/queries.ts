import type { ReadDb } from '#db/kernel/access'
import { parameterById } from '#db/monitoring/queries'
import {
  type Amount,
  hoursOf,
  meanOf,
  type MonthAmount,
  type Subtotal,
  sumText,
} from '#shared/activity/amounts'
import type { ReadingState } from '#shared/activity/model'
import type { SubstitutionRule } from '#shared/activity/substitution'
import { grouped } from '#shared/kernel/grouped'
import type { Parameter, ParameterId } from '#shared/monitoring/model'

import { substitutedMonths } from './quality-queries.ts'

/** What is known of a parameter in one month (`2025-01`) or one whole year (`2025`). */
export interface MonthEntry {
  readonly parameter: ParameterId
  readonly month: string
  /** How many readings count; their states, each once. */
  readonly count: number
  readonly states: readonly ReadingState[]
  /** In the parameter's unit; null where nothing counts any more, or a mean lacks weights. */
  readonly amount: MonthAmount | null
  /** How many of them no file proves, and the SHA-256 of the files that prove the others. */
  readonly unproven: number
  readonly files: readonly string[]
  /** The rule by which a value was made that nobody took; null where all were taken. */
  readonly substituted: SubstitutionRule | null
  /** Grows with every change of a reading of the month: equal revisions mean equal amounts. */
  readonly revision: number
}

/** Keys from `from` up to, not including, `to`: months and years alike, `2025` to `2026` is the year 2025. */
export interface KeyRange {
  readonly from: string
  readonly to: string
}

interface SubtotalRow extends Subtotal {
  readonly parameter: number
  readonly month: string
  readonly state: ReadingState
  readonly revision: number
}

/**
 * What the readings of some parameters come to, month by month. Amounts are read from the kept subtotals, so a
 * million readings cost no more than their groups; means and hours read the readings of their months.
 */
export function monthEntries(
  db: ReadDb,
  parameters: readonly Parameter[],
  range: KeyRange,
): readonly MonthEntry[] {
  const seqs = parameters.map(({ seq }) => seq)
  const groups = grouped(subtotalsIn(db, seqs, range), ({ parameter }) => parameter)
  const proofs = proofsIn(db, seqs, range)
  const substituted = grouped(substitutedMonths(db), ({ parameter }) => parameter)
  const bySeq = new Map(parameters.map((parameter) => [parameter.seq, parameter]))
  return [...groups].flatMap(([seq, rows]) => {
    const parameter = bySeq.get(seq)
    if (!parameter) return []
    const byMonth = grouped(rows, ({ month }) => month)
    const amounts =
      parameter.rollUp === 'sum' ? null : amountsByMonth(db, parameter, [...byMonth.keys()], range)
    const [proofsOfIt, substitutedOfIt] = [proofs.get(seq), substituted.get(seq)]
    return Array.from(byMonth, ([month, group]) => {
      const count = group.reduce((sum, each) => sum + each.count, 0)
      const proof = proofsOfIt?.get(month)
      const amount = amounts
        ? (amounts.get(month) ?? null)
        : ({ kind: 'value', value: sumText(group, parameter.unit) } as const)
      return {
        parameter: parameter.id,
        month,
        count,
        states: statesIn(group),
        amount: count === 0 ? null : amount,
        unproven: count - (proof?.proven ?? 0),
        files: proof?.files ?? [],
        substituted: substitutedOfIt?.find((each) => each.month === month)?.rule ?? null,
        revision: group.reduce((sum, each) => sum + each.revision, 0),
      }
    })
  })
}

/** The states of the readings that count, each once. */
function statesIn(group: readonly SubtotalRow[]): ReadingState[] {
  const [first, second] = group
  if (first && !second) return first.count > 0 ? [first.state] : []
  return [...new Set(group.filter(({ count }) => count > 0).map(({ state }) => state))]
}

/** One number that grows whenever any reading in the range changes, to see quickly that nothing did. */
export function revisionOf(db: ReadDb, { from, to }: KeyRange): number {
  const [row] = db.ask<{ revision: number }>(
    'SELECT coalesce(sum(revision), 0) AS revision FROM activity_subtotals WHERE month >= ? AND month < ?',
    from,
    to,
  )
  return row?.revision ?? 0
}

function subtotalsIn(db: ReadDb, parameters: readonly number[], { from, to }: KeyRange): SubtotalRow[] {
  return db.ask(
    `SELECT parameter, month, unit, scale, state, count, high, low, revision FROM activity_subtotals
     WHERE parameter IN (SELECT value FROM json_each(?)) AND month >= ? AND month < ?
     ORDER BY parameter, month`,
    JSON.stringify(parameters),
    from,
    to,
  )
}

/** The means or the hours of some months, from their readings. */
function amountsByMonth(
  db: ReadDb,
  parameter: Parameter,
  months: readonly string[],
  range: KeyRange,
): Map<string, MonthAmount | null> {
  const readings = grouped(countingReadings(db, parameter.seq, range), ({ month }) => month)
  if (parameter.rollUp === 'hourly')
    return new Map(months.map((month) => [month, hoursOf(readings.get(month) ?? [], month, parameter.unit)]))
  const weightedBy = parameter.weightedBy === null ? undefined : parameterById(db, parameter.weightedBy)
  const isMany = [...readings.values()].some((own) => own.length > 1)
  const weights =
    weightedBy && isMany ? grouped(countingReadings(db, weightedBy.seq, range), ({ month }) => month) : null
  return new Map(
    months.map((month) => [
      month,
      meanOf(
        readings.get(month) ?? [],
        parameter.unit,
        weightedBy && weights ? { readings: weights.get(month) ?? [], unit: weightedBy.unit } : null,
      ),
    ]),
  )
}
/** The readings of a parameter that count, in the order of their periods. */
function countingReadings(
  db: ReadDb,
  seq: number,
  { from, to }: KeyRange,
): (Amount & { readonly month: string })[] {
  return db.ask(
    `SELECT month, from_at AS "from", to_at AS "to", unit, scale, mantissa FROM activity_readings
     WHERE parameter = ? AND month >= ? AND month < ? AND live = 1 ORDER BY from_at, seq`,
    seq,
    from,
    to,
  )
}

interface MonthProof {
  readonly proven: number
  readonly files: readonly string[]
}
/** How many readings of each parameter and month some file proves, and which files. */
function proofsIn(
  db: ReadDb,
  parameters: readonly number[],
  range: KeyRange,
): ReadonlyMap<number, ReadonlyMap<string, MonthProof>> {
  const filesOfAct = filesByAct(db)
  const found = new Map<number, Map<string, MonthProof>>()
  const add = (
    { parameter, month }: { readonly parameter: number; readonly month: string },
    readings: number,
    files: readonly string[],
  ) => {
    const months = found.get(parameter) ?? new Map<string, MonthProof>()
    const before = months.get(month)
    const proof = before
      ? { proven: before.proven + readings, files: eachOnce([...before.files, ...files]) }
      : { proven: readings, files }
    found.set(parameter, months.set(month, proof))
  }
  for (const row of countsByAct(db, parameters, range, [...filesOfAct.keys()]))
    add(row, row.count, filesOfAct.get(row.act) ?? [])
  const counted = new Set<number>()
  for (const row of provenThemselves(db, parameters, range)) {
    add(row, filesOfAct.has(row.act) || counted.has(row.seq) ? 0 : 1, [row.sha256])
    counted.add(row.seq)
  }
  return found
}
/** The files of each act that has some: most months were entered in one act, and all of them share its list. */
function filesByAct(db: ReadDb): ReadonlyMap<number, readonly string[]> {
  const links = db.ask<{ act: number; sha256: string }>(
    'SELECT act, sha256 FROM activity_evidence_links WHERE act IS NOT NULL',
  )
  return new Map(
    [...grouped(links, ({ act }) => act)].map(([act, own]) => [
      act,
      eachOnce(own.map(({ sha256 }) => sha256)),
    ]),
  )
}
function eachOnce(files: readonly string[]): readonly string[] {
  return [...new Set(files)].toSorted()
}

/** How many readings of each parameter and month were entered in each of some acts and count. */
function countsByAct(
  db: ReadDb,
  parameters: readonly number[],
  { from, to }: KeyRange,
  acts: readonly number[],
): { readonly act: number; readonly parameter: number; readonly month: string; readonly count: number }[] {
  if (acts.length === 0) return []
  return db.ask(
    `SELECT act, parameter, month, count FROM activity_act_months
     WHERE parameter IN (SELECT value FROM json_each(?)) AND month >= ? AND month < ? AND count > 0
       AND act IN (SELECT value FROM json_each(?))`,
    JSON.stringify(parameters),
    from,
    to,
    JSON.stringify(acts),
  )
}

/** Fewer parameters than this are looked up by their months, more by what proves them. */
const few = 20

/** The readings that count and have a file of their own, once for each file. */
function provenThemselves(
  db: ReadDb,
  parameters: readonly number[],
  { from, to }: KeyRange,
): {
  readonly act: number
  readonly parameter: number
  readonly month: string
  readonly seq: number
  readonly sha256: string
}[] {
  const tables =
    parameters.length < few
      ? 'activity_readings r CROSS JOIN activity_evidence_links l'
      : 'activity_evidence_links l CROSS JOIN activity_readings r'
  return db.ask(
    `SELECT r.entered_act AS act, r.parameter, r.month, r.seq, l.sha256
     FROM ${tables} ON r.seq = l.reading
     WHERE r.parameter IN (SELECT value FROM json_each(?)) AND r.month >= ? AND r.month < ? AND r.live = 1
       AND l.reading IS NOT NULL`,
    JSON.stringify(parameters),
    from,
    to,
  )
}
