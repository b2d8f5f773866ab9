import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PlannedItem, UnitId, YearTerms } from '#shared/assets/model'
import type { UnitClass } from '#shared/assets/plan'
import type { Id } from '#shared/kernel/id'
import type { ParameterId } from '#shared/monitoring/model'
import type { NodeId } from '#shared/organization/model'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const parameter = (column: string) => text(column).$type<ParameterId>()

export const units = sqliteTable('assets_units', {
  id: text().$type<UnitId>().primaryKey(),
  kind: text().$type<'power' | 'industry'>().notNull(),
  node: text('node_id').$type<NodeId>().notNull(),
  name: text().notNull(),
  unitClass: text('unit_class').$type<UnitClass>(),
  cooling: text().$type<'water' | 'air'>(),
  isBackPressure: integer('is_back_pressure', { mode: 'boolean' }).notNull(),
  isCondensing: integer('is_condensing', { mode: 'boolean' }).notNull(),
  capacity: text(),
  keepsVerified: integer('keeps_verified', { mode: 'boolean' }).notNull(),
  gross: parameter('gross_id'),
  supplied: parameter('supplied_id'),
  heat: parameter('heat_id'),
  heatRatio: parameter('heat_ratio_id'),
  hours: parameter('hours_id'),
  output: parameter('output_id'),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  ...changed,
})

export const plannedValues = sqliteTable('assets_planned', {
  id: text().$type<Id<'planned-value'>>().primaryKey(),
  unit: text('unit_id').$type<UnitId>(),
  item: text().$type<PlannedItem>().notNull(),
  month: text().notNull(),
  value: text().notNull(),
  ...changed,
})

export const years = sqliteTable('assets_years', {
  year: integer().primaryKey(),
  allowancesHeld: text('allowances_held'),
  creditsHeld: text('credits_held'),
  creditBase: text('credit_base').$type<YearTerms['creditBase']>().notNull(),
  rounding: text({ mode: 'json' }).$type<YearTerms['rounding']>(),
  price: text(),
  priceSource: text('price_source').notNull(),
  priceDate: text('price_date'),
  balance: text(),
  ...changed,
})
