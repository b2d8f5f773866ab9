import { Worker } from 'node:worker_threads'

import { heldKeys } from '#electron/kernel/folder-keys'
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

/**
 * Runs a job on a thread of its own with a bounded heap, so that a hostile or enormous file can neither stop the
 * other windows nor take the program down with it. Aborting ends the thread.
 *
 * @throws Refusal as the job refused; `kernel.cancelled`; `kernel.out-of-memory`.
 */
export function runJob({ entry, name, input, report, signal }: RunJob): Promise<unknown> {
  if (signal.aborted) return Promise.reject(new Refusal('kernel.cancelled'))
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: { name, input, keys: heldKeys() },
      // Room for what is young: files make millions of small things that are not needed for long.
      resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 },
    })
    const cancel = () => {
      void worker.terminate()
      reject(new Refusal('kernel.cancelled'))
    }
    signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'progress') return report(message.progress)
      if (message.type === 'done') resolve(message.result)
      if (message.type === 'refused') reject(new Refusal(message.code, message.facts))
      if (message.type === 'failed')
        reject(Object.assign(new Error(message.message), { stack: message.stack, code: message.code }))
    })
    worker.on('error', (error: Error & { code?: string }) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new Refusal('kernel.out-of-memory', { job: name })
          : error,
      ),
    )
    worker.on('exit', () => {
      signal.removeEventListener('abort', cancel)
      reject(new Error(`The job ${name} ended without an answer`))
    })
  })
}
