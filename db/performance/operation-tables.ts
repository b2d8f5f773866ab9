import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { RecordRef } from '#shared/kernel/record'
import type { Measure as Unit } from '#shared/kernel/units'
import type { ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'
import type { Appraisal, AppraisalId } from '#shared/performance/appraisal'
import type { BaselineId } from '#shared/performance/baseline'
import type { Change, ChangeId } from '#shared/performance/change'
import type { Look } from '#shared/performance/look'
import type { MeasureId } from '#shared/performance/measure'
import type { ObjectiveId } from '#shared/performance/objective'
import type { Criterion, CriterionId } from '#shared/performance/operation'
import type { Evaluation, ScoreCriterion, Supplier, SupplierId } from '#shared/performance/supplier'
import type {
  ReviewedItem,
  ReviewMethodId,
  SystemReview,
  SystemReviewId,
} from '#shared/performance/system-review'
import type {
  MeasureKind,
  MeasureResource,
  Milestone,
  Technology,
  TechnologyId,
} from '#shared/performance/technology'
import type { ThresholdKey } from '#shared/performance/threshold'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }

export const thresholdRows = sqliteTable('performance_thresholds', {
  key: text().$type<ThresholdKey>().primaryKey(),
  value: text().notNull(),
  ...changed,
})

export const changes = sqliteTable('performance_changes', {
  id: text().$type<ChangeId>().primaryKey(),
  number: text().notNull(),
  title: text().notNull(),
  what: text().notNull(),
  kind: text().$type<Change['kind']>().notNull(),
  planned: integer({ mode: 'boolean' }).notNull(),
  node: text('node_id').$type<NodeId>(),
  occursOn: text('occurs_on').notNull(),
  effect: text(),
  effectUnit: text('effect_unit').$type<Unit>(),
  effectNote: text('effect_note').notNull(),
  assetEffect: text('asset_effect').notNull(),
  measures: text().notNull(),
  person: text(),
  origin: text(),
  state: text().$type<Change['state']>().notNull(),
  judgement: text({ mode: 'json' }).$type<Change['judgement']>(),
  ...made,
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
  aloneReason: text('alone_reason'),
  carriedOutOn: text('carried_out_on'),
  conclusion: text(),
  closedBy: text('closed_by'),
  closedAt: text('closed_at'),
  ...changed,
})

export const reviewMethods = sqliteTable('performance_review_methods', {
  id: text().$type<ReviewMethodId>().primaryKey(),
  number: integer().notNull(),
  title: text().notNull(),
  method: text().notNull(),
  criteria: text().notNull(),
  document: text().$type<RecordRef>(),
  ...made,
})

export const systemReviews = sqliteTable('performance_system_reviews', {
  id: text().$type<SystemReviewId>().primaryKey(),
  number: text().notNull(),
  subsystem: text().$type<SystemReview['subsystem']>().notNull(),
  occasion: text().$type<SystemReview['occasion']>().notNull(),
  plannedOn: text('planned_on').notNull(),
  method: text('method_id').$type<ReviewMethodId>(),
  heldOn: text('held_on'),
  participants: text({ mode: 'json' }).$type<string[]>().notNull(),
  changesSince: text('changes_since').notNull(),
  changes: text({ mode: 'json' }).$type<ChangeId[]>().notNull(),
  result: text().notNull(),
  nextOn: text('next_on'),
  state: text().$type<SystemReview['state']>().notNull(),
  ...made,
  signature: text('signature_id'),
  finishedBy: text('finished_by'),
  finishedAt: text('finished_at'),
  ...changed,
})

export const systemReviewItems = sqliteTable(
  'performance_system_review_items',
  {
    review: text('review_id').$type<SystemReviewId>().notNull(),
    key: text().notNull(),
    conclusion: text().$type<ReviewedItem['conclusion']>(),
    finding: text().notNull(),
    shown: text({ mode: 'json' }).$type<ReviewedItem['shown']>().notNull(),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.review, table.key] })],
)

export const corrections = sqliteTable('performance_system_review_corrections', {
  id: text().primaryKey(),
  review: text('review_id').$type<SystemReviewId>().notNull(),
  text: text().notNull(),
  ...made,
})

export const criteria = sqliteTable('performance_criteria', {
  id: text().$type<CriterionId>().primaryKey(),
  process: text().notNull(),
  subsystem: text().$type<Criterion['subsystem']>().notNull(),
  node: text('node_id').$type<NodeId>(),
  requirement: text().notNull(),
  parameter: text('parameter_id').$type<ParameterId>(),
  per: text().$type<Criterion['per']>().notNull(),
  low: text(),
  high: text(),
  unit: text().$type<Unit>(),
  source: text().notNull(),
  resource: text().notNull(),
  records: text().notNull(),
  person: text(),
  reviewOn: text('review_on'),
  retiredOn: text('retired_on'),
  former: text({ mode: 'json' }).$type<Criterion['former']>().notNull(),
  ...changed,
})

export const appraisals = sqliteTable('performance_appraisals', {
  id: text().$type<AppraisalId>().primaryKey(),
  number: text().notNull(),
  kind: text().$type<Appraisal['kind']>().notNull(),
  title: text().notNull(),
  what: text().notNull(),
  node: text('node_id').$type<NodeId>(),
  criterion: text().notNull(),
  weight: text(),
  rate: text().notNull(),
  reviewedOn: text('reviewed_on').notNull(),
  options: text({ mode: 'json' }).$type<Appraisal['options']>().notNull(),
  state: text().$type<Appraisal['state']>().notNull(),
  chosen: integer(),
  reason: text().notNull(),
  ...made,
  decidedBy: text('decided_by'),
  decidedAt: text('decided_at'),
  ...changed,
})

export const suppliers = sqliteTable('performance_suppliers', {
  id: text().$type<SupplierId>().primaryKey(),
  name: text().notNull(),
  goods: text().notNull(),
  dataState: text('data_state').$type<Supplier['dataState']>().notNull(),
  askedOn: text('asked_on'),
  spend: text(),
  note: text().notNull(),
  retiredOn: text('retired_on'),
  ...changed,
})

export const scoreCriteria = sqliteTable('performance_score_criteria', {
  id: text().$type<ScoreCriterion['id']>().primaryKey(),
  name: text().notNull(),
  weight: text().notNull(),
  note: text().notNull(),
  retired: integer({ mode: 'boolean' }).notNull(),
  ...changed,
})

export const evaluations = sqliteTable('performance_supplier_evaluations', {
  id: text().$type<Evaluation['id']>().primaryKey(),
  supplier: text('supplier_id').$type<SupplierId>().notNull(),
  evaluatedOn: text('evaluated_on').notNull(),
  scores: text({ mode: 'json' }).$type<Evaluation['scores']>().notNull(),
  score: text().notNull(),
  dataState: text('data_state').$type<Supplier['dataState']>().notNull(),
  decision: text().$type<Evaluation['decision']>().notNull(),
  reason: text().notNull(),
  nextOn: text('next_on').notNull(),
  ...made,
})

export const technologies = sqliteTable('performance_technologies', {
  id: text().$type<TechnologyId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<Technology['kind']>().notNull(),
  applies: text().notNull(),
  effect: text().notNull(),
  needs: text().notNull(),
  source: text().notNull(),
  verification: text().$type<Technology['verification']>().notNull(),
  ...changed,
})

export const measureKinds = sqliteTable('performance_measure_kinds', {
  measure: text('measure_id').$type<MeasureId>().primaryKey(),
  kind: text().$type<MeasureKind['kind']>().notNull(),
  technology: text(),
  before: text().notNull(),
  after: text().notNull(),
  ...changed,
})

export const milestones = sqliteTable('performance_measure_milestones', {
  id: text().$type<Milestone['id']>().primaryKey(),
  measure: text('measure_id').$type<MeasureId>().notNull(),
  title: text().notNull(),
  due: text().notNull(),
  doneOn: text('done_on'),
  extended: text({ mode: 'json' }).$type<Milestone['extended']>().notNull(),
  ...changed,
})

export const measureResources = sqliteTable('performance_measure_resources', {
  id: text().$type<MeasureResource['id']>().primaryKey(),
  measure: text('measure_id').$type<MeasureId>().notNull(),
  kind: text().$type<MeasureResource['kind']>().notNull(),
  what: text().notNull(),
  unit: text().notNull(),
  requested: text(),
  granted: text(),
  spent: text(),
  ...changed,
})

export const looks = sqliteTable('performance_looks', {
  id: text().$type<Look['id']>().primaryKey(),
  baseline: text('baseline_id').$type<BaselineId>(),
  objective: text('objective_id').$type<ObjectiveId>(),
  about: text().notNull(),
  change: text('change_id').$type<ChangeId>(),
  conclusion: text().$type<Look['conclusion']>().notNull(),
  reason: text().notNull(),
  ...made,
})
