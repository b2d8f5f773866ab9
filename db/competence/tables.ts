import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type { Channel, DisclosedFigure, Disclosure, Message } from '#shared/competence/message'
import type { ResourceId, ResourceKind } from '#shared/competence/resource'
import type { Held, Skill, SkillId } from '#shared/competence/skill'
import type { Attendance, Awareness, Training } from '#shared/competence/training'
import type { PostId } from '#shared/organization/posts'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }
const person = text('person_id').$type<PersonId>().notNull()

export const resources = sqliteTable('competence_resources', {
  id: text().$type<ResourceId>().primaryKey(),
  year: integer().notNull(),
  kind: text().$type<ResourceKind>().notNull(),
  name: text().notNull(),
  unit: text().notNull(),
  needed: text().notNull(),
  requested: text(),
  granted: text(),
  used: text(),
  endangers: text(),
  note: text().notNull(),
  ...changed,
})

export const skills = sqliteTable('competence_skills', {
  id: text().$type<SkillId>().primaryKey(),
  name: text().notNull(),
  field: text().$type<Skill['field']>().notNull(),
  description: text().notNull(),
  ...changed,
})

export const needs = sqliteTable(
  'competence_needs',
  {
    post: text('post_id').$type<PostId>().notNull(),
    skill: text('skill_id').$type<SkillId>().notNull(),
    level: integer().notNull(),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.post, table.skill] })],
)

export const held = sqliteTable('competence_held', {
  id: text().$type<Held['id']>().primaryKey(),
  person,
  skill: text('skill_id').$type<SkillId>().notNull(),
  level: integer().notNull(),
  basis: text().$type<Held['basis']>().notNull(),
  evidence: text().notNull(),
  certificate: text(),
  issuer: text(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  withdrawnAt: text('withdrawn_at'),
  withdrawReason: text('withdraw_reason'),
  ...made,
})

export const trainings = sqliteTable('competence_trainings', {
  id: text().$type<Training['id']>().primaryKey(),
  number: text().notNull(),
  title: text().notNull(),
  topic: text().$type<Training['topic']>().notNull(),
  skill: text('skill_id').$type<SkillId>(),
  hours: text().notNull(),
  plannedOn: text('planned_on').notNull(),
  heldOn: text('held_on'),
  trainer: text().notNull(),
  place: text().notNull(),
  state: text().$type<Training['state']>().notNull(),
  heldBy: text('held_by'),
  isEffective: integer('is_effective', { mode: 'boolean' }),
  effect: text().notNull(),
  judgedBy: text('judged_by'),
  judgedAt: text('judged_at'),
  ...changed,
})

export const attendances = sqliteTable(
  'competence_attendances',
  {
    training: text('training_id').$type<Training['id']>().notNull(),
    person,
    result: text().$type<NonNullable<Attendance['result']>>(),
  },
  (table) => [primaryKey({ columns: [table.training, table.person] })],
)

export const awarenessRows = sqliteTable('competence_awareness', {
  id: text().$type<Awareness['id']>().primaryKey(),
  person,
  topic: text().$type<Awareness['topic']>().notNull(),
  toldOn: text('told_on').notNull(),
  how: text().notNull(),
  confirmedAt: text('confirmed_at'),
  ...made,
})

export const channels = sqliteTable('competence_channels', {
  id: text().$type<Channel['id']>().primaryKey(),
  subject: text().notNull(),
  audience: text().notNull(),
  occasion: text().notNull(),
  way: text().notNull(),
  owner: text('owner_id').$type<PersonId>(),
  secrecy: text().$type<Channel['secrecy']>().notNull(),
  ...changed,
})

export const messages = sqliteTable('competence_messages', {
  id: text().$type<Message['id']>().primaryKey(),
  number: text().notNull(),
  direction: text().$type<Message['direction']>().notNull(),
  way: text().$type<Message['way']>().notNull(),
  party: text().notNull(),
  subject: text().notNull(),
  content: text().notNull(),
  onDay: text('on_day').notNull(),
  isImportant: integer('is_important', { mode: 'boolean' }).notNull(),
  due: text(),
  decision: text(),
  decidedBy: text('decided_by'),
  decidedAt: text('decided_at'),
  state: text().$type<Message['state']>().notNull(),
  ...changed,
})

export const disclosures = sqliteTable('competence_disclosures', {
  id: text().$type<Disclosure['id']>().primaryKey(),
  number: text().notNull(),
  title: text().notNull(),
  recipient: text().notNull(),
  basis: text().notNull(),
  secrecy: text().$type<Disclosure['secrecy']>().notNull(),
  inventory: text().notNull(),
  figures: text({ mode: 'json' }).$type<DisclosedFigure[]>().notNull(),
  words: text().notNull(),
  state: text().$type<Disclosure['state']>().notNull(),
  signature: text('signature_id'),
  sha256: text(),
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
  handedTo: text('handed_to'),
  handedOn: text('handed_on'),
  handedBy: text('handed_by'),
  ...changed,
})
