import { Decimal, type DecimalText } from '#shared/kernel/quantity'

import type { BoundaryContent } from './boundary.ts'
import type { Node, NodeId } from './model.ts'
import { inTreeOrder } from './tree.ts'

/** How a node stands to the boundary. `undecided`: nobody has said yet, which is not the same as out. */
export type Standing =
  | { readonly standing: 'in' }
  /** Per cent that counts, less than 100. */
  | { readonly standing: 'shared'; readonly share: DecimalText }
  | { readonly standing: 'out'; readonly reason: string }
  | { readonly standing: 'undecided' }

type Lines = Pick<BoundaryContent, 'approach' | 'members' | 'exclusions'>

/** The standing of every node: its own line decides, else that of the nearest node above it. */
export function standingsOf(nodes: readonly Node[], lines: Lines): ReadonlyMap<NodeId, Standing> {
  const standings = new Map<NodeId, Standing>()
  for (const node of inTreeOrder(nodes)) {
    const above = node.parent === null ? undefined : standings.get(node.parent)
    standings.set(node.id, ownLine(node.id, lines) ?? above ?? { standing: 'undecided' })
  }
  return standings
}

function ownLine(id: NodeId, { approach, members, exclusions }: Lines): Standing | undefined {
  const excluded = exclusions.find(({ node }) => node === id)
  if (excluded) return { standing: 'out', reason: excluded.reason }
  const member = members.find(({ node }) => node === id)
  if (!member) return undefined
  if (approach !== 'equity-share' || member.share === null) return { standing: 'in' }
  return new Decimal(member.share).lessThan(100)
    ? { standing: 'shared', share: member.share }
    : { standing: 'in' }
}

export function isInside({ standing }: Standing): boolean {
  return standing === 'in' || standing === 'shared'
}

/** Nodes that were inside by one version and are not by another. */
export function droppedNodes(nodes: readonly Node[], before: Lines, after: Lines): Node[] {
  const [was, is] = [standingsOf(nodes, before), standingsOf(nodes, after)]
  const inside = (standings: ReadonlyMap<NodeId, Standing>, id: NodeId) => {
    const standing = standings.get(id)
    return standing !== undefined && isInside(standing)
  }
  return nodes.filter(({ id }) => inside(was, id) && !inside(is, id))
}
