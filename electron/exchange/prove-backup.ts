import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { inventoriesOf } from '#db/accounting/queries'
import type { ReadDb } from '#db/kernel/access'
import { migrationsIn, pendingMigrations } from '#db/kernel/migrate'
import { openReader, openStore } from '#db/kernel/open'
import { recompute } from '#electron/accounting/freeze'
import { verifyEvidence } from '#electron/kernel/evidence-store'
import { verifyChain } from '#electron/kernel/verify-chain'
import type { BackupManifest, ProofFound, Trouble } from '#shared/exchange/backup'
import type { Facts } from '#shared/kernel/refusal'
import { Refusal } from '#shared/kernel/refusal'

import type { Control } from './backup.ts'
import { recordedEvidence } from './recorded-evidence.ts'
import { compareWithManifest, isOpen, unpackBackup } from './unpack-backup.ts'

export interface ProveBackup {
  /** The backup file. */
  readonly from: string
  /** A folder to restore it into, thrown away afterwards. */
  readonly scratch: string
  /** The program's own folder, with its rules and migrations. */
  readonly program: string
  /** Asks for the key of what is enciphered under one that is not held, and holds it for the folder it lies in. */
  readonly open?: (scratch: string) => Promise<void>
}

/**
 * Restores a backup aside, opens it, computes it again and throws it away: the restore drill of every backup. A backup
 * of an earlier program is brought up to date in the copy, so that an upgrade is rehearsed before it is made.
 *
 * @returns what agreed and what did not, where the backup is a faithful copy of a store that was not sound itself.
 * @throws Refusal `exchange.not-a-backup`, `exchange.backup-damaged` naming the file: not a copy of anything;
 *   `exchange.other-key` where it is enciphered under a key that is not here.
 */
export async function proveBackup(
  { from, scratch, program, open }: ProveBackup,
  control: Control,
): Promise<{ readonly manifest: BackupManifest; readonly found: ProofFound }> {
  await rm(scratch, { recursive: true, force: true })
  try {
    await unpackBackup(from, scratch)
    if (!isOpen(scratch)) await open?.(scratch)
    const manifest = await compareWithManifest(scratch, control)
    if (!isOpen(scratch)) throw new Refusal('exchange.other-key')
    const before = soundness(scratch, manifest, control)
    const migrations = migrationsIn(join(program, 'db', 'migrations'))
    // Its own backup before the migrations would be a third copy of the same.
    if (isOlder(scratch, migrations)) openStore({ folder: scratch, migrations, holder: rehearsal }).close()
    return {
      manifest,
      found: { ...(await contentProof(scratch, program, control, before)), files: manifest.files.length },
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
const rehearsal = { program: 'Tanbu', pid: process.pid, since: '' }

function isOlder(folder: string, migrations: ReturnType<typeof migrationsIn>): boolean {
  const reader = openReader(folder)
  try {
    return pendingMigrations(reader.sqlite, migrations).length > 0
  } finally {
    reader.close()
  }
}

const trouble = (code: string, facts: Facts = {}): Trouble => ({ code: `exchange.proof.${code}`, facts })

interface Sound {
  readonly auditLines: number
  readonly troubles: readonly Trouble[]
}

/** Every page, every reference, and the trail to the head that the manifest names. */
export function soundness(
  folder: string,
  { audit }: BackupManifest,
  { report }: Pick<Control, 'report'>,
): Sound {
  const reader = openReader(folder)
  try {
    const [{ integrity_check: sound } = { integrity_check: '' }] = reader.sqlite.pragma(
      'integrity_check',
    ) as { integrity_check: string }[]
    const dangling = reader.sqlite.prepare('PRAGMA foreign_key_check').all().length
    const { lines, firstBreak } = verifyChain(reader.read, audit.seq > 0 ? audit : null, report)
    return {
      auditLines: lines,
      troubles: [
        ...(sound === 'ok' ? [] : [trouble('damage', { reason: sound })]),
        ...(dangling === 0 ? [] : [trouble('dangling', { count: dangling })]),
        ...(firstBreak ? [trouble('chain', { seq: firstBreak.seq })] : []),
      ],
    }
  } finally {
    reader.close()
  }
}

async function contentProof(
  folder: string,
  program: string,
  { report }: Control,
  before: Sound,
): Promise<Omit<ProofFound, 'files'>> {
  const reader = openReader(folder)
  try {
    const hashes = recordedEvidence(reader.read)
    const faults = await verifyEvidence(folder, hashes, (done) =>
      report({ step: 'exchange.step-proving', done, total: hashes.length }),
    )
    const kept = inventoriesOf(reader.read).filter(({ state }) => state !== 'working')
    const unlike = kept.flatMap((inventory, at) => {
      report({ step: 'exchange.step-recomputing', done: at, total: kept.length })
      const { title, version } = inventory
      return isTheSame(reader.read, program, inventory.id) ? [] : [trouble('inventory', { title, version })]
    })
    return {
      evidence: hashes.length,
      auditLines: before.auditLines,
      inventories: kept.length,
      troubles: [
        ...before.troubles,
        ...faults.map(({ sha256, fault }) => trouble(`evidence-${fault}`, { sha256 })),
        ...unlike,
      ],
    }
  } finally {
    reader.close()
  }
}

function isTheSame(db: ReadDb, program: string, id: Parameters<typeof recompute>[1]): boolean {
  try {
    return recompute({ db, around: { program } }, id).isIdentical
  } catch (error) {
    // What cannot be opened or computed any more is not what was kept.
    if (error instanceof Refusal || error instanceof SyntaxError) return false
    throw error
  }
}
