import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type { DeadlineId, DeadlineRule } from '#shared/compliance/deadline'
import type { EvaluationId, Result } from '#shared/compliance/evaluation'
import type { Obligation, ObligationId, Weight } from '#shared/compliance/obligation'
import type { Subsystem } from '#shared/kernel/subsystem'
import type { NodeId } from '#shared/organization/model'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }
const ofObligation = text('obligation_id').$type<ObligationId>().notNull()
const names = () => text({ mode: 'json' }).$type<string[]>().notNull()

export const obligations = sqliteTable('compliance_obligations', {
  id: text().$type<ObligationId>().primaryKey(),
  number: text().notNull().unique(),
  kind: text().$type<Obligation['kind']>().notNull(),
  subsystem: text().$type<Subsystem>().notNull(),
  processes: names(),
  posts: names(),
  clauses: names(),
  nodes: text({ mode: 'json' }).$type<NodeId[]>().notNull(),
  owner: text().$type<PersonId>(),
  weight: text().$type<Weight>().notNull(),
  evaluationMonths: integer('evaluation_months').notNull(),
  intervalReason: text('interval_reason').notNull(),
  nextReview: text('next_review').notNull(),
  applicability: text().$type<Obligation['applicability']>().notNull(),
  applicabilityReason: text('applicability_reason').notNull(),
  origin: text(),
  registeredOn: text('registered_on').notNull(),
  endedOn: text('ended_on'),
  endReason: text('end_reason'),
  ...changed,
})

export const obligationTexts = sqliteTable(
  'compliance_obligation_texts',
  {
    obligation: ofObligation,
    number: integer().notNull(),
    title: text().notNull(),
    code: text().notNull(),
    issuer: text().notNull(),
    effectiveOn: text('effective_on'),
    text: text().notNull(),
    file: text(),
    fileName: text('file_name'),
    reason: text().notNull(),
    ...made,
  },
  (table) => [primaryKey({ columns: [table.obligation, table.number] })],
)

export const obligationReviews = sqliteTable('compliance_obligation_reviews', {
  id: text().primaryKey(),
  obligation: ofObligation,
  on: text('reviewed_on').notNull(),
  conclusion: text().notNull(),
  nextReview: text('next_review').notNull(),
  ...made,
})

export const deadlines = sqliteTable('compliance_deadlines', {
  id: text().$type<DeadlineId>().primaryKey(),
  obligation: ofObligation,
  what: text().notNull(),
  rule: text({ mode: 'json' }).$type<DeadlineRule>().notNull(),
  leadDays: integer('lead_days').notNull(),
  owner: text().$type<PersonId>(),
  since: text().notNull(),
  endedOn: text('ended_on'),
  ...changed,
})

export const fulfilments = sqliteTable(
  'compliance_fulfilments',
  {
    deadline: text('deadline_id').$type<DeadlineId>().notNull(),
    due: text().notNull(),
    doneOn: text('done_on').notNull(),
    note: text().notNull(),
    ...made,
  },
  (table) => [primaryKey({ columns: [table.deadline, table.due] })],
)

export const evaluations = sqliteTable('compliance_evaluations', {
  id: text().$type<EvaluationId>().primaryKey(),
  number: text().notNull().unique(),
  obligation: ofObligation,
  version: integer().notNull(),
  result: text().$type<Result>().notNull(),
  finding: text().notNull(),
  proof: text().notNull(),
  evaluatedOn: text('evaluated_on').notNull(),
  ...made,
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
  aloneReason: text('alone_reason'),
})
