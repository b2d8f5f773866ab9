import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Measure as Unit } from '#shared/kernel/units'
import type { NodeId } from '#shared/organization/model'
import type { Baseline, BaselineId, BaseValue, BaseValueId } from '#shared/performance/baseline'
import type { Option } from '#shared/performance/choice'
import type {
  Indicator,
  IndicatorId,
  Reference,
  ReferenceId,
  ReviewId,
  Term,
} from '#shared/performance/indicator'
import type { Measure, MeasureId, MeasureState } from '#shared/performance/measure'
import type { Objective, ObjectiveId, Target, TargetId } from '#shared/performance/objective'
import type { PathId, PathInput } from '#shared/performance/path'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }

export const indicators = sqliteTable('performance_indicators', {
  id: text().$type<IndicatorId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<Indicator['kind']>().notNull(),
  node: text('node_id').$type<NodeId>(),
  better: text().$type<Indicator['better']>().notNull(),
  owner: text(),
  driver: text(),
  retiredOn: text('retired_on'),
  ...changed,
})

export const versions = sqliteTable(
  'performance_versions',
  {
    indicator: text('indicator_id').$type<IndicatorId>().notNull(),
    number: integer().notNull(),
    formula: text().notNull(),
    unit: text().$type<Unit>().notNull(),
    terms: text({ mode: 'json' }).$type<Term[]>().notNull(),
    validFrom: text('valid_from').notNull(),
    reason: text().notNull(),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.indicator, table.number] })],
)

export const references = sqliteTable('performance_references', {
  id: text().$type<ReferenceId>().primaryKey(),
  indicator: text('indicator_id').$type<IndicatorId>().notNull(),
  kind: text().$type<Reference['kind']>().notNull(),
  value: text().notNull(),
  unit: text().$type<Unit>().notNull(),
  year: integer().notNull(),
  source: text().notNull(),
  ...changed,
})

/** Canonical JSON of figures under their SHA-256. */
export const figures = sqliteTable('performance_figures', {
  sha256: text().primaryKey(),
  body: text().notNull(),
})

export const reviews = sqliteTable('performance_reviews', {
  id: text().$type<ReviewId>().primaryKey(),
  indicator: text('indicator_id').$type<IndicatorId>().notNull(),
  period: text().notNull(),
  version: integer().notNull(),
  value: text().notNull(),
  unit: text().$type<Unit>().notNull(),
  baseline: text(),
  difference: text(),
  conclusion: text().notNull(),
  figure: text().notNull(),
  ...made,
})

export const equalValues = sqliteTable('performance_equal_values', {
  year: integer().primaryKey(),
  value: text().notNull(),
  source: text().notNull(),
  ...changed,
})

export const baselines = sqliteTable('performance_baselines', {
  id: text().$type<BaselineId>().primaryKey(),
  indicator: text('indicator_id').$type<IndicatorId>().notNull(),
  purpose: text().$type<Baseline['purpose']>().notNull(),
  mode: text().$type<Baseline['mode']>().notNull(),
  threshold: text().notNull(),
  ...changed,
})

export const baseValues = sqliteTable('performance_base_values', {
  id: text().$type<BaseValueId>().primaryKey(),
  baseline: text('baseline_id').$type<BaselineId>().notNull(),
  number: integer().notNull(),
  years: text({ mode: 'json' }).$type<number[]>().notNull(),
  version: integer().notNull(),
  value: text().notNull(),
  unit: text().$type<Unit>().notNull(),
  cause: text().$type<BaseValue['cause']>().notNull(),
  reason: text().notNull(),
  state: text().$type<BaseValue['state']>().notNull(),
  boundary: text(),
  figure: text().notNull(),
  ...made,
  signature: text('signature_id'),
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
})

export const objectives = sqliteTable('performance_objectives', {
  id: text().$type<ObjectiveId>().primaryKey(),
  title: text().notNull(),
  horizon: text().$type<Objective['horizon']>().notNull(),
  node: text('node_id').$type<NodeId>(),
  owner: text(),
  policy: text().notNull(),
  analysis: text().notNull(),
  parties: text().notNull(),
  considerations: text({ mode: 'json' }).$type<Objective['considerations']>().notNull(),
  state: text().$type<Objective['state']>().notNull(),
  toldTo: text('told_to'),
  signature: text('signature_id'),
  publishedBy: text('published_by'),
  publishedAt: text('published_at'),
  result: text(),
  ...changed,
})

export const targets = sqliteTable('performance_targets', {
  id: text().$type<TargetId>().primaryKey(),
  objective: text('objective_id').$type<ObjectiveId>().notNull(),
  name: text().notNull(),
  indicator: text('indicator_id').$type<IndicatorId>(),
  kind: text().$type<Target['kind']>().notNull(),
  baseline: text('baseline_id').$type<BaselineId>(),
  baseYear: integer('base_year').notNull(),
  baseValue: text('base_value'),
  value: text(),
  unit: text().$type<Unit>(),
  due: text(),
  path: text().$type<Target['path']>().notNull(),
  steps: text({ mode: 'json' }).$type<Target['steps']>().notNull(),
  changes: text({ mode: 'json' }).$type<Target['changes']>().notNull(),
  ...changed,
})

export const measures = sqliteTable('performance_measures', {
  id: text().$type<MeasureId>().primaryKey(),
  objective: text('objective_id').$type<ObjectiveId>().notNull(),
  title: text().notNull(),
  what: text().notNull(),
  resource: text().notNull(),
  owner: text(),
  department: text(),
  node: text('node_id').$type<NodeId>(),
  start: text(),
  due: text(),
  evaluation: text().notNull(),
  expected: text(),
  derivation: text().notNull(),
  achieved: text(),
  investment: text(),
  yearlyCost: text('yearly_cost'),
  lifetime: integer(),
  group: text(),
  requires: text({ mode: 'json' }).$type<MeasureId[]>().notNull(),
  state: text().$type<MeasureState>().notNull(),
  steps: text({ mode: 'json' }).$type<Measure['steps']>().notNull(),
  ...changed,
})

export const paths = sqliteTable('performance_paths', {
  id: text().$type<PathId>().primaryKey(),
  title: text().notNull(),
  input: text({ mode: 'json' }).$type<PathInput>().notNull(),
  options: text({ mode: 'json' }).$type<Option[]>().notNull(),
  ...made,
})
