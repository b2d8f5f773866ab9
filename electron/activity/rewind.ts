import type { Database } from 'better-sqlite3'

import type { Rewinder } from '#electron/kernel/rewind'

/**
 * Undoes what the trail notes of readings in bulk: imports, undoing, reviews of many at once, seals. Afterwards the
 * kept sums and counts are made again from the readings.
 */
export const activityRewinder: Rewinder = {
  area: 'activity',
  undo: (sqlite, note) => {
    const { batch, seal, act, kind } = note
    if (typeof batch === 'string') undoImport(sqlite, batch)
    if (typeof seal === 'string') undoSeal(sqlite, seal, note['reopened'] !== undefined)
    if (kind === 'undo') undoUndo(sqlite)
    if (typeof act === 'number' && typeof kind === 'string') undoReview(sqlite, act, kind)
  },
  finish: recount,
}

/** The readings of an import were not there, and those it took the place of counted. */
function undoImport(sqlite: Database, batch: string): void {
  const act = seqOf(sqlite, 'SELECT act FROM activity_batches WHERE id = ?', batch)
  sqlite.prepare('DELETE FROM activity_rejected_rows WHERE batch = ?').run(act)
  sqlite.prepare('DELETE FROM activity_readings WHERE entered_act = ?').run(act)
  sqlite
    .prepare('UPDATE activity_readings SET ended_act = NULL, live = mantissa IS NOT NULL WHERE ended_act = ?')
    .run(act)
}

/** What was taken back counted again, and what that had brought back was ended by it as before. */
function undoUndo(sqlite: Database): void {
  // The note names what was taken back; what took it back is the newest act of that kind that is left.
  const undoing = seqOf(sqlite, 'SELECT max(seq) FROM activity_acts WHERE kind = ?', 'undo')
  sqlite
    .prepare(
      `UPDATE activity_readings AS old
       SET live = 0, ended_act = (SELECT entered_act FROM activity_readings AS next
                                  WHERE next.replaces = old.seq AND next.ended_act = ?)
       WHERE old.ended_act IS NULL
         AND old.seq IN (SELECT replaces FROM activity_readings WHERE ended_act = ? AND replaces IS NOT NULL)`,
    )
    .run(undoing, undoing)
  // What stood in for a value made room for it without being named by it.
  sqlite
    .prepare(
      `UPDATE activity_readings AS old
       SET live = 0, ended_act = (${metBy} LIMIT 1)
       WHERE old.live = 1 AND old.seq IN (SELECT reading FROM activity_substitutions) AND EXISTS (${metBy})`,
    )
    .run(undoing, undoing)
  sqlite
    .prepare('UPDATE activity_readings SET ended_act = NULL, live = mantissa IS NOT NULL WHERE ended_act = ?')
    .run(undoing)
}

const metBy = `SELECT n.entered_act FROM activity_readings AS n
  WHERE n.ended_act = ? AND n.parameter = old.parameter AND n.mantissa IS NOT NULL
    AND n.from_at < old.to_at AND n.to_at > old.from_at`

/** Checking, approving or sending back many readings at once. */
function undoReview(sqlite: Database, act: number, kind: string): void {
  const set = reviewBefore[kind]
  if (set !== undefined) sqlite.prepare(set).run(act)
}
const reviewBefore: Readonly<Record<string, string>> = {
  check: `UPDATE activity_readings SET state = 'submitted', checked_act = NULL WHERE checked_act = ?`,
  approve: `UPDATE activity_readings SET state = 'checked', approved_act = NULL WHERE approved_act = ?`,
  return: `UPDATE activity_readings SET ended_act = NULL, live = mantissa IS NOT NULL,
           state = CASE WHEN approved_act IS NOT NULL THEN 'approved'
                        WHEN checked_act IS NOT NULL THEN 'checked' ELSE 'submitted' END
           WHERE ended_act = ?`,
}

function undoSeal(sqlite: Database, seal: string, wasReopened: boolean): void {
  const undone = wasReopened
    ? 'UPDATE activity_seals SET reopened_by = NULL, reopened_at = NULL, reopen_reason = NULL WHERE id = ?'
    : 'DELETE FROM activity_seals WHERE id = ?'
  sqlite.prepare(undone).run(seal)
}

function seqOf(sqlite: Database, question: string, id: string): number {
  const seq = sqlite.prepare<[string], number>(question).pluck().get(id)
  if (seq === undefined) throw new Error(`The trail speaks of an act that is not there: ${id}`)
  return seq
}

/** Sums and counts as the triggers of the store would have kept them. */
function recount(sqlite: Database): void {
  sqlite.exec(`
    DELETE FROM activity_subtotals;
    INSERT INTO activity_subtotals (parameter, month, unit, scale, state, count, high, low, revision)
    SELECT parameter, month, unit, scale, state, count(*), sum(mantissa / 100000000), sum(mantissa % 100000000), 1
    FROM activity_readings WHERE live = 1 GROUP BY parameter, month, unit, scale, state;
    DELETE FROM activity_act_months;
    INSERT INTO activity_act_months (parameter, month, act, count)
    SELECT parameter, month, entered_act, count(*) FROM activity_readings WHERE live = 1
    GROUP BY parameter, month, entered_act;`)
}
