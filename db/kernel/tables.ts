import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const kernelStore = sqliteTable('kernel_store', {
  id: integer().primaryKey(),
  storeId: text('store_id').notNull(),
  deviceId: text('device_id').notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  timeZone: text('time_zone').notNull(),
  createdAt: text('created_at').notNull(),
})

export const kernelAudit = sqliteTable('kernel_audit', {
  seq: integer().primaryKey(),
  at: text().notNull(),
  actor: text().notNull(),
  procedure: text().notNull(),
  outcome: text().$type<'done' | 'refused'>().notNull(),
  detail: text().notNull(),
  previous: text().notNull(),
  hash: text().notNull(),
})

export const kernelPersonKeys = sqliteTable('kernel_person_keys', {
  personId: text('person_id').primaryKey(),
  key: blob({ mode: 'buffer' }),
})

export const kernelDrafts = sqliteTable(
  'kernel_drafts',
  {
    userId: text('user_id').notNull(),
    key: text().notNull(),
    value: text().notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] })],
)

export const kernelSignatures = sqliteTable('kernel_signatures', {
  id: text().primaryKey(),
  record: text().notNull(),
  signerId: text('signer_id').notNull(),
  meaning: text().notNull(),
  signedHash: text('signed_hash').notNull(),
  signedAt: text('signed_at').notNull(),
})

export const kernelLinks = sqliteTable('kernel_links', {
  id: text().primaryKey(),
  fromRecord: text('from_record').notNull(),
  relation: text().notNull(),
  toRecord: text('to_record').notNull(),
})
