import type { Progress } from '#shared/kernel/contract'

/**
 * Turns long work into a stream of its progress that ends in its result. Progress that nobody has taken yet is
 * overwritten by newer progress, so that a slow window never holds up the work. Leaving the stream aborts the work.
 */
export async function* taskStream<T>(
  work: (report: (progress: Progress) => void, signal: AbortSignal) => Promise<T>,
  outer: AbortSignal | undefined,
): AsyncGenerator<Progress, T> {
  const abort = new AbortController()
  const signal = outer ? AbortSignal.any([outer, abort.signal]) : abort.signal
  let latest: Progress | null = null
  let wake = () => {}
  const report = (progress: Progress) => {
    latest = progress
    wake()
  }
  let ended = false
  const result = work(report, signal).finally(() => {
    ended = true
    wake()
  })
  // The rejection is taken by the `await` below; until then it must not count as unhandled.
  result.catch(() => {})
  try {
    while (!ended) {
      if (latest) {
        const progress: Progress = latest
        latest = null
        yield progress
      } else await new Promise<void>((resolve) => (wake = resolve))
    }
    return await result
  } finally {
    abort.abort()
  }
}
