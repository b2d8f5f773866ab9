import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import Sqlite from 'better-sqlite3'
import type { Entry, ZipFile } from 'yauzl'

import { openReader } from '#db/kernel/open'
import { chainHead } from '#db/kernel/queries'
import { codeOf, sha256OfFile } from '#electron/exchange/write-verified'
import { holdKeys, keysFor } from '#electron/kernel/folder-keys'
import { keptRange, openKeptZip } from '#electron/kernel/kept-bytes'
import { type BackupManifest, backupManifest } from '#shared/exchange/backup'
import { Refusal } from '#shared/kernel/refusal'

import type { Control } from './backup.ts'

/** Only names that a backup of ours has are unpacked; a path that leads elsewhere is refused by the reader itself. */
const expected =
  /^(manifest\.json|store\.db|keyring\.json|evidence\/[0-9a-f]{2}\/[0-9a-f]{64}|exports\/[0-9a-f-]{36}(\.json)?)$/

/**
 * Unpacks a backup into a folder, or of it what `wanted` names.
 *
 * @throws Refusal `exchange.not-a-backup`, `exchange.no-such-file`, `exchange.backup-damaged` naming the file.
 */
export async function unpackBackup(
  from: string,
  folder: string,
  wanted: (path: string) => boolean = () => true,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const zip = await openZip(from)
  let at = basename(from)
  try {
    for await (const entry of zip.eachEntry()) {
      if (!expected.test(entry.fileName) || isTooLong(entry)) throw new Refusal('exchange.not-a-backup')
      if (!wanted(entry.fileName)) continue
      at = entry.fileName
      const file = join(folder, entry.fileName)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(file, { flags: 'wx', mode: 0o600 }),
      )
      const handle = await open(file, 'r')
      await handle.sync()
      await handle.close()
    }
  } catch (error) {
    // The same name twice: no backup of ours.
    if (codeOf(error) === 'EEXIST') throw new Refusal('exchange.not-a-backup')
    // What the disk refuses names a system call; anything else is the archive that cannot be read.
    if (error instanceof Refusal || (error instanceof Error && 'syscall' in error)) throw error
    throw new Refusal('exchange.backup-damaged', { file: at })
  } finally {
    zip.close()
  }
  // Made before the plant was encrypted: what lies here in clear within an encrypted folder is read as it is.
  if (isPlain(folder)) holdKeys(folder, null)
}
async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openKeptZip(file, { autoClose: false, lazyEntries: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('exchange.no-such-file', { file })
    throw new Refusal('exchange.not-a-backup')
  }
}

/** What is read into memory as a whole is never as long as this, in bytes; a million pieces of evidence take half of it. */
const longest = 256 * 1024 * 1024
const isTooLong = ({ fileName, uncompressedSize }: Entry) =>
  /^(manifest|keyring)\.json$/.test(fileName) && uncompressedSize > longest

/** What an unpacked backup says is in it. @throws Refusal `exchange.not-a-backup`. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => 'null')
  const manifest = backupManifest.safeParse(jsonOf(text))
  if (!manifest.success) throw new Refusal('exchange.not-a-backup')
  return manifest.data
}
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/**
 * Compares every unpacked file with the manifest, and the head of the trail in the store with the one it names.
 *
 * @throws Refusal `exchange.not-a-backup`, `exchange.backup-damaged` naming the file.
 */
export async function compareWithManifest(
  folder: string,
  { report, signal }: Control,
): Promise<BackupManifest> {
  const manifest = await readManifest(folder)
  for (const [index, file] of manifest.files.entries()) {
    await compareFile(folder, file, signal)
    report({ step: 'exchange.step-proving', done: index + 1, total: manifest.files.length })
  }
  compareHead(folder, manifest)
  return manifest
}

/** The same for the store alone. @throws Refusal `exchange.backup-damaged`. */
export async function compareStoreWithManifest(
  folder: string,
  manifest: BackupManifest,
  signal: AbortSignal,
): Promise<void> {
  for (const file of manifest.files) if (!file.path.includes('/')) await compareFile(folder, file, signal)
  compareHead(folder, manifest)
}

async function compareFile(
  folder: string,
  { path, sha256 }: BackupManifest['files'][number],
  signal: AbortSignal,
): Promise<void> {
  const file = join(folder, path)
  const found = existsSync(file) ? await sha256OfFile(file, signal) : 'missing'
  if (found !== sha256) throw new Refusal('exchange.backup-damaged', { file: path })
}

/** Whether the store in a folder can be opened: it lies there in clear, or its key is held. */
export function isOpen(folder: string): boolean {
  return keysFor(folder) !== null || isPlain(folder)
}
function isPlain(folder: string): boolean {
  const file = join(folder, 'store.db')
  return existsSync(file) && keptRange(file, 0, plainHead.length).equals(plainHead)
}
/** How a database in clear begins. */
const plainHead = Buffer.from('SQLite format 3\0')

/**
 * What SQLite says of a store that whoever made the backup may have changed at will; what the disk says is told as it is.
 *
 * @returns Refusal `exchange.backup-damaged`, or the error itself.
 */
export function damagedStore(error: unknown): unknown {
  const isOfStore =
    error instanceof Sqlite.SqliteError &&
    !/^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|BUSY|LOCKED|NOMEM|PERM)/.test(error.code)
  return isOfStore ? new Refusal('exchange.backup-damaged', { file: 'store.db' }) : error
}

/** What is enciphered under a key that is not here is compared by its bytes alone. */
function compareHead(folder: string, manifest: BackupManifest): void {
  if (!isOpen(folder)) return
  const reader = openUnpacked(folder)
  try {
    const head = chainHead(reader.read)
    if (head.hash !== manifest.audit.hash) throw new Refusal('exchange.backup-damaged', { file: 'store.db' })
  } catch (error) {
    throw damagedStore(error)
  } finally {
    reader.close()
  }
}
function openUnpacked(folder: string): ReturnType<typeof openReader> {
  try {
    return openReader(folder)
  } catch (error) {
    throw damagedStore(error)
  }
}
