import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type {
  Audit,
  AuditId,
  AuditState,
  Criterion,
  Member,
  ReportTexts,
  SessionId,
} from '#shared/audits/audit'
import type { Answer, Item, ItemId, Quote, Verdict } from '#shared/audits/checklist'
import type { AnswerField, Base, Clash, PackageId } from '#shared/audits/package'
import type { PlannedId, Programme, ProgrammeId, Weight } from '#shared/audits/programme'
import type { ReceiptId, ReceiptOf } from '#shared/audits/receipt'
import type { RecordRef } from '#shared/kernel/record'
import type { Facts } from '#shared/kernel/refusal'
import type { Subsystem } from '#shared/kernel/subsystem'

const changed = {
  changedBy: text('changed_by'),
  changedAt: text('changed_at').notNull(),
}
const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }
const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>().notNull()

export const programmes = sqliteTable('audits_programmes', {
  id: text().$type<ProgrammeId>().primaryKey(),
  year: integer().notNull(),
  intervalMonths: integer('interval_months').notNull(),
  frequency: text().notNull(),
  methods: text().notNull(),
  duty: text().notNull(),
  planning: text().notNull(),
  reporting: text().notNull(),
  criteria: text().notNull(),
  weights: json<Weight[]>('weights'),
  state: text().$type<Programme['state']>().notNull(),
  ...changed,
})

export const planned = sqliteTable('audits_planned', {
  id: text().$type<PlannedId>().primaryKey(),
  programme: text('programme_id').$type<ProgrammeId>().notNull(),
  month: text().notNull(),
  title: text().notNull(),
  subsystems: json<Subsystem[]>('subsystems'),
  departments: json<string[]>('departments'),
  leader: text('leader_id').$type<PersonId>(),
  note: text().notNull(),
  ...changed,
})

export const programmeVersions = sqliteTable('audits_programme_versions', {
  id: text().primaryKey(),
  programme: text('programme_id').$type<ProgrammeId>().notNull(),
  number: integer().notNull(),
  content: text().notNull(),
  sha256: text().notNull(),
  signature: text('signature_id').notNull(),
  approvedBy: text('approved_by').notNull(),
  approvedAt: text('approved_at').notNull(),
})

export const audits = sqliteTable('audits_audits', {
  id: text().$type<AuditId>().primaryKey(),
  number: text().notNull(),
  planned: text('planned_id').$type<PlannedId>(),
  title: text().notNull(),
  purpose: text().notNull(),
  methods: text().notNull(),
  tree: text().notNull(),
  criteria: json<Criterion[]>('criteria'),
  subsystems: json<Subsystem[]>('subsystems'),
  clauses: json<string[]>('clauses'),
  nodes: json<Audit['nodes']>('nodes'),
  departments: json<string[]>('departments'),
  begins: text(),
  ends: text(),
  leader: text('leader_id').$type<PersonId>(),
  leaderQualification: text('leader_qualification').notNull(),
  state: text().$type<AuditState>().notNull(),
  edition: text(),
  signature: text('signature_id'),
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
  sentAt: text('sent_at'),
  report: json<ReportTexts>('report'),
  reportedBy: text('reported_by'),
  reportedAt: text('reported_at'),
  signedFor: text('signed_for'),
  reportHash: text('report_hash'),
  closedBy: text('closed_by'),
  closedAt: text('closed_at'),
  closingNote: text('closing_note'),
  cancelReason: text('cancel_reason'),
  ...changed,
})

export const members = sqliteTable('audits_members', {
  id: text().$type<Member['id']>().primaryKey(),
  audit: text('audit_id').$type<AuditId>().notNull(),
  person: text('person_id').$type<PersonId>().notNull(),
  role: text().$type<Member['role']>().notNull(),
  isExternal: integer('is_external', { mode: 'boolean' }).notNull(),
  qualification: text().notNull(),
  ...changed,
})

export const sessions = sqliteTable('audits_sessions', {
  id: text().$type<SessionId>().primaryKey(),
  audit: text('audit_id').$type<AuditId>().notNull(),
  day: text().notNull(),
  from: text('from_time').notNull(),
  to: text('to_time').notNull(),
  department: text().notNull(),
  place: text().notNull(),
  clauses: json<string[]>('clauses'),
  auditors: json<PersonId[]>('auditors'),
  ...changed,
})

export const justifications = sqliteTable('audits_justifications', {
  id: text().primaryKey(),
  audit: text('audit_id').$type<AuditId>().notNull(),
  person: text('person_id').$type<PersonId>().notNull(),
  key: text().notNull(),
  reason: text().notNull(),
  ...made,
})

export const items = sqliteTable('audits_items', {
  id: text().$type<ItemId>().primaryKey(),
  audit: text('audit_id').$type<AuditId>().notNull(),
  position: integer().notNull(),
  requirement: text().notNull(),
  clause: text().notNull(),
  level: text().$type<Item['level']>().notNull(),
  subsystem: text().$type<Subsystem>().notNull(),
  title: json<Item['title']>('title'),
  require: json<Item['require']>('require'),
  question: json<Item['question']>('question'),
  evidence: json<Item['evidence']>('evidence'),
})

export const answers = sqliteTable('audits_answers', {
  item: text('item_id').$type<ItemId>().primaryKey(),
  verdict: text().$type<Verdict>(),
  note: text().notNull(),
  interviewed: text().notNull(),
  place: text().notNull(),
  department: text().notNull(),
  basis: json<Answer['basis']>('basis'),
  answeredBy: text('answered_by'),
  answeredAt: text('answered_at').notNull(),
})

export const samples = sqliteTable('audits_samples', {
  item: text('item_id').$type<ItemId>().primaryKey(),
  population: text().notNull(),
  count: integer().notNull(),
  size: integer().notNull(),
  seed: integer().notNull(),
  drawnBy: text('drawn_by').notNull(),
  drawnAt: text('drawn_at').notNull(),
})

export const quotes = sqliteTable('audits_quotes', {
  id: text().$type<Quote['id']>().primaryKey(),
  item: text('item_id').$type<ItemId>().notNull(),
  record: text().$type<RecordRef>().notNull(),
  title: text().notNull(),
  snapshot: text().notNull(),
  sha256: text().notNull(),
  takenBy: text('taken_by').notNull(),
  takenAt: text('taken_at').notNull(),
})

export const findings = sqliteTable('audits_findings', {
  item: text('item_id').$type<ItemId>().primaryKey(),
  nonconformity: text().$type<RecordRef>().notNull(),
  raisedBy: text('raised_by').notNull(),
  raisedAt: text('raised_at').notNull(),
})

export const corrections = sqliteTable('audits_corrections', {
  id: text().primaryKey(),
  item: text('item_id').$type<ItemId>().notNull(),
  verdict: text().$type<Verdict>().notNull(),
  note: text().notNull(),
  reason: text().notNull(),
  ...made,
})

export const receipts = sqliteTable('audits_receipts', {
  id: text().$type<ReceiptId>().primaryKey(),
  audit: text('audit_id').$type<AuditId>().notNull(),
  what: text().$type<ReceiptOf>().notNull(),
  person: text('person_id').$type<PersonId>().notNull(),
  sentBy: text('sent_by').notNull(),
  sentAt: text('sent_at').notNull(),
  due: text().notNull(),
  receivedBy: text('received_by'),
  receivedAt: text('received_at'),
  note: text().notNull(),
})

export const packages = sqliteTable('audits_packages', {
  id: text().$type<PackageId>().primaryKey(),
  audit: text('audit_id').$type<AuditId>().notNull(),
  direction: text().$type<'sent' | 'received' | 'returned' | 'merged'>().notNull(),
  answersTo: text('answers_to').$type<PackageId>(),
  auditor: text().$type<PersonId>(),
  auditorName: text('auditor_name').notNull(),
  items: json<ItemId[]>('items'),
  base: json<Base>('base'),
  store: text().notNull(),
  device: text().notNull(),
  headSeq: integer('head_seq').notNull(),
  headHash: text('head_hash').notNull(),
  taken: integer().notNull(),
  ...made,
})

export const clashes = sqliteTable('audits_clashes', {
  id: text().$type<Clash['id']>().primaryKey(),
  package: text('package_id').$type<PackageId>().notNull(),
  item: text('item_id').$type<ItemId>().notNull(),
  field: text().$type<AnswerField>().notNull(),
  /** Each value in a list of its own, so that one that is null stands there. */
  base: json<[unknown]>('base'),
  ours: json<[unknown]>('ours'),
  oursBy: text('ours_by'),
  oursAt: text('ours_at'),
  theirs: json<[unknown]>('theirs'),
  theirsBy: text('theirs_by').notNull(),
  theirsAt: text('theirs_at').notNull(),
  choice: text().$type<'ours' | 'theirs'>(),
  chosenBy: text('chosen_by'),
  chosenAt: text('chosen_at'),
})

export const brought = sqliteTable('audits_brought', {
  id: text().primaryKey(),
  item: text('item_id').$type<ItemId>().notNull(),
  isMet: integer('is_met', { mode: 'boolean' }).notNull(),
  code: text().notNull(),
  facts: json<Facts>('facts'),
  records: json<RecordRef[]>('records'),
})

export const broughtRecords = sqliteTable(
  'audits_brought_records',
  {
    audit: text('audit_id').$type<AuditId>().notNull(),
    record: text().$type<RecordRef>().notNull(),
    title: text().notNull(),
    snapshot: text().notNull(),
    sha256: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.audit, table.record] })],
)
