import { backupRulesOf, backupsOf } from '#db/exchange/backup-queries'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import type { TaskContext } from '#electron/kernel/context'

import { backUp } from './make-backup-task.ts'

/** A proven backup of the plant as it is before a year is closed; it is kept for good. A sample has nothing to lose. */
export async function backUpBeforeClosing(task: TaskContext): Promise<void> {
  const { db } = task
  if (storeIdentity(db)?.isSample !== false) return
  const [last] = backupsOf(db)
  // Nothing was recorded since but that it was made: closing several years in a row needs one.
  const isThere = last?.occasion === 'before-closing' && last.provenAt !== null
  if (isThere && chainHead(db).seq <= last.auditSeq + 2) return
  await backUp(task, { occasion: 'before-closing', target: backupRulesOf(db).target })
}
