import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import yauzl from 'yauzl'

import { drainChanges } from '#db/kernel/changes'
import { openReader } from '#db/kernel/open'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import { sha256OfFile } from '#electron/exchange/write-verified'
import { appendAudit } from '#electron/kernel/audit'
import type { Surroundings } from '#electron/kernel/surroundings'
import { openFolder } from '#electron/kernel/workspace'
import { type BackupManifest, backupManifest } from '#shared/exchange/model'
import type { Progress } from '#shared/kernel/contract'
import { Refusal } from '#shared/kernel/refusal'

export interface Restore {
  readonly from: string
  /** The data folder to make; it must not exist or be empty. */
  readonly folder: string
  readonly report: (progress: Progress) => void
  readonly signal: AbortSignal
}

/**
 * Brings a data folder back from a backup: unpacked beside its place, every file compared with the manifest, the
 * store opened and its chain's head compared, and only then moved into place. A power cut on the way leaves
 * nothing but a folder named `.restoring`.
 *
 * @throws Refusal `exchange.not-a-backup`, `exchange.backup-damaged` naming the file, `exchange.folder-not-empty`.
 */
export async function restore({ from, folder, report, signal }: Restore): Promise<BackupManifest> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new Refusal('exchange.folder-not-empty', { folder })
  const beside = `${folder}.restoring`
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { recursive: true, mode: 0o700 })
  try {
    await unpack(from, beside)
    const manifest = await proveUnpacked(beside, report, signal)
    await rm(folder, { recursive: true, force: true })
    await rm(join(beside, 'manifest.json'))
    for (const part of ['store.db-wal', 'store.db-shm']) await rm(join(beside, part), { force: true })
    await rename(beside, folder)
    return manifest
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
}

/** Reads a backup back into a scratch folder and throws it away again: the restore drill of every backup. */
export async function proveBackup(
  from: string,
  scratch: string,
  report: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<BackupManifest> {
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  try {
    await unpack(from, scratch)
    return await proveUnpacked(scratch, report, signal)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function proveUnpacked(
  folder: string,
  report: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<BackupManifest> {
  const manifest = await readManifest(folder)
  for (const [index, { path, sha256 }] of manifest.files.entries()) {
    const file = join(folder, path)
    const found = existsSync(file) ? await sha256OfFile(file, signal) : 'missing'
    if (found !== sha256) throw new Refusal('exchange.backup-damaged', { file: path })
    report({ step: 'exchange.step-proving', done: index + 1, total: manifest.files.length })
  }
  const reader = openReader(folder)
  try {
    const head = chainHead(reader.read)
    if (head.hash !== manifest.audit.hash) throw new Refusal('exchange.backup-damaged', { file: 'store.db' })
    const [{ integrity_check: sound } = { integrity_check: '' }] = reader.sqlite.pragma(
      'integrity_check',
    ) as { integrity_check: string }[]
    if (sound !== 'ok') throw new Refusal('exchange.backup-damaged', { file: 'store.db' })
  } finally {
    reader.close()
  }
  return manifest
}

async function readManifest(folder: string): Promise<BackupManifest> {
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
 * Makes the restored folder a store of its own device: it remembers in its trail which head it came from, and what
 * both write from here on can be told apart.
 */
export function adoptRestored(folder: string, around: Surroundings): void {
  const { store, close } = openFolder(folder, around)
  try {
    const { sqlite, read } = store()
    const came = storeIdentity(read)
    const head = chainHead(read)
    sqlite
      .transaction(() => {
        sqlite.prepare('UPDATE kernel_store SET device_id = ?').run(around.newId())
        const changes = drainChanges(sqlite)
        const notes = [
          { code: 'exchange.restored', device: came?.deviceId ?? null, seq: head.seq, head: head.hash },
        ]
        const entry = {
          at: around.now().toISOString(),
          actor: 'system',
          procedure: 'exchange.restore',
          outcome: 'done' as const,
        }
        appendAudit(sqlite, { ...entry, changes, notes }, {})
      })
      .immediate()
  } finally {
    close()
  }
}

/** Only names that a backup of ours has are unpacked; a path that leads elsewhere is refused by the reader itself. */
const expected =
  /^(manifest\.json|store\.db|keyring\.json|evidence\/[0-9a-f]{2}\/[0-9a-f]{64}|exports\/[0-9a-f-]{36}(\.json)?)$/

async function unpack(from: string, folder: string): Promise<void> {
  const zip = await openZip(from)
  let at = basename(from)
  try {
    for await (const entry of zip.eachEntry()) {
      if (!expected.test(entry.fileName)) throw new Refusal('exchange.not-a-backup')
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
    // What the disk refuses names a system call; anything else is the archive that cannot be read.
    if (error instanceof Refusal || (error instanceof Error && 'syscall' in error)) throw error
    throw new Refusal('exchange.backup-damaged', { file: at })
  } finally {
    zip.close()
  }
}
async function openZip(file: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(file, { autoClose: false, lazyEntries: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('exchange.no-such-file', { file })
    throw new Refusal('exchange.not-a-backup')
  }
}
