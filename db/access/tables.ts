import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId, Role } from '#shared/access/model'
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
  role: text().$type<Role>().notNull(),
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
