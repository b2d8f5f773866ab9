import { desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { Deviation, DeviationId } from '#shared/monitoring/deviation'

import { deviations } from './tables.ts'

/** Every deviation, the newest first. */
export function allDeviations(db: ReadDb): Deviation[] {
  return db
    .select()
    .from(deviations)
    .orderBy(desc(deviations.year), desc(deviations.number))
    .all()
    .map(toDeviation)
}

export function deviationById(db: ReadDb, id: DeviationId): Deviation | undefined {
  return db.select().from(deviations).where(eq(deviations.id, id)).all().map(toDeviation)[0]
}

/** The number that the next deviation of a year takes. */
export function nextDeviationNumber(db: ReadDb, year: number): number {
  const [row] = db.ask<{ last: number | null }>(
    'SELECT max(number) AS last FROM monitoring_deviations WHERE year = ?',
    year,
  )
  return (row?.last ?? 0) + 1
}

function toDeviation({ year, number, parameters, ...row }: typeof deviations.$inferSelect): Deviation {
  return {
    ...row,
    code: `DV-${year}-${String(number).padStart(3, '0')}`,
    parameters: [...parameters],
  }
}
