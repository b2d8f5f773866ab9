import { runJob } from '#electron/kernel/jobs'
import type { Spine } from '#electron/kernel/spine'

/**
 * Runs a check on each opened data folder once, on a thread of its own, and publishes the area when it is done: no
 * window waits for it.
 *
 * @returns what it found in a folder, null while it goes on.
 */
export function oncePerFolder<Report>(
  { around, hub }: Pick<Spine, 'around' | 'hub'>,
  job: string,
  area: string,
): (folder: string) => Report | null {
  const reports = new Map<string, Report | null>()
  const begin = async (folder: string) => {
    reports.set(folder, null)
    try {
      const { signal } = new AbortController()
      const run = { entry: around.jobs, name: job, input: { folder }, report: () => {}, signal }
      reports.set(folder, (await runJob(run)) as Report)
      hub.publish([area])
    } catch {
      // The folder was closed or removed meanwhile; the next question about it begins again.
      reports.delete(folder)
    }
  }
  return (folder) => {
    if (!reports.has(folder)) void begin(folder)
    return reports.get(folder) ?? null
  }
}
