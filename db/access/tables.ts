import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { HeldRole, PersonId } from '#shared/access/model'
import type { Permission } from '#shared/kernel/contract'
import type { Id } from '#shared/kernel/id'
import type { Language } from '#shared/kernel/texts'

export const accessPeople = sqliteTable('access_people', {
  id: text().$type<PersonId>().primaryKey(),
  name: text(),
  department: text(),
  position: text(),
  phone: text(),
  email: text(),
  note: text(),
  removedAt: text('removed_at'),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const accessUsers = sqliteTable('access_users', {
  id: text().$type<Id<'user'>>().primaryKey(),
  personId: text('person_id').$type<PersonId>().notNull(),
  login: text(),
  language: text().$type<Language>().notNull(),
  disabledAt: text('disabled_at'),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const accessPasswords = sqliteTable('access_passwords', {
  userId: text('user_id').$type<Id<'user'>>().primaryKey(),
  salt: blob({ mode: 'buffer' }).notNull(),
  cost: text().notNull(),
  verifier: blob({ mode: 'buffer' }).notNull(),
  initial: integer({ mode: 'boolean' }).notNull(),
  setAt: text('set_at').notNull(),
})

export const accessGrants = sqliteTable('access_grants', {
  id: text().$type<Id<'grant'>>().primaryKey(),
  userId: text('user_id').$type<Id<'user'>>().notNull(),
  role: text().$type<HeldRole>().notNull(),
  nodeId: text('node_id'),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const accessThrottle = sqliteTable('access_throttle', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastAt: text('last_at').notNull(),
})

export const accessRoles = sqliteTable('access_roles', {
  id: text().$type<Id<'role'>>().primaryKey(),
  name: text().notNull(),
  note: text(),
  removedAt: text('removed_at'),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const accessRoleRights = sqliteTable(
  'access_role_rights',
  {
    role: text().$type<HeldRole>().notNull(),
    permission: text().$type<Permission>().notNull(),
    held: integer({ mode: 'boolean' }).notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: text('changed_at').notNull(),
  },
  ({ role, permission }) => [primaryKey({ columns: [role, permission] })],
)

export const accessDelegations = sqliteTable('access_delegations', {
  id: text().$type<Id<'delegation'>>().primaryKey(),
  fromUser: text('from_user').$type<Id<'user'>>().notNull(),
  toUser: text('to_user').$type<Id<'user'>>().notNull(),
  role: text().$type<HeldRole>().notNull(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to').notNull(),
  reason: text().notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
})

export const accessSecondFactors = sqliteTable('access_second_factors', {
  userId: text('user_id').$type<Id<'user'>>().primaryKey(),
  secret: blob({ mode: 'buffer' }).notNull(),
  codes: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  lastStep: integer('last_step').notNull(),
  setAt: text('set_at').notNull(),
  confirmed: integer({ mode: 'boolean' }).notNull(),
})
