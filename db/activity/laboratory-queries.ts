import { and, asc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { LabSample } from '#shared/activity/laboratory'

import { labSamples } from './tables.ts'

/** The samples of a fuel, in the order of their periods; of one month, or of all. */
export function samplesOf(db: ReadDb, source: LabSample['source'], month: string | null): LabSample[] {
  const posted = postedActs(db)
  return db
    .select()
    .from(labSamples)
    .where(and(eq(labSamples.source, source), month === null ? undefined : eq(labSamples.month, month)))
    .orderBy(asc(labSamples.from), asc(labSamples.to), asc(labSamples.number))
    .all()
    .map(({ act, changedBy: _by, changedAt: _at, ...sample }) => ({
      ...sample,
      isPosted: act !== null && posted.has(act),
    }))
}

/** The acts by which samples became readings, as long as any of those counts. */
function postedActs(db: ReadDb): ReadonlySet<number> {
  const rows = db.ask<{ act: number }>(
    `SELECT DISTINCT s.act FROM activity_lab_samples s WHERE s.act IS NOT NULL
       AND EXISTS (SELECT 1 FROM activity_readings r WHERE r.entered_act = s.act AND r.live = 1)`,
  )
  return new Set(rows.map(({ act }) => act))
}
