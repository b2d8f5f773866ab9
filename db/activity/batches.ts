import type { ReadDb } from '#db/kernel/access'
import type { Batch, RecordedReading, RejectedRow } from '#shared/activity/import-model'
import { mapping, type MappingProfile } from '#shared/activity/mapping'
import type { BatchId } from '#shared/activity/model'
import { grouped } from '#shared/kernel/grouped'

/** Imports of readings of some parameters that still have rows which nobody settled, undone ones left out. */
export function openRejectedRows(
  db: ReadDb,
  parameters: readonly { readonly seq: number }[],
): { readonly name: string; readonly count: number }[] {
  return db.ask(
    `SELECT b.name, count(*) AS count
     FROM activity_rejected_rows r JOIN activity_batches b ON b.act = r.batch
     WHERE r.settled_at IS NULL AND b.undone_act IS NULL AND EXISTS (
       SELECT 1 FROM activity_readings e
       WHERE e.entered_act = b.act AND e.parameter IN (SELECT value FROM json_each(?)))
     GROUP BY b.act ORDER BY b.act`,
    JSON.stringify(parameters.map(({ seq }) => seq)),
  )
}

const batchColumns = `b.id, a.id AS act, b.name, b.sheet, b.file, b.readings, b.rejected, b.digest, a.by, a.at,
  (SELECT count(*) FROM activity_rejected_rows r WHERE r.batch = b.act AND r.settled_at IS NULL) AS open,
  u.at AS undoneAt, u.by AS undoneBy`
const batchTables = `activity_batches b JOIN activity_acts a ON a.seq = b.act
  LEFT JOIN activity_acts u ON u.seq = b.undone_act`

/** Every import, newest first. */
export function batches(db: ReadDb): Batch[] {
  return db.ask(`SELECT ${batchColumns} FROM ${batchTables} ORDER BY b.act DESC`)
}

export function batchById(db: ReadDb, id: BatchId): (Batch & { readonly seq: number }) | undefined {
  return db.ask<Batch & { seq: number }>(
    `SELECT ${batchColumns}, b.act AS seq FROM ${batchTables} WHERE b.id = ?`,
    id,
  )[0]
}

/** Imports of a file of this content that were not undone, newest first. */
export function batchesOfFile(db: ReadDb, sha256: string): Batch[] {
  return db.ask(
    `SELECT ${batchColumns} FROM ${batchTables} WHERE b.file = ? AND b.undone_act IS NULL ORDER BY b.act DESC`,
    sha256,
  )
}

/** The rows of an import that were not taken, by their number in the file. */
export function rejectedRowsOf(db: ReadDb, batch: BatchId): RejectedRow[] {
  return db
    .ask<{
      row: number
      cells: string
      troubles: string
      settledBy: string | null
      settledAt: string | null
      settlement: string | null
    }>(
      `SELECT row, cells, troubles, settled_by AS settledBy, settled_at AS settledAt, settlement
       FROM activity_rejected_rows WHERE batch = (SELECT act FROM activity_batches WHERE id = ?)
       ORDER BY row`,
      batch,
    )
    .map(({ cells, troubles, ...row }) => ({
      ...row,
      cells: JSON.parse(cells) as string[],
      troubles: JSON.parse(troubles) as RejectedRow['troubles'],
    }))
}

export function mappingProfiles(db: ReadDb): MappingProfile[] {
  return db
    .ask<{ name: string; fingerprint: string; mapping: string }>(
      'SELECT name, fingerprint, mapping FROM activity_mapping_profiles ORDER BY changed_at DESC, name',
    )
    .map((row) => ({ ...row, mapping: mapping.parse(JSON.parse(row.mapping)) }))
}

/** The months and years in which anything of a parameter counts, by its short number. */
export function monthsHeld(db: ReadDb): ReadonlyMap<number, ReadonlySet<string>> {
  const rows = db.ask<{ parameter: number; month: string }>(
    'SELECT DISTINCT parameter, month FROM activity_subtotals WHERE count > 0',
  )
  const byParameter = grouped(rows, ({ parameter }) => parameter)
  return new Map(
    [...byParameter].map(([parameter, held]) => [parameter, new Set(held.map(({ month }) => month))]),
  )
}

/**
 * The readings that count for a parameter (by its short number) in a month, to be compared with a file. What only
 * stands in for a missing value is none of them.
 */
export function recordedIn(db: ReadDb, parameter: number, month: string): RecordedReading[] {
  return db.ask(
    `SELECT from_at AS "from", to_at AS "to", unit, scale, mantissa FROM activity_readings
     WHERE parameter = ? AND month IN (?, ?) AND live = 1
       AND seq NOT IN (SELECT reading FROM activity_substitutions)`,
    parameter,
    month,
    month.slice(0, 4),
  )
}

/**
 * Periods that an import would have counted twice: the first of them, and how many.
 *
 * @param inOrder whether each of its readings begins where the one before it of its parameter ended, or later: then it
 *   can only meet what others entered, and months that nobody else has touched are not looked at.
 */
export function doubleCounting(
  db: ReadDb,
  act: number,
  inOrder: boolean,
): { readonly parameter: number; readonly from: string; readonly count: number } | null {
  const [found] = db.ask<{ parameter: number; from: string; count: number }>(
    `WITH touched AS (
       -- A whole year meets every month of it.
       SELECT other.parameter, other.month FROM activity_act_months own
       JOIN activity_act_months other ON other.parameter = own.parameter
         AND other.month BETWEEN own.month || '-01' AND own.month || '-12' AND other.count > 0
       WHERE own.act = ? AND length(own.month) = 4
       UNION
       SELECT parameter, month FROM activity_act_months own
       WHERE act = ? AND (${inOrder ? 'FALSE' : 'TRUE'} OR EXISTS (
         SELECT 1 FROM activity_act_months other
         WHERE other.parameter = own.parameter AND other.month IN (own.month, substr(own.month, 1, 4))
           AND other.act <> own.act AND other.count > 0))),
     period AS (
       SELECT r.parameter, r.from_at, r.to_at, count(*) FILTER (WHERE r.entered_act = ?) AS new,
              count(*) FILTER (WHERE r.entered_act <> ?) AS old
       FROM touched t JOIN activity_readings r
         ON r.parameter = t.parameter AND r.live = 1 AND r.month IN (t.month, substr(t.month, 1, 4))
       GROUP BY r.parameter, r.from_at, r.to_at),
     reach AS (
       SELECT *, max(to_at) OVER (PARTITION BY parameter ORDER BY from_at, to_at
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
       FROM period)
     SELECT h.parameter, h.from_at AS "from", count(*) AS count
     FROM reach h JOIN monitoring_parameters p ON p.seq = h.parameter
     WHERE h.reached > h.from_at
        OR (h.new > 0 AND h.old > 0 AND p.frequency <> 'batch')
        OR (h.new > 1 AND p.roll_up <> 'sum')
     HAVING count(*) > 0 ORDER BY h.from_at LIMIT 1`,
    act,
    act,
    act,
    act,
  )
  return found ?? null
}
