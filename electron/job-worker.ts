import { parentPort } from 'node:worker_threads'

import { jobs } from '#electron/job-list'
import { dropAllKeys, takeKeys } from '#electron/kernel/folder-keys'
import type { JobMessage, JobOrder } from '#electron/kernel/jobs'
import type { Progress } from '#shared/kernel/contract'
import { Refusal } from '#shared/kernel/refusal'

/** The thread that jobs run in, one after the other. */
parentPort?.on('message', (order: JobOrder) => void carryOut(order))

async function carryOut({ name, input, keys }: JobOrder): Promise<void> {
  takeKeys(keys)
  const answer = await answerOf(name, input)
  dropAllKeys()
  tell(answer)
}

function tell(message: JobMessage): void {
  parentPort?.postMessage(message)
}

/** Milliseconds between two words on the same step: nobody sees more of them, and each wakes the thread that hears it. */
const betweenWords = 100
function unhurried(report: (progress: Progress) => void): (progress: Progress) => void {
  let last = { step: '', at: 0 }
  return (progress) => {
    const at = performance.now()
    if (progress.step === last.step && at - last.at < betweenWords) return
    last = { step: progress.step, at }
    report(progress)
  }
}

async function answerOf(name: string, input: unknown): Promise<JobMessage> {
  try {
    const load = Object.hasOwn(jobs, name) ? jobs[name] : undefined
    if (!load) throw new Error(`There is no job ${name}`)
    const job = await load()
    const result = await job(input as never, {
      report: unhurried((progress) => tell({ type: 'progress', progress })),
      // A cancelled job's thread is ended from outside; the signal only exists so that jobs can also run in tests.
      signal: new AbortController().signal,
    })
    return { type: 'done', result }
  } catch (error) {
    if (error instanceof Refusal) return { type: 'refused', code: error.code, facts: error.facts }
    const failure = error instanceof Error ? error : new Error(String(error))
    const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : null
    return { type: 'failed', message: failure.message, code, stack: failure.stack ?? '' }
  }
}
