import { existsSync } from 'node:fs'

import { mostBytes, type Trace, traceOf } from '#electron/activity/file-trace'
import type { Job } from '#electron/kernel/jobs'
import { keptSize } from '#electron/kernel/kept-bytes'

export interface TraceJob {
  readonly files: readonly { readonly sha256: string; readonly name: string; readonly path: string }[]
}
export type ReadTrace = Trace & { readonly sha256: string }

/** Reads what files of evidence say of themselves, one after the other. A file that is not there is left for later. */
export const readTracesJob: Job = async ({ files }: TraceJob, { report }): Promise<readonly ReadTrace[]> => {
  const read: ReadTrace[] = []
  for (const [done, { sha256, name, path }] of files.entries()) {
    report({ step: 'activity.reading-traces', done, total: files.length })
    if (!existsSync(path)) continue
    const silent = { madeAt: null, editedAt: null, program: null, author: null }
    read.push({ sha256, ...(keptSize(path) > mostBytes ? silent : await traceOf(path, name)) })
  }
  return read
}
