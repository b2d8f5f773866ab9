import { parentPort, workerData } from 'node:worker_threads'

import { jobs } from '#electron/job-list'
import { type HeldKeys, takeKeys } from '#electron/kernel/folder-keys'
import type { JobMessage } from '#electron/kernel/jobs'
import { Refusal } from '#shared/kernel/refusal'

/** The thread that one job runs in. It ends with the job. */
const { name, input, keys } = workerData as {
  readonly name: string
  readonly input: unknown
  readonly keys: HeldKeys
}
takeKeys(keys)
const tell = (message: JobMessage) => parentPort?.postMessage(message)

try {
  const load = Object.hasOwn(jobs, name) ? jobs[name] : undefined
  if (!load) throw new Error(`There is no job ${name}`)
  const job = await load()
  const result = await job(input as never, {
    report: (progress) => tell({ type: 'progress', progress }),
    // A cancelled job's thread is ended from outside; the signal only exists so that jobs can also run in tests.
    signal: new AbortController().signal,
  })
  tell({ type: 'done', result })
} catch (error) {
  if (error instanceof Refusal) tell({ type: 'refused', code: error.code, facts: error.facts })
  else {
    const failure = error instanceof Error ? error : new Error(String(error))
    const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : null
    tell({ type: 'failed', message: failure.message, code, stack: failure.stack ?? '' })
  }
}
