import { sql } from 'drizzle-orm'

import { kernelNumbers } from '#db/kernel/tables'
import type { WriteContext } from '#electron/kernel/context'

/** The next number of a series in the year of today, `NC-2026-014`. Given in a transaction: none is given twice. */
export function takeNumber({ db, today }: Pick<WriteContext, 'db' | 'today'>, series: string): string {
  const year = Number(today.slice(0, 4))
  const [given] = db
    .insert(kernelNumbers)
    .values({ series, year, last: 1 })
    .onConflictDoUpdate({
      target: [kernelNumbers.series, kernelNumbers.year],
      set: { last: sql`${kernelNumbers.last} + 1` },
    })
    .returning({ last: kernelNumbers.last })
    .all()
  return `${series}-${year}-${String(given?.last).padStart(3, '0')}`
}
