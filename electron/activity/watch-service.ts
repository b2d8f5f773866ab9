import { existsSync, realpathSync, statSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

import { eq } from 'drizzle-orm'

import { closingNodes } from '#db/activity/closing'
import { watchFolders } from '#db/activity/tables'
import { watchedFiles, watchFolderById, watchFoldersOf } from '#db/activity/watch-queries'
import { patientLook } from '#electron/activity/patient-look'
import { lookIntoFolders } from '#electron/activity/watch'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
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

function saveFolder(
  { db, newId, user, now, folder: own }: WriteContext,
  { id, ...facts }: Omit<WatchFolder, 'id'> & { readonly id: WatchFolder['id'] | null },
): WatchFolder {
  const { path, facility } = facts
  if (closingNodes(db)(facility)?.id !== facility) throw new Refusal('activity.no-such-facility')
  // A folder that stays where it is may be gone: it is switched off and put back all the same.
  if (watchFolderById(db, id)?.path !== path) refuseUnfit(path, own)
  if (watchFoldersOf(db).some((other) => other.id !== id && other.path === path))
    throw new Refusal('activity.watch.watched-already', { path })
  const folder = { ...facts, id: id ?? newId<'watch-folder'>() }
  const row = { ...folder, removedAt: null, changedBy: user, changedAt: now }
  db.insert(watchFolders).values(row).onConflictDoUpdate({ target: watchFolders.id, set: row }).run()
  return folder
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

/** @throws Refusal `activity.watch.no-folder`, `activity.watch.own-data`. */
function refuseUnfit(path: string, own: string): void {
  if (!isAbsolute(path) || !isFolder(path)) throw new Refusal('activity.watch.no-folder', { path })
  const [there, data] = [realpathSync(path), realpathSync(own)]
  if (isWithin(there, data) || isWithin(data, there)) throw new Refusal('activity.watch.own-data', { path })
}
function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}
function isWithin(path: string, folder: string): boolean {
  return join(path, '/').startsWith(join(folder, '/'))
}
