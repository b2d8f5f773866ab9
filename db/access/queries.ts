import { and, asc, eq, isNull, sql } from 'drizzle-orm'

import { prepared, type ReadDb } from '#db/kernel/access'
import type { Account, Grant, Person, PersonId, Staff, UserId } from '#shared/access/model'
import type { Assignee } from '#shared/kernel/task'
import type { Language } from '#shared/kernel/texts'

import { accessGrants, accessPasswords, accessPeople, accessThrottle, accessUsers } from './tables.ts'

/** An account with the name of its person. `name` and `login` are null once the person was removed. */
export interface UserRecord {
  readonly id: UserId
  readonly personId: Person['id']
  readonly login: string | null
  readonly name: string | null
  readonly language: Language
  readonly disabledAt: string | null
}

const userColumns = {
  id: accessUsers.id,
  personId: accessUsers.personId,
  login: accessUsers.login,
  name: accessPeople.name,
  language: accessUsers.language,
  disabledAt: accessUsers.disabledAt,
}

/** Whether the first run is over: somebody can sign in. */
export function hasUsers(db: ReadDb): boolean {
  return db.select({ id: accessUsers.id }).from(accessUsers).limit(1).get() !== undefined
}
export function userById(db: ReadDb, id: UserId): UserRecord | undefined {
  return userWithId(db).get({ id })
}
const userWithId = prepared((db: ReadDb) =>
  users(db)
    .where(eq(accessUsers.id, sql.placeholder('id')))
    .prepare(),
)
/** Logins differ by more than case. */
export function userByLogin(db: ReadDb, login: string): UserRecord | undefined {
  return users(db)
    .where(eq(sql`${accessUsers.login} COLLATE NOCASE`, login))
    .get()
}
/** Every account with the name of its person, removed ones too: old records still point at them. */
export function allUsers(db: ReadDb): UserRecord[] {
  return users(db).orderBy(asc(accessPeople.name)).all()
}
function users(db: ReadDb) {
  return db
    .select(userColumns)
    .from(accessUsers)
    .innerJoin(accessPeople, eq(accessPeople.id, accessUsers.personId))
    .$dynamic()
}

/** Everybody who can sign in, with the department of the person. */
export function assignees(db: ReadDb): Assignee[] {
  return db
    .select({ user: accessUsers.id, name: accessPeople.name, department: accessPeople.department })
    .from(accessUsers)
    .innerJoin(accessPeople, eq(accessPeople.id, accessUsers.personId))
    .where(and(isNull(accessUsers.disabledAt), isNull(accessPeople.removedAt)))
    .all()
}

/** Password record of a user: salt, cost and verifier; see `electron/access/passwords.ts`. */
export function passwordOf(db: ReadDb, user: UserId) {
  return db.select().from(accessPasswords).where(eq(accessPasswords.userId, user)).get()
}
export type PasswordRecord = NonNullable<ReturnType<typeof passwordOf>>

/** Every grant of a user, past and future ones too, oldest first. */
export function grantsOf(db: ReadDb, user: UserId): Grant[] {
  return grantsToUser(db).all({ user })
}
const grantColumns = {
  id: accessGrants.id,
  role: accessGrants.role,
  nodeId: accessGrants.nodeId,
  validFrom: accessGrants.validFrom,
  validTo: accessGrants.validTo,
}
const grantsToUser = prepared((db: ReadDb) =>
  db
    .select(grantColumns)
    .from(accessGrants)
    .where(eq(accessGrants.userId, sql.placeholder('user')))
    .orderBy(asc(accessGrants.validFrom), asc(accessGrants.id))
    .prepare(),
)

export function grantById(db: ReadDb, id: Grant['id']) {
  return db
    .select({ ...grantColumns, userId: accessGrants.userId })
    .from(accessGrants)
    .where(eq(accessGrants.id, id))
    .get()
}

/**
 * Users who are administrators of the whole on a day and from then on without end: the only ones who count when
 * the last one may not go.
 */
export function standingAdministrators(db: ReadDb, today: string): UserId[] {
  return db
    .selectDistinct({ id: accessUsers.id })
    .from(accessUsers)
    .innerJoin(accessGrants, eq(accessGrants.userId, accessUsers.id))
    .where(
      and(
        isNull(accessUsers.disabledAt),
        eq(accessGrants.role, 'administrator'),
        isNull(accessGrants.nodeId),
        isNull(accessGrants.validTo),
        sql`${accessGrants.validFrom} <= ${today}`,
      ),
    )
    .all()
    .map(({ id }) => id)
}

/** Who people are, by the id under which records name them; `name` is null once a person was removed. */
export function peopleById(db: ReadDb): ReadonlyMap<PersonId, Staff> {
  const found = db
    .select({
      personId: accessPeople.id,
      name: accessPeople.name,
      department: accessPeople.department,
      position: accessPeople.position,
      user: accessUsers.id,
      disabledAt: accessUsers.disabledAt,
    })
    .from(accessPeople)
    .leftJoin(accessUsers, eq(accessUsers.personId, accessPeople.id))
    .orderBy(asc(accessPeople.name))
    .all()
  return new Map(
    found.map(({ user, disabledAt, ...person }) => [
      person.personId,
      { ...person, userId: disabledAt === null ? user : null },
    ]),
  )
}

/** Everybody with account and grants; removed people last. */
export function people(db: ReadDb): Person[] {
  const accounts = new Map(
    users(db)
      .all()
      .map((user) => [user.personId, accountOf(db, user)]),
  )
  return db
    .select()
    .from(accessPeople)
    .orderBy(asc(sql`${accessPeople.removedAt} IS NOT NULL`), asc(accessPeople.name), asc(accessPeople.id))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...person }) => ({
      ...person,
      account: accounts.get(person.id) ?? null,
    }))
}
function accountOf(db: ReadDb, { id, login, language, disabledAt }: UserRecord): Account {
  return { id, login, language, disabledAt, grants: grantsOf(db, id) }
}
export function personById(db: ReadDb, id: Person['id']): Person | undefined {
  return people(db).find((person) => person.id === id)
}

export function throttleOf(db: ReadDb, key: string) {
  return db.select().from(accessThrottle).where(eq(accessThrottle.key, key)).get()
}

/** Everything that makes up an account, row by row, to carry it into another data folder. */
export function accountOfUser(db: ReadDb, id: UserId) {
  const user = db.select().from(accessUsers).where(eq(accessUsers.id, id)).get()
  const password = passwordOf(db, id)
  const person = user && db.select().from(accessPeople).where(eq(accessPeople.id, user.personId)).get()
  if (!user || !password || !person) throw new Error(`The user ${id} is not complete`)
  return { user, password, person }
}
