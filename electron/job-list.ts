import { convertJob } from '#electron/access/convert-job'
import { pastJob } from '#electron/access/past-job'
import { personalColumns as accessPersonalColumns } from '#electron/access/personal-columns'
import { verifyChainJob } from '#electron/access/verify-chain-job'
import { drawJob } from '#electron/accounting/draw-job'
import { readTracesJob } from '#electron/activity/evidence-traces-job'
import { importJob } from '#electron/activity/import-job'
import { inspectJob } from '#electron/activity/inspect-job'
import { activityRewinder } from '#electron/activity/rewind'
import { makeBackupJob, proveBackupJob, readBackupJob, restoreJob } from '#electron/exchange/backup-jobs'
import { checkStoreJob } from '#electron/exchange/check-store-job'
import { sealJob } from '#electron/exchange/seal-job'
import { proveSelfJob } from '#electron/exchange/self-proof-job'
import type { Job } from '#electron/kernel/jobs'
import { readTextJob } from '#electron/kernel/read-text'
import { personalColumns as organizationPersonalColumns } from '#electron/organization/personal-columns'
import { chooseJob } from '#electron/performance/choose-job'
import { checkPackageJob } from '#electron/verification/check-package'

/** Every job that runs on a thread of its own, by the name under which a task asks for it. */
export const jobs: Readonly<Record<string, Job>> = {
  'access.build-past': pastJob([activityRewinder], organizationPersonalColumns),
  'access.convert': convertJob,
  'access.verify-chain': verifyChainJob,
  'accounting.draw': drawJob,
  'activity.inspect': inspectJob,
  'activity.read-import': importJob,
  'activity.read-traces': readTracesJob,
  'exchange.check-store': checkStoreJob({ ...accessPersonalColumns, ...organizationPersonalColumns }),
  'exchange.make-backup': makeBackupJob,
  'exchange.prove-backup': proveBackupJob,
  'exchange.prove-self': proveSelfJob({ ...accessPersonalColumns, ...organizationPersonalColumns }),
  'exchange.read-backup': readBackupJob,
  'exchange.restore': restoreJob,
  'exchange.seal': sealJob,
  'kernel.read-text': readTextJob,
  'performance.choose': chooseJob,
  'verification.check-package': checkPackageJob,
}
