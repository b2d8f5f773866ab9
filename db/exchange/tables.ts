import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ExportId, ExportKind, TargetId } from '#shared/exchange/model'
import type { DeliveryId, Priority, StoredState } from '#shared/exchange/outbox'
import type { Schedule, SealedFor, TargetKind, TargetSettings } from '#shared/exchange/target'
import type { Facts } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

export const exchangeExports = sqliteTable('exchange_exports', {
  id: text().$type<ExportId>().primaryKey(),
  kind: text().$type<ExportKind>().notNull(),
  fileName: text('file_name').notNull(),
  language: text().$type<Language>(),
  inventoryId: text('inventory_id'),
  sha256: text().notNull(),
  size: integer().notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: text('made_at').notNull(),
})

export const exchangeTargets = sqliteTable('exchange_targets', {
  id: text().$type<TargetId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<TargetKind>().notNull(),
  settings: text({ mode: 'json' }).$type<TargetSettings>().notNull(),
  sealedFor: text('sealed_for', { mode: 'json' }).$type<SealedFor>(),
  bandwidth: integer(),
  schedule: text({ mode: 'json' }).$type<Schedule>().notNull(),
  removedAt: text('removed_at'),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const exchangeDeliveries = sqliteTable('exchange_deliveries', {
  id: text().$type<DeliveryId>().primaryKey(),
  exportId: text('export_id').$type<ExportId>().notNull(),
  targetId: text('target_id').$type<TargetId>().notNull(),
  name: text().notNull(),
  priority: integer().$type<Priority>().notNull(),
  position: integer().notNull(),
  state: text().$type<StoredState>().notNull(),
  attempts: integer().notNull(),
  trouble: text(),
  facts: text({ mode: 'json' }).$type<Facts>(),
  place: text(),
  size: integer(),
  sha256: text(),
  deliveredAt: text('delivered_at'),
  askedBy: text('asked_by').notNull(),
  askedAt: text('asked_at').notNull(),
})

export const exchangeProgress = sqliteTable('exchange_progress', {
  deliveryId: text('delivery_id').$type<DeliveryId>().primaryKey(),
  attempts: integer().notNull(),
  sent: integer().notNull(),
  resume: text(),
  sealedSha256: text('sealed_sha256'),
  sealedSize: integer('sealed_size'),
  nextAttemptAt: text('next_attempt_at'),
  trouble: text(),
  facts: text({ mode: 'json' }).$type<Facts>(),
})
