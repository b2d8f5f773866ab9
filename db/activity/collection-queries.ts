import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { CollectionRule } from '#shared/activity/collection'
import type { NodeId } from '#shared/organization/model'

import { collectionRules } from './tables.ts'

/** How many readings of each parameter (by its short number) count in each month or year of a range of keys. */
export function readingCounts(
  db: ReadDb,
  { from, to }: { readonly from: string; readonly to: string },
): ReadonlyMap<string, number> {
  const rows = db.ask<{ key: string; count: number }>(
    `SELECT parameter || '/' || month AS key, sum(count) AS count FROM activity_subtotals
     WHERE month >= ? AND month < ? AND count > 0 GROUP BY parameter, month`,
    from,
    to,
  )
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** How many days of a month the readings of a parameter cover that count. */
export function daysCovered(db: ReadDb, parameter: number, month: string): number {
  const [row] = db.ask<{ days: number | null }>(
    `SELECT sum(julianday(to_at) - julianday(from_at)) AS days FROM activity_readings
     WHERE parameter = ? AND month = ? AND live = 1`,
    parameter,
    month,
  )
  return Math.round((row?.days ?? 0) * 1440) / 1440
}

/** By when the data of a facility is due, where the plant said so itself. */
export function collectionRuleOf(db: ReadDb, facility: NodeId): CollectionRule | null {
  return (
    db
      .select({ days: collectionRules.days, counting: collectionRules.counting })
      .from(collectionRules)
      .where(eq(collectionRules.facility, facility))
      .all()[0] ?? null
  )
}
