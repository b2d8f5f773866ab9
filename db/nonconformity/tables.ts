import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type { RecordRef } from '#shared/kernel/record'
import type { Subsystem } from '#shared/kernel/subsystem'
import type { Improvement, ImprovementId } from '#shared/nonconformity/improvement'
import type { Action, ActionId, Case, CaseId } from '#shared/nonconformity/model'
import type { NodeId } from '#shared/organization/model'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }

export const cases = sqliteTable('nonconformity_cases', {
  id: text().$type<CaseId>().primaryKey(),
  number: text().notNull(),
  state: text().$type<Case['state']>().notNull(),
  origin: text().$type<RecordRef>(),
  title: text().notNull(),
  source: text().$type<Case['source']>().notNull(),
  requirements: text({ mode: 'json' }).$type<Case['requirements']>().notNull(),
  fact: text().notNull(),
  severity: text().$type<Case['severity']>().notNull(),
  size: text(),
  node: text('node_id').$type<NodeId>(),
  subsystem: text().$type<Subsystem>().notNull(),
  foundBy: text('found_by').$type<PersonId>(),
  foundOn: text('found_on').notNull(),
  owner: text().$type<PersonId>(),
  due: text().notNull(),
  correction: text().notNull(),
  correctedOn: text('corrected_on'),
  correctedBy: text('corrected_by').$type<PersonId>(),
  consequences: text().notNull(),
  whys: text({ mode: 'json' }).$type<Case['whys']>().notNull(),
  fishbone: text({ mode: 'json' }).$type<Case['fishbone']>().notNull(),
  rootCause: text('root_cause').notNull(),
  reviewedOn: text('reviewed_on'),
  reviewers: text({ mode: 'json' }).$type<Case['reviewers']>().notNull(),
  similar: text({ mode: 'json' }).$type<Case['similar']>().notNull(),
  similarNote: text('similar_note').notNull(),
  needsAction: integer('needs_action', { mode: 'boolean' }),
  needReason: text('need_reason').notNull(),
  checkOn: text('check_on'),
  systemChange: text('system_change').notNull(),
  effectNote: text('effect_note'),
  checkedBy: text('checked_by'),
  checkedAt: text('checked_at'),
  aloneReason: text('alone_reason'),
  steps: text({ mode: 'json' }).$type<Case['steps']>().notNull(),
  rounds: text({ mode: 'json' }).$type<Case['rounds']>().notNull(),
  raisedBy: text('raised_by'),
  raisedAt: text('raised_at').notNull(),
  ...changed,
})

export const actions = sqliteTable('nonconformity_actions', {
  id: text().$type<ActionId>().primaryKey(),
  case: text('case_id').$type<CaseId>().notNull(),
  what: text().notNull(),
  owner: text().$type<PersonId>(),
  due: text(),
  state: text().$type<Action['state']>().notNull(),
  doneOn: text('done_on'),
  note: text(),
  settledBy: text('settled_by'),
  settledAt: text('settled_at'),
})

export const improvements = sqliteTable('nonconformity_improvements', {
  id: text().$type<ImprovementId>().primaryKey(),
  number: text().notNull(),
  state: text().$type<Improvement['state']>().notNull(),
  title: text().notNull(),
  idea: text().notNull(),
  source: text().$type<Improvement['source']>().notNull(),
  origin: text().$type<RecordRef>(),
  subsystem: text().$type<Subsystem>().notNull(),
  node: text('node_id').$type<NodeId>(),
  benefit: text().notNull(),
  cost: text().notNull(),
  raisedBy: text('raised_by').$type<PersonId>(),
  raisedOn: text('raised_on').notNull(),
  answerBy: text('answer_by').notNull(),
  reason: text().notNull(),
  decidedBy: text('decided_by'),
  decidedAt: text('decided_at'),
  owner: text().$type<PersonId>(),
  due: text(),
  doneOn: text('done_on'),
  effect: text().notNull(),
  isEffective: integer('is_effective', { mode: 'boolean' }),
  judgedBy: text('judged_by'),
  judgedAt: text('judged_at'),
  ...changed,
})

export const settings = sqliteTable('nonconformity_settings', {
  id: integer().primaryKey(),
  majorDeviation: text('major_deviation').notNull(),
  containWithin: integer('contain_within').notNull(),
  closeWithin: integer('close_within').notNull(),
  effectAfter: integer('effect_after').notNull(),
  answerWithin: integer('answer_within').notNull(),
  ...changed,
})
