import { z } from 'zod'

import {
  backup,
  backupId,
  backupRules,
  keptBackup,
  proof,
  storeCheck,
  storeHealth,
} from '#shared/exchange/backup'
import { backupContents, backupSource, comparison, sentBackup } from '#shared/exchange/backup-contents'
import { targetId } from '#shared/exchange/model'
import { command, nothing, query, task } from '#shared/kernel/contract'
import { instant } from '#shared/kernel/period'

/** What the status bar says of the safety of the data. */
const safety = z.object({
  /** Null: no backup that is there was ever proven. */
  lastProvenAt: instant.nullable(),
  warnAfter: z.int(),
  /** The last attempt of the program's own that failed after that. */
  failure: proof.nullable(),
  check: storeCheck.nullable(),
})

export const backupContract = {
  /** What the check that begins with every opening found, or a later one; null while it goes on. */
  health: query('signed-in', nothing, storeHealth.nullable()),
  /** The same check again, now; what it finds is kept. */
  checkStore: task('exchange.read', nothing, storeHealth),
  storeChecks: query('exchange.read', nothing, z.array(storeCheck)),
  backupSafety: query('signed-in', nothing, safety),
  backups: query('exchange.read', nothing, z.array(keptBackup)),
  backupRules: query('exchange.read', nothing, backupRules),
  setBackupRules: command('exchange.manage', backupRules, nothing),
  /** Makes a backup of the whole data folder and proves it by restoring it aside. */
  backUp: task('exchange.enter', z.object({ target: targetId.nullable() }), backup),
  /** Proves a backup again. */
  proveBackup: task('exchange.enter', z.object({ id: backupId }), proof),
  /** Makes a proven backup and removes all others of the data folder, with what was taken out of the plant since. */
  renewBackups: task('exchange.manage', z.object({ password: z.string() }), z.object({ removed: z.int() })),
  /** One file of everything under a passphrase, for another machine. */
  exportAll: task(
    'exchange.manage',
    z.object({ passphrase: z.string().min(8).max(200) }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
  /** What a backup holds, and what would be lost if it took the place of the present. */
  previewBackup: task('exchange.read', backupSource, z.object({ contents: backupContents, comparison })),
  /** Restores a backup beside the present and opens the copy for looking only. */
  openBackup: task('exchange.manage', backupSource, nothing),
  /** Makes a backup the present. What is the present now is backed up before and its folder kept beside. */
  restoreBackup: task(
    'exchange.manage',
    z.object({ source: backupSource, password: z.string() }),
    z.object({ keptAs: z.string() }),
  ),
  /** The same on a machine where nobody has begun yet. */
  previewFirst: task('public', sentBackup, backupContents),
  restoreFirst: task('public', sentBackup, nothing),
}
