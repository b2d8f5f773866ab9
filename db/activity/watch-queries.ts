import { and, asc, desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { WatchedFile, WatchFolder } from '#shared/activity/watch'

import { watchFolders, watchLog } from './tables.ts'

/** Every folder that was ever watched, by its path. */
export function watchFoldersOf(db: ReadDb): WatchFolder[] {
  return db
    .select()
    .from(watchFolders)
    .orderBy(asc(watchFolders.path))
    .all()
    .map(({ changedBy: _by, changedAt: _at, ...folder }) => folder)
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
