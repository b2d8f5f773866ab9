import { blob, customType, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { CollectionRule } from '#shared/activity/collection'
import type { FindingAnswerId } from '#shared/activity/finding-register'
import type { LabSample } from '#shared/activity/laboratory'
import type { Mapping } from '#shared/activity/mapping'
import type { ActId, ActKind, BatchId, Origin, ReadingId, ReadingState, SealId } from '#shared/activity/model'
import type { ImportTrouble } from '#shared/activity/preview-model'
import type { Substitution, SubstitutionRule } from '#shared/activity/substitution'
import type { WatchedFile, WatchFolder } from '#shared/activity/watch'
import type { Facts } from '#shared/kernel/refusal'
import type { Wording } from '#shared/kernel/texts'
import type { Measure } from '#shared/kernel/units'
import type { NodeId } from '#shared/organization/model'

/** A UUID in 16 bytes instead of 36 characters, since there are millions. */
const uuid = customType<{ data: ReadingId; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: uuidBytes,
  fromDriver: (bytes) => uuidText(bytes.toString('hex')) as ReadingId,
})
export function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
/** `hex` has 32 digits in either case. */
export function uuidText(hex: string): string {
  return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const acts = sqliteTable('activity_acts', {
  seq: integer().primaryKey(),
  id: text().$type<ActId>().notNull(),
  kind: text().$type<ActKind>().notNull(),
  by: text(),
  at: text().notNull(),
  reason: text(),
  alone: integer({ mode: 'boolean' }).notNull(),
})

export const readings = sqliteTable('activity_readings', {
  seq: integer().primaryKey(),
  id: uuid().notNull(),
  parameter: integer().notNull(),
  month: text().notNull(),
  from: text('from_at').notNull(),
  to: text('to_at').notNull(),
  entered: text(),
  unit: text().$type<Measure>().notNull(),
  mantissa: integer(),
  scale: integer().notNull(),
  origin: text().$type<Origin>().notNull(),
  cell: text(),
  note: text(),
  repaired: text(),
  replaces: integer(),
  state: text().$type<ReadingState>().notNull(),
  live: integer({ mode: 'boolean' }).notNull(),
  enteredAct: integer('entered_act').notNull(),
  checkedAct: integer('checked_act'),
  approvedAct: integer('approved_act'),
  endedAct: integer('ended_act'),
})

export const subtotals = sqliteTable(
  'activity_subtotals',
  {
    parameter: integer().notNull(),
    month: text().notNull(),
    unit: text().$type<Measure>().notNull(),
    scale: integer().notNull(),
    state: text().$type<ReadingState>().notNull(),
    count: integer().notNull(),
    high: integer().notNull(),
    low: integer().notNull(),
    revision: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.parameter, table.month, table.unit, table.scale, table.state] })],
)

export const actMonths = sqliteTable(
  'activity_act_months',
  {
    parameter: integer().notNull(),
    month: text().notNull(),
    act: integer().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.parameter, table.month, table.act] })],
)

export const bulk = sqliteTable('activity_bulk', { act: integer().primaryKey() })

export const evidence = sqliteTable('activity_evidence', {
  sha256: text().primaryKey(),
  name: text().notNull(),
  type: text().notNull(),
  size: integer().notNull(),
  addedBy: text('added_by'),
  addedAt: text('added_at').notNull(),
})

export const evidenceLinks = sqliteTable('activity_evidence_links', {
  id: text().primaryKey(),
  sha256: text().notNull(),
  reading: integer(),
  act: integer(),
  place: text(),
  reportNo: text('report_no'),
  sampleDate: text('sample_date'),
  linkedBy: text('linked_by'),
  linkedAt: text('linked_at').notNull(),
  testDate: text('test_date'),
})

export const batches = sqliteTable('activity_batches', {
  act: integer().primaryKey(),
  id: text().$type<BatchId>().notNull(),
  file: text().notNull(),
  name: text().notNull(),
  sheet: text(),
  mapping: text({ mode: 'json' }).$type<Mapping>().notNull(),
  readings: integer().notNull(),
  rejected: integer().notNull(),
  digest: text().notNull(),
  undoneAct: integer('undone_act'),
})

export const rejectedRows = sqliteTable(
  'activity_rejected_rows',
  {
    batch: integer().notNull(),
    row: integer().notNull(),
    cells: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    troubles: text({ mode: 'json' }).$type<readonly ImportTrouble[]>().notNull(),
    settledBy: text('settled_by'),
    settledAt: text('settled_at'),
    settlement: text(),
  },
  (table) => [primaryKey({ columns: [table.batch, table.row] })],
)

export const mappingProfiles = sqliteTable('activity_mapping_profiles', {
  name: text().primaryKey(),
  fingerprint: text().notNull(),
  mapping: text({ mode: 'json' }).$type<Mapping>().notNull(),
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
})

export const seals = sqliteTable('activity_seals', {
  id: text().$type<SealId>().primaryKey(),
  facility: text('facility_id').$type<NodeId>().notNull(),
  month: text().notNull(),
  hash: text().notNull(),
  content: blob({ mode: 'buffer' }).notNull(),
  readings: integer().notNull(),
  reason: text(),
  sealedBy: text('sealed_by'),
  sealedAt: text('sealed_at').notNull(),
  reopenedBy: text('reopened_by'),
  reopenedAt: text('reopened_at'),
  reopenReason: text('reopen_reason'),
})

export const collectionRules = sqliteTable('activity_collection_rules', {
  facility: text('facility_id').$type<NodeId>().primaryKey(),
  days: integer().notNull(),
  counting: text().$type<CollectionRule['counting']>().notNull(),
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
})

export const watchFolders = sqliteTable('activity_watch_folders', {
  id: text().$type<WatchFolder['id']>().primaryKey(),
  facility: text('facility_id').$type<NodeId>().notNull(),
  path: text().notNull(),
  afterwards: text().$type<WatchFolder['afterwards']>().notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
  removedAt: text('removed_at'),
})

export const watchLog = sqliteTable('activity_watch_log', {
  id: text().$type<WatchedFile['id']>().primaryKey(),
  folder: text('folder_id').$type<WatchFolder['id']>().notNull(),
  name: text().notNull(),
  size: integer().notNull(),
  modifiedAt: text('modified_at').notNull(),
  sha256: text(),
  outcome: text().$type<WatchedFile['outcome']>().notNull(),
  shape: text().$type<WatchedFile['shape']>(),
  code: text(),
  facts: text({ mode: 'json' }).$type<Facts>().notNull(),
  batch: text().$type<BatchId>(),
  readings: integer().notNull(),
  rejected: integer().notNull(),
  at: text().notNull(),
})

export const labSamples = sqliteTable('activity_lab_samples', {
  id: text().$type<LabSample['id']>().primaryKey(),
  source: text('source_id').$type<LabSample['source']>().notNull(),
  number: text().notNull(),
  month: text().notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
  amount: text(),
  moistureReceived: text('moisture_ar'),
  moistureAirDry: text('moisture_ad'),
  ash: text(),
  volatile: text(),
  sulphur: text(),
  hydrogen: text(),
  netHeat: text('net_heat'),
  grossHeat: text('gross_heat'),
  carbon: text(),
  carbonBasis: text('carbon_basis').$type<LabSample['carbonBasis']>().notNull(),
  sampledBy: text('sampled_by'),
  sampledOn: text('sampled_on'),
  preparedBy: text('prepared_by'),
  laboratory: text(),
  accreditation: text().$type<LabSample['accreditation']>().notNull(),
  reportNo: text('report_no'),
  receivedOn: text('received_on'),
  testedOn: text('tested_on'),
  reportedOn: text('reported_on'),
  keptUntil: text('kept_until'),
  sha256: text(),
  note: text(),
  act: integer(),
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
})

export const substitutions = sqliteTable('activity_substitutions', {
  reading: integer().primaryKey(),
  rule: text().$type<SubstitutionRule>().notNull(),
  inputs: text({ mode: 'json' }).$type<Substitution['inputs']>().notNull(),
})

export const findingAnswers = sqliteTable('activity_finding_answers', {
  id: text().$type<FindingAnswerId>().primaryKey(),
  year: integer().notNull(),
  code: text().notNull(),
  place: text().notNull(),
  fingerprint: text().notNull(),
  words: text({ mode: 'json' }).$type<Wording>().notNull(),
  reason: text().notNull(),
  by: text(),
  at: text().notNull(),
  withdrawnBy: text('withdrawn_by'),
  withdrawnAt: text('withdrawn_at'),
})

export const fileTraces = sqliteTable('activity_file_traces', {
  sha256: text().primaryKey(),
  madeAt: text('made_at'),
  editedAt: text('edited_at'),
  program: text(),
  author: text(),
  readAt: text('read_at').notNull(),
})
