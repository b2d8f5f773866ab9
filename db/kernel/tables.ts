import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Permission } from '#shared/kernel/contract'
import type { Id } from '#shared/kernel/id'
import type { Facts } from '#shared/kernel/refusal'
import type { SwitchName } from '#shared/kernel/switches'
import type { TaskState } from '#shared/kernel/task'
import type { DayKind } from '#shared/kernel/working-days'

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

export const kernelTasks = sqliteTable('kernel_tasks', {
  id: text().primaryKey(),
  key: text().notNull(),
  area: text().notNull(),
  code: text().notNull(),
  facts: text({ mode: 'json' }).$type<Facts>().notNull(),
  record: text().notNull(),
  nodeId: text('node_id'),
  path: text().notNull(),
  seenWith: text('seen_with').$type<Permission>().notNull(),
  fallsTo: text('falls_to').$type<Permission>().notNull(),
  responsible: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  department: text(),
  begins: text().notNull(),
  due: text().notNull(),
  state: text().$type<TaskState>().notNull(),
  settledAt: text('settled_at'),
  madeAt: text('made_at').notNull(),
})

export const kernelDays = sqliteTable('kernel_days', {
  day: text().primaryKey(),
  kind: text().$type<DayKind>().notNull(),
  name: text().notNull(),
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
})

export const kernelReminders = sqliteTable('kernel_reminders', {
  id: text().$type<Id<'reminder'>>().primaryKey(),
  owner: text('owner_id').notNull(),
  text: text().notNull(),
  due: text().notNull(),
  doneAt: text('done_at'),
  madeAt: text('made_at').notNull(),
  removedAt: text('removed_at'),
})

export const kernelAttachments = sqliteTable('kernel_attachments', {
  id: text().primaryKey(),
  record: text().notNull(),
  sha256: text().notNull(),
  name: text().notNull(),
  size: integer().notNull(),
  note: text(),
  attachedBy: text('attached_by').notNull(),
  attachedAt: text('attached_at').notNull(),
  detachedBy: text('detached_by'),
  detachedAt: text('detached_at'),
})

export const kernelComments = sqliteTable('kernel_comments', {
  id: text().primaryKey(),
  record: text().notNull(),
  text: text().notNull(),
  writtenBy: text('written_by').notNull(),
  writtenAt: text('written_at').notNull(),
  withdrawnAt: text('withdrawn_at'),
})

export const kernelNumbers = sqliteTable(
  'kernel_numbers',
  {
    series: text().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.series, table.year] })],
)

export const kernelSwitches = sqliteTable('kernel_switches', {
  name: text().$type<SwitchName>().primaryKey(),
  isOn: integer('is_on', { mode: 'boolean' }).notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})
