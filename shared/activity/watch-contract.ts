import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'

import { watchedFile, watchFolder } from './watch.ts'

/** Folders that are watched, and what became of the files in them. */
export const watchContract = {
  /** `isThere` false: nobody can look into the folder now, such as one on a share that is not connected. */
  watchFolders: query('activity.read', nothing, z.array(watchFolder.extend({ isThere: z.boolean() }))),
  /** Sets a folder up, or with its id changes it. */
  saveWatchFolder: command(
    'activity.manage',
    watchFolder.extend({ id: watchFolder.shape.id.nullable() }),
    watchFolder,
  ),
  /** What became of the files, newest first. */
  watchLog: query('activity.read', z.object({ limit: z.int().min(1).max(1000) }), z.array(watchedFile)),
  /** Looks into every folder at once, as happens by itself every few seconds. `waiting`: files still being written. */
  watchNow: task('activity.manage', nothing, z.object({ taken: z.int(), waiting: z.int() })),
}
