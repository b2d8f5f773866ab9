import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

/** Words who did something; a dash for a removed person and for nobody. */
export function usePeople(): (user: string | null) => string {
  const { data = [] } = useAsk(['access', 'names'], () => api.access.names({}))
  return (user) => data.find(({ userId }) => userId === user)?.name ?? '—'
}
