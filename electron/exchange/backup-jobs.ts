import { statSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'

import { sha256OfFile } from '#electron/exchange/write-verified'
import type { BackupManifest, ProofFound } from '#shared/exchange/backup'
import type { BackupContents } from '#shared/exchange/backup-contents'

import { type Control, makeBackup, type MakeBackup } from './backup.ts'
import { proveBackup, type ProveBackup } from './prove-backup.ts'
import { contentsOfBackup, type ReadBackup } from './read-backup.ts'
import { restore, type Restore } from './restore.ts'
import { damagedStore } from './unpack-backup.ts'

export interface MadeBackup {
  readonly manifest: Pick<BackupManifest, 'audit'>
  readonly found: ProofFound
  readonly sha256: string
  /** In bytes. */
  readonly size: number
  /** Pieces of evidence in it. */
  readonly evidence: number
}

/** Makes a backup and reads it back, on a thread of its own. */
export async function makeBackupJob(
  input: MakeBackup & { readonly programFolder: string },
  control: Control,
): Promise<MadeBackup> {
  givePlace()
  const { audit, files } = await makeBackup(input, control)
  const { found } = await proveBackup(
    { from: input.to, scratch: join(input.work, 'proof'), program: input.programFolder },
    control,
  )
  return {
    manifest: { audit },
    found,
    sha256: await sha256OfFile(input.to, control.signal),
    size: statSync(input.to).size,
    evidence: evidenceIn(files),
  }
}

export interface ProvenBackup {
  readonly found: ProofFound
  readonly manifest: Pick<BackupManifest, 'audit' | 'madeAt'> & { readonly evidence: number }
}

export async function proveBackupJob(input: ProveBackup, control: Control): Promise<ProvenBackup> {
  givePlace()
  const { found, manifest } = await proveBackup(input, control).catch((error: unknown) => {
    throw damagedStore(error)
  })
  const { audit, madeAt, files } = manifest
  return { found, manifest: { audit, madeAt, evidence: evidenceIn(files) } }
}

const evidenceIn = (files: BackupManifest['files']) =>
  files.filter(({ path }) => path.startsWith('evidence/')).length

export function readBackupJob(input: ReadBackup, control: Control): Promise<BackupContents> {
  return contentsOfBackup(input, control)
}

export async function restoreJob(input: Restore, control: Control): Promise<Pick<BackupManifest, 'audit'>> {
  const { audit } = await restore(input, control)
  return { audit }
}

/** Whoever works at the screen goes first. Only Linux has a priority for each thread; elsewhere it is the process's. */
function givePlace(): void {
  if (process.platform === 'linux') setPriority(10)
}
