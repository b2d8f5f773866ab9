import { type Node, type NodeId, type NodeKind, nodeKinds } from './model.ts'

type Placed = Pick<Node, 'id' | 'parent' | 'position'>

/** Whether a node of one kind may stand below one of another: a part stands below the whole, levels may be left out. */
export function mayStandBelow(kind: NodeKind, parent: NodeKind | null): boolean {
  if (parent === null) return kind === 'site'
  return nodeKinds.indexOf(kind) > nodeKinds.indexOf(parent)
}

export function childrenOf<N extends Placed>(nodes: readonly N[], parent: NodeId | null): N[] {
  return nodes
    .filter((node) => node.parent === parent)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}

/** The nodes with every parent before its children and siblings in their order. */
export function inTreeOrder<N extends Placed>(nodes: readonly N[]): N[] {
  const known = new Set(nodes.map(({ id }) => id))
  // A part whose whole is not among the nodes (closed earlier, say) still shows, at the root.
  const roots = nodes
    .filter(({ parent }) => parent === null || !known.has(parent))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const below = (node: N): N[] => [node, ...childrenOf(nodes, node.id).flatMap(below)]
  return roots.flatMap(below)
}

/** The nodes and all below them, in tree order. */
export function withDescendants<N extends Placed>(nodes: readonly N[], of: readonly NodeId[]): N[] {
  const wanted = new Set<NodeId>(of)
  return inTreeOrder(nodes).filter(({ id, parent }) => {
    if (parent !== null && wanted.has(parent)) wanted.add(id)
    return wanted.has(id)
  })
}

/** From the node itself up to its site. */
export function pathOf<N extends Placed>(nodes: readonly N[], of: NodeId): N[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const path: N[] = []
  for (let at = byId.get(of); at; at = at.parent === null ? undefined : byId.get(at.parent)) path.push(at)
  return path
}
