import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { drainChanges } from '#db/kernel/changes'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import { appendAudit } from '#electron/kernel/audit'
import type { Surroundings } from '#electron/kernel/surroundings'
import { openFolder } from '#electron/kernel/workspace'
import type { BackupManifest } from '#shared/exchange/backup'
import { Refusal } from '#shared/kernel/refusal'

import type { Control } from './backup.ts'
import { soundness } from './prove-backup.ts'
import { compareWithManifest, isOpen, unpackBackup } from './unpack-backup.ts'

export interface Restore {
  readonly from: string
  /** The data folder to make; it must not exist or be empty. */
  readonly folder: string
}

/**
 * Brings a data folder back from a backup: unpacked beside its place, every file compared with the manifest, the
 * store opened, its trail verified, and only then moved into place. A power cut on the way leaves nothing but a folder
 * named `.restoring`.
 *
 * @throws Refusal `exchange.not-a-backup`, `exchange.backup-damaged` naming the file, `exchange.folder-not-empty`.
 */
export async function restore({ from, folder }: Restore, control: Control): Promise<BackupManifest> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new Refusal('exchange.folder-not-empty', { folder })
  const beside = `${folder}.restoring`
  await rm(beside, { recursive: true, force: true })
  try {
    await unpackBackup(from, beside)
    const manifest = await compareWithManifest(beside, control)
    // A trail that was already broken in the plant does not keep it from coming back; a page that cannot be read does.
    const damage =
      isOpen(beside) &&
      soundness(beside, manifest, control).troubles.some(({ code }) => code === 'exchange.proof.damage')
    if (damage) throw new Refusal('exchange.backup-damaged', { file: 'store.db' })
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

/**
 * Makes the restored folder a store of its own device: it remembers in its trail which head it came from, and what
 * both write from here on can be told apart. One that is enciphered under a key that is not here stays as it is.
 */
export function adoptRestored(folder: string, around: Surroundings): void {
  if (!isOpen(folder)) return
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
