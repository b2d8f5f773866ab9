import { and, eq, sql } from 'drizzle-orm'

import { kernelNumbers } from '#db/kernel/tables'
import type { ReadContext, WriteContext } from '#electron/kernel/context'

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
  return numberOf(series, year, given?.last ?? 1)
}

/** The number that {@link takeNumber} would give now, for what must say it before it is taken. */
export function numberAhead({ db, today }: Pick<ReadContext, 'db' | 'today'>, series: string): string {
  const year = Number(today.slice(0, 4))
  const isSame = and(eq(kernelNumbers.series, series), eq(kernelNumbers.year, year))
  const known = db.select().from(kernelNumbers).where(isSame).get()
  return numberOf(series, year, (known?.last ?? 0) + 1)
}

function numberOf(series: string, year: number, last: number): string {
  return `${series}-${year}-${String(last).padStart(3, '0')}`
}
