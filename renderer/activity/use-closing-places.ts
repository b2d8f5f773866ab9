import type { Node } from '#shared/organization/model'
import { pathOf } from '#shared/organization/tree'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

interface ClosingPlaces {
  readonly nodes: readonly Node[]
  /** Every facility, and each site for what hangs on it directly; facilities first. */
  readonly places: readonly Node[]
  readonly isPending: boolean
  readonly error: unknown
}

/** Where readings are entered and months are closed. */
export function useClosingPlaces(): ClosingPlaces {
  const {
    data: nodes = [],
    isPending,
    error,
  } = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const places = [
    ...nodes.filter(({ kind }) => kind === 'facility'),
    ...nodes.filter(({ kind }) => kind === 'site'),
  ]
  return { nodes, places, isPending, error }
}

/** The place with which the months of a node are closed: its facility, or its site where it stands in none. */
export function closingPlaceOf(nodes: readonly Node[], node: string | null): Node | undefined {
  const known = nodes.find(({ id }) => id === node)
  const path = known ? pathOf(nodes, known.id) : []
  return path.find(({ kind }) => kind === 'facility') ?? path.at(-1)
}
