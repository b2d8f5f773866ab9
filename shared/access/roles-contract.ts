import { z } from 'zod'

import { command, nothing, type Permission, query } from '#shared/kernel/contract'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'

import { heldRole, ownRoleId, userId } from './model.ts'
import { allPermissions } from './permissions.ts'

const permission = z.custom<Permission>((value) => allPermissions.some((each) => each === value))
const roleName = z.string().trim().min(1).max(60)
const note = z.string().trim().max(500).nullable()

export const ownRole = z.object({
  id: ownRoleId,
  name: roleName,
  note: z.string().nullable(),
  /** A removed role is granted to nobody any more. */
  removedAt: instant.nullable(),
})
export type OwnRole = Readonly<z.output<typeof ownRole>>

const delegationId = idOf<'delegation'>()
/** Somebody stands in for somebody else in one role, in `[validFrom, validTo)`. */
export const delegation = z.object({
  id: delegationId,
  from: userId,
  to: userId,
  role: heldRole,
  validFrom: day,
  validTo: day,
  reason: z.string(),
})
export type Delegation = Readonly<z.output<typeof delegation>>

const matrixRow = z.object({
  role: heldRole,
  /** Null for a built-in role, which has a wording. */
  name: z.string().nullable(),
  note: z.string().nullable(),
  permissions: z.array(z.string()),
  /** Permissions in which the role differs from the shipped one. */
  changed: z.array(z.string()),
  /** How many people hold it today. */
  holders: z.int(),
})
export type MatrixRow = Readonly<z.output<typeof matrixRow>>

/** What the roles are, who holds them, and who stands in for whom. */
export const rolesContract = {
  /** Names of the plant's own roles, for every page that shows a role. */
  ownRoles: query('signed-in', nothing, z.array(ownRole)),
  matrix: query('access.read', nothing, z.array(matrixRow)),
  /** Gives a role one right or takes it; what hangs together changes together. */
  setRight: command('access.manage', z.object({ role: heldRole, permission, isHeld: z.boolean() }), nothing),
  /** Puts a role back to what is shipped; null: all of them, the plant's own roles excepted. */
  resetRights: command('access.manage', z.object({ role: heldRole.nullable() }), nothing),
  /** A role of the plant's own, with the rights of another to begin with. */
  addRole: command('access.manage', z.object({ name: roleName, note, like: heldRole.nullable() }), ownRoleId),
  saveRole: command('access.manage', z.object({ id: ownRoleId, name: roleName, note }), nothing),
  /** A role that somebody holds is not removed. */
  removeRole: command('access.manage', z.object({ id: ownRoleId }), nothing),
  /** Who has what today, borrowed grants too. */
  holders: query(
    'access.read',
    nothing,
    z.array(
      z.object({
        user: userId,
        role: heldRole,
        nodeId: z.string().nullable(),
        validFrom: day,
        validTo: day.nullable(),
        /** For whom: null for a grant of one's own. */
        standsInFor: userId.nullable(),
      }),
    ),
  ),
  /** One's own, given and taken; who may read people sees all. */
  delegations: query('signed-in', nothing, z.array(delegation)),
  /** Lets somebody else use one of the asker's own roles for a time. What must be signed oneself is not lent. */
  delegate: command(
    'signed-in',
    z.object({
      to: userId,
      role: heldRole,
      validFrom: day,
      validTo: day,
      reason: z.string().trim().min(1).max(500),
    }),
    delegationId,
  ),
  /** Ends it today, by either side or by an administrator. */
  endDelegation: command('signed-in', z.object({ id: delegationId }), nothing),
}
