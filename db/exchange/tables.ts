import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { DeliveryState, ExportId, ExportKind, TargetId } from '#shared/exchange/model'
import type { Id } from '#shared/kernel/id'
import type { Language } from '#shared/kernel/texts'

export const exchangeExports = sqliteTable('exchange_exports', {
  id: text().$type<ExportId>().primaryKey(),
  kind: text().$type<ExportKind>().notNull(),
  fileName: text('file_name').notNull(),
  language: text().$type<Language>().notNull(),
  inventoryId: text('inventory_id'),
  sha256: text().notNull(),
  size: integer().notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: text('made_at').notNull(),
})

export const exchangeTargets = sqliteTable('exchange_targets', {
  id: text().$type<TargetId>().primaryKey(),
  name: text().notNull(),
  path: text().notNull(),
  removedAt: text('removed_at'),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const exchangeDeliveries = sqliteTable('exchange_deliveries', {
  id: text().$type<Id<'delivery'>>().primaryKey(),
  exportId: text('export_id').$type<ExportId>().notNull(),
  targetId: text('target_id').$type<TargetId>().notNull(),
  state: text().$type<DeliveryState>().notNull(),
  attempts: integer().notNull(),
  trouble: text(),
  deliveredAt: text('delivered_at'),
  askedBy: text('asked_by').notNull(),
  askedAt: text('asked_at').notNull(),
})
