import { desc, eq, isNull } from 'drizzle-orm'

import {
  exchangeBackupRules,
  exchangeBackups,
  exchangeProofs,
  exchangeStoreChecks,
} from '#db/exchange/backup-tables'
import type { ReadDb } from '#db/kernel/access'
import {
  type Backup,
  type BackupId,
  type BackupRules,
  type KeptBackup,
  type Proof,
  proofFound,
  storeHealth,
  type StoreCheck,
  usualBackupRules,
} from '#shared/exchange/backup'

/** The backups that were not removed, newest first, each with its last proof. */
export function provenBackups(db: ReadDb): Omit<KeptBackup, 'isThere'>[] {
  const last = new Map<BackupId | null, Proof>()
  for (const each of proofsOf(db)) if (!last.has(each.backupId)) last.set(each.backupId, each)
  return backupsOf(db).map((each) => ({ ...each, proof: last.get(each.id) ?? null }))
}

/** The backups that were made and not removed, newest first. */
export function backupsOf(db: ReadDb): Backup[] {
  const { id, file, occasion, sha256, size, evidence, auditSeq, madeOn, provenAt, madeAt } = exchangeBackups
  return db
    .select({ id, file, occasion, sha256, size, evidence, auditSeq, madeOn, provenAt, madeAt })
    .from(exchangeBackups)
    .where(isNull(exchangeBackups.removedAt))
    .orderBy(desc(madeAt), desc(id))
    .all()
}
/** The file of every backup that ever was on record. */
export function everyBackupFile(db: ReadDb): ReadonlySet<string> {
  return new Set(
    db
      .select({ file: exchangeBackups.file })
      .from(exchangeBackups)
      .all()
      .map(({ file }) => file),
  )
}
export function backupById(db: ReadDb, id: BackupId): Backup | undefined {
  return backupsOf(db).find((each) => each.id === id)
}

/** How the newest attempts to make or to prove a backup went, newest first. */
export function proofsOf(db: ReadDb): Proof[] {
  const { id, backupId, occasion, outcome, found, madeAt } = exchangeProofs
  return db
    .select({ id, backupId, occasion, outcome, found, madeAt })
    .from(exchangeProofs)
    .orderBy(desc(madeAt), desc(id))
    .all()
    .map((row) => ({ ...row, found: proofFound.parse(JSON.parse(row.found)) }))
}
/** The last time that no backup could be made although one was due; null when that never was. */
export function lastFailure(db: ReadDb): Proof | null {
  return proofsOf(db).find(({ outcome }) => outcome === 'failed') ?? null
}

/** What the plant chose, or what is usual. */
export function backupRulesOf(db: ReadDb): BackupRules {
  const { daily, weekly, monthly, warnAfter, targetId } = exchangeBackupRules
  const [chosen] = db
    .select({ daily, weekly, monthly, warnAfter, target: targetId })
    .from(exchangeBackupRules)
    .where(eq(exchangeBackupRules.id, 'plant'))
    .all()
  return chosen ?? usualBackupRules
}

/** The last full checks of the data folder, newest first. @param count how many at most. */
export function storeChecksOf(db: ReadDb, count: number): StoreCheck[] {
  const { id, madeAt, sound, found } = exchangeStoreChecks
  return db
    .select({ id, madeAt, sound, found })
    .from(exchangeStoreChecks)
    .orderBy(desc(madeAt), desc(id))
    .limit(count)
    .all()
    .map((row) => ({ ...row, found: storeHealth.parse(JSON.parse(row.found)) }))
}
/** Whether the data folder was checked on a calendar day. */
export function isCheckedOn(db: ReadDb, day: string): boolean {
  return db.ask('SELECT 1 FROM exchange_store_checks WHERE made_on = ?', day).length > 0
}
