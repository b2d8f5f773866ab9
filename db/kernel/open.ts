import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite, { type Database } from 'better-sqlite3'

import { type ReadDb, readDb, type WriteDb, writeDb } from '#db/kernel/access'
import { captureChanges } from '#db/kernel/changes'
import { isKeyed, openDatabase } from '#db/kernel/cipher'
import { type Holder, takeLock } from '#db/kernel/lock'
import { migrate, type Migration, pendingMigrations } from '#db/kernel/migrate'
import { Refusal } from '#shared/kernel/refusal'

/** The one writing connection of a data folder. */
export interface Store {
  readonly folder: string
  readonly sqlite: Database
  readonly read: ReadDb
  readonly write: WriteDb
  readonly close: () => void
}

export interface OpenStore {
  readonly folder: string
  readonly migrations: readonly Migration[]
  readonly holder: Holder
  /** What has to be done to the folder by whoever holds its lock, before the store is looked at. */
  readonly prepare?: (folder: string) => void
}

/** Folders of a data folder: evidence under its SHA-256, half-made files, and copies of the store. */
const parts = ['evidence', 'staging', 'backups', 'exports']

/**
 * Opens a data folder for writing, makes it if it is not there, and brings it up to this program's migrations
 * after a backup of the old state.
 *
 * @throws Refusal `kernel.in-use` (another program writes), `kernel.newer-file`, `kernel.damaged`,
 *   `kernel.store-missing`, `kernel.not-writable`.
 */
export function openStore(open: OpenStore): Store {
  try {
    return openWritable(open)
  } catch (error) {
    throw isNotWritable(error) ? new Refusal('kernel.not-writable', { folder: open.folder }) : error
  }
}

/** What the file system and SQLite say of a folder or file that may only be read, or not even that. */
function isNotWritable(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return /^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(String(error.code))
}

function openWritable({ folder, migrations, holder, prepare }: OpenStore): Store {
  for (const part of parts) mkdirSync(join(folder, part), { recursive: true, mode: 0o700 })
  const release = takeLock(folder, holder)
  try {
    prepare?.(folder)
    refuseLostStore(folder)
    const sqlite = connect(join(folder, 'store.db'))
    try {
      checkHeader(sqlite)
      backUpBeforeMigration(sqlite, migrations, folder)
      migrate(sqlite, migrations)
      captureChanges(sqlite)
    } catch (error) {
      sqlite.close()
      throw error
    }
    const close = () => {
      sqlite.close()
      release()
    }
    return { folder, sqlite, read: readDb(sqlite), write: writeDb(sqlite), close }
  } catch (error) {
    release()
    throw error
  }
}

/** A second connection that cannot write, for tasks, reports and the command line beside a running program. */
export function openReader(folder: string): {
  readonly sqlite: Database
  readonly read: ReadDb
  readonly close: () => void
} {
  const file = join(folder, 'store.db')
  if (!existsSync(file)) throw new Refusal('kernel.no-store', { folder })
  const sqlite = openDatabase(file, { readonly: true, timeout: 5000 })
  refuseSealed(sqlite, file)
  sqlite.pragma('cache_size = -65536')
  openReaders += 1
  const close = () => {
    if (sqlite.open) openReaders -= 1
    sqlite.close()
  }
  return { sqlite, read: readDb(sqlite), close }
}

/** How many connections this thread has open for reading: where there are some, a store cannot be put in another's place. */
export const readersOpen = (): number => openReaders
let openReaders = 0

/** An encrypted store without its key cannot be told from any other bytes but by the key ring beside it. */
function refuseSealed(sqlite: Database, file: string): void {
  try {
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    sqlite.close()
    const isSealed = error instanceof Sqlite.SqliteError && error.code === 'SQLITE_NOTADB' && !isKeyed(file)
    throw isSealed ? new Refusal('kernel.sealed') : error
  }
}

/**
 * A key ring or the anchor of a trail without a store: the store was lost, by a cleaner or a broken disk. An empty plant
 * in its place would look like a first run, and its keys would take the place of those that still open the backups.
 */
function refuseLostStore(folder: string): void {
  const file = join(folder, 'store.db')
  const hadStore = ['keyring.json', 'audit-anchor.json'].some((name) => existsSync(join(folder, name)))
  if (hadStore && (!existsSync(file) || statSync(file).size === 0))
    throw new Refusal('kernel.store-missing', { folder })
}

/**
 * Refuses to read a store whose tables are not this program's: an older one is brought up to date by being opened for
 * writing, a newer one needs its own program.
 *
 * @throws Refusal `kernel.older-file`, `kernel.newer-file`.
 */
export function requireCurrent(read: ReadDb, migrations: readonly Migration[]): void {
  const seen = new Set(read.ask<{ name: string }>('SELECT name FROM migrations').map(({ name }) => name))
  const unknown = [...seen].filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0) throw new Refusal('kernel.newer-file', { migrations: unknown.join(', ') })
  const missing = migrations.filter(({ name }) => !seen.has(name)).map(({ name }) => name)
  if (missing.length > 0) throw new Refusal('kernel.older-file', { migrations: missing.join(', ') })
}

function connect(file: string): Database {
  const sqlite = openDatabase(file, { timeout: 5000 })
  try {
    // Encryption-capable builds answer a wrong or damaged header only at the first read.
    sqlite.pragma('journal_mode = WAL')
  } catch (error) {
    sqlite.close()
    throw damaged(error)
  }
  // FULL: an acknowledged change survives a power cut; the default of NORMAL in WAL mode may lose the last ones.
  for (const setting of [
    'synchronous = FULL',
    'foreign_keys = ON',
    'cache_size = -65536',
    'secure_delete = ON',
    // Without it, REPLACE deletes rows behind the back of the triggers that forbid or record it.
    'recursive_triggers = ON',
  ])
    sqlite.pragma(setting)
  return sqlite
}

/** Only header and schema are read here; the full check runs in the background once the window is up. */
function checkHeader(sqlite: Database): void {
  try {
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    throw damaged(error)
  }
}
function damaged(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  if (error.code !== 'SQLITE_NOTADB' && !error.code.startsWith('SQLITE_CORRUPT')) return error
  return new Refusal('kernel.damaged', { reason: error.message })
}

function backUpBeforeMigration(sqlite: Database, migrations: readonly Migration[], folder: string): void {
  const isNew =
    sqlite.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'kernel_audit'`).pluck().get() === 0
  const pending = pendingMigrations(sqlite, migrations)
  if (isNew || pending.length === 0) return
  const name = `before-${pending[0]?.name ?? 'migration'}`.replace(/\.sql$/, '')
  const file = join(folder, 'backups', `${name}.db`)
  if (existsSync(file)) return
  // Named when it is whole: half a copy from an attempt that was killed must not pass for a backup.
  const half = `${file}.incomplete`
  rmSync(half, { force: true })
  sqlite.prepare('VACUUM INTO ?').run(half)
  renameSync(half, file)
}
