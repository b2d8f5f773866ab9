import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Determination } from '#shared/kernel/figure'
import type { Measure } from '#shared/kernel/units'
import type { Calculation, RollUp } from '#shared/monitoring/methods'
import type {
  Category,
  Parameter,
  ParameterId,
  Source,
  SourceId,
  SourceState,
} from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

export const sources = sqliteTable('monitoring_sources', {
  id: text().$type<SourceId>().primaryKey(),
  node: text('node_id').$type<NodeId>().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  category: text().$type<Category>().notNull(),
  isoCategory: integer('iso_category').notNull(),
  scope: integer().notNull(),
  gas: text().$type<Source['gas']>().notNull(),
  calculation: text({ mode: 'json' }).$type<Calculation>().notNull(),
  fuel: text().$type<Source['fuel']>(),
  biogenic: integer({ mode: 'boolean' }).notNull(),
  reportedIn: text('reported_in').$type<Source['reportedIn']>().notNull(),
  state: text().$type<SourceState>().notNull(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  methodReason: text('method_reason'),
  note: text(),
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
})

export const parameters = sqliteTable('monitoring_parameters', {
  seq: integer().primaryKey(),
  id: text().$type<ParameterId>().notNull(),
  node: text('node_id').$type<NodeId>().notNull(),
  source: text('source_id').$type<SourceId>(),
  role: text().notNull(),
  name: text().notNull(),
  unit: text().$type<Measure>().notNull(),
  determination: text().$type<Determination>().notNull(),
  rollUp: text('roll_up').$type<RollUp>().notNull(),
  weightedBy: text('weighted_by').$type<ParameterId>(),
  meter: text(),
  factorUrn: text('factor_urn'),
  factorRef: text('factor_ref'),
  frequency: text().$type<Parameter['frequency']>().notNull(),
  gapRule: text('gap_rule').$type<Parameter['gapRule']>().notNull(),
  bandLow: text('band_low'),
  bandHigh: text('band_high'),
  mayBeNegative: integer('may_be_negative', { mode: 'boolean' }).notNull(),
  responsible: text(),
  department: text(),
  position: integer().notNull(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
})
