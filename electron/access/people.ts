import { eq } from 'drizzle-orm'

import {
  allUsers,
  people,
  peopleById,
  personById,
  standingAdministrators,
  userById,
  userByLogin,
  type UserRecord,
} from '#db/access/queries'
import { accessGrants, accessPasswords, accessPeople, accessUsers } from '#db/access/tables'
import type { ReadDb } from '#db/kernel/access'
import { kernelDrafts, kernelPersonKeys } from '#db/kernel/tables'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import type { Sessions } from '#electron/kernel/gate'
import { dropUser } from '#electron/kernel/keyring'
import type { accessContract } from '#shared/access/contract'
import type { Person, UserId } from '#shared/access/model'
import { Refusal } from '#shared/kernel/refusal'

import { signedIn } from './prove.ts'

type PeopleHandlers = Pick<
  Handlers<typeof accessContract>,
  | 'names'
  | 'staff'
  | 'people'
  | 'addPerson'
  | 'savePerson'
  | 'removePerson'
  | 'saveUser'
  | 'disableUser'
  | 'enableUser'
  | 'setLanguage'
>

/** People and their accounts. Roles are in `grants.ts`; passwords in `password-handlers.ts`: they need time. */
export function peopleHandlers(sessions: Sessions): PeopleHandlers {
  return {
    names: ({ db }) => allUsers(db).map(({ id, name }) => ({ userId: id, name })),
    staff: ({ db }) => [...peopleById(db).values()].filter(({ name }) => name !== null),
    people: ({ db }) => people(db),
    addPerson: (context, facts) => {
      const id = context.newId<'person'>()
      const unknown = { department: null, position: null, phone: null, email: null, note: null }
      context.db
        .insert(accessPeople)
        .values({ id, ...unknown, ...facts, ...changed(context) })
        .run()
      return id
    },
    savePerson: (context, { id, ...facts }) => {
      presentPerson(context.db, id)
      context.db
        .update(accessPeople)
        .set({ ...facts, ...changed(context) })
        .where(eq(accessPeople.id, id))
        .run()
      return {}
    },
    removePerson: (context, { id }) => {
      removePerson(context, presentPerson(context.db, id))
      sessions.endWhere((user) => userById(context.db, user)?.personId === id)
      return {}
    },
    saveUser: (context, { userId, login, language }) => {
      presentUser(context.db, userId)
      refuseTakenLogin(context.db, login, userId)
      updateUser(context, userId, { login, language })
      return {}
    },
    disableUser: (context, { userId }) => {
      presentUser(context.db, userId)
      updateUser(context, userId, { disabledAt: context.now })
      keepAnAdministrator(context)
      sessions.endWhere((user) => user === userId)
      return {}
    },
    enableUser: (context, { userId }) => {
      presentUser(context.db, userId)
      updateUser(context, userId, { disabledAt: null })
      return {}
    },
    setLanguage: (context, { language }) => {
      updateUser(context, signedIn(context.db, context.user).id, { language })
      return {}
    },
  }
}

/** Who changed a record last, and when. */
export function changed({ user, now }: WriteContext) {
  return { changedBy: user ?? 'system', changedAt: now }
}
function updateUser(
  context: WriteContext,
  user: UserId,
  set: Partial<Pick<UserRecord, 'login' | 'language' | 'disabledAt'>>,
): void {
  context.db
    .update(accessUsers)
    .set({ ...set, ...changed(context) })
    .where(eq(accessUsers.id, user))
    .run()
}

/** @throws Refusal `access.unknown-person`, `access.person-removed`. */
export function presentPerson(db: ReadDb, id: Person['id']): Person {
  const person = personById(db, id)
  if (!person) throw new Refusal('access.unknown-person')
  if (person.removedAt !== null) throw new Refusal('access.person-removed')
  return person
}
/** @throws Refusal `access.unknown-user`, `access.person-removed`. */
export function presentUser(db: ReadDb, id: UserId): UserRecord {
  const user = userById(db, id)
  if (!user) throw new Refusal('access.unknown-user')
  if (user.name === null) throw new Refusal('access.person-removed')
  return user
}
/** @throws Refusal `access.login-taken`. */
export function refuseTakenLogin(db: ReadDb, login: string, except?: UserId): void {
  const other = userByLogin(db, login)
  if (other && other.id !== except) throw new Refusal('access.login-taken', { login })
}

/**
 * Called after a change: the refusal takes it back. An administrator only for a time or for a part does not
 * count, since the day would come on which nobody is left.
 *
 * @throws Refusal `access.last-administrator`.
 */
export function keepAnAdministrator({ db, today }: WriteContext): void {
  if (standingAdministrators(db, today).length === 0) throw new Refusal('access.last-administrator')
}

/** The row stays, because records point at it; all that speaks of the person goes, in the trail with its key. */
function removePerson(context: WriteContext, { id, account }: Person): void {
  const { db, now, today, folder } = context
  const nothing = { name: null, department: null, position: null, phone: null, email: null, note: null }
  // First, so that this command's own audit line can no longer name the person either.
  db.insert(kernelPersonKeys)
    .values({ personId: id, key: null })
    .onConflictDoUpdate({ target: kernelPersonKeys.personId, set: { key: null } })
    .run()
  db.update(accessPeople)
    .set({ ...nothing, removedAt: now, ...changed(context) })
    .where(eq(accessPeople.id, id))
    .run()
  if (!account) return
  updateUser(context, account.id, { login: null, disabledAt: now })
  db.delete(accessPasswords).where(eq(accessPasswords.userId, account.id)).run()
  // What was being typed belongs to nobody any more, and may say who it was.
  db.delete(kernelDrafts).where(eq(kernelDrafts.userId, account.id)).run()
  for (const { id: grant, validFrom, validTo } of account.grants)
    if (validTo === null || validTo > today)
      db.update(accessGrants)
        .set({ validTo: validFrom > today ? validFrom : today, ...changed(context) })
        .where(eq(accessGrants.id, grant))
        .run()
  keepAnAdministrator(context)
  dropUser(folder, account.id)
}
