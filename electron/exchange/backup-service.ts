import { existsSync, rmSync } from 'node:fs'

import { backupRulesOf, lastFailure, provenBackups, storeChecksOf } from '#db/exchange/backup-queries'
import { exchangeBackupRules } from '#db/exchange/backup-tables'
import { targetById } from '#db/exchange/queries'
import { confirmPassword } from '#electron/access/prove'
import type { Handlers, ReadContext, TaskContext } from '#electron/kernel/context'
import { oncePerFolder } from '#electron/kernel/once-per-folder'
import type { Spine } from '#electron/kernel/spine'
import type { Workspace } from '#electron/kernel/workspace'
import { type KeptBackup, type StoreHealth } from '#shared/exchange/backup'
import type { BackupContents, BackupSource } from '#shared/exchange/backup-contents'
import type { backupContract } from '#shared/exchange/backup-contract'
import { Refusal } from '#shared/kernel/refusal'

import { withBackupFile } from './backup-sources.ts'
import { compareWithPresent } from './compare-backup.ts'
import { exportAll } from './export-all.ts'
import { checkAndKeep } from './keep-check.ts'
import { backupPath, backUp, proveAgain, renewBackups } from './make-backup-task.ts'
import type { ReadBackup } from './read-backup.ts'
import { openBackup, refuseBegun, restoreBackup, restoreFirst } from './restore-tasks.ts'
import { adoptArrived } from './restore.ts'

/** Backups, their proofs, restoring them, and the health of the store that they keep. */
export function backupHandlers(
  spine: Pick<Spine, 'around' | 'hub' | 'gate' | 'store' | 'dayAt'>,
  workspace: Workspace,
): Handlers<typeof backupContract> {
  const atOpening = oncePerFolder<StoreHealth>(spine, 'exchange.check-store', 'exchange')
  const since = spine.around.now().toISOString()
  const place = { spine, workspace }
  workspace.follow((state) => {
    if (state === 'opened' && workspace.which() === 'plant') adoptArrived(spine.store(), spine.around)
  })
  return {
    health: ({ db, folder }) => {
      const [last] = storeChecksOf(db, 1)
      return last && last.madeAt > since ? last.found : atOpening(folder)
    },
    checkStore: checkAndKeep,
    storeChecks: ({ db }) => storeChecksOf(db, 60),
    backupSafety,
    backups: keptBackups,
    backupRules: ({ db }) => backupRulesOf(db),
    setBackupRules: ({ db, user, now }, { target, ...rules }) => {
      if (target !== null && !targetById(db, target)) throw new Refusal('exchange.unknown-target')
      const row = { ...rules, targetId: target, changedBy: user ?? 'system', changedAt: now }
      db.insert(exchangeBackupRules)
        .values({ id: 'plant', ...row })
        .onConflictDoUpdate({ target: exchangeBackupRules.id, set: row })
        .run()
      return {}
    },
    backUp: (task, { target }) => backUp(task, { occasion: 'by-hand', target }),
    proveBackup: (task, { id }) => proveAgain(task, id),
    renewBackups: async (task, { password }) => {
      await confirmPassword(task, password)
      return renewBackups(task)
    },
    exportAll,
    previewBackup: async (task, source) => {
      const contents = await withBackupFile(task, source, (file) =>
        readBackup(task, { from: file, present: task.folder, key: keyOf(source) }),
      )
      return { contents, comparison: compareWithPresent(task.db, contents) }
    },
    openBackup: (task, source) => openBackup(place, task, source),
    restoreBackup: (task, input) => restoreBackup(place, task, input),
    previewFirst: (task, source) => {
      refuseBegun(task)
      return withBackupFile(task, source, (file) =>
        readBackup(task, { from: file, present: null, key: keyOf(source) }),
      )
    },
    restoreFirst: (task, source) => restoreFirst(place, task, source),
  }
}

const keyOf = (source: BackupSource) => ('key' in source ? (source.key ?? null) : null)

async function readBackup(
  task: TaskContext,
  read: Pick<ReadBackup, 'from' | 'present' | 'key'>,
): Promise<BackupContents> {
  const scratch = `${task.folder}/staging/backup-${task.newId()}`
  try {
    return await task.job<BackupContents>('exchange.read-backup', {
      ...read,
      scratch,
      program: task.around.program,
    } satisfies ReadBackup)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function keptBackups({ db, folder }: Pick<ReadContext, 'db' | 'folder'>): KeptBackup[] {
  return provenBackups(db).map((each) => ({ ...each, isThere: existsSync(backupPath(folder, each.file)) }))
}

function backupSafety({ db, folder, now }: ReadContext) {
  const tomorrow = new Date(Date.parse(now) + 86_400_000).toISOString()
  const lastProvenAt =
    keptBackups({ db, folder })
      .flatMap(({ provenAt, isThere }) => (provenAt !== null && isThere ? [provenAt] : []))
      // One that was made while the clock was ahead says nothing of how old the last one is.
      .filter((provenAt) => provenAt < tomorrow)
      .toSorted()
      .at(-1) ?? null
  const failure = lastFailure(db)
  return {
    lastProvenAt,
    warnAfter: backupRulesOf(db).warnAfter,
    failure: failure && (lastProvenAt === null || failure.madeAt > lastProvenAt) ? failure : null,
    check: storeChecksOf(db, 1)[0] ?? null,
  }
}
