import { runJob } from '#electron/kernel/jobs'
import type { Spine } from '#electron/kernel/spine'

/** The end of the check that runs, or ran last, of each program. */
const turns = new WeakMap<Spine['hub'], Promise<unknown>>()

/**
 * Runs a check on each opened data folder once, on a thread of its own, and publishes the area when it is done: no
 * window waits for it. Checks follow one another: two at once would read one disk against each other.
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
      const before = turns.get(hub) ?? Promise.resolve()
      const turn = before.then(() => runJob(run))
      turns.set(
        hub,
        turn.catch(() => {}),
      )
      reports.set(folder, (await turn) as Report)
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
