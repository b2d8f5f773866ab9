import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type { ReviewTopic } from '#shared/kernel/review-input'
import type { Subsystem } from '#shared/kernel/subsystem'
import type { Decision, DecisionId, FillId, OutputText, Review, ReviewId } from '#shared/review/model'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }

export const reviews = sqliteTable('review_reviews', {
  id: text().$type<ReviewId>().primaryKey(),
  number: text().notNull(),
  state: text().$type<Review['state']>().notNull(),
  title: text().notNull(),
  plannedOn: text('planned_on').notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
  place: text().notNull(),
  chair: text().$type<PersonId>().notNull(),
  invited: text({ mode: 'json' }).$type<Review['invited']>().notNull(),
  subsystems: text({ mode: 'json' }).$type<Review['subsystems']>().notNull(),
  heldOn: text('held_on'),
  present: text({ mode: 'json' }).$type<Review['present']>().notNull(),
  note: text().notNull(),
  signature: text(),
  signedBy: text('signed_by'),
  signedAt: text('signed_at'),
  cancelReason: text('cancel_reason'),
  ...changed,
})

export const packs = sqliteTable(
  'review_packs',
  {
    review: text('review_id').$type<ReviewId>().notNull(),
    number: integer().notNull(),
    asOf: text('as_of').notNull(),
    body: text().notNull(),
    sha256: text().notNull(),
    frozenBy: text('frozen_by'),
    frozenAt: text('frozen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.review, table.number] })],
)

export const fills = sqliteTable('review_fills', {
  id: text().$type<FillId>().primaryKey(),
  review: text('review_id').$type<ReviewId>().notNull(),
  topic: text().$type<ReviewTopic>().notNull(),
  subsystem: text().$type<Subsystem>().notNull(),
  owner: text().$type<PersonId>(),
  due: text(),
  question: text().notNull(),
  text: text(),
  filledBy: text('filled_by'),
  filledAt: text('filled_at'),
})

export const discussions = sqliteTable(
  'review_discussions',
  {
    review: text('review_id').$type<ReviewId>().notNull(),
    topic: text().$type<ReviewTopic>().notNull(),
    subsystem: text().$type<Subsystem>().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.review, table.topic, table.subsystem] })],
)

export const outputs = sqliteTable(
  'review_outputs',
  {
    review: text('review_id').$type<ReviewId>().notNull(),
    output: text().$type<OutputText['output']>().notNull(),
    subsystem: text().$type<Subsystem>().notNull(),
    text: text().notNull(),
    verdicts: text({ mode: 'json' }).$type<OutputText['verdicts']>().notNull(),
    grounds: text({ mode: 'json' }).$type<OutputText['grounds']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.review, table.output, table.subsystem] })],
)

export const decisions = sqliteTable('review_decisions', {
  id: text().$type<DecisionId>().primaryKey(),
  review: text('review_id').$type<ReviewId>().notNull(),
  number: text().notNull(),
  output: text().$type<Decision['output']>().notNull(),
  subsystem: text().$type<Subsystem>().notNull(),
  text: text().notNull(),
  owner: text().$type<PersonId>().notNull(),
  due: text().notNull(),
  state: text().$type<Decision['state']>().notNull(),
  note: text().notNull(),
  settledBy: text('settled_by'),
  settledAt: text('settled_at'),
  verifyNote: text('verify_note').notNull(),
  verifiedBy: text('verified_by'),
  verifiedAt: text('verified_at'),
})

export const settings = sqliteTable('review_settings', {
  id: integer().primaryKey(),
  interval: integer().notNull(),
  prepare: integer().notNull(),
  ...changed,
})
