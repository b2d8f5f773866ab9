import type { UserId } from '#shared/access/model'

import { api } from '../kernel/api.ts'
import { useAsk } from '../kernel/changes.ts'

/** The names behind user ids; null for a removed person. */
export function useNames(): ReadonlyMap<UserId, string | null> {
  const { data } = useAsk(['access', 'names'], () => api.access.names({}))
  return new Map((data ?? []).map(({ userId, name }) => [userId, name]))
}
