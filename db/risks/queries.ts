import { asc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { grouped } from '#shared/kernel/grouped'
import type { CreditCheck } from '#shared/risks/credit'
import type { Criteria } from '#shared/risks/criteria'
import type { Risk, RiskId, Treatment, TreatmentId } from '#shared/risks/risk'

import { creditChecks, criteria, ratings, risks, treatments } from './tables.ts'

/** Every version of the criteria, oldest first. */
export function criteriaOf(db: ReadDb): Criteria[] {
  return db.select().from(criteria).orderBy(asc(criteria.number)).all()
}

/** Every risk and opportunity with its ratings and treatments, in the order in which they were found. */
export function risksOf(db: ReadDb): Risk[] {
  const rated = grouped(db.select().from(ratings).orderBy(asc(ratings.number)).all(), ({ risk }) => risk)
  const treated = grouped(db.select().from(treatments).orderBy(asc(treatments.id)).all(), ({ risk }) => risk)
  return db
    .select()
    .from(risks)
    .orderBy(asc(risks.id))
    .all()
    .map((row) => ({
      ...row,
      ratings: (rated.get(row.id) ?? []).map(({ risk: _of, ...rating }) => rating),
      treatments: [...(treated.get(row.id) ?? [])],
    }))
}
export function riskById(db: ReadDb, id: RiskId): Risk | undefined {
  return risksOf(db).find((each) => each.id === id)
}
export function treatmentById(db: ReadDb, id: TreatmentId): Treatment | undefined {
  return db.select().from(treatments).where(eq(treatments.id, id)).all()[0]
}

/** What was found of the organization's credit, oldest first. */
export function creditChecksOf(db: ReadDb): CreditCheck[] {
  return db.select().from(creditChecks).orderBy(asc(creditChecks.checkedOn), asc(creditChecks.id)).all()
}
