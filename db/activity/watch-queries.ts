import { and, asc, desc, eq, isNull } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { WatchedFile, WatchFolder } from '#shared/activity/watch'

import { watchFolders, watchLog } from './tables.ts'

/** Every folder that is watched or switched off, by its path; those that were removed are left out. */
export function watchFoldersOf(db: ReadDb): WatchFolder[] {
  return db
    .select()
    .from(watchFolders)
    .where(isNull(watchFolders.removedAt))
    .orderBy(asc(watchFolders.path))
    .all()
    .map(toFolder)
}

/** A folder, even one that was removed. */
export function watchFolderById(db: ReadDb, id: WatchFolder['id'] | null): WatchFolder | undefined {
  if (id === null) return undefined
  const row = db.select().from(watchFolders).where(eq(watchFolders.id, id)).get()
  return row && toFolder(row)
}

function toFolder({
  changedBy: _by,
  changedAt: _at,
  removedAt: _removed,
  ...folder
}: typeof watchFolders.$inferSelect): WatchFolder {
  return folder
}

/** Whether a file that looks like this was dealt with before. */
export function isLogged(
  db: ReadDb,
  folder: WatchFolder['id'],
  { name, size, modifiedAt }: { readonly name: string; readonly size: number; readonly modifiedAt: string },
): boolean {
  const same = [
    eq(watchLog.folder, folder),
    eq(watchLog.name, name),
    eq(watchLog.size, size),
    eq(watchLog.modifiedAt, modifiedAt),
  ]
  return (
    db
      .select({ id: watchLog.id })
      .from(watchLog)
      .where(and(...same))
      .limit(1)
      .all().length > 0
  )
}

/** What became of the files, newest first. */
export function watchedFiles(db: ReadDb, limit: number): WatchedFile[] {
  return db
    .select()
    .from(watchLog)
    .orderBy(desc(watchLog.at), desc(watchLog.id))
    .limit(limit)
    .all()
    .map(({ modifiedAt: _at, ...file }) => file)
}
