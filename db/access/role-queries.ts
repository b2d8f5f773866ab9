import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm'

import { prepared, type ReadDb } from '#db/kernel/access'
import type { Grant, HeldRole, UserId } from '#shared/access/model'
import type { RoleRight } from '#shared/access/permissions'
import type { Delegation, OwnRole } from '#shared/access/roles-contract'

import { accessDelegations, accessGrants, accessRoleRights, accessRoles, accessUsers } from './tables.ts'

/** Where the plant's matrix differs from the shipped one. */
export function roleRights(db: ReadDb): RoleRight[] {
  return differingRights(db).all()
}
const differingRights = prepared((db: ReadDb) =>
  db
    .select({
      role: accessRoleRights.role,
      permission: accessRoleRights.permission,
      held: accessRoleRights.held,
    })
    .from(accessRoleRights)
    .prepare(),
)

/** The plant's own roles by name; a removed one is still there for the grants that named it. */
export function ownRoles(db: ReadDb): OwnRole[] {
  const { id, name, note, removedAt } = accessRoles
  return db.select({ id, name, note, removedAt }).from(accessRoles).orderBy(asc(name)).all()
}

/** Every stand-in that was ever arranged, the latest first. */
export function allDelegations(db: ReadDb): Delegation[] {
  return db
    .select(delegationColumns)
    .from(accessDelegations)
    .orderBy(sql`${accessDelegations.validFrom} DESC`, asc(accessDelegations.id))
    .all()
}
const delegationColumns = {
  id: accessDelegations.id,
  from: accessDelegations.fromUser,
  to: accessDelegations.toUser,
  role: accessDelegations.role,
  validFrom: accessDelegations.validFrom,
  validTo: accessDelegations.validTo,
  reason: accessDelegations.reason,
}

/** A grant that somebody holds for somebody else, as far as that one holds it himself. */
export interface BorrowedGrant extends Grant {
  readonly of: UserId
}

/** What somebody may do on a day because another arranged it; who was disabled lends nothing. */
export function borrowedGrants(db: ReadDb, user: UserId, today: string): BorrowedGrant[] {
  return grantsBorrowed(db).all({ user, today })
}
const grantsBorrowed = prepared((db: ReadDb) =>
  db
    .select({
      id: accessGrants.id,
      role: accessGrants.role,
      nodeId: accessGrants.nodeId,
      validFrom: accessGrants.validFrom,
      validTo: accessGrants.validTo,
      of: accessDelegations.fromUser,
    })
    .from(accessDelegations)
    .innerJoin(
      accessGrants,
      and(eq(accessGrants.userId, accessDelegations.fromUser), eq(accessGrants.role, accessDelegations.role)),
    )
    .innerJoin(
      accessUsers,
      and(eq(accessUsers.id, accessDelegations.fromUser), isNull(accessUsers.disabledAt)),
    )
    .where(
      and(
        eq(accessDelegations.toUser, sql.placeholder('user')),
        lte(accessDelegations.validFrom, sql.placeholder('today')),
        gt(accessDelegations.validTo, sql.placeholder('today')),
      ),
    )
    .prepare(),
)

/** Every grant that holds on a day, with its holder. */
export function grantsOn(db: ReadDb, today: string): (Grant & { readonly user: UserId })[] {
  return db
    .select({
      id: accessGrants.id,
      user: accessGrants.userId,
      role: accessGrants.role,
      nodeId: accessGrants.nodeId,
      validFrom: accessGrants.validFrom,
      validTo: accessGrants.validTo,
    })
    .from(accessGrants)
    .innerJoin(accessUsers, and(eq(accessUsers.id, accessGrants.userId), isNull(accessUsers.disabledAt)))
    .where(
      and(
        lte(accessGrants.validFrom, today),
        sql`(${accessGrants.validTo} IS NULL OR ${accessGrants.validTo} > ${today})`,
      ),
    )
    .all()
}

/** Whether somebody holds a role today or will. */
export function isRoleHeld(db: ReadDb, role: HeldRole, today: string): boolean {
  return (
    db
      .select({ id: accessGrants.id })
      .from(accessGrants)
      .where(
        and(
          eq(accessGrants.role, role),
          sql`(${accessGrants.validTo} IS NULL OR (${accessGrants.validTo} > ${today} AND ${accessGrants.validTo} > ${accessGrants.validFrom}))`,
        ),
      )
      .limit(1)
      .get() !== undefined
  )
}
