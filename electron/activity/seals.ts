import { sealById } from '#db/activity/closing'
import { actById } from '#db/activity/readings'
import type { ReadDb } from '#db/kernel/access'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'

/** The readings that an act approved, as they were entered; a correction is another reading and leaves them. */
function approvedReadings(db: ReadDb, seq: number): readonly unknown[] {
  return db.ask(
    `SELECT id, parameter, month, mantissa, scale, unit FROM activity_readings WHERE approved_act = ? ORDER BY seq`,
    seq,
  )
}

/** How this area hashes what its signatures cover. */
export const activitySeals: Seals = {
  'activity.readings-approved': ({ db }, id) => {
    const act = actById(db, id as never)
    return act ? sealOf({ id, reason: act.reason, readings: approvedReadings(db, act.seq) }) : null
  },
  'activity.month-closed': ({ db }, id) => {
    const seal = sealById(db, id as never)
    if (!seal || seal.reopenedAt !== null) return null
    const { facility, month, hash, readings, reason } = seal
    return sealOf({ id, facility, month, hash, readings, reason })
  },
}
