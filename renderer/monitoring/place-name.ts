import type { Node, NodeId } from '#shared/organization/model'
import { pathOf } from '#shared/organization/tree'

/** Where a node stands, the site first: `宁河厂区 / 热电分厂`. */
export function placeName(nodes: readonly Node[], id: NodeId): string {
  return pathOf(nodes, id)
    .toReversed()
    .map(({ name }) => name)
    .join(' / ')
}
