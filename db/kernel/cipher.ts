import { resolve, sep } from 'node:path'

import Sqlite, { type Database, type Options } from 'better-sqlite3'

/** Keys of the databases of encrypted data folders, by folder; in memory only, for this thread. Null for in clear. */
const keys = new Map<string, Buffer | null>()

/** From now on databases in this folder are opened and made with the key, 32 bytes; with null in clear. */
export function holdStoreKey(folder: string, key: Buffer | null): void {
  keys.set(resolve(folder), key)
}
export function dropStoreKey(folder: string): void {
  keys.delete(resolve(folder))
}

/** The innermost of these folders in which a path lies, or which it is; undefined where it lies in none. */
export function folderAround(path: string, folders: Iterable<string>): string | undefined {
  const place = resolve(path)
  return [...folders]
    .filter((folder) => place === folder || place.startsWith(folder + sep))
    .toSorted((a, b) => b.length - a.length)[0]
}

/**
 * Opens or makes a database: enciphered where its folder is, page by page with what the write-ahead log and journals hold
 * (ChaCha20-Poly1305, the driver's default). What SQLite spills while sorting stays in memory.
 *
 * @param key instead of the folder's own; null for in clear.
 */
export function openDatabase(file: string, options: Options = {}, key = storeKeyFor(file)): Database {
  const sqlite = new Sqlite(file, options)
  if (key !== null) applyKey(sqlite, 'key', key)
  sqlite.pragma('temp_store = MEMORY')
  return sqlite
}

/** Enciphers a closed copy of a database under a new key, or deciphers it with null. It must not be in use. */
export function rekeyDatabase(file: string, from: Buffer | null, to: Buffer | null): void {
  const sqlite = openDatabase(file, {}, from)
  try {
    // In WAL mode the driver leaves the old pages standing.
    sqlite.pragma('journal_mode = DELETE')
    if (to === null) sqlite.pragma(`rekey = ''`)
    else applyKey(sqlite, 'rekey', to)
    sqlite.pragma('journal_mode = WAL')
  } finally {
    sqlite.close()
  }
}

/** A raw key: the 32 bytes themselves, without a derivation by the driver. */
function applyKey(sqlite: Database, pragma: 'key' | 'rekey', key: Buffer): void {
  sqlite.pragma(`${pragma} = "x'${key.toString('hex')}'"`)
}

/** Whether a key is held for the folder in which a database lies. */
export const isKeyed = (file: string): boolean => storeKeyFor(file) !== null

function storeKeyFor(file: string): Buffer | null {
  const folder = folderAround(file, keys.keys())
  return (folder === undefined ? undefined : keys.get(folder)) ?? null
}
