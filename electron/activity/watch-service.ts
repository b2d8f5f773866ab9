import { existsSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

import { closingNodes } from '#db/activity/closing'
import { watchFolders } from '#db/activity/tables'
import { watchedFiles, watchFoldersOf } from '#db/activity/watch-queries'
import { lookIntoFolders } from '#electron/activity/watch'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import type { WatchFolder } from '#shared/activity/watch'
import type { watchContract } from '#shared/activity/watch-contract'
import { Refusal } from '#shared/kernel/refusal'

/** Folders that are watched, and what became of the files in them. */
export const watchHandlers: Handlers<typeof watchContract> = {
  watchFolders: ({ db }) =>
    watchFoldersOf(db).map((folder) => ({ ...folder, isThere: isFolder(folder.path) })),
  saveWatchFolder: saveFolder,
  watchLog: ({ db }, { limit }) => watchedFiles(db, limit),
  watchNow: lookIntoFolders,
}

function saveFolder(
  { db, newId, user, now, folder: own }: WriteContext,
  { id, ...facts }: Omit<WatchFolder, 'id'> & { readonly id: WatchFolder['id'] | null },
): WatchFolder {
  const { path, facility } = facts
  if (closingNodes(db)(facility)?.id !== facility) throw new Refusal('activity.no-such-facility')
  if (!isAbsolute(path) || !isFolder(path)) throw new Refusal('activity.watch.no-folder', { path })
  const [there, data] = [realpathSync(path), realpathSync(own)]
  if (isWithin(there, data) || isWithin(data, there)) throw new Refusal('activity.watch.own-data', { path })
  if (watchFoldersOf(db).some((other) => other.id !== id && other.path === path))
    throw new Refusal('activity.watch.watched-already', { path })
  const folder = { ...facts, id: id ?? newId<'watch-folder'>() }
  const row = { ...folder, changedBy: user, changedAt: now }
  db.insert(watchFolders).values(row).onConflictDoUpdate({ target: watchFolders.id, set: row }).run()
  return folder
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}
function isWithin(path: string, folder: string): boolean {
  return join(path, '/').startsWith(join(folder, '/'))
}
