import { eq, inArray } from 'drizzle-orm'

import { boundariesOf } from '#db/organization/boundary-queries'
import { descendantsOf, nodeById, nodesOf, organizationOf, usesOfNode } from '#db/organization/queries'
import { nodes } from '#db/organization/tables'
import type { WriteContext } from '#electron/kernel/context'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { NewNode, Node, NodeFacts, NodeId } from '#shared/organization/model'
import { standingsOf } from '#shared/organization/standing'
import { childrenOf, mayStandBelow } from '#shared/organization/tree'

import { openSourcesOf, refuseOpenSources, type SourceRegister } from './source-registers.ts'

/** @throws Refusal `organization.none-yet`, `organization.unknown-node`, `organization.wrong-place`, `organization.before-parent`. */
export function addNode({ db, user, now, newId }: WriteContext, input: NewNode): Node {
  const organization = organizationOf(db)
  if (!organization) throw new Refusal('organization.none-yet')
  const { kind, parent, validFrom } = input
  const above = placeFor(db, kind, parent)
  if (above && validFrom < above.validFrom)
    throw new Refusal('organization.before-parent', { name: above.name, from: above.validFrom })
  const position = nextPosition(childrenOf(nodesOf(db), parent))
  const added: Node = {
    ...factsOf(input),
    id: newId<'node'>(),
    kind,
    parent,
    position,
    validFrom,
    validTo: null,
  }
  db.insert(nodes)
    .values({ ...added, organization: organization.id, changedBy: user, changedAt: now })
    .run()
  return added
}

/** @throws Refusal `organization.unknown-node`. */
export function editNode(
  { db, user, now }: WriteContext,
  input: NodeFacts & { readonly id: NodeId; readonly seen?: NodeFacts | undefined },
): Node {
  const old = requireNode(db, input.id)
  const facts = mergedEdit(factsOf(input), input.seen, factsOf(old))
  // One took the capacity away while the other gave it a unit.
  if ((facts.capacity === null) !== (facts.capacityUnit === null))
    throw new Refusal('kernel.edited-meanwhile', { fields: 'capacity' })
  db.update(nodes)
    .set({ ...facts, changedBy: user, changedAt: now })
    .where(eq(nodes.id, old.id))
    .run()
  return { ...old, ...facts }
}

/**
 * Puts a node elsewhere. What an approved boundary says may not change behind its signature: a move that would bring
 * the node in or out is refused; it is closed here and added there instead.
 *
 * @throws Refusal `organization.unknown-node`, `organization.wrong-place`, `organization.move-changes-boundary`.
 */
export function moveNode(
  { db, user, now }: WriteContext,
  {
    id,
    parent,
    before,
  }: { readonly id: NodeId; readonly parent: NodeId | null; readonly before: NodeId | null },
): Node {
  const old = requireNode(db, id)
  placeFor(db, old.kind, parent)
  const all = nodesOf(db)
  refuseChangedStanding(db, all, { ...old, parent })
  const siblings = childrenOf(all, parent).filter((node) => node.id !== id)
  const at = siblings.findIndex((node) => node.id === before)
  const order = at < 0 ? [...siblings, old] : [...siblings.slice(0, at), old, ...siblings.slice(at)]
  const changed = { changedBy: user, changedAt: now }
  for (const [position, node] of order.entries())
    if (node.id !== id && node.position !== position)
      db.update(nodes)
        .set({ position, ...changed })
        .where(eq(nodes.id, node.id))
        .run()
  const position = order.indexOf(old)
  db.update(nodes)
    .set({ parent, position, ...changed })
    .where(eq(nodes.id, id))
    .run()
  return { ...old, parent, position }
}

function refuseChangedStanding(db: WriteContext['db'], all: readonly Node[], moved: Node): void {
  const after = all.map((node) => (node.id === moved.id ? moved : node))
  for (const version of boundariesOf(db)) {
    if (version.state === 'draft') continue
    const [was, is] = [standingsOf(all, version), standingsOf(after, version)]
    if (all.some(({ id }) => JSON.stringify(was.get(id)) !== JSON.stringify(is.get(id))))
      throw new Refusal('organization.move-changes-boundary', { name: moved.name, number: version.number })
  }
}

/**
 * Ends a node and what still exists below it.
 *
 * @throws Refusal `organization.unknown-node`, `organization.already-closed`, `organization.closed-before-begun`,
 * `organization.open-sources`.
 */
export function closeNode(
  { db, user, now }: WriteContext,
  { id, on }: { readonly id: NodeId; readonly on: Day },
  registers: readonly SourceRegister[],
): NodeId[] {
  const old = requireNode(db, id)
  if (old.validTo !== null)
    throw new Refusal('organization.already-closed', { name: old.name, on: old.validTo })
  const ending = descendantsOf(db, id).filter(({ validTo }) => validTo === null)
  const young = ending.find(({ validFrom }) => on < validFrom)
  if (young)
    throw new Refusal('organization.closed-before-begun', { name: young.name, from: young.validFrom })
  const ids = ending.map((node) => node.id)
  refuseOpenSources(openSourcesOf(registers, db, ids, on))
  db.update(nodes).set({ validTo: on, changedBy: user, changedAt: now }).where(inArray(nodes.id, ids)).run()
  return ids
}

/** @throws Refusal `organization.unknown-node`, `organization.parent-closed`. */
export function reopenNodes({ db, user, now }: WriteContext, ids: readonly NodeId[]): void {
  for (const id of ids) {
    const { parent, name } = requireNode(db, id)
    const above = parent === null ? undefined : nodeById(db, parent)
    if (above?.validTo !== undefined && above.validTo !== null && !ids.includes(above.id))
      throw new Refusal('organization.parent-closed', { name, parent: above.name })
  }
  db.update(nodes)
    .set({ validTo: null, changedBy: user, changedAt: now })
    .where(inArray(nodes.id, [...ids]))
    .run()
}

/** @throws Refusal `organization.unknown-node`, `organization.node-used`. */
export function removeNode({ db }: WriteContext, id: NodeId): void {
  const { name } = requireNode(db, id)
  const uses = usesOfNode(db, id)
  if (uses > 0) throw new Refusal('organization.node-used', { name, uses })
  db.delete(nodes).where(eq(nodes.id, id)).run()
}

export function requireNode(db: WriteContext['db'], id: NodeId): Node {
  const found = nodeById(db, id)
  if (!found) throw new Refusal('organization.unknown-node', { id })
  return found
}

function placeFor(db: WriteContext['db'], kind: Node['kind'], parent: NodeId | null): Node | undefined {
  const above = parent === null ? undefined : requireNode(db, parent)
  if (!mayStandBelow(kind, above?.kind ?? null))
    throw new Refusal('organization.wrong-place', { kind, parent: above?.kind ?? null })
  return above
}

function nextPosition(siblings: readonly Node[]): number {
  return (siblings.at(-1)?.position ?? -1) + 1
}

/** Only the facts: an input may carry more, which belongs elsewhere. */
function factsOf(input: NodeFacts): NodeFacts {
  const { code, name, tenure, capacity, capacityUnit, model, maker, serialNo, place, note } = input
  return { code, name, tenure, capacity, capacityUnit, model, maker, serialNo, place, note }
}
