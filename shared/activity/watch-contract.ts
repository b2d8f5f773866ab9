import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'

import { seenFolder, watchedFile, watchFolder } from './watch.ts'

/** Folders that are watched, and what became of the files in them. */
export const watchContract = {
  watchFolders: query('activity.read', nothing, z.array(seenFolder)),
  /** Sets a folder up, or with its id changes it or puts it back. A task, for a share may take its time to answer. */
  saveWatchFolder: task(
    'activity.manage',
    watchFolder.extend({ id: watchFolder.shape.id.nullable() }),
    watchFolder,
  ),
  /** The folder is no longer looked into; its log stays. */
  removeWatchFolder: command('activity.manage', watchFolder.pick({ id: true }), watchFolder),
  /** What became of the files, newest first. */
  watchLog: query('activity.read', z.object({ limit: z.int().min(1).max(1000) }), z.array(watchedFile)),
  /** Looks into every folder at once, as happens by itself every few seconds. `waiting`: files still being written. */
  watchNow: task('activity.manage', nothing, z.object({ taken: z.int(), waiting: z.int() })),
}
