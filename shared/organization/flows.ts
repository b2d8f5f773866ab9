import type { Node, NodeId, Product, SourceAtNode } from './model.ts'
import { pathOf } from './tree.ts'

const flowing = ['fuel', 'electricity', 'heat', 'material'] as const
type Flowing = (typeof flowing)[number]

/** Something that crosses the edge of a facility: a kind of flow, or a product by its name. */
export interface BoundaryFlow {
  readonly node: NodeId
  readonly direction: 'in' | 'out'
  readonly what: string
}
export function isFlowing(what: string): what is Flowing {
  return flowing.some((known) => known === what)
}

/** What each facility (or site, where no facility is) takes in and gives out, each once, in the order of the kinds. */
export function flowsOf(
  nodes: readonly Node[],
  sources: readonly SourceAtNode[],
  products: readonly Pick<Product, 'facility' | 'name'>[],
): BoundaryFlow[] {
  const registered = flowing.flatMap((what) =>
    sources
      .filter(({ flow, direction }) => flow === what && direction !== null)
      .map(({ node, direction }) => ({ node: edgeOf(nodes, node), direction: direction ?? 'in', what })),
  )
  const made = products.map(({ facility, name }) => ({
    node: facility,
    direction: 'out' as const,
    what: name,
  }))
  const all = [...registered, ...made]
  const key = ({ node, direction, what }: BoundaryFlow) => `${node} ${direction} ${what}`
  return all.filter((flow, index) => all.findIndex((other) => key(other) === key(flow)) === index)
}

/** The facility around a node; where there is none, the outermost node. */
function edgeOf(nodes: readonly Node[], node: NodeId): NodeId {
  const path = pathOf(nodes, node)
  return (path.find(({ kind }) => kind === 'facility') ?? path.at(-1))?.id ?? node
}
