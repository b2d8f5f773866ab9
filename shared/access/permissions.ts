import { type Grant, type HeldRole, isBuiltIn, type Role, roles } from '#shared/access/model'
import { type Area, areas } from '#shared/kernel/areas'
import { type Permission, type Verb, verbs } from '#shared/kernel/contract'
import { type Day, isValidOn } from '#shared/kernel/period'

type Rights = Readonly<Partial<Record<Area, readonly Verb[]>>>

/** Everybody who works with the system sees it; only what trades and values assets is narrower. */
const tradingAreas: readonly Area[] = ['assets', 'trading']
const reading = (except: readonly Area[] = []): Rights =>
  Object.fromEntries(areas.filter((area) => !except.includes(area)).map((area) => [area, ['read']]))
const everywhere = (...verbs: readonly Verb[]): Rights =>
  Object.fromEntries(areas.filter((area) => area !== 'access').map((area) => [area, verbs]))

const office = reading([...tradingAreas, 'access'])
const trader = { ...office, assets: ['read'], trading: ['read'] } as const satisfies Rights

/** What each role may do in which area. A user's rights are the union over the roles in force. */
const rights: Readonly<Record<Role, Rights>> = {
  'top-management': { ...everywhere('read', 'approve'), access: ['read'] },
  'management-representative': {
    ...everywhere('read', 'enter', 'check', 'approve'),
    assets: ['read', 'check', 'approve'],
    trading: ['read', 'check', 'approve'],
    access: ['read'],
  },
  'carbon-manager': {
    ...everywhere('read', 'enter', 'check', 'manage'),
    // Estimating what will be short is accounting; what is held and traded stays with those who answer for it.
    assets: ['read', 'enter'],
    trading: ['read'],
    access: ['read'],
  },
  'data-owner': {
    ...office,
    activity: ['read', 'enter'],
    monitoring: ['read', 'enter'],
    nonconformity: ['read', 'enter'],
    competence: ['read', 'enter'],
  },
  reviewer: {
    ...office,
    activity: ['read', 'check', 'approve'],
    monitoring: ['read', 'check'],
    accounting: ['read', 'check'],
    documents: ['read', 'check'],
    factors: ['read', 'check'],
  },
  'internal-auditor': {
    ...reading(),
    audits: ['read', 'enter', 'check'],
    nonconformity: ['read', 'enter', 'check'],
    compliance: ['read', 'check'],
  },
  'trader-strategy': { ...trader, trading: ['read', 'enter'] },
  'trader-review': { ...trader, trading: ['read', 'check', 'approve'] },
  'trader-execution': { ...trader, trading: ['read', 'enter'] },
  'trader-evaluation': { ...trader, trading: ['read', 'check'], assets: ['read', 'check'] },
  'asset-supervisor': {
    ...trader,
    assets: ['read', 'check', 'approve', 'manage'],
    trading: ['read', 'check', 'manage'],
  },
  bookkeeper: { ...trader, assets: ['read', 'enter'] },
  'document-controller': {
    ...office,
    documents: ['read', 'enter', 'check', 'manage'],
    exchange: ['read', 'enter'],
    competence: ['read', 'enter'],
  },
  'group-analyst': { ...reading(['access']), group: ['read', 'enter', 'check', 'manage'] },
  administrator: {
    ...reading(),
    access: ['read', 'enter', 'check', 'approve', 'manage'],
    exchange: ['read', 'enter', 'manage'],
    organization: ['read', 'manage'],
  },
  viewer: office,
  // Sees what was handed over, and nothing of the plant beside it.
  verifier: { verification: ['read', 'enter'] },
}

/** The permissions of a role as it is shipped, `activity.enter` and so on; a plant's own role comes with none. */
export function permissionsOf(role: HeldRole): ReadonlySet<Permission> {
  return isBuiltIn(role) ? sets[role] : nothing
}
const nothing: ReadonlySet<Permission> = new Set()
const sets = Object.fromEntries(
  roles.map((role) => [
    role,
    new Set(
      Object.entries(rights[role]).flatMap(([area, verbs]) =>
        verbs.map((verb) => `${area}.${verb}` as const),
      ),
    ),
  ]),
) as unknown as Readonly<Record<Role, ReadonlySet<Permission>>>

/** What a role holds in a plant. */
export type Matrix = (role: HeldRole) => ReadonlySet<Permission>

/** One difference of a plant's matrix from the shipped one. */
export interface RoleRight {
  readonly role: HeldRole
  readonly permission: Permission
  readonly held: boolean
}

/** The shipped matrix with what the plant changed in it. */
export function matrixWith(rights: readonly RoleRight[]): Matrix {
  if (rights.length === 0) return permissionsOf
  const changed = new Map<string, Set<Permission>>()
  for (const { role, permission, held } of rights) {
    const set = changed.get(role) ?? new Set(permissionsOf(role))
    changed.set(role, set)
    if (held) set.add(permission)
    else set.delete(permission)
  }
  return (role) => changed.get(role) ?? permissionsOf(role)
}

/** Every permission that a matrix has a column for, area by area. */
export const allPermissions: readonly Permission[] = areas.flatMap((area) =>
  verbs.map((verb) => `${area}.${verb}` as const),
)

/**
 * Whether a right stays as it is shipped: who manages people must not be made by a tick in a table, and the
 * administrator must not lose that by one.
 */
export function isFixed(permission: Permission): boolean {
  return permission === 'access.manage'
}

/**
 * What else changes with one right, it included: whoever does something in an area also sees it, and who no longer sees
 * it does nothing there.
 */
export function togetherWith(
  held: ReadonlySet<Permission>,
  permission: Permission,
  isHeld: boolean,
): Permission[] {
  const [area, verb] = permission.split('.') as [string, Verb]
  const read: Permission = `${area}.read`
  const wanted = isHeld
    ? [permission, read]
    : [permission, ...(verb === 'read' ? verbs.map((each): Permission => `${area}.${each}`) : [])]
  return [...new Set(wanted)].filter((each) => held.has(each) !== isHeld)
}

/** Every permission that some grant in force holds somewhere, for what a page offers; the spine decides. */
export function permissionsIn(
  grants: readonly Grant[],
  on: Day,
  matrix: Matrix = permissionsOf,
): Permission[] {
  return [...new Set(inForce(grants, on).flatMap(({ role }) => [...matrix(role)]))].toSorted()
}
export function inForce(grants: readonly Grant[], on: Day): Grant[] {
  return grants.filter((grant) => isValidOn(grant, on))
}

/**
 * Whether grants allow what is asked. `nodes` undefined: somewhere at all is enough; null: it concerns the whole,
 * so only a grant for the whole will do; else every node must be reached, by a grant on it or on one above it.
 *
 * @param pathOf a node and everything above it.
 */
export function allows(
  grants: readonly Grant[],
  permission: Permission,
  on: Day,
  nodes: readonly string[] | null | undefined,
  pathOf: (node: string) => readonly string[],
  matrix: Matrix = permissionsOf,
): boolean {
  const held = inForce(grants, on).filter(({ role }) => matrix(role).has(permission))
  if (held.some(({ nodeId }) => nodeId === null)) return true
  if (nodes === null) return false
  if (nodes === undefined) return held.length > 0
  if (nodes.length === 0) return held.length > 0
  return nodes.every((node) => pathOf(node).some((above) => held.some(({ nodeId }) => nodeId === above)))
}
