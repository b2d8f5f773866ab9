import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

/** What the values of this area are computed from. */
export const followed = ['activity', 'monitoring', 'factors', 'organization', 'accounting']

export function useIndicators() {
  return useAsk(['performance', 'indicators'], () => api.performance.indicators({}), {
    also: ['organization'],
  })
}
export function useBaselines() {
  return useAsk(['performance', 'baselines'], () => api.performance.baselines({}), { also: followed })
}
export function useObjectives() {
  return useAsk(['performance', 'objectives'], () => api.performance.objectives({}))
}

/** The organization's places as choices, from the whole to the part. */
export function usePlaceOptions() {
  const tree = useAsk(['organization', 'tree'], () => api.organization.tree({}))
  const open = (tree.data ?? []).filter(({ validTo }) => validTo === null)
  const depth = { site: 0, facility: 1, unit: 2, equipment: 3 } as const
  return open.map(({ id, name, kind }) => ({ value: id, label: `${'\u3000'.repeat(depth[kind])}${name}` }))
}

/** Who someone is, by the id of the user. */
export function useNames(): (user: string | null) => string {
  const { data = [] } = useAsk(['access', 'names'], () => api.access.names({}))
  return (user) => data.find(({ userId }) => userId === user)?.name ?? ''
}
