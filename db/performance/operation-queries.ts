import { asc, desc } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { boundariesOf, boundaryInForce } from '#db/organization/boundary-queries'
import { adoptedSubsystems } from '#db/organization/leadership-queries'
import { organizationOf } from '#db/organization/queries'
import { grouped } from '#shared/kernel/grouped'
import type { Subsystem } from '#shared/organization/boundary'
import type { Appraisal, AppraisalId } from '#shared/performance/appraisal'
import type { Change, ChangeId } from '#shared/performance/change'
import type { Look } from '#shared/performance/look'
import type { Criterion, CriterionId } from '#shared/performance/operation'
import type { ScoreCriterion, Supplier, SupplierId } from '#shared/performance/supplier'
import type {
  ReviewedItem,
  ReviewMethod,
  SystemReview,
  SystemReviewId,
} from '#shared/performance/system-review'
import type { MeasureKind, MeasureResource, Milestone } from '#shared/performance/technology'
import { type ThresholdKey, thresholdKeys, type Thresholds, thresholds } from '#shared/performance/threshold'

import {
  appraisals,
  changes,
  corrections,
  criteria,
  evaluations,
  looks,
  measureKinds,
  measureResources,
  milestones,
  reviewMethods,
  scoreCriteria,
  suppliers,
  systemReviewItems,
  systemReviews,
  technologies,
  thresholdRows,
} from './operation-tables.ts'
import { withoutChange } from './plan-queries.ts'

/** What the plant set itself, by key. */
export function ownThresholds(db: ReadDb): ReadonlyMap<ThresholdKey, string> {
  return new Map(
    db
      .select()
      .from(thresholdRows)
      .all()
      .map(({ key, value }) => [key, value]),
  )
}
/** The limits that hold. */
export function thresholdsOf(db: ReadDb): Thresholds {
  const own = ownThresholds(db)
  const all = thresholdKeys.map((key) => [key, own.get(key) ?? thresholds[key].value])
  return Object.fromEntries(all) as Thresholds
}

/** The adopted subsystems that the boundary of a day holds; all adopted ones while there is no boundary. */
export function subsystemsInScope(db: ReadDb, today: string): readonly Subsystem[] {
  const organization = organizationOf(db)
  const inForce = organization ? boundaryInForce(db, organization.id, today) : null
  const adopted = adoptedSubsystems(db)
  const drawn = inForce?.subsystems ?? []
  return drawn.length === 0 ? adopted : adopted.filter((each) => drawn.includes(each))
}

/** Approved boundaries that took the place of an earlier one, oldest first. */
export function boundariesApprovedAnew(db: ReadDb) {
  const approved = boundariesOf(db).flatMap((each) => (each.state === 'draft' ? [] : [each]))
  return approved.slice(1)
}

/** Every change, the newest first. */
export function changesOf(db: ReadDb): Change[] {
  return db.select().from(changes).orderBy(desc(changes.id)).all().map(withoutChange)
}
export function changeById(db: ReadDb, id: ChangeId): Change | undefined {
  return changesOf(db).find((each) => each.id === id)
}

export function reviewMethodsOf(db: ReadDb): ReviewMethod[] {
  return db.select().from(reviewMethods).orderBy(desc(reviewMethods.number)).all()
}

/** Every system review, the newest first. */
export function systemReviewsOf(db: ReadDb): SystemReview[] {
  return db
    .select()
    .from(systemReviews)
    .orderBy(desc(systemReviews.id))
    .all()
    .map(({ signature: _signature, ...row }) => withoutChange(row))
}
export function systemReviewById(db: ReadDb, id: SystemReviewId): SystemReview | undefined {
  return systemReviewsOf(db).find((each) => each.id === id)
}
/** What was concluded of the items of a review, by key. */
export function concludedItems(
  db: ReadDb,
  review: SystemReviewId,
): ReadonlyMap<string, Pick<ReviewedItem, 'conclusion' | 'finding' | 'shown'>> {
  const rows = db.select().from(systemReviewItems).all()
  return new Map(rows.filter((row) => row.review === review).map((row) => [row.key, row]))
}
export function correctionsOf(db: ReadDb, review: SystemReviewId) {
  return db
    .select()
    .from(corrections)
    .orderBy(asc(corrections.id))
    .all()
    .filter((row) => row.review === review)
    .map(({ text, madeBy, madeAt }) => ({ text, madeBy, madeAt }))
}

export function criteriaOf(db: ReadDb): Criterion[] {
  return db.select().from(criteria).orderBy(asc(criteria.id)).all().map(withoutChange)
}
export function criterionById(db: ReadDb, id: CriterionId): Criterion | undefined {
  return criteriaOf(db).find((each) => each.id === id)
}

/** Every review of a design or purchase, the newest first. */
export function appraisalsOf(db: ReadDb): Appraisal[] {
  return db.select().from(appraisals).orderBy(desc(appraisals.id)).all().map(withoutChange)
}
export function appraisalById(db: ReadDb, id: AppraisalId): Appraisal | undefined {
  return appraisalsOf(db).find((each) => each.id === id)
}

/** Every supplier by name, each with its evaluations, the newest first. */
export function suppliersOf(db: ReadDb): Supplier[] {
  const rows = db.select().from(evaluations).orderBy(desc(evaluations.id)).all()
  const own = grouped(rows, (row) => row.supplier)
  return db
    .select()
    .from(suppliers)
    .orderBy(asc(suppliers.name))
    .all()
    .map((row) => ({ ...withoutChange(row), evaluations: own.get(row.id) ?? [] }))
}
export function supplierById(db: ReadDb, id: SupplierId): Supplier | undefined {
  return suppliersOf(db).find((each) => each.id === id)
}
export function scoreCriteriaOf(db: ReadDb): ScoreCriterion[] {
  return db.select().from(scoreCriteria).orderBy(asc(scoreCriteria.id)).all().map(withoutChange)
}

export function ownTechnologies(db: ReadDb) {
  return db.select().from(technologies).orderBy(asc(technologies.id)).all().map(withoutChange)
}
export function measureKindsOf(db: ReadDb): MeasureKind[] {
  return db.select().from(measureKinds).all().map(withoutChange)
}
/** Milestones by their day. */
export function milestonesOf(db: ReadDb): Milestone[] {
  return db
    .select()
    .from(milestones)
    .orderBy(asc(milestones.due), asc(milestones.id))
    .all()
    .map(withoutChange)
}
export function measureResourcesOf(db: ReadDb): MeasureResource[] {
  return db.select().from(measureResources).orderBy(asc(measureResources.id)).all().map(withoutChange)
}

/** What was concluded of baselines and objectives, oldest first. */
export function looksOf(db: ReadDb): Look[] {
  return db.select().from(looks).orderBy(asc(looks.id)).all()
}
