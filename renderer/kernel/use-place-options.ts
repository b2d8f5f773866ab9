import { api } from './api.ts'
import { useAsk } from './changes.ts'

/** The organization's places as choices, from the whole to the part. */
export function usePlaceOptions() {
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const open = (tree.data ?? []).filter(({ validTo }) => validTo === null)
  const depth = { site: 0, facility: 1, unit: 2, equipment: 3 } as const
  return open.map(({ id, name, kind }) => ({ value: id, label: `${'\u3000'.repeat(depth[kind])}${name}` }))
}
