import { actById } from '#db/activity/readings'
import { settlementMadeAt } from '#db/monitoring/meter-queries'
import { parametersBySeq } from '#db/monitoring/queries'
import { record } from '#electron/activity/acts'
import { requireReadingsOpen } from '#electron/activity/open-months'
import type { Reviewed } from '#electron/activity/review'
import type { WriteContext } from '#electron/kernel/context'
import { withdrawSettlement } from '#electron/monitoring/settlements'
import type { Act, ActId } from '#shared/activity/model'
import { Refusal } from '#shared/kernel/refusal'

const undoable: readonly string[] = ['submit', 'import', 'correct', 'withdraw']

/**
 * Takes back what was entered in one act: its readings count no more, those it had taken the place of count again, and
 * all of them stay visible. Refused once something was built on it: a correction, a sealed month, another value in the
 * place of what would come back. What only stood in stays away where something real is.
 */
export function undo(
  context: WriteContext,
  { act: id, reason }: { readonly act: ActId; readonly reason: string | null },
): Reviewed {
  const { db, bulk } = context
  const act = actById(db, id)
  if (!act) throw new Refusal('activity.no-such-act', { id })
  if (!undoable.includes(act.kind)) throw new Refusal('activity.not-undoable', { kind: act.kind })
  const [counts] = db.ask<{ live: number; ended: number; restored: number }>(
    `SELECT count(*) FILTER (WHERE live = 1) AS live,
            count(*) FILTER (WHERE ended_act IS NOT NULL) AS ended,
            (SELECT count(*) FROM activity_readings WHERE ended_act = ?) AS restored
     FROM activity_readings WHERE entered_act = ?`,
    act.seq,
    act.seq,
  )
  const { live = 0, ended = 0, restored = 0 } = counts ?? {}
  if (live + restored === 0) throw new Refusal('activity.already-undone')
  if (ended > 0) throw new Refusal('activity.changed-since', { count: ended })
  requireReadingsOpen(db, 'r.entered_act = ? OR r.ended_act = ?', act.seq, act.seq)
  requireFreePlaces(context, act.seq)
  const undoing = record(context, { kind: 'undo', reason })
  bulk({ area: 'activity', act: act.id, kind: 'undo', count: live + restored }, () => {
    db.run(
      'UPDATE activity_readings SET live = 0, ended_act = ? WHERE entered_act = ? AND ended_act IS NULL',
      undoing.seq,
      act.seq,
    )
    db.run(
      `UPDATE activity_readings AS old SET live = 1, ended_act = NULL
       WHERE ended_act = ? AND entered_act <> ? AND NOT (${isMade} AND ${isMet})`,
      act.seq,
      act.seq,
      act.seq,
      act.seq,
    )
  })
  if (act.kind === 'correct') reopenLapse(context, act)
  if (act.kind === 'import')
    db.run('UPDATE activity_batches SET undone_act = ? WHERE act = ?', undoing.seq, act.seq)
  return { act: undoing.id, count: live + restored }
}

/** What was settled by multiplying the readings is not settled without that. */
function reopenLapse(context: WriteContext, { at, by, reason }: Act): void {
  const settlement = settlementMadeAt(context.db, at, by)
  if (settlement) withdrawSettlement(context, { id: settlement.id, reason: reason ?? settlement.reason })
}

/** `old` only stands in for a value. */
const isMade = 'old.seq IN (SELECT reading FROM activity_substitutions)'
/**
 * Another act has entered something into the time of `old`, which comes back: both would count. Two deliveries of one
 * day are no such thing. Asked for months only that other acts have touched.
 */
const isMet = `EXISTS (
    SELECT 1 FROM activity_act_months other
    WHERE other.parameter = old.parameter AND other.count > 0 AND other.act <> ?
      AND other.month >= substr(old.month, 1, 4) AND other.month < substr(old.month, 1, 4) || '~')
  AND EXISTS (
    SELECT 1 FROM activity_readings n JOIN monitoring_parameters p ON p.seq = n.parameter
    WHERE n.parameter = old.parameter AND n.live = 1 AND n.entered_act <> ?
      AND n.month >= substr(old.month, 1, 4) AND n.month < substr(old.month, 1, 4) || '~'
      AND n.from_at < old.to_at AND n.to_at > old.from_at
      AND NOT (p.frequency = 'batch' AND n.from_at = old.from_at AND n.to_at = old.to_at))`

/** @throws Refusal `activity.place-taken` naming parameter and day. */
function requireFreePlaces({ db }: WriteContext, act: number): void {
  const [met] = db.ask<{ parameter: number; from: string }>(
    `SELECT old.parameter, old.from_at AS "from" FROM activity_readings old
     WHERE old.ended_act = ? AND old.entered_act <> ? AND NOT ${isMade} AND ${isMet} LIMIT 1`,
    act,
    act,
    act,
    act,
  )
  if (!met) return
  const [parameter] = parametersBySeq(db, [met.parameter])
  throw new Refusal('activity.place-taken', { name: parameter?.name ?? '', from: met.from })
}
