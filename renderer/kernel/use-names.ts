import { api } from './api.ts'
import { useAsk } from './changes.ts'

/** The names behind user ids; null for a removed person. */
export function useNames(): ReadonlyMap<string, string | null> {
  const { data } = useAsk(['access', 'names'], () => api.access.names({}))
  return new Map((data ?? []).map(({ userId, name }) => [userId, name]))
}
