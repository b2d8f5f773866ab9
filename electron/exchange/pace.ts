import { Refusal } from '#shared/kernel/refusal'

/**
 * Lets bytes go no faster than a limit.
 *
 * @param limit KiB per second; null without one.
 * @returns ends when so many bytes more may be sent. @throws Refusal `kernel.cancelled`.
 */
export function pacer(limit: number | null, signal: AbortSignal): (bytes: number) => Promise<void> {
  let free = performance.now()
  return async (bytes) => {
    if (limit === null) return
    const now = performance.now()
    // What was not used before is not saved up beyond this moment.
    const wait = Math.max(free, now) - now
    free = Math.max(free, now) + (bytes / (limit * 1024)) * 1000
    if (wait > 0) await restFor(wait, signal)
  }
}

function restFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new Refusal('kernel.cancelled'))
    }
    if (signal.aborted) return reject(new Refusal('kernel.cancelled'))
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}
