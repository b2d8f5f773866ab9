import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { BackupId, Occasion, Proof } from '#shared/exchange/backup'
import type { TargetId } from '#shared/exchange/model'
import type { Id } from '#shared/kernel/id'

export const exchangeBackups = sqliteTable('exchange_backups', {
  id: text().$type<BackupId>().primaryKey(),
  file: text().notNull(),
  occasion: text().$type<Occasion>().notNull(),
  sha256: text().notNull(),
  size: integer().notNull(),
  auditSeq: integer('audit_seq').notNull(),
  auditHash: text('audit_hash').notNull(),
  evidence: integer().notNull(),
  madeOn: text('made_on').notNull(),
  provenAt: text('proven_at'),
  removedAt: text('removed_at'),
  madeBy: text('made_by').notNull(),
  madeAt: text('made_at').notNull(),
})

export const exchangeProofs = sqliteTable('exchange_proofs', {
  id: text().$type<Id<'proof'>>().primaryKey(),
  backupId: text('backup_id').$type<BackupId>(),
  occasion: text().$type<Occasion>().notNull(),
  outcome: text().$type<Proof['outcome']>().notNull(),
  found: text().notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: text('made_at').notNull(),
})

export const exchangeBackupRules = sqliteTable('exchange_backup_rules', {
  id: text().$type<'plant'>().primaryKey(),
  daily: integer().notNull(),
  weekly: integer().notNull(),
  monthly: integer().notNull(),
  warnAfter: integer('warn_after').notNull(),
  targetId: text('target_id').$type<TargetId>(),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const exchangeStoreChecks = sqliteTable('exchange_store_checks', {
  id: text().$type<Id<'store-check'>>().primaryKey(),
  madeOn: text('made_on').notNull(),
  madeAt: text('made_at').notNull(),
  sound: integer({ mode: 'boolean' }).notNull(),
  found: text().notNull(),
})
