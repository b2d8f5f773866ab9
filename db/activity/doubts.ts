import type { ReadDb } from '#db/kernel/access'
import type { Parameter } from '#shared/monitoring/model'

import type { KeyRange } from './queries.ts'

/** The months in which readings of a parameter were taken within a time `[from, to)`, with how many. */
export function monthsTaken(
  db: ReadDb,
  { seq }: Pick<Parameter, 'seq'>,
  { from, to }: { readonly from: string; readonly to: string },
  range: KeyRange,
): { readonly month: string; readonly count: number }[] {
  return db.ask(
    `SELECT month, count(*) AS count FROM activity_readings
     WHERE parameter = ? AND live = 1 AND month >= ? AND month < ? AND from_at < ? AND to_at > ?
     GROUP BY month ORDER BY month`,
    seq,
    range.from,
    range.to,
    to,
    from,
  )
}
