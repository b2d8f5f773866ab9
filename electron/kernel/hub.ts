/** Tells every window which areas a command changed, so that a change on one screen refreshes the others. */
export interface Hub {
  readonly publish: (areas: readonly string[]) => void
  /** What changes while the work runs is told once, when it ends: many changes at once would be asked for one by one. */
  readonly together: <T>(work: () => Promise<T>) => Promise<T>
  /** Areas as they change, until the signal aborts. */
  readonly follow: (signal: AbortSignal | undefined) => AsyncGenerator<readonly string[], void>
}

export function createHub(): Hub {
  const listeners = new Set<(areas: readonly string[]) => void>()
  let held: Set<string> | null = null
  const publish = (areas: readonly string[]) => {
    if (held !== null) for (const area of areas) held.add(area)
    else if (areas.length > 0) for (const hear of listeners) hear(areas)
  }
  return {
    publish,
    together: async (work) => {
      if (held !== null) return work()
      const own = (held = new Set<string>())
      try {
        return await work()
      } finally {
        held = null
        publish([...own])
      }
    },
    follow: async function* (signal) {
      const queue: (readonly string[])[] = []
      let wake = () => {}
      const hear = (areas: readonly string[]) => {
        queue.push(areas)
        wake()
      }
      listeners.add(hear)
      signal?.addEventListener('abort', () => wake(), { once: true })
      try {
        while (!signal?.aborted) {
          const next = queue.shift()
          if (next) yield next
          else await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        listeners.delete(hear)
      }
    },
  }
}
