import { Worker } from 'node:worker_threads'

import { type HeldKeys, heldKeys } from '#electron/kernel/folder-keys'
import type { Progress } from '#shared/kernel/contract'
import { type Facts, Refusal } from '#shared/kernel/refusal'

/** What a job's thread says to the thread that started it. */
export type JobMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'refused'; readonly code: string; readonly facts: Facts }
  | {
      readonly type: 'failed'
      readonly message: string
      readonly code: string | null
      readonly stack: string
    }

/** A job as its thread runs it. Its input and result are plain data. */
export type Job = (
  input: never,
  control: { readonly report: (progress: Progress) => void; readonly signal: AbortSignal },
) => Promise<unknown>

export interface RunJob {
  readonly entry: URL
  readonly name: string
  readonly input: unknown
  readonly report: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** What a job's thread is told: the job, and the keys of the folders that are open. */
export interface JobOrder {
  readonly name: string
  readonly input: unknown
  readonly keys: HeldKeys
}

/** Milliseconds that a thread waits for its next job: to start one costs more than many jobs do. */
const idleRest = 5_000
/** The thread that waits, of each program that threads run. */
const idle = new Map<string, { readonly worker: Worker; readonly wake: () => void }>()

/**
 * Runs a job on a thread of its own with a bounded heap, so that a hostile or enormous file can neither stop the
 * other windows nor take the program down with it. Aborting ends the thread; one that has done its job holds no keys
 * any more, and is given the next job if that comes soon.
 *
 * @throws Refusal as the job refused; `kernel.cancelled`; `kernel.out-of-memory`.
 */
export function runJob({ entry, name, input, report, signal }: RunJob): Promise<unknown> {
  if (signal.aborted) return Promise.reject(new Refusal('kernel.cancelled'))
  return new Promise((resolve, reject) => {
    const worker = idleThread(entry) ?? newThread(entry)
    const leave = () => {
      signal.removeEventListener('abort', cancel)
      for (const [event, hear] of heard) worker.off(event, hear)
    }
    const cancel = () => {
      leave()
      void worker.terminate()
      reject(new Refusal('kernel.cancelled'))
    }
    const hearMessage = (message: JobMessage) => {
      if (message.type === 'progress') return report(message.progress)
      leave()
      if (message.type === 'failed') {
        void worker.terminate()
        return reject(Object.assign(new Error(message.message), { stack: message.stack, code: message.code }))
      }
      keepIdle(entry, worker)
      if (message.type === 'done') resolve(message.result)
      else reject(new Refusal(message.code, message.facts))
    }
    const hearError = (error: Error & { code?: string }) => {
      leave()
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(isFull ? new Refusal('kernel.out-of-memory', { job: name }) : error)
    }
    const hearExit = () => {
      leave()
      reject(new Error(`The job ${name} ended without an answer`))
    }
    const heard = [
      ['message', hearMessage],
      ['error', hearError],
      ['exit', hearExit],
    ] as const
    signal.addEventListener('abort', cancel, { once: true })
    for (const [event, hear] of heard) worker.on(event, hear)
    worker.postMessage({ name, input, keys: heldKeys() } satisfies JobOrder)
  })
}

function newThread(entry: URL): Worker {
  // Room for what is young: files make millions of small things that are not needed for long.
  return new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 } })
}

function idleThread(entry: URL): Worker | undefined {
  const waiting = idle.get(entry.href)
  if (!waiting) return undefined
  idle.delete(entry.href)
  waiting.wake()
  return waiting.worker
}

/** Lets a thread wait for its next job; a second one that would wait too ends at once. */
function keepIdle(entry: URL, worker: Worker): void {
  if (idle.has(entry.href)) return void worker.terminate()
  const wake = () => {
    clearTimeout(end)
    worker.off('error', forget).off('exit', forget).ref()
  }
  const forget = () => {
    if (idle.get(entry.href)?.worker === worker) idle.delete(entry.href)
    wake()
    void worker.terminate()
  }
  const end = setTimeout(forget, idleRest).unref()
  // Nobody else hears of a thread that ends while it waits.
  worker.on('error', forget).on('exit', forget).unref()
  idle.set(entry.href, { worker, wake })
}
