import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type { InventoryId } from '#shared/accounting/inventory'
import type { BodyId, Statement, StatementId } from '#shared/verification/body'
import type { CaseId, CasePlan, CaseState, ItemAnswer, StepId, StepOutcome } from '#shared/verification/case'
import type { EntryKind, Request, RequestId } from '#shared/verification/request'
import type { CaseKind } from '#shared/verification/workflow'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }

export const bodies = sqliteTable('verification_bodies', {
  id: text().$type<BodyId>().primaryKey(),
  name: text().notNull(),
  recognitionNumber: text('recognition_number').notNull(),
  recognisedBy: text('recognised_by').notNull(),
  scope: text().notNull(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  verifiers: text().notNull(),
  ...changed,
})

export const cases = sqliteTable('verification_cases', {
  id: text().$type<CaseId>().primaryKey(),
  number: text().notNull(),
  kind: text().$type<CaseKind>().notNull(),
  title: text().notNull(),
  year: integer().notNull(),
  inventory: text('inventory_id').$type<InventoryId>(),
  owner: text('owner_id').$type<PersonId>(),
  body: text('body_id').$type<BodyId>(),
  requester: text().notNull(),
  isCompulsory: integer('is_compulsory', { mode: 'boolean' }).notNull(),
  cost: text(),
  startsOn: text('starts_on').notNull(),
  weekdayYears: text('weekday_years', { mode: 'json' }).$type<number[]>().notNull(),
  state: text().$type<CaseState>().notNull(),
  edition: text().notNull(),
  plan: text({ mode: 'json' }).$type<CasePlan>().notNull(),
  deliveredHash: text('delivered_hash'),
  closedOn: text('closed_on'),
  closingNote: text('closing_note').notNull(),
  ...changed,
})

export const steps = sqliteTable('verification_steps', {
  id: text().$type<StepId>().primaryKey(),
  case: text('case_id').$type<CaseId>().notNull(),
  sequence: integer().notNull(),
  key: text().notNull(),
  round: integer().notNull(),
  owner: text('owner_id').$type<PersonId>(),
  least: integer().notNull(),
  most: integer().notNull(),
  plannedUsual: text('planned_usual').notNull(),
  plannedDue: text('planned_due').notNull(),
  doneOn: text('done_on'),
  outcome: text().$type<StepOutcome>(),
  doneBy: text('done_by'),
  doneAt: text('done_at'),
  note: text().notNull(),
  aloneReason: text('alone_reason'),
  signature: text('signature_id'),
  ...changed,
})

export const items = sqliteTable(
  'verification_items',
  {
    step: text('step_id').$type<StepId>().notNull(),
    item: text().notNull(),
    answer: text().$type<ItemAnswer['answer']>().notNull(),
    tier: integer(),
    flag: text().$type<NonNullable<ItemAnswer['flag']>>(),
    note: text().notNull(),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.step, table.item] })],
)

const said = {
  by: text('said_by').notNull(),
  at: text('said_at').notNull(),
  line: text(),
  file: text(),
  madeBy: text('made_by'),
  madeAt: text('made_at').notNull(),
}

export const requests = sqliteTable('verification_requests', {
  id: text().$type<RequestId>().primaryKey(),
  case: text('case_id').$type<CaseId>().notNull(),
  number: integer().notNull(),
  kind: text().$type<Request['kind']>().notNull(),
  severity: text().$type<NonNullable<Request['severity']>>(),
  about: text().notNull(),
  text: text().notNull(),
  dueOn: text('due_on'),
  ...said,
})

export const entries = sqliteTable('verification_entries', {
  id: text().primaryKey(),
  request: text('request_id').$type<RequestId>().notNull(),
  kind: text().$type<EntryKind>().notNull(),
  text: text().notNull(),
  inventory: text('inventory_id').$type<InventoryId>(),
  ...said,
})

export const statements = sqliteTable('verification_statements', {
  id: text().$type<StatementId>().primaryKey(),
  case: text('case_id').$type<CaseId>().notNull(),
  number: text().notNull(),
  body: text('body_id').$type<BodyId>().notNull(),
  inventory: text('inventory_id').$type<InventoryId>(),
  assurance: text().$type<Statement['assurance']>().notNull(),
  opinion: text().$type<Statement['opinion']>().notNull(),
  materiality: text(),
  reservations: text().notNull(),
  response: text().notNull(),
  total: text().notNull(),
  issuedOn: text('issued_on').notNull(),
  validTo: text('valid_to'),
  isInScope: integer('is_in_scope', { mode: 'boolean' }).notNull(),
  ...made,
})

export const packages = sqliteTable('verification_packages', {
  id: text().primaryKey(),
  case: text('case_id').$type<CaseId>().notNull(),
  inventory: text('inventory_id').$type<InventoryId>().notNull(),
  seal: text().notNull(),
  fileName: text('file_name').notNull(),
  size: integer().notNull(),
  files: integer().notNull(),
  recipient: text().notNull(),
  headSeq: integer('head_seq').notNull(),
  headHash: text('head_hash').notNull(),
  ...made,
})

export const merges = sqliteTable('verification_merges', {
  id: text().primaryKey(),
  case: text('case_id').$type<CaseId>().notNull(),
  file: text().notNull(),
  fileName: text('file_name').notNull(),
  seal: text(),
  added: integer().notNull(),
  known: integer().notNull(),
  differing: integer().notNull(),
  ...made,
})
