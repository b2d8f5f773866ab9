import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query'

import { Refusal } from '#shared/kernel/refusal'

import { api } from './api.ts'
import { useConnection } from './connection.ts'

/** What came from the other side. Nothing grows stale by time: the other side says what changed. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
      retryDelay: (failures) => 200 * (failures + 1),
    },
    mutations: { networkMode: 'always' },
  },
})

/**
 * Asks and asks again when the area changes: `useAsk(['factors', 'search', text], () => api.factors.search({ text }))`.
 * The key's first word is the area; a question that reads several areas names them in `also`.
 */
export function useAsk<T>(
  key: readonly [area: string, ...rest: readonly unknown[]],
  ask: (signal: AbortSignal) => Promise<T>,
  { also = [], enabled = true }: { readonly also?: readonly string[]; readonly enabled?: boolean } = {},
): UseQueryResult<T, Error> {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask(signal),
    meta: { areas: [key[0], ...also] },
    placeholderData: (before) => before,
    enabled,
  })
}

/** Marks everything that was asked of these areas as old; what is on screen is asked again at once. */
export function areasChanged(areas: readonly string[]): void {
  void queries.invalidateQueries({
    predicate: ({ meta, queryKey }) => {
      const own = (meta?.['areas'] as readonly string[] | undefined) ?? [String(queryKey[0])]
      return own.some((area) => areas.includes(area))
    },
  })
}

/** Listens to the news of changes for as long as the window is open; after a lost connection everything is asked anew. */
export function followChanges(): () => void {
  let stop = new AbortController()
  const listen = (count: number) => {
    stop.abort()
    stop = new AbortController()
    if (count > 1) void queries.invalidateQueries()
    void hear(stop.signal)
  }
  const { state, count } = useConnection.getState()
  if (state === 'open') listen(count)
  const leave = useConnection.subscribe((now, before) => {
    if (now.state === 'open' && now.count !== before.count) listen(now.count)
  })
  return () => {
    leave()
    stop.abort()
  }
}

async function hear(signal: AbortSignal): Promise<void> {
  try {
    for await (const areas of await api.desk.changes(undefined, { signal })) areasChanged(areas)
  } catch {
    // A broken or left stream ends here; the next connection listens anew.
  }
}
