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

/** Who someone is, by the id of the user. */
export function useNames(): (user: string | null) => string {
  const { data = [] } = useAsk(['access', 'names'], () => api.access.names({}))
  return (user) => data.find(({ userId }) => userId === user)?.name ?? ''
}
