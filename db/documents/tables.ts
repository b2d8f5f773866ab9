import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId, UserId } from '#shared/access/model'
import type { Disposal, DisposalId } from '#shared/documents/disposal'
import type { DocumentFacts, DocumentId, Stage, VersionId } from '#shared/documents/document'
import type { Grade } from '#shared/documents/document'
import type { ExternalCheck, External, ExternalId } from '#shared/documents/external'
import type { Language } from '#shared/kernel/texts'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const document = () => text().$type<DocumentId>().notNull()
const version = () => text().$type<VersionId>().notNull()
const person = () => text().$type<PersonId>().notNull()

export const items = sqliteTable('documents_items', {
  id: text().$type<DocumentId>().primaryKey(),
  number: text().notNull(),
  title: text().notNull(),
  level: text().$type<DocumentFacts['level']>().notNull(),
  owner: person(),
  department: text(),
  secrecy: text().$type<Grade>().notNull(),
  carrier: text().$type<DocumentFacts['carrier']>().notNull(),
  reviewMonths: integer('review_months').notNull(),
  retentionYears: integer('retention_years'),
  serves: text({ mode: 'json' }).$type<string[]>().notNull(),
  obsoleteOn: text('obsolete_on'),
  obsoleteReason: text('obsolete_reason'),
  ...changed,
})

export const versions = sqliteTable('documents_versions', {
  id: text().$type<VersionId>().primaryKey(),
  document: document(),
  number: integer().notNull(),
  label: text().notNull(),
  stage: text().$type<Stage>().notNull(),
  change: text().notNull(),
  fileName: text('file_name').notNull(),
  type: text().notNull(),
  size: integer().notNull(),
  sha256: text().notNull(),
  template: text(),
  language: text().$type<Language>(),
  author: person(),
  reviewer: text().$type<PersonId>(),
  approver: text().$type<PersonId>(),
  inForceFrom: text('in_force_from'),
  madeBy: text('made_by').$type<UserId>().notNull(),
  madeAt: text('made_at').notNull(),
  sentAt: text('sent_at'),
  returnReason: text('return_reason'),
  reviewedBy: text('reviewed_by').$type<UserId>(),
  reviewedAt: text('reviewed_at'),
  reviewNote: text('review_note'),
  approvedBy: text('approved_by').$type<UserId>(),
  approvedAt: text('approved_at'),
  aloneReason: text('alone_reason'),
  disposedOn: text('disposed_on'),
})

export const bodies = sqliteTable('documents_texts', {
  version: text().$type<VersionId>().primaryKey(),
  body: text().notNull(),
})

export const readers = sqliteTable('documents_readers', {
  id: text().primaryKey(),
  document: document(),
  person: person(),
  mustRead: integer('must_read', { mode: 'boolean' }).notNull(),
  copyNumber: text('copy_number'),
  addedBy: text('added_by').notNull(),
  addedAt: text('added_at').notNull(),
  endedBy: text('ended_by'),
  endedAt: text('ended_at'),
})

export const readings = sqliteTable('documents_readings', {
  id: text().primaryKey(),
  version: version(),
  person: person(),
  readBy: text('read_by').notNull(),
  readAt: text('read_at').notNull(),
})

export const clearances = sqliteTable('documents_clearances', {
  person: text().$type<PersonId>().primaryKey(),
  grade: text().$type<Grade>().notNull(),
  ...changed,
})

export const reviews = sqliteTable('documents_reviews', {
  id: text().primaryKey(),
  document: document(),
  outcome: text().$type<'fit' | 'to-revise'>().notNull(),
  note: text().notNull(),
  on: text('judged_on').notNull(),
  by: text('judged_by').$type<UserId>().notNull(),
})

export const disposals = sqliteTable('documents_disposals', {
  id: text().$type<DisposalId>().primaryKey(),
  number: text().notNull(),
  document: document(),
  version: version(),
  method: text().$type<Disposal['method']>().notNull(),
  reason: text().notNull(),
  state: text().$type<Disposal['state']>().notNull(),
  isFileGone: integer('is_file_gone', { mode: 'boolean' }),
  proposedBy: text('proposed_by').$type<UserId>().notNull(),
  proposedAt: text('proposed_at').notNull(),
  decidedBy: text('decided_by').$type<UserId>(),
  decidedAt: text('decided_at'),
  note: text(),
  aloneReason: text('alone_reason'),
})

export const externals = sqliteTable('documents_externals', {
  id: text().$type<ExternalId>().primaryKey(),
  number: text().notNull(),
  title: text().notNull(),
  issuer: text().notNull(),
  edition: text().notNull(),
  effectiveFrom: text('effective_from'),
  owner: person(),
  usedFor: text('used_for'),
  source: text(),
  checkMonths: integer('check_months').notNull(),
  state: text().$type<External['state']>().notNull(),
  sha256: text(),
  fileName: text('file_name'),
  ...changed,
})

export const checks = sqliteTable('documents_checks', {
  id: text().primaryKey(),
  external: text().$type<ExternalId>().notNull(),
  checkedOn: text('checked_on').notNull(),
  outcome: text().$type<ExternalCheck['outcome']>().notNull(),
  edition: text().notNull(),
  note: text(),
  checkedBy: text('checked_by').$type<UserId>().notNull(),
  sha256: text(),
  fileName: text('file_name'),
})

export const ownWritings = sqliteTable('documents_writing', {
  code: text().primaryKey(),
  title: text().notNull(),
  clause: text(),
  reason: text().notNull(),
  ...changed,
})
