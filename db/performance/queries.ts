import { asc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { nodesOf } from '#db/organization/queries'
import { grouped } from '#shared/kernel/grouped'
import type { EqualValue } from '#shared/performance/energy'
import type { Review } from '#shared/performance/history'
import { type Indicator, type IndicatorId, levelOf } from '#shared/performance/indicator'

import { equalValues, indicators, references, reviews, versions } from './tables.ts'

/** Every indicator with its versions and references, in the order in which they were made. */
export function indicatorsOf(db: ReadDb): Indicator[] {
  const kinds = new Map(nodesOf(db).map(({ id, kind }) => [id, kind]))
  const versionRows = db.select().from(versions).orderBy(asc(versions.number)).all()
  const referenceRows = db.select().from(references).orderBy(asc(references.year), asc(references.id)).all()
  const byIndicator = grouped(versionRows, (row) => row.indicator)
  const compared = grouped(referenceRows, (row) => row.indicator)
  return db
    .select()
    .from(indicators)
    .orderBy(asc(indicators.id))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...facts }) => ({
      ...facts,
      level: levelOf(facts.node === null ? null : (kinds.get(facts.node) ?? null)),
      versions: (byIndicator.get(facts.id) ?? []).map(({ indicator: _of, ...version }) => version),
      references: (compared.get(facts.id) ?? []).map(
        ({ changedBy: _who, changedAt: _when, ...reference }) => reference,
      ),
    }))
}
export function indicatorById(db: ReadDb, id: IndicatorId): Indicator | undefined {
  return indicatorsOf(db).find((each) => each.id === id)
}

/** What was concluded from an indicator's values, oldest first. */
export function reviewsOf(db: ReadDb, id: IndicatorId): Review[] {
  return db
    .select()
    .from(reviews)
    .where(eq(reviews.indicator, id))
    .orderBy(asc(reviews.id))
    .all()
    .map(({ indicator: _of, figure: _figure, ...review }) => ({ ...review, path: `review/${review.id}` }))
}
/** What was concluded of the values of every indicator, oldest first. */
export function allReviews(
  db: ReadDb,
): Pick<typeof reviews.$inferSelect, 'indicator' | 'period' | 'conclusion' | 'madeAt'>[] {
  const { indicator, period, conclusion, madeAt, id } = reviews
  return db.select({ indicator, period, conclusion, madeAt }).from(reviews).orderBy(asc(id)).all()
}
/** The figure that was kept with a review (`review`) or a base value (`base`), as canonical JSON. */
export function keptFigure(db: ReadDb, kind: 'review' | 'base', id: string): string | undefined {
  const table = { review: 'performance_reviews', base: 'performance_base_values' }[kind]
  const [row] = db.ask<{ body: string }>(
    `SELECT f.body FROM ${table} v JOIN performance_figures f ON f.sha256 = v.figure WHERE v.id = ?`,
    id,
  )
  return row?.body
}

/** Equal values of electricity by year, oldest first. */
export function equalValuesOf(db: ReadDb): EqualValue[] {
  return db
    .select({ year: equalValues.year, value: equalValues.value, source: equalValues.source })
    .from(equalValues)
    .orderBy(asc(equalValues.year))
    .all()
}
