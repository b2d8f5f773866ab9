import { actById } from '#db/activity/readings'
import { record } from '#electron/activity/acts'
import { requireReadingsOpen } from '#electron/activity/open-months'
import type { Reviewed } from '#electron/activity/review'
import type { WriteContext } from '#electron/kernel/context'
import type { ActId } from '#shared/activity/model'
import { Refusal } from '#shared/kernel/refusal'

const undoable: readonly string[] = ['submit', 'import', 'correct', 'withdraw']

/**
 * Takes back what was entered in one act: its readings count no more, those it had taken the place of count again, and
 * all of them stay visible. Refused once something was built on it: a correction, a sealed month.
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
  const undoing = record(context, { kind: 'undo', reason })
  bulk({ area: 'activity', act: act.id, kind: 'undo', count: live + restored }, () => {
    db.run(
      'UPDATE activity_readings SET live = 0, ended_act = ? WHERE entered_act = ? AND ended_act IS NULL',
      undoing.seq,
      act.seq,
    )
    db.run(
      'UPDATE activity_readings SET live = 1, ended_act = NULL WHERE ended_act = ? AND entered_act <> ?',
      act.seq,
      act.seq,
    )
  })
  if (act.kind === 'import')
    db.run('UPDATE activity_batches SET undone_act = ? WHERE act = ?', undoing.seq, act.seq)
  return { act: undoing.id, count: live + restored }
}
