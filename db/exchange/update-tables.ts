import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const exchangeUpdateFeed = sqliteTable('exchange_update_feed', {
  id: integer().primaryKey(),
  address: text().notNull(),
  isOn: integer('is_on', { mode: 'boolean' }).notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const exchangeKeptPrograms = sqliteTable('exchange_kept_programs', {
  version: text().primaryKey(),
  sha256: text().notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})
