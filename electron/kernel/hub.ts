/** Tells every window which areas a command changed, so that a change on one screen refreshes the others. */
export interface Hub {
  readonly publish: (areas: readonly string[]) => void
  /** Areas as they change, until the signal aborts. */
  readonly follow: (signal: AbortSignal | undefined) => AsyncGenerator<readonly string[], void>
}

export function createHub(): Hub {
  const listeners = new Set<(areas: readonly string[]) => void>()
  return {
    publish: (areas) => {
      if (areas.length > 0) for (const hear of listeners) hear(areas)
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
