import { and, asc, desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { grouped } from '#shared/kernel/grouped'
import {
  type Decision,
  type DecisionId,
  type Fill,
  type FillId,
  type Review,
  type ReviewId,
  type ReviewSettings,
  usualReviewSettings,
} from '#shared/review/model'

import { decisions, discussions, fills, outputs, packs, reviews, settings } from './tables.ts'

/** Every review with all that belongs to it, the newest first. */
export function allReviews(db: ReadDb): Review[] {
  const ownFills = grouped(db.select().from(fills).orderBy(asc(fills.id)).all(), (row) => row.review)
  const said = grouped(db.select().from(discussions).all(), (row) => row.review)
  const given = grouped(db.select().from(outputs).all(), (row) => row.review)
  const decided = grouped(allDecisions(db), (row) => row.review)
  const kept = grouped(packsOf(db), (row) => row.review)
  return db
    .select()
    .from(reviews)
    .orderBy(desc(reviews.plannedOn), desc(reviews.id))
    .all()
    .map(({ signature: _signature, changedBy: _by, ...facts }) => ({
      ...facts,
      fills: (ownFills.get(facts.id) ?? []).map(withoutReview),
      discussions: (said.get(facts.id) ?? []).map(withoutReview),
      outputs: (given.get(facts.id) ?? []).map(withoutReview),
      decisions: decided.get(facts.id) ?? [],
      packs: (kept.get(facts.id) ?? []).map(withoutReview),
    }))
}
export function reviewById(db: ReadDb, id: ReviewId): Review | undefined {
  return allReviews(db).find((each) => each.id === id)
}

/** Every decision of every review, in the order in which they were taken. */
export function allDecisions(db: ReadDb): Decision[] {
  return db.select().from(decisions).orderBy(asc(decisions.id)).all()
}
export function decisionById(db: ReadDb, id: DecisionId): Decision | undefined {
  return db.select().from(decisions).where(eq(decisions.id, id)).all()[0]
}

export function fillById(db: ReadDb, id: FillId): (Fill & { readonly review: ReviewId }) | undefined {
  return db.select().from(fills).where(eq(fills.id, id)).all()[0]
}

function packsOf(db: ReadDb) {
  const { review, number, asOf, sha256, frozenBy, frozenAt } = packs
  return db
    .select({ review, number, asOf, sha256, frozenBy, frozenAt })
    .from(packs)
    .orderBy(asc(packs.number))
    .all()
}
/** A frozen pack, as the bytes it was kept in. */
export function packBody(
  db: ReadDb,
  of: ReviewId,
  number: number,
): { readonly body: string; readonly sha256: string } | undefined {
  const { body, sha256 } = packs
  return db
    .select({ body, sha256 })
    .from(packs)
    .where(and(eq(packs.review, of), eq(packs.number, number)))
    .all()[0]
}

function withoutReview<Row extends { review: ReviewId }>({ review: _of, ...row }: Row): Omit<Row, 'review'> {
  return row
}

/** What the plant decided about its reviews, or what is usual while it decided nothing. */
export function reviewSettingsOf(db: ReadDb): ReviewSettings {
  const [row] = db.select().from(settings).all()
  return row ? { interval: row.interval, prepare: row.prepare } : usualReviewSettings
}
