import { asc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { Deadline, DeadlineId } from '#shared/compliance/deadline'
import type { EvaluationId } from '#shared/compliance/evaluation'
import type { Obligation, ObligationId } from '#shared/compliance/obligation'
import { grouped } from '#shared/kernel/grouped'

import {
  deadlines,
  evaluations,
  fulfilments,
  obligationReviews,
  obligations,
  obligationTexts,
} from './obligation-tables.ts'

/** Every obligation with its texts, reviews, deadlines and evaluations, in the order in which they were registered. */
export function obligationsOf(db: ReadDb): Obligation[] {
  const texts = parts(db.select().from(obligationTexts).orderBy(asc(obligationTexts.number)).all())
  const reviews = parts(db.select().from(obligationReviews).orderBy(asc(obligationReviews.id)).all())
  const due = parts(deadlinesOf(db))
  const judged = parts(db.select().from(evaluations).orderBy(asc(evaluations.id)).all())
  return db
    .select()
    .from(obligations)
    .orderBy(asc(obligations.id))
    .all()
    .map((row) => {
      const versions = (texts.get(row.id) ?? []).map(without)
      const newest = versions.at(-1)
      if (!newest) throw new Error(`Obligation ${row.number} has no text`)
      const { title, code, issuer, effectiveOn, text } = newest
      return {
        ...row,
        title,
        code,
        issuer,
        effectiveOn,
        text,
        versions,
        reviews: (reviews.get(row.id) ?? []).map(without),
        deadlines: (due.get(row.id) ?? []).map(without),
        evaluations: (judged.get(row.id) ?? []).map(without),
      }
    })
}
export function obligationById(db: ReadDb, id: ObligationId): Obligation | undefined {
  return obligationsOf(db).find((each) => each.id === id)
}
export function obligationOfDeadline(db: ReadDb, id: DeadlineId): ObligationId | undefined {
  return db.select().from(deadlines).where(eq(deadlines.id, id)).all()[0]?.obligation
}
export function obligationOfEvaluation(db: ReadDb, id: EvaluationId): ObligationId | undefined {
  return db.select().from(evaluations).where(eq(evaluations.id, id)).all()[0]?.obligation
}

function deadlinesOf(db: ReadDb): (Deadline & { readonly obligation: ObligationId })[] {
  const kept = grouped(
    db.select().from(fulfilments).orderBy(asc(fulfilments.due)).all(),
    ({ deadline }) => deadline,
  )
  return db
    .select()
    .from(deadlines)
    .orderBy(asc(deadlines.id))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...row }) => ({
      ...row,
      fulfilments: (kept.get(row.id) ?? []).map(({ deadline: _of, ...fulfilment }) => fulfilment),
    }))
}
function parts<Row extends { readonly obligation: ObligationId }>(rows: readonly Row[]) {
  return grouped(rows, ({ obligation }) => obligation)
}
function without<Row extends { readonly obligation: ObligationId }>({
  obligation: _of,
  ...row
}: Row): Omit<Row, 'obligation'> {
  return row
}
