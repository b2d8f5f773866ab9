import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'

import { openDatabase, rekeyDatabase } from '#db/kernel/cipher'
import { randomBytes, sha256Stream } from '#electron/kernel/crypto'
import { evidenceUnder, syncFolder } from '#electron/kernel/evidence-store'
import type { FolderKeys } from '#electron/kernel/folder-keys'
import { keptPieces, writeKept } from '#electron/kernel/kept-bytes'
import { setStoreState, storeState, type StoreState } from '#electron/kernel/keyring'
import { Refusal } from '#shared/kernel/refusal'

/*
 * Enciphering or deciphering a data folder. Everything is written anew into `next/`, while what is there stays as it is;
 * then the key ring is changed in one rename, and only then the old files go and the new ones take their places. Whoever
 * opens the folder after a kill finds the ring before the change, and throws `next/` away, or after it, and goes on.
 */
export interface Conversion {
  readonly folder: string
  /** Keys of the files as they are; null for in clear. */
  readonly from: FolderKeys | null
  /** Keys of the files as they will be; null for in clear. */
  readonly to: FolderKeys | null
}

const nextIn = (folder: string) => join(folder, 'next')
const stateFile = (folder: string) => join(nextIn(folder), 'state')
/** In the order in which they change places. */
const parts = ['store.db', 'evidence', 'backups', 'exports', 'staging'] as const

/** Makes `next/`. */
export function beginConversion({ folder, to }: Conversion): void {
  discardConversion(folder)
  mkdirSync(nextIn(folder), { mode: 0o700 })
  writeFileSync(stateFile(folder), stateOf(to), { flush: true })
}
const stateOf = (to: FolderKeys | null): StoreState => (to === null ? 'plain' : 'encrypted')

/**
 * Copies evidence and backups into `next/` while people go on working: these files never change. What comes later is
 * copied by {@link convertRest}.
 *
 * @param hear is told after each file how many are done, and of how many.
 */
export function convertFixed(
  conversion: Conversion,
  hear: (done: number, total: number) => void = () => {},
): void {
  const { folder, from, to } = conversion
  const backups = filesIn(join(folder, 'backups'))
  const files = filesIn(join(folder, 'evidence')).filter((path) => /[\\/][0-9a-f]{64}$/.test(path))
  const target = join(nextIn(folder), 'evidence')
  for (const [index, path] of files.entries()) {
    const known = from === null ? evidenceUnder(target, path.slice(-64), to?.names ?? null) : null
    if (known === null || !existsSync(known)) copyEvidence(path, { target, from, to, known })
    hear(index + 1, files.length + backups.length)
  }
  for (const [index, path] of backups.entries()) {
    if (!existsSync(join(nextIn(folder), relative(folder, path)))) copyAsIs(conversion, path)
    hear(files.length + index + 1, files.length + backups.length)
  }
}

/** Copies a file under the name that it has, whole or not at all. */
function copyAsIs({ folder, from, to }: Conversion, path: string): void {
  const place = join(nextIn(folder), relative(folder, path))
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  rmSync(`${place}.new`, { force: true })
  writeKept(`${place}.new`, keptPieces(path, 0, from?.files ?? null), { key: to?.files ?? null })
  renameSync(`${place}.new`, place)
}

interface EvidenceCopy extends Omit<Conversion, 'folder'> {
  readonly target: string
  /** Where it comes to lie, as far as its name says; else its content does. */
  readonly known: string | null
}

function copyEvidence(path: string, { target, from, to, known }: EvidenceCopy): void {
  mkdirSync(target, { recursive: true, mode: 0o700 })
  const half = join(target, `${randomBytes(12).toString('hex')}.new`)
  const hash = sha256Stream()
  const pieces = function* () {
    for (const piece of keptPieces(path, 0, from?.files ?? null)) {
      hash.add(piece)
      yield piece
    }
  }
  try {
    writeKept(half, pieces(), { key: to?.files ?? null })
  } catch (error) {
    // What a defective disk changed cannot be deciphered; it is missing from then on, and the check of the store names it.
    if (!(error instanceof Error && 'code' in error && error.code === 'EBADMSG')) throw error
    rmSync(half, { force: true })
    return
  }
  const place = known ?? evidenceUnder(target, hash.end(), to?.names ?? null)
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  chmodSync(half, 0o400)
  renameSync(half, place)
}

/** Copies all the rest. The store is closed and its folder's lock is held by the caller. */
export function convertRest(
  conversion: Conversion,
  hear: (done: number, total: number) => void = () => {},
): void {
  const { folder } = conversion
  convertFixed(conversion, hear)
  for (const part of ['evidence', 'backups', 'exports', 'staging'])
    mkdirSync(join(nextIn(folder), part), { recursive: true, mode: 0o700 })
  for (const part of ['exports', 'staging'])
    for (const path of filesIn(join(folder, part))) {
      // Databases in `staging/` belonged to tasks that are over.
      if (!path.endsWith('.db') && !path.endsWith('.part')) copyAsIs(conversion, path)
    }
  // Backups that were rotated away meanwhile.
  for (const path of filesIn(join(nextIn(folder), 'backups')))
    if (!existsSync(join(folder, relative(nextIn(folder), path)))) rmSync(path)
  convertStore(conversion)
  for (const path of foldersIn(nextIn(folder))) syncFolder(path)
}

function convertStore({ folder, from, to }: Conversion): void {
  const [file, next] = [join(folder, 'store.db'), join(nextIn(folder), 'store.db')]
  const before = checkedStore(file, from)
  copyFileSync(file, next)
  rekeyDatabase(next, from?.store ?? null, to?.store ?? null)
  if (checkedStore(next, to) !== before) throw new Error('The store and its copy do not say the same')
  syncFile(next)
}

/** Brings the write-ahead log home and checks every page. @returns how many lines the trail has. */
function checkedStore(file: string, keys: FolderKeys | null): number {
  const sqlite = openDatabase(file, { timeout: 5000 }, keys?.store ?? null)
  try {
    const [{ busy } = { busy: 1 }] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    // A backup or a check on a thread of its own.
    if (busy !== 0) throw new Refusal('kernel.tasks-running')
    if (sqlite.pragma('quick_check', { simple: true }) !== 'ok') throw new Error('The store is damaged')
    return sqlite.prepare<[], number>('SELECT count(*) FROM kernel_audit').pluck().get() ?? 0
  } finally {
    sqlite.close()
  }
}

/** The switch: from here on the folder is what it was to become, though its files still have to change places. */
export function commitConversion({ folder, to }: Conversion): void {
  syncFolder(nextIn(folder))
  setStoreState(folder, stateOf(to))
}

/**
 * Ends what a kill interrupted: before the switch, the copies go; after it, they take the places of the old files.
 * Whoever calls holds the folder's lock.
 */
export function settleConversion(folder: string): void {
  if (!existsSync(nextIn(folder))) return
  const to = existsSync(stateFile(folder)) ? readFileSync(stateFile(folder), 'utf8') : null
  if (to !== storeState(folder)) return discardConversion(folder)
  for (const part of parts) {
    const next = join(nextIn(folder), part)
    if (!existsSync(next)) continue
    for (const beside of part === 'store.db' ? ['', '-wal', '-shm'] : [''])
      erase(join(folder, `${part}${beside}`))
    renameSync(next, join(folder, part))
  }
  syncFolder(folder)
  discardConversion(folder)
}

export function discardConversion(folder: string): void {
  // The state first: without it, what is left counts for nothing.
  rmSync(stateFile(folder), { force: true })
  erase(nextIn(folder))
}

/**
 * Writes zeros over a file, or all files of a folder, and removes them. On magnetic disks that makes them unreadable;
 * flash drives and file systems with snapshots may keep the old blocks, which is why the page says so.
 */
function erase(path: string): void {
  if (!existsSync(path)) return
  const found = statSync(path)
  if (found.isDirectory()) for (const name of namesIn(path)) erase(join(path, name))
  if (found.isFile()) overwrite(path, found.size)
  // Another program, such as a virus scanner, may look into it for a moment.
  rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

function overwrite(path: string, size: number): void {
  chmodSync(path, 0o600)
  const zeros = Buffer.alloc(1024 * 1024)
  const handle = openSync(path, 'r+')
  try {
    for (let at = 0; at < size; at += zeros.length)
      writeSync(handle, zeros, 0, Math.min(zeros.length, size - at), at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])
function entriesIn(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
}
function filesIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}
function foldersIn(folder: string): string[] {
  const below = entriesIn(folder).filter((entry) => entry.isDirectory())
  return [...below.map(({ parentPath, name }) => join(parentPath, name)), folder]
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
