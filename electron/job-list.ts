import { verifyChainJob } from '#electron/access/verify-chain-job'
import { importJob } from '#electron/activity/import-job'
import { inspectJob } from '#electron/activity/inspect-job'
import { readTracesJob } from '#electron/activity/read-traces-job'
import { checkStoreJob } from '#electron/exchange/check-store-job'
import type { Job } from '#electron/kernel/jobs'
import { chooseJob } from '#electron/performance/choose-job'

/** Every job that runs on a thread of its own, by the name under which a task asks for it. */
export const jobs: Readonly<Record<string, Job>> = {
  'access.verify-chain': verifyChainJob,
  'activity.inspect': inspectJob,
  'activity.read-import': importJob,
  'activity.read-traces': readTracesJob,
  'exchange.check-store': checkStoreJob,
  'performance.choose': chooseJob,
}
