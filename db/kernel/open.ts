import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite, { type Database } from 'better-sqlite3'

import { type ReadDb, readDb, type WriteDb, writeDb } from '#db/kernel/access'
import { captureChanges } from '#db/kernel/changes'
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
}

/** Folders of a data folder: evidence under its SHA-256, half-made files, and copies of the store. */
const parts = ['evidence', 'staging', 'backups', 'exports']

/**
 * Opens a data folder for writing, makes it if it is not there, and brings it up to this program's migrations
 * after a backup of the old state.
 *
 * @throws Refusal `kernel.in-use` (another program writes), `kernel.newer-file`, `kernel.damaged`.
 */
export function openStore({ folder, migrations, holder }: OpenStore): Store {
  for (const part of parts) mkdirSync(join(folder, part), { recursive: true, mode: 0o700 })
  const release = takeLock(folder, holder)
  try {
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
  const sqlite = new Sqlite(file, { readonly: true, timeout: 5000 })
  sqlite.pragma('cache_size = -65536')
  return { sqlite, read: readDb(sqlite), close: () => sqlite.close() }
}

function connect(file: string): Database {
  const sqlite = new Sqlite(file, { timeout: 5000 })
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
    'temp_store = MEMORY',
    'secure_delete = ON',
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
  if (!existsSync(file)) sqlite.prepare('VACUUM INTO ?').run(file)
}
