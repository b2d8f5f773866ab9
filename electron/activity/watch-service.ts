import { opendir, realpath } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

import { eq } from 'drizzle-orm'

import { closingNodes } from '#db/activity/closing'
import { watchFolders } from '#db/activity/tables'
import { watchedFiles, watchFolderById, watchFoldersOf } from '#db/activity/watch-queries'
import { lookIntoFolders } from '#electron/activity/watch'
import type { Handlers, ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { patientLook } from '#electron/kernel/patient-look'
import type { SeenFolder, WatchFolder } from '#shared/activity/watch'
import type { watchContract } from '#shared/activity/watch-contract'
import { Refusal } from '#shared/kernel/refusal'

/** Folders that are watched, and what became of the files in them. */
export const watchHandlers: Handlers<typeof watchContract> = {
  watchFolders: seenFolders,
  saveWatchFolder: saveFolder,
  removeWatchFolder: removeFolder,
  watchLog: ({ db }, { limit }) => watchedFiles(db, limit),
  watchNow: lookIntoFolders,
}

/** Whether one can look into a folder, asked for no longer than a page may wait. */
const lookAt = patientLook(async (path) => (await opendir(path)).close(), 1_000)

async function seenFolders({ db }: ReadContext): Promise<SeenFolder[]> {
  const seen: SeenFolder[] = []
  for (const folder of watchFoldersOf(db))
    seen.push({ ...folder, presence: (await lookAt(folder.path)).state })
  return seen
}

async function saveFolder(
  task: TaskContext,
  { id, ...facts }: Omit<WatchFolder, 'id'> & { readonly id: WatchFolder['id'] | null },
): Promise<WatchFolder> {
  const { path, facility } = facts
  if (closingNodes(task.db)(facility)?.id !== facility) throw new Refusal('activity.no-such-facility')
  // A folder that stays where it is may be gone: it is switched off and put back all the same.
  if (watchFolderById(task.db, id)?.path !== path) await refuseUnfit(path, task.folder)
  return task.promote(({ db, newId, user, now }) => {
    if (watchFoldersOf(db).some((other) => other.id !== id && other.path === path))
      throw new Refusal('activity.watch.watched-already', { path })
    const folder = { ...facts, id: id ?? newId<'watch-folder'>() }
    const row = { ...folder, removedAt: null, changedBy: user, changedAt: now }
    db.insert(watchFolders).values(row).onConflictDoUpdate({ target: watchFolders.id, set: row }).run()
    return folder
  })
}

/** Its log stays; what lies in it is left alone. */
function removeFolder(
  { db, user, now }: WriteContext,
  { id }: { readonly id: WatchFolder['id'] },
): WatchFolder {
  const folder = watchFoldersOf(db).find((known) => known.id === id)
  if (!folder) throw new Refusal('activity.watch.no-such')
  db.update(watchFolders)
    .set({ removedAt: now, changedBy: user, changedAt: now })
    .where(eq(watchFolders.id, id))
    .run()
  return folder
}

/** Where a folder really is, asked for as long as a person may wait for an answer to what was typed. */
const placeOf = patientLook(async (path) => {
  await (await opendir(path)).close()
  return realpath(path)
}, 5_000)

/** @throws Refusal `activity.watch.no-folder`, `activity.watch.silent`, `activity.watch.own-data`. */
async function refuseUnfit(path: string, own: string): Promise<void> {
  const look = isAbsolute(path) ? await placeOf(path) : { state: 'gone' as const }
  if (look.state !== 'there')
    throw new Refusal(look.state === 'silent' ? 'activity.watch.silent' : 'activity.watch.no-folder', {
      path,
    })
  const [there, data] = [look.found, await realpath(own)]
  if (isWithin(there, data) || isWithin(data, there)) throw new Refusal('activity.watch.own-data', { path })
}
function isWithin(path: string, folder: string): boolean {
  return join(path, '/').startsWith(join(folder, '/'))
}
