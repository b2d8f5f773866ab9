import type { Cell, ReadDb } from '#db/kernel/access'
import { parametersBySeq } from '#db/monitoring/queries'
import { amountIn, textOf } from '#shared/activity/amounts'
import type { Act, ActId, ActKind, Origin, Reading, ReadingId, ReadingState } from '#shared/activity/model'
import { substitution } from '#shared/activity/substitution'
import type { Measure } from '#shared/kernel/units'
import type { Parameter } from '#shared/monitoring/model'

import { uuidBytes, uuidText } from './tables.ts'

/** A reading with its row number, which acts and corrections need. */
export interface ReadingRow extends Reading {
  readonly seq: number
  readonly enteredAct: number
  /** The stored number, `mantissa × 10^-scale`; null where it withdraws another. */
  readonly mantissa: string | null
  readonly scale: number
}

interface Row {
  readonly seq: number
  readonly id: string
  readonly parameter: number
  readonly month: string
  readonly from_at: string
  readonly to_at: string
  readonly entered: string | null
  readonly unit: Measure
  readonly mantissa: number | null
  readonly scale: number
  readonly origin: Origin
  readonly cell: string | null
  readonly note: string | null
  readonly repaired: string | null
  readonly replaced: string | null
  readonly state: ReadingState
  readonly live: number
  readonly entered_act: number
  readonly checked_act: number | null
  readonly approved_act: number | null
  readonly ended_act: number | null
  readonly proofs: number
  readonly substituted: string | null
}

const columns = `r.seq, hex(r.id) AS id, r.parameter, r.month, r.from_at, r.to_at, r.entered, r.unit, r.mantissa,
  r.scale, r.origin, r.cell, r.note, r.repaired, r.state, r.live, r.entered_act, r.checked_act, r.approved_act,
  r.ended_act,
  (SELECT hex(o.id) FROM activity_readings o WHERE o.seq = r.replaces) AS replaced,
  (SELECT count(*) FROM activity_evidence_links l WHERE l.reading = r.seq)
    + (SELECT count(*) FROM activity_evidence_links l WHERE l.act = r.entered_act) AS proofs,
  (SELECT json_object('rule', s.rule, 'inputs', json(s.inputs)) FROM activity_substitutions s WHERE s.reading = r.seq)
    AS substituted`

/** All that was ever entered for a parameter in a month, what was replaced too, by period and then as entered. */
export function historyOf(db: ReadDb, parameter: Parameter, month: string, limit = 5000): ReadingRow[] {
  return records(
    db,
    `WHERE r.parameter = ? AND r.month = ? ORDER BY r.from_at, r.seq LIMIT ?`,
    parameter.seq,
    month,
    limit,
  )
}

export function readingById(db: ReadDb, id: ReadingId): ReadingRow | undefined {
  return records(db, 'WHERE r.id = ?', uuidBytes(id))[0]
}

/** The readings entered in one act that still count, in order. */
export function readingsOfAct(db: ReadDb, act: number, limit = 5000): ReadingRow[] {
  return records(db, 'WHERE r.entered_act = ? ORDER BY r.seq LIMIT ?', act, limit)
}

/** Readings of a parameter that count and share at least a moment with the period. */
export function overlapping(db: ReadDb, parameter: Parameter, from: string, to: string): ReadingRow[] {
  return records(
    db,
    `WHERE r.parameter = ? AND r.live = 1 AND r.month IN (?, ?) AND r.from_at < ? AND r.to_at > ?
     ORDER BY r.from_at, r.seq LIMIT 10`,
    parameter.seq,
    from.slice(0, 7),
    from.slice(0, 4),
    to,
    from,
  ).concat(
    // A whole year also meets the readings of its months.
    to.slice(0, 4) > from.slice(0, 4) && from.endsWith('-01-01')
      ? records(
          db,
          'WHERE r.parameter = ? AND r.live = 1 AND r.month > ? AND r.month < ? AND r.from_at < ? LIMIT 10',
          parameter.seq,
          from.slice(0, 4),
          to.slice(0, 4),
          to,
        )
      : [],
  )
}

/** The readings of a parameter that count, in some months or years, by period and then as entered. */
export function countingReadings(db: ReadDb, { seq }: Parameter, months: readonly string[]): ReadingRow[] {
  return records(
    db,
    `WHERE r.parameter = ? AND r.month IN (SELECT value FROM json_each(?)) AND r.live = 1
     ORDER BY r.from_at, r.seq`,
    seq,
    JSON.stringify(months),
  )
}

/**
 * For each parameter and month: the reading that counts where it is the only one, and a reading that was sent back
 * and waits for its correction.
 */
export function readingsToShow(
  db: ReadDb,
  parameters: readonly Parameter[],
  { from, to }: { readonly from: string; readonly to: string },
): (parameter: number, month: string) => { single: Reading | null; returned: Reading | null } {
  const seqs = JSON.stringify(parameters.map(({ seq }) => seq))
  const inRange = 'r.parameter IN (SELECT value FROM json_each(?)) AND r.month >= ? AND r.month < ?'
  const singles = records(
    db,
    `WHERE r.live = 1 AND r.seq IN (
       SELECT min(r.seq) FROM activity_readings r JOIN (
         SELECT r.parameter, r.month FROM activity_subtotals r WHERE ${inRange}
         GROUP BY r.parameter, r.month HAVING sum(r.count) = 1) USING (parameter, month)
       WHERE r.live = 1 GROUP BY parameter, month)`,
    seqs,
    from,
    to,
  )
  const returned = records(
    db,
    `WHERE ${inRange} AND r.live = 0 AND r.state = 'returned' AND NOT EXISTS (
       SELECT 1 FROM activity_readings n LEFT JOIN activity_acts a ON a.seq = n.ended_act
       WHERE n.replaces = r.seq AND a.kind IS NOT 'undo')`,
    seqs,
    from,
    to,
  )
  const index = (rows: readonly ReadingRow[]) =>
    new Map(rows.map((row) => [`${row.parameter}/${row.month}`, row]))
  const [one, back] = [index(singles), index(returned)]
  const ids = new Map(parameters.map(({ seq, id }) => [seq, id]))
  return (parameter, month) => {
    const key = `${ids.get(parameter)}/${month}`
    return { single: one.get(key) ?? null, returned: back.get(key) ?? null }
  }
}

function records(db: ReadDb, where: string, ...values: readonly Cell[]): ReadingRow[] {
  const rows = db.ask<Row>(`SELECT ${columns} FROM activity_readings r ${where}`, ...values)
  if (rows.length === 0) return []
  const parameters = new Map(
    parametersBySeq(
      db,
      rows.map(({ parameter }) => parameter),
    ).map((parameter) => [parameter.seq, parameter]),
  )
  const acts = actsOf(
    db,
    rows.flatMap((row) => [row.entered_act, row.checked_act, row.approved_act, row.ended_act]),
  )
  return rows.map((row) => toRecord(row, parameters, acts))
}

/** Acts by their row number. */
export function actsOf(db: ReadDb, seqs: readonly (number | null)[]): ReadonlyMap<number, Act> {
  const wanted = [...new Set(seqs.filter((seq) => seq !== null))]
  const rows = db.ask<{
    seq: number
    id: ActId
    kind: ActKind
    by: string | null
    at: string
    reason: string | null
    alone: number
  }>(
    `SELECT seq, id, kind, by, at, reason, alone FROM activity_acts
     WHERE seq IN (SELECT value FROM json_each(?))`,
    JSON.stringify(wanted),
  )
  return new Map(rows.map(({ seq, alone, ...act }) => [seq, { ...act, alone: alone === 1 }]))
}

/** The latest acts, newest first, with the number of readings entered in each. */
export function latestActs(
  db: ReadDb,
  limit: number,
): (Act & { readonly count: number; readonly isUndoable: boolean })[] {
  return db
    .ask<Omit<Act, 'alone'> & { alone: number; count: number; undoable: number }>(
      `SELECT a.id, a.kind, a.by, a.at, a.reason, a.alone,
              (SELECT count(*) FROM activity_readings r WHERE r.entered_act = a.seq) AS count,
              (SELECT count(*) FROM activity_readings r WHERE r.entered_act = a.seq) > 0
              AND NOT EXISTS (SELECT 1 FROM activity_readings r
                              WHERE r.entered_act = a.seq AND r.ended_act IS NOT NULL) AS undoable
       FROM activity_acts a ORDER BY a.seq DESC LIMIT ?`,
      limit,
    )
    .map(({ alone, undoable, ...rest }) => ({
      ...rest,
      alone: Number(alone) === 1,
      isUndoable: undoable === 1,
    }))
}

export function actById(db: ReadDb, id: ActId): (Act & { readonly seq: number }) | undefined {
  const [row] = db.ask<{ seq: number }>('SELECT seq FROM activity_acts WHERE id = ?', id)
  if (!row) return undefined
  const act = actsOf(db, [row.seq]).get(row.seq)
  return act && { ...act, seq: row.seq }
}

function toRecord(
  row: Row,
  parameters: ReadonlyMap<number, Parameter>,
  acts: ReadonlyMap<number, Act>,
): ReadingRow {
  const { seq, mantissa, scale, unit, origin, cell, note, repaired, state, month, proofs } = row
  const parameter = parameters.get(row.parameter)
  const entered = acts.get(row.entered_act)
  if (!parameter || !entered) throw new Error(`Reading ${seq} points at nothing`)
  const actOf = (act: number | null) => (act === null ? null : (acts.get(act) ?? null))
  const value = (to: Measure) => (mantissa === null ? null : textOf(amountIn({ mantissa, scale, unit }, to)))
  const made = row.substituted === null ? null : substitution.parse(JSON.parse(row.substituted))
  return {
    seq,
    enteredAct: row.entered_act,
    mantissa: mantissa === null ? null : String(mantissa),
    scale,
    id: uuidText(row.id) as ReadingId,
    parameter: parameter.id,
    from: row.from_at,
    to: row.to_at,
    month,
    text: row.entered,
    unit,
    value: value(unit),
    inParameterUnit: value(parameter.unit),
    origin: made === null ? origin : 'substituted',
    cell,
    note,
    repaired,
    substitution: made,
    replaces: row.replaced === null ? null : (uuidText(row.replaced) as ReadingId),
    state,
    live: row.live === 1,
    entered,
    checked: actOf(row.checked_act),
    approved: actOf(row.approved_act),
    ended: actOf(row.ended_act),
    proofs,
  }
}
