import { recordedTimes } from '#db/access/audit-queries'
import type { ReadContext, TaskContext } from '#electron/kernel/context'
import { openWithPassword } from '#electron/kernel/keyring'
import { dayAfter } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

import type { Plants } from './sample.ts'

/** Going to a past day and coming back. */
export function pastHandlers(plants: Plants) {
  return {
    openPast: async (context: TaskContext, { day }: { readonly day: string }) => {
      await openPast(plants, context, day)
      return {}
    },
    openToday: () => Promise.resolve(openToday(plants)).then(() => ({})),
    recordedDays: (context: ReadContext) => recordedDays(plants.spine, context),
  }
}

/**
 * Opens the plant as it had been recorded by the end of a day, for looking at. What is open stays untouched; the copy is
 * thrown away when one comes back.
 *
 * @throws Refusal `access.past-of-past`, `access.not-past` for today and later, `access.nothing-recorded` for a day before
 *   the first record, `kernel.folder-changed` where another folder was opened meanwhile.
 */
async function openPast(
  { spine, workspace, vault }: Plants,
  context: TaskContext,
  day: string,
): Promise<void> {
  if (workspace.past()) throw new Refusal('access.past-of-past')
  if (day >= context.today) throw new Refusal('access.not-past', { day })
  const [first] = recordedDays(spine, context)
  if (first === undefined || day < first.day) throw new Refusal('access.nothing-recorded', { day })
  workspace.lendToPast()
  await context.job('access.build-past', {
    folder: context.folder,
    to: workspace.pastFolder,
    before: beginOf(dayAfter(day), spine.dayAt),
  })
  context.signal.throwIfAborted()
  if (spine.store().folder !== context.folder) throw new Refusal('kernel.folder-changed')
  workspace.usePast(day)
  openKeys({ spine, workspace, vault })
}

/** The first instant of a day in the plant's zone; zones differ from one another by whole quarters of an hour. */
export function beginOf(day: string, dayAt: (instant: Date) => string): string {
  const quarter = 15 * 60 * 1000
  const midnight = Date.parse(`${day}T00:00:00Z`)
  for (let at = midnight - 56 * quarter; at <= midnight + 56 * quarter; at += quarter)
    if (dayAt(new Date(at)) === day) return new Date(at).toISOString()
  throw new Error(`No such day: ${day}`)
}

/** Comes back to the present. */
function openToday(plants: Omit<Plants, 'sampleSteps'>): void {
  if (!plants.workspace.past()) return
  plants.workspace.leavePast()
  openKeys(plants)
}

/** Accounts are the same on both sides; only the key ring of the folder has to be opened again. */
function openKeys({ spine, vault }: Omit<Plants, 'sampleSteps'>): void {
  const { folder } = spine.store()
  spine.gate.sessions.endWhere((user) => {
    const stretched = vault.stretched(user)
    const dataKey = stretched && openWithPassword(folder, user, stretched)
    if (dataKey) vault.open(folder, dataKey)
    return !dataKey
  })
  spine.hub.publish(['access'])
}

/** The days on which something was recorded, oldest first, with how much. */
function recordedDays(
  spine: Plants['spine'],
  { db }: Pick<ReadContext, 'db'>,
): { readonly day: string; readonly count: number }[] {
  const days = new Map<string, number>()
  for (const { at, count } of recordedTimes(db)) {
    const day = spine.dayAt(new Date(at))
    days.set(day, (days.get(day) ?? 0) + count)
  }
  return [...days].map(([day, count]) => ({ day, count }))
}
