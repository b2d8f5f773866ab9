import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { and, eq, isNull, ne } from 'drizzle-orm'

import { backupById, backupRulesOf, backupsOf } from '#db/exchange/backup-queries'
import { exchangeBackups, exchangeProofs } from '#db/exchange/backup-tables'
import { targetById } from '#db/exchange/queries'
import { storeIdentity } from '#db/kernel/queries'
import { copyVerified } from '#electron/exchange/write-verified'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { hashOfFile, syncFolder } from '#electron/kernel/evidence-store'
import { giveAnchor } from '#electron/kernel/given-anchors'
import { keptSize } from '#electron/kernel/kept-bytes'
import type { Backup, BackupId, Occasion, Proof, ProofFound } from '#shared/exchange/backup'
import { surplus } from '#shared/exchange/backup-rotation'
import type { TargetId } from '#shared/exchange/model'
import { Refusal } from '#shared/kernel/refusal'

import type { MadeBackup, ProvenBackup } from './backup-jobs.ts'
import { sendBackup } from './outbox-service.ts'

/** Where the backups of a data folder lie. */
export function backupPath(folder: string, file: string): string {
  return join(folder, 'backups', file)
}

/**
 * Makes a backup, restores it aside and computes it again, and only then calls it one; with a target, brings it there
 * too. What the rotation no longer keeps is removed.
 */
export async function backUp(
  context: TaskContext,
  { occasion, target }: { readonly occasion: Occasion; readonly target: TargetId | null },
): Promise<Backup> {
  const { folder, around, now, today } = context
  const name = freeName(join(folder, 'backups'), now)
  const file = backupPath(folder, name)
  const half = `${file}.incomplete`
  const work = join(folder, 'staging', `backup-${name}`)
  mkdirSync(join(folder, 'backups'), { recursive: true })
  try {
    const { manifest, found, sha256, size, evidence } = await context.job<MadeBackup>(
      'exchange.make-backup',
      {
        folder,
        work,
        to: half,
        program: around.name,
        programFolder: around.program,
        at: now,
      },
    )
    renameSync(half, file)
    syncFolder(join(folder, 'backups'))
    giveAnchor(folder, { purpose: 'backup', sha256 }, manifest.audit)
    const made: Backup = {
      id: context.newId(),
      file: name,
      occasion,
      sha256,
      size,
      evidence,
      auditSeq: manifest.audit.seq,
      madeOn: today,
      madeAt: now,
      provenAt: found.troubles.length === 0 ? around.now().toISOString() : null,
    }
    const place = target === null ? null : folderOf(context, target)
    if (place !== null) await copyVerified(file, join(place, name), sha256)
    const removed = context.promote((write) => {
      if (target !== null && place === null) sendBackup(write, made, target)
      return record(write, made, manifest.audit.hash, found)
    })
    for (const gone of removed) rmSync(backupPath(folder, gone), { force: true })
    return made
  } catch (error) {
    // Without its record it would lie there for ever, taken for a backup by nobody.
    for (const left of [half, file]) rmSync(left, { force: true })
    throw error
  } finally {
    // A thread that was ended clears nothing away.
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * Makes a proven backup and then removes every other of the data folder, also those that are kept for good: in them stands
 * what was taken out of the plant since.
 *
 * @returns how many files were removed.
 * @throws Refusal `exchange.renewed-doubtful`, with all that were there still there; those of `backUp`.
 */
export async function renewBackups(context: TaskContext): Promise<{ readonly removed: number }> {
  const { folder } = context
  const { id, file, provenAt } = await backUp(context, { occasion: 'by-hand', target: null })
  if (provenAt === null) throw new Refusal('exchange.renewed-doubtful', { file })
  const old = readdirSync(join(folder, 'backups')).filter((name) => name !== file && isCopy.test(name))
  context.promote(({ db, now, note }) => {
    db.update(exchangeBackups)
      .set({ removedAt: now })
      .where(and(ne(exchangeBackups.id, id), isNull(exchangeBackups.removedAt)))
      .run()
    note({ code: 'exchange.backups-removed', count: old.length })
  })
  for (const name of old) rmSync(backupPath(folder, name), { force: true })
  return { removed: old.length }
}
/** A backup, or the bare copy of a store that an upgrade left. */
const isCopy = /\.(tanbu-backup|db)$/

/** Keeps the record of a new backup and its proof. @returns the files of those that it takes the place of. */
function record(
  context: WriteContext,
  made: Backup,
  auditHash: string,
  found: ProofFound,
): readonly string[] {
  const { db, user, now } = context
  db.insert(exchangeBackups)
    .values({ ...made, auditHash, madeBy: user ?? 'system' })
    .run()
  keepProof(context, { backupId: made.id, occasion: made.occasion, found })
  const there = backupsOf(db)
  const out = new Set(surplus(there, backupRulesOf(db)))
  for (const id of out)
    db.update(exchangeBackups).set({ removedAt: now }).where(eq(exchangeBackups.id, id)).run()
  return there.filter(({ id }) => out.has(id)).map(({ file }) => file)
}

/** Keeps what reading a backup back found; without a backup, why there is none. */
export function keepProof(
  { db, user, now, newId }: WriteContext,
  { backupId, occasion, found }: Pick<Proof, 'backupId' | 'occasion' | 'found'>,
): Proof {
  const faulty = backupId === null ? ('failed' as const) : ('doubtful' as const)
  const outcome = found.troubles.length === 0 ? ('proved' as const) : faulty
  const id = newId<'proof'>()
  db.insert(exchangeProofs)
    .values({
      id,
      backupId,
      occasion,
      outcome,
      found: JSON.stringify(found),
      madeBy: user ?? 'system',
      madeAt: now,
    })
    .run()
  return { id, backupId, occasion, outcome, found, madeAt: now }
}

/**
 * Puts a backup on record that lies in the folder without being on it: made before an upgrade, by the command line, or
 * brought there by somebody. A file that is no backup stays where it is and is not on record.
 */
export async function recordFound(task: TaskContext, file: string): Promise<void> {
  const { folder, around } = task
  const from = backupPath(folder, file)
  try {
    const { found, manifest } = await prove(task, from)
    const made: Backup = {
      id: task.newId(),
      file,
      occasion: file.startsWith(beforeUpgrade) ? 'before-upgrade' : 'found',
      sha256: hashOfFile(from),
      size: keptSize(from),
      evidence: manifest.evidence,
      auditSeq: manifest.audit.seq,
      madeOn: dayOf(manifest.madeAt, storeIdentity(task.db)?.timeZone),
      madeAt: manifest.madeAt,
      provenAt: found.troubles.length === 0 ? around.now().toISOString() : null,
    }
    task.promote((context) => record(context, made, manifest.audit.hash, found))
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith('exchange.')) throw error
  }
}

function prove(task: TaskContext, from: string): Promise<ProvenBackup> {
  const scratch = join(task.folder, 'staging', `proof-${task.newId()}`)
  const input = { from, scratch, program: task.around.program }
  return task
    .job<ProvenBackup>('exchange.prove-backup', input)
    .finally(() => rmSync(scratch, { recursive: true, force: true }))
}

function dayOf(instant: string, timeZone = 'Asia/Shanghai'): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant))
}
/** How the names of backups begin that were made before an upgrade. */
export const beforeUpgrade = 'tanbu-before-upgrade-'

/**
 * Proves a backup again, as it lies there now.
 *
 * @throws Refusal `exchange.unknown-backup`, `kernel.cancelled`.
 */
export async function proveAgain(task: TaskContext, id: BackupId): Promise<Proof> {
  const kept = requireBackup(task, id)
  const found = await prove(task, backupPath(task.folder, kept.file)).then(
    (proven) => proven.found,
    (error: unknown) => notACopy(error),
  )
  return task.promote((context) => {
    const proof = keepProof(context, { backupId: id, occasion: kept.occasion, found })
    const provenAt = proof.outcome === 'proved' ? context.now : null
    context.db.update(exchangeBackups).set({ provenAt }).where(eq(exchangeBackups.id, id)).run()
    return proof
  })
}

/** A file that is no faithful copy any more is a result of the proof like any other. */
function notACopy(error: unknown): ProofFound {
  if (!(error instanceof Refusal) || !error.code.startsWith('exchange.')) throw error
  return { ...nothingFound, troubles: [{ code: error.code, facts: error.facts }] }
}
export const nothingFound = { files: 0, evidence: 0, auditLines: 0, inventories: 0 } as const

/** @throws Refusal `exchange.unknown-backup`. */
export function requireBackup({ db }: Pick<TaskContext, 'db'>, id: BackupId): Backup {
  const found = backupById(db, id)
  if (!found) throw new Refusal('exchange.unknown-backup')
  return found
}

/** Called after the second it was made in; a further backup of that second gets a number. */
function freeName(backups: string, now: string, number = 1): string {
  const second = now.slice(0, 19).replaceAll(':', '').replace('T', '-')
  const name = `tanbu-${second}${number === 1 ? '' : `-${number}`}.tanbu-backup`
  const isTaken = existsSync(join(backups, name)) || existsSync(join(backups, `${name}.incomplete`))
  return isTaken ? freeName(backups, now, number + 1) : name
}

/** Where a backup is copied to at once; null for a target that the outbox brings it to. */
function folderOf({ db }: TaskContext, target: TargetId): string | null {
  const found = targetById(db, target)
  if (!found) throw new Refusal('exchange.unknown-target')
  return found.settings.kind === 'folder' && found.sealedFor === null ? found.settings.path : null
}
