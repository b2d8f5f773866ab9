import type { TaskContext } from '#electron/kernel/context'
import { type Job, runJob } from '#electron/kernel/jobs'
import { keptRange, keptSize } from '#electron/kernel/kept-bytes'
import { plainTextOf } from '#electron/kernel/plain-text'
import { Refusal } from '#shared/kernel/refusal'

/** What is small and no PDF is read where it is asked for: a thread would take longer to begin. */
const smallBytes = 256 * 1024
/** A file that takes longer is kept without its text. */
const patience = 20_000

export interface ReadText {
  readonly path: string
}
export const readTextJob: Job = ({ path }: ReadText) => plainTextOf(path)

/**
 * What a staged file says, see {@link plainTextOf}; large files and PDFs on a thread of their own, in bounded time and
 * memory. Never refused for what is in it: a file that cannot be read can still be kept.
 */
export async function readText({ around, signal }: TaskContext, path: string): Promise<string> {
  const isPdf = keptRange(path, 0, 1024).includes('%PDF-')
  if (!isPdf && keptSize(path) <= smallBytes) return plainTextOf(path)
  const job = { entry: around.jobs, name: 'kernel.read-text', input: { path } satisfies ReadText }
  const isEnough = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  try {
    return String(await runJob({ ...job, report: () => {}, signal: isEnough }))
  } catch (error) {
    if (signal.aborted || !(error instanceof Refusal)) throw error
    return ''
  }
}
