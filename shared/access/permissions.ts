import { type Grant, type Role, roles } from '#shared/access/model'
import { type Area, areas } from '#shared/kernel/areas'
import type { Permission, Verb } from '#shared/kernel/contract'
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

/** The permissions of a role, `activity.enter` and so on. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return sets[role]
}
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

/** Every permission that some grant in force holds somewhere, for what a page offers; the spine decides. */
export function permissionsIn(grants: readonly Grant[], on: Day): Permission[] {
  return [...new Set(inForce(grants, on).flatMap(({ role }) => [...permissionsOf(role)]))].toSorted()
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
): boolean {
  const held = inForce(grants, on).filter(({ role }) => permissionsOf(role).has(permission))
  if (held.some(({ nodeId }) => nodeId === null)) return true
  if (nodes === null) return false
  if (nodes === undefined) return held.length > 0
  if (nodes.length === 0) return held.length > 0
  return nodes.every((node) => pathOf(node).some((above) => held.some(({ nodeId }) => nodeId === above)))
}
