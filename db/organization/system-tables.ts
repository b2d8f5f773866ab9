import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '#shared/access/model'
import type { Subsystem as AnySubsystem } from '#shared/kernel/subsystem'
import type { Subsystem } from '#shared/organization/boundary'
import type { Commitment, CommitmentId } from '#shared/organization/commitment'
import type { Issue, IssueId, Strategy, StrategyId } from '#shared/organization/context'
import type {
  DeclarationContent,
  DeclarationId,
  DeclarationKind,
  DeclarationState,
  Publication,
  Returned,
} from '#shared/organization/declaration'
import type { RuleCode } from '#shared/organization/group-rules'
import type { NeedId, Party, PartyId } from '#shared/organization/parties'
import type { Appointment, AppointmentId, Body, BodyId, Duty, Post, PostId } from '#shared/organization/posts'
import type { ScopeBasis } from '#shared/organization/scope'

const changed = { changedBy: text('changed_by'), changedAt: text('changed_at').notNull() }
const made = { madeBy: text('made_by').notNull(), madeAt: text('made_at').notNull() }

export const issues = sqliteTable('organization_issues', {
  id: text().$type<IssueId>().primaryKey(),
  field: text().$type<Issue['field']>().notNull(),
  theme: text().$type<Issue['theme']>().notNull(),
  title: text().notNull(),
  effect: text().notNull(),
  owner: text('owner_id').$type<PersonId>(),
  identifiedOn: text('identified_on').notNull(),
  reviewOn: text('review_on').notNull(),
  endedOn: text('ended_on'),
  endReason: text('end_reason'),
  ...changed,
})

export const strategies = sqliteTable('organization_strategies', {
  id: text().$type<StrategyId>().primaryKey(),
  kind: text().$type<Strategy['kind']>().notNull(),
  statement: text().notNull(),
  issues: text({ mode: 'json' }).$type<IssueId[]>().notNull(),
  owner: text('owner_id').$type<PersonId>(),
  ...changed,
})

export const parties = sqliteTable('organization_parties', {
  id: text().$type<PartyId>().primaryKey(),
  name: text().notNull(),
  category: text().$type<Party['category']>().notNull(),
  channel: text(),
  owner: text('owner_id').$type<PersonId>(),
  reviewOn: text('review_on').notNull(),
  endedOn: text('ended_on'),
  endReason: text('end_reason'),
  ...changed,
})

export const needs = sqliteTable('organization_needs', {
  id: text().$type<NeedId>().primaryKey(),
  party: text('party_id').$type<PartyId>().notNull(),
  position: integer().notNull(),
  what: text().notNull(),
  isObligation: integer('is_obligation', { mode: 'boolean' }),
  answer: text(),
})

export const reviews = sqliteTable('organization_reviews', {
  id: text().primaryKey(),
  record: text().notNull(),
  outcome: text().$type<'keep' | 'change'>().notNull(),
  conclusion: text().notNull(),
  nextOn: text('next_on').notNull(),
  ...made,
})

export const adoptions = sqliteTable('organization_adoptions', {
  subsystem: text().$type<Subsystem>().primaryKey(),
  isAdopted: integer('is_adopted', { mode: 'boolean' }).notNull(),
  reason: text(),
  since: text().notNull(),
  ...changed,
})

export const declarations = sqliteTable('organization_declarations', {
  id: text().$type<DeclarationId>().primaryKey(),
  kind: text().$type<DeclarationKind>().notNull(),
  subsystem: text().$type<AnySubsystem>().notNull(),
  number: integer().notNull(),
  state: text().$type<DeclarationState>().notNull(),
  content: text({ mode: 'json' }).$type<DeclarationContent>().notNull(),
  reason: text(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  reviewOn: text('review_on').notNull(),
  authors: text({ mode: 'json' }).$type<string[]>().notNull(),
  submittedAt: text('submitted_at'),
  submittedBy: text('submitted_by'),
  returned: text({ mode: 'json' }).$type<Returned>(),
  basis: text({ mode: 'json' }).$type<ScopeBasis>(),
  alone: text(),
  signedText: text('signed_text'),
  signature: text('signature_id'),
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
  ...changed,
})

export const publications = sqliteTable('organization_publications', {
  id: text().$type<Publication['id']>().primaryKey(),
  declaration: text('declaration_id').$type<DeclarationId>().notNull(),
  audience: text().$type<Publication['audience']>().notNull(),
  place: text().notNull(),
  recipients: text().notNull(),
  publishedOn: text('published_on').notNull(),
  ...made,
})

export const acknowledgements = sqliteTable(
  'organization_acknowledgements',
  {
    record: text().notNull(),
    person: text('person_id').$type<PersonId>().notNull(),
    paper: text(),
    ...made,
  },
  (table) => [primaryKey({ columns: [table.record, table.person] })],
)

export const commitments = sqliteTable('organization_commitments', {
  id: text().$type<CommitmentId>().primaryKey(),
  theme: text().$type<Commitment['theme']>().notNull(),
  serves: text({ mode: 'json' }).$type<Commitment['serves']>().notNull(),
  statement: text().notNull(),
  person: text('person_id').$type<PersonId>().notNull(),
  targetYear: integer('target_year'),
  value: text(),
  unit: text(),
  covers: text(),
  route: text(),
  state: text().$type<Commitment['state']>().notNull(),
  place: text(),
  publishedOn: text('published_on'),
  endReason: text('end_reason'),
  ...changed,
})

export const bodies = sqliteTable('organization_bodies', {
  id: text().$type<BodyId>().primaryKey(),
  parent: text('parent_id').$type<BodyId>(),
  name: text().notNull(),
  level: text().$type<Body['level']>().notNull(),
  form: text().$type<Body['form']>(),
  host: text(),
  staff: integer(),
  position: integer().notNull(),
  note: text(),
  ...changed,
  confidentiality: text(),
  dataScope: text('data_scope'),
})

export const posts = sqliteTable('organization_posts', {
  id: text().$type<PostId>().primaryKey(),
  body: text('body_id').$type<BodyId>().notNull(),
  kind: text().$type<Post['kind']>().notNull(),
  title: text().notNull(),
  isHead: integer('is_head', { mode: 'boolean' }).notNull(),
  authority: text().notNull(),
  moneyLimit: text('money_limit'),
  duties: text({ mode: 'json' }).$type<Duty[]>().notNull(),
  position: integer().notNull(),
  ...changed,
})

export const appointments = sqliteTable('organization_appointments', {
  id: text().$type<AppointmentId>().primaryKey(),
  number: text().notNull(),
  post: text('post_id').$type<PostId>().notNull(),
  person: text('person_id').$type<PersonId>().notNull(),
  capacity: text().$type<Appointment['capacity']>().notNull(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  ...changed,
})

export const groupRules = sqliteTable('organization_rules', {
  code: text().$type<RuleCode>().primaryKey(),
  state: text().$type<'issued' | 'elsewhere'>().notNull(),
  title: text(),
  number: text(),
  issuedOn: text('issued_on'),
  body: text('body_id').$type<BodyId>(),
  reason: text(),
  ...changed,
})
