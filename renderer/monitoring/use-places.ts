import type { Node } from '#shared/organization/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'
import { useScope } from '../kernel/scope.ts'

interface Places {
  readonly nodes: readonly Node[]
  /** Where something new stands first: what the scope says, or the first facility. */
  readonly first: Node | undefined
  readonly isPending: boolean
  readonly error: unknown
}

/** The organization's tree, and the place that the scope bar means. */
export function usePlaces(): Places {
  const { facility } = useScope()
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const nodes = tree.data ?? []
  const open = nodes.filter(({ validTo }) => validTo === null)
  const first = open.find(({ id }) => id === facility) ?? open.find(({ kind }) => kind === 'facility')
  return { nodes, first, isPending: tree.isPending, error: tree.error }
}
