import { grantsOf } from '#db/access/queries'
import { borrowedGrants, roleRights } from '#db/access/role-queries'
import type { ReadDb } from '#db/kernel/access'
import type { UserId } from '#shared/access/model'
import { allows, matrixWith, permissionsIn } from '#shared/access/permissions'
import type { Permission } from '#shared/kernel/contract'

/** A node and everything above it in the organization, which `access` does not know itself. */
export type PathOf = (db: ReadDb, node: string) => readonly string[]

/** Everything that a user may do somewhere today, by own and by borrowed grants. */
export function permissionsOfUser(db: ReadDb, user: UserId, today: string): Permission[] {
  const grants = [...grantsOf(db, user), ...borrowedGrants(db, user, today)]
  return permissionsIn(grants, today, matrixWith(roleRights(db)))
}

export interface Asked {
  readonly user: UserId
  readonly permission: Permission
  readonly today: string
  readonly nodes: readonly string[] | null | undefined
}

/**
 * By whose grants a user may do something: `own`, the id of somebody he stands in for, or null where he may not.
 * Several who lend the same right count as the first of them.
 */
export function mayBy(
  db: ReadDb,
  { user, permission, today, nodes }: Asked,
  pathOf: PathOf,
): 'own' | UserId | null {
  const matrix = matrixWith(roleRights(db))
  const path = (node: string) => pathOf(db, node)
  const own = grantsOf(db, user)
  if (allows(own, permission, today, nodes, path, matrix)) return 'own'
  const borrowed = borrowedGrants(db, user, today)
  // What is one's own and what is lent may reach the asked nodes only together.
  if (borrowed.length === 0 || !allows([...own, ...borrowed], permission, today, nodes, path, matrix))
    return null
  return borrowed.find(({ role }) => matrix(role).has(permission))?.of ?? null
}
