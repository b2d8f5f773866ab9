import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { hasUsers } from '#db/access/queries'
import {
  backupRulesOf,
  backupsOf,
  everyBackupFile,
  isCheckedOn,
  lastFailure,
} from '#db/exchange/backup-queries'
import { storeIdentity } from '#db/kernel/queries'
import type { TaskContext } from '#electron/kernel/context'
import { tellingFullDisk } from '#electron/kernel/disk-full'
import { Refusal } from '#shared/kernel/refusal'

import { checkAndKeep } from './keep-check.ts'
import { backUp, keepProof, nothingFound, recordFound } from './make-backup-task.ts'

const minute = 60_000
/** Milliseconds: for so long the program has been open, and for so long nobody has recorded anything. */
const settled = 3 * minute
const quiet = 2 * minute
/** Milliseconds until a backup that failed is tried again. */
const patience = 60 * minute

/** Checks the data folder and backs it up in the first quiet moments of each day. */
export function keepBackupsWhenQuiet(task: TaskContext): Promise<void> {
  const isBusy = process.uptime() * 1000 < settled || !isQuiet(task)
  return isBusy ? Promise.resolve() : keepBackups(task)
}

function isQuiet({ db, now }: TaskContext): boolean {
  const [last] = db.ask<{ at: string }>('SELECT at FROM kernel_audit ORDER BY seq DESC LIMIT 1')
  return last !== undefined && Math.abs(Date.parse(now) - Date.parse(last.at)) > quiet
}

/**
 * What is due today: backups that lie in the folder without being on record, the full check, the backup. A sample plant
 * and a folder in which nobody has begun have nothing to lose.
 */
export async function keepBackups(task: TaskContext): Promise<void> {
  const { db, today } = task
  if (!hasUsers(db) || storeIdentity(db)?.isSample !== false) return
  for (const file of unrecorded(task)) {
    tried.add(join(task.folder, file))
    await recordFound(task, file)
  }
  if (!isCheckedOn(db, today)) await checkAndKeep(task)
  const isDue = !backupsOf(db).some(({ madeOn, provenAt }) => madeOn === today && provenAt !== null)
  if (isDue && !hasJustFailed(task)) await backUpOrSay(task)
}

function unrecorded({ db, folder }: TaskContext): string[] {
  const known = everyBackupFile(db)
  const backups = join(folder, 'backups')
  if (!existsSync(backups)) return []
  return readdirSync(backups).filter(
    (name) => name.endsWith('.tanbu-backup') && !known.has(name) && !tried.has(join(folder, name)),
  )
}
/** What turned out to be no backup is looked at once as long as the program runs. */
const tried = new Set<string>()

function hasJustFailed({ db, now }: TaskContext): boolean {
  const failure = lastFailure(db)
  // A clock that was set back must not put the next attempt off for years.
  return failure !== null && Math.abs(Date.parse(now) - Date.parse(failure.madeAt)) < patience
}

/** Nobody watches: why there is none is kept, to be seen in the status bar. */
async function backUpOrSay(task: TaskContext): Promise<void> {
  const occasion = 'daily'
  try {
    await backUp(task, { occasion, target: backupRulesOf(task.db).target })
  } catch (thrown) {
    const error = tellingFullDisk(thrown)
    const isKnown = error instanceof Refusal && error.code !== 'kernel.cancelled'
    if (!isKnown) throw error
    const troubles = [{ code: error.code, facts: error.facts }]
    task.promote((context) =>
      keepProof(context, { backupId: null, occasion, found: { ...nothingFound, troubles } }),
    )
  }
}
