import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import { Refusal } from '#shared/kernel/refusal'

/** Who writes to a data folder. Only for the wording of a refusal; the truth is the lock itself. */
export interface Holder {
  readonly program: string
  readonly pid: number
  readonly since: string
}

/**
 * Takes the one writer's place in a data folder: an exclusive transaction on `lock.db`, which the operating
 * system gives up when the process dies, so a crash never leaves a folder locked.
 *
 * @returns a function that gives the place up.
 * @throws Refusal `kernel.in-use` naming the program that holds it.
 */
export function takeLock(folder: string, holder: Holder): () => void {
  const lock = new Sqlite(join(folder, 'lock.db'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new Refusal('kernel.in-use', { ...holderOf(folder) })
  }
  writeFileSync(join(folder, 'lock.json'), JSON.stringify(holder))
  return () => lock.close()
}

function holderOf(folder: string): Holder {
  try {
    return JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8')) as Holder
  } catch {
    return { program: '?', pid: 0, since: '?' }
  }
}
