import { and, eq } from 'drizzle-orm'

import { grantsOf } from '#db/access/queries'
import { allDelegations, grantsOn, isRoleHeld, ownRoles, roleRights } from '#db/access/role-queries'
import { accessDelegations, accessRoleRights, accessRoles } from '#db/access/tables'
import type { ReadDb } from '#db/kernel/access'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
import type { accessContract } from '#shared/access/contract'
import { type HeldRole, isBuiltIn, roles } from '#shared/access/model'
import { inForce, isFixed, matrixWith, permissionsOf, togetherWith } from '#shared/access/permissions'
import type { MatrixRow, OwnRole, rolesContract } from '#shared/access/roles-contract'
import type { Permission } from '#shared/kernel/contract'
import { Refusal } from '#shared/kernel/refusal'
import { addDays } from '#shared/kernel/working-days'

import { changed, presentUser } from './people.ts'
import { signedIn } from './prove.ts'
import { permissionsOfUser } from './rights.ts'

type RoleHandlers = Pick<Handlers<typeof accessContract>, keyof typeof rolesContract>

/** The matrix of roles, the plant's own roles, and who stands in for whom. */
export function roleHandlers(): RoleHandlers {
  return {
    ownRoles: ({ db }) => ownRoles(db),
    matrix: ({ db, today }) => matrixRows(db, today),
    setRight: (context, { role, permission, isHeld }) => {
      requireRole(context.db, role)
      if (isFixed(permission)) throw new Refusal('access.fixed-right')
      const held = matrixWith(roleRights(context.db))(role)
      for (const each of togetherWith(held, permission, isHeld))
        if (!isFixed(each)) keepRight(context, role, each, isHeld)
      return {}
    },
    resetRights: ({ db }, { role }) => {
      const own = new Set<string>(ownRoles(db).map(({ id }) => id))
      const meant = role === null ? roles : [role]
      for (const each of meant)
        if (!own.has(each)) db.delete(accessRoleRights).where(eq(accessRoleRights.role, each)).run()
      return {}
    },
    addRole: (context, { name, note, like }) => {
      const { db, newId } = context
      refuseTakenName(db, name, null)
      if (like !== null) requireRole(db, like)
      const id = newId<'role'>()
      db.insert(accessRoles)
        .values({ id, name, note, ...changed(context) })
        .run()
      const begun = like === null ? [] : matrixWith(roleRights(db))(like)
      for (const permission of begun) if (!isFixed(permission)) keepRight(context, id, permission, true)
      return id
    },
    saveRole: (context, { id, name, note }) => {
      requireOwn(context.db, id)
      refuseTakenName(context.db, name, id)
      context.db
        .update(accessRoles)
        .set({ name, note, ...changed(context) })
        .where(eq(accessRoles.id, id))
        .run()
      return {}
    },
    removeRole: (context, { id }) => {
      const { db, today, now } = context
      const { name } = requireOwn(db, id)
      if (isRoleHeld(db, id, today)) throw new Refusal('access.role-held', { name })
      db.update(accessRoles)
        .set({ removedAt: now, ...changed(context) })
        .where(eq(accessRoles.id, id))
        .run()
      return {}
    },
    holders: ({ db, today }) => holdersOn(db, today),
    delegations: (context) => seenDelegations(context),
    delegate,
    endDelegation,
  }
}

/** A role that can be granted. @throws Refusal `access.unknown-role`. */
export function requireRole(db: ReadDb, role: HeldRole): void {
  if (isBuiltIn(role)) return
  if (!ownRoles(db).some(({ id, removedAt }) => id === role && removedAt === null))
    throw new Refusal('access.unknown-role')
}
function requireOwn(db: ReadDb, role: OwnRole['id']): OwnRole {
  const found = ownRoles(db).find(({ id, removedAt }) => id === role && removedAt === null)
  if (!found) throw new Refusal('access.unknown-role')
  return found
}
function refuseTakenName(db: ReadDb, name: string, except: string | null): void {
  if (ownRoles(db).some((each) => each.name === name && each.removedAt === null && each.id !== except))
    throw new Refusal('access.role-name-taken', { name })
}

/** What agrees with the shipped matrix needs no row. */
function keepRight(context: WriteContext, role: HeldRole, permission: Permission, held: boolean): void {
  const { db } = context
  const here = and(eq(accessRoleRights.role, role), eq(accessRoleRights.permission, permission))
  if (permissionsOf(role).has(permission) === held) {
    db.delete(accessRoleRights).where(here).run()
    return
  }
  const facts = { held, ...changed(context) }
  db.insert(accessRoleRights)
    .values({ role, permission, ...facts })
    .onConflictDoUpdate({ target: [accessRoleRights.role, accessRoleRights.permission], set: facts })
    .run()
}

function matrixRows(db: ReadDb, today: string): MatrixRow[] {
  const rights = roleRights(db)
  const matrix = matrixWith(rights)
  const holders = Map.groupBy(grantsOn(db, today), ({ role }) => role)
  const named = [
    ...roles.map((role) => ({ role, name: null, note: null })),
    ...ownRoles(db)
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, name, note }) => ({ role: id, name, note })),
  ]
  return named.map(({ role, ...words }) => ({
    role,
    ...words,
    permissions: [...matrix(role)].toSorted(),
    changed: isBuiltIn(role)
      ? rights.filter((each) => each.role === role).map(({ permission }) => permission)
      : [],
    holders: new Set(holders.get(role)?.map(({ user }) => user)).size,
  }))
}

function holdersOn(db: ReadDb, today: string) {
  const own = grantsOn(db, today)
  const lent = allDelegations(db)
    .filter(({ validFrom, validTo }) => validFrom <= today && today < validTo)
    .flatMap(({ from, to, role, validFrom, validTo }) =>
      own
        .filter((grant) => grant.user === from && grant.role === role)
        .map(({ nodeId }) => ({ user: to, role, nodeId, validFrom, validTo, standsInFor: from })),
    )
  return [
    ...own.map(({ user, role, nodeId, validFrom, validTo }) => ({
      user,
      role,
      nodeId,
      validFrom,
      validTo,
      standsInFor: null,
    })),
    ...lent,
  ]
}

function seenDelegations({ db, user, today }: ReadContext) {
  const { id } = signedIn(db, user)
  const seesAll = permissionsOfUser(db, id, today).includes('access.read')
  return allDelegations(db).filter(({ from, to }) => seesAll || from === id || to === id)
}

/** Days for which somebody may be stood in for at most; then it is arranged anew. */
const longest = 366

type Delegating = Parameters<RoleHandlers['delegate']>[1]

/**
 * @throws Refusal `access.delegation-days`, `access.not-held`, `access.not-lent`, `access.lent-already`,
 * `access.delegate-to-self`.
 */
function delegate(context: WriteContext, { to, ...lent }: Delegating) {
  const { db, today, newId } = context
  const from = signedIn(db, context.user).id
  const target = presentUser(db, to)
  if (target.id === from) throw new Refusal('access.delegate-to-self')
  if (target.disabledAt !== null) throw new Refusal('access.unknown-user')
  const { role, validFrom, validTo } = lent
  if (validFrom < today || validTo <= validFrom || validTo > addDays(validFrom, longest))
    throw new Refusal('access.delegation-days', { days: longest })
  // Who manages people names others openly, by a grant.
  if (role === 'administrator') throw new Refusal('access.not-lent')
  if (!inForce(grantsOf(db, from), validFrom).some((held) => held.role === role))
    throw new Refusal('access.not-held')
  const isLent = allDelegations(db).some(
    (each) =>
      each.from === from &&
      each.to === to &&
      each.role === role &&
      each.validFrom < validTo &&
      validFrom < each.validTo,
  )
  if (isLent) throw new Refusal('access.lent-already')
  const id = newId<'delegation'>()
  db.insert(accessDelegations)
    .values({ id, fromUser: from, toUser: to, ...lent, ...changed(context) })
    .run()
  return id
}

/** @throws Refusal `access.unknown-delegation`, `access.delegation-over`. */
function endDelegation(context: WriteContext, { id }: { readonly id: string }) {
  const { db, today } = context
  const found = seenDelegations(context).find((each) => each.id === id)
  const user = signedIn(db, context.user).id
  const mayEnd =
    found !== undefined &&
    (found.from === user || found.to === user || permissionsOfUser(db, user, today).includes('access.manage'))
  if (!mayEnd) throw new Refusal('access.unknown-delegation')
  if (found.validTo <= today) throw new Refusal('access.delegation-over')
  db.update(accessDelegations)
    .set({ validTo: found.validFrom > today ? found.validFrom : today, ...changed(context) })
    .where(eq(accessDelegations.id, found.id))
    .run()
  return {}
}
