import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type { Subsystem } from '#shared/kernel/subsystem'
import type { NodeId } from '#shared/organization/model'
import type { CreditCheck } from '#shared/risks/credit'
import type { Criteria, Level, RiskClass } from '#shared/risks/criteria'
import type { Occasion, Option, Risk, RiskId, Treatment, TreatmentId } from '#shared/risks/risk'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }

export const criteria = sqliteTable('risks_criteria', {
  number: integer().primaryKey(),
  likelihood: text({ mode: 'json' }).$type<Criteria['likelihood'][number][]>().notNull(),
  impact: text({ mode: 'json' }).$type<Criteria['impact'][number][]>().notNull(),
  mediumFrom: integer('medium_from').notNull(),
  highFrom: integer('high_from').notNull(),
  acceptable: text({ mode: 'json' }).$type<Criteria['acceptable']>().notNull(),
  reviewMonths: text('review_months', { mode: 'json' }).$type<Criteria['reviewMonths']>().notNull(),
  method: text().notNull(),
  reason: text().notNull(),
  ...made,
})

export const risks = sqliteTable('risks_risks', {
  id: text().$type<RiskId>().primaryKey(),
  number: text().notNull().unique(),
  kind: text().$type<Risk['kind']>().notNull(),
  title: text().notNull(),
  class: text().$type<RiskClass>().notNull(),
  subsystem: text().$type<Subsystem>().notNull(),
  aim: text().$type<Risk['aim']>().notNull(),
  cause: text().notNull(),
  effect: text().notNull(),
  node: text('node_id').$type<NodeId>(),
  owner: text().$type<PersonId>(),
  foundOn: text('found_on').notNull(),
  acceptedRating: integer('accepted_rating'),
  acceptedReason: text('accepted_reason'),
  acceptedBy: text('accepted_by'),
  acceptedAt: text('accepted_at'),
  closedOn: text('closed_on'),
  closedReason: text('closed_reason'),
  ...changed,
})

export const ratings = sqliteTable(
  'risks_ratings',
  {
    risk: text('risk_id').$type<RiskId>().notNull(),
    number: integer().notNull(),
    occasion: text().$type<Occasion>().notNull(),
    criteria: integer().notNull(),
    likelihood: integer().notNull(),
    impact: integer().notNull(),
    points: integer().notNull(),
    level: text().$type<Level>().notNull(),
    reason: text().notNull(),
    on: text('rated_on').notNull(),
    ...made,
  },
  (table) => [primaryKey({ columns: [table.risk, table.number] })],
)

export const treatments = sqliteTable('risks_treatments', {
  id: text().$type<TreatmentId>().primaryKey(),
  risk: text('risk_id').$type<RiskId>().notNull(),
  what: text().notNull(),
  way: text().$type<Treatment['way']>().notNull(),
  nature: text().$type<Treatment['nature']>().notNull(),
  options: text({ mode: 'json' }).$type<Option[]>().notNull(),
  process: text().notNull(),
  owner: text().$type<PersonId>(),
  due: text(),
  cost: text(),
  test: text().notNull(),
  checkDue: text('check_due'),
  state: text().$type<Treatment['state']>().notNull(),
  doneOn: text('done_on'),
  doneBy: text('done_by'),
  doneNote: text('done_note'),
  checkedOn: text('checked_on'),
  checkedBy: text('checked_by'),
  checkNote: text('check_note'),
  aloneReason: text('alone_reason'),
  dropReason: text('drop_reason'),
  ...changed,
})

export const creditChecks = sqliteTable('risks_credit_checks', {
  id: text().$type<CreditCheck['id']>().primaryKey(),
  item: text().$type<CreditCheck['item']>().notNull(),
  checkedOn: text('checked_on').notNull(),
  outcome: text().$type<CreditCheck['outcome']>().notNull(),
  result: text().notNull(),
  source: text().notNull(),
  ...made,
})
