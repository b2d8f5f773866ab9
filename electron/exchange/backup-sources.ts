import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { TaskContext } from '#electron/kernel/context'
import { writeKeptStream } from '#electron/kernel/kept-bytes'
import { readHeader, unseal } from '#electron/kernel/sealed-file'
import { stagedUpload } from '#electron/kernel/uploads'
import type { BackupSource } from '#shared/exchange/backup-contents'
import { Refusal } from '#shared/kernel/refusal'

import { backupPath, requireBackup } from './make-backup-task.ts'

/** What a sealed backup says it is, before anyone has its passphrase. */
export const sealedKind = 'backup'

/**
 * Works with the file that a source leads to; one under a passphrase is opened into the staging folder for as long.
 *
 * @throws Refusal `exchange.unknown-backup`, `kernel.upload-gone`, `exchange.passphrase-needed`, `kernel.sealed-passphrase`,
 *   `kernel.sealed-damaged`.
 */
export async function withBackupFile<T>(
  task: TaskContext,
  source: BackupSource,
  work: (file: string) => Promise<T>,
): Promise<T> {
  if ('id' in source) return work(backupPath(task.folder, requireBackup(task, source.id).file))
  const { path } = stagedUpload(task.folder, source.upload)
  return withOpened(path, join(task.folder, 'staging', `opened-${task.newId()}`), source.passphrase, work)
}

/** The same for any file; `scratch` is where a sealed one is opened to. */
export async function withOpened<T>(
  path: string,
  scratch: string,
  passphrase: string | null,
  work: (file: string) => Promise<T>,
): Promise<T> {
  if (!isSealed(path)) return work(path)
  if (passphrase === null || passphrase === '') throw new Refusal('exchange.passphrase-needed')
  try {
    await writeKeptStream(scratch, unseal(path, { kind: sealedKind, passphrase }))
    return await work(scratch)
  } finally {
    rmSync(scratch, { force: true })
  }
}

function isSealed(path: string): boolean {
  try {
    readHeader(path)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'kernel.sealed-not') return false
    throw error
  }
}
