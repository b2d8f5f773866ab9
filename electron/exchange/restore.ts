import { existsSync, rmSync } from 'node:fs'
import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { drainChanges } from '#db/kernel/changes'
import type { Store } from '#db/kernel/open'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import { appendAudit } from '#electron/kernel/audit'
import { lendKeys } from '#electron/kernel/folder-keys'
import type { Surroundings } from '#electron/kernel/surroundings'
import { openFolder } from '#electron/kernel/workspace'
import type { BackupManifest } from '#shared/exchange/backup'
import { Refusal } from '#shared/kernel/refusal'

import type { Control } from './backup.ts'
import { soundness } from './prove-backup.ts'
import { compareWithManifest, damagedStore, isOpen, unpackBackup } from './unpack-backup.ts'

export interface Restore {
  readonly from: string
  /** The data folder to make; it must not exist or be empty. */
  readonly folder: string
  /** Offers to open what is enciphered under a key that is not held, so that its store is checked on the way. */
  readonly open?: (beside: string) => Promise<void>
}

/**
 * Brings a data folder back from a backup: unpacked beside its place, every file compared with the manifest, the
 * store opened, its trail verified, and only then moved into place. A power cut on the way leaves nothing but a folder
 * named `.restoring`.
 *
 * @throws Refusal `exchange.not-a-backup`, `exchange.backup-damaged` naming the file, `exchange.folder-not-empty`.
 */
export async function restore({ from, folder, open }: Restore, control: Control): Promise<BackupManifest> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new Refusal('exchange.folder-not-empty', { folder })
  const beside = `${folder}.restoring`
  await rm(beside, { recursive: true, force: true })
  try {
    await unpackBackup(from, beside)
    if (!isOpen(beside)) await open?.(beside)
    const manifest = await compareWithManifest(beside, control)
    // A trail that was already broken in the plant does not keep it from coming back; a page that cannot be read does.
    const damage =
      isOpen(beside) &&
      soundness(beside, manifest, control).troubles.some(({ code }) => code === 'exchange.proof.damage')
    if (damage) throw new Refusal('exchange.backup-damaged', { file: 'store.db' })
    await rm(folder, { recursive: true, force: true })
    await rm(join(beside, 'manifest.json'))
    await writeFile(join(beside, arrival), '', { mode: 0o600, flush: true })
    lendKeys(beside, folder)
    for (const part of ['store.db-wal', 'store.db-shm']) await rm(join(beside, part), { force: true })
    await rename(beside, folder)
    return manifest
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw damagedStore(error)
  }
}

/** Lies in a restored folder until its trail says where it came from: an enciphered one cannot be written to before. */
const arrival = 'restored'

/** Makes a restored folder a store of its own; one that is enciphered under a key that is not here waits for it. */
export function adoptRestored(folder: string, around: Surroundings): void {
  if (!isOpen(folder)) return
  const { store, close } = openFolder(folder, around)
  try {
    adoptArrived(store(), around)
  } finally {
    close()
  }
}

/**
 * Makes a store that was restored one of its own device: it remembers in its trail which head it came from, and what both
 * write from here on can be told apart. Any other store stays as it is.
 */
export function adoptArrived({ folder, sqlite, read }: Store, around: Surroundings): void {
  const note = join(folder, arrival)
  if (!existsSync(note)) return
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
  rmSync(note, { force: true })
}
