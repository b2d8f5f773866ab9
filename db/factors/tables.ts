import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { EditionState, MarkId } from '#shared/factors/record'
import type { Measure } from '#shared/kernel/units'

export const editions = sqliteTable('factors_editions', {
  urn: text().primaryKey(),
  ownTable: text('own_table').notNull(),
  /** Canonical JSON of a `FactorEdition`. */
  body: text().notNull(),
  sha256: text().notNull(),
  state: text().$type<EditionState>().notNull(),
  supersedes: text(),
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
})

export const marks = sqliteTable('factors_marks', {
  id: text().$type<MarkId>().primaryKey(),
  urn: text().notNull(),
  ref: text().notNull(),
  value: text().notNull(),
  unit: text().$type<Measure>().notNull(),
  document: text().notNull(),
  page: text().notNull(),
  comparedOn: text('compared_on').notNull(),
  note: text(),
  markedBy: text('marked_by'),
  markedAt: text('marked_at').notNull(),
  withdrawnBy: text('withdrawn_by'),
  withdrawnAt: text('withdrawn_at'),
  withdrawnReason: text('withdrawn_reason'),
})
