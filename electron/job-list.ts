import type { Job } from '#electron/kernel/jobs'

/**
 * Every job that runs on a thread of its own, by the name under which a task asks for it. A thread reads of the program
 * what its job needs: to read all of it takes longer than most jobs do.
 */
export const jobs: Readonly<Record<string, () => Promise<Job>>> = {
  'access.build-past': async () => {
    const [{ pastJob }, { activityRewinder }, { personalColumns }] = await Promise.all([
      import('#electron/access/past-job'),
      import('#electron/activity/rewind'),
      import('#electron/organization/personal-columns'),
    ])
    return pastJob([activityRewinder], personalColumns)
  },
  'access.convert': async () => (await import('#electron/access/convert-job')).convertJob,
  'access.verify-chain': async () => (await import('#electron/access/verify-chain-job')).verifyChainJob,
  'accounting.draw': async () => (await import('#electron/accounting/draw-job')).drawJob,
  'activity.inspect': async () => (await import('#electron/activity/inspect-job')).inspectJob,
  'activity.read-import': async () => (await import('#electron/activity/import-job')).importJob,
  'activity.read-traces': async () => (await import('#electron/activity/evidence-traces-job')).readTracesJob,
  'exchange.check-store': async () => {
    const { checkStoreJob } = await import('#electron/exchange/check-store-job')
    return checkStoreJob(await personalColumns())
  },
  'exchange.make-backup': async () => (await import('#electron/exchange/backup-jobs')).makeBackupJob,
  'exchange.prove-backup': async () => (await import('#electron/exchange/backup-jobs')).proveBackupJob,
  'exchange.prove-self': async () => {
    const { proveSelfJob } = await import('#electron/exchange/self-proof-job')
    return proveSelfJob(await personalColumns())
  },
  'exchange.read-backup': async () => (await import('#electron/exchange/backup-jobs')).readBackupJob,
  'exchange.restore': async () => (await import('#electron/exchange/backup-jobs')).restoreJob,
  'exchange.seal': async () => (await import('#electron/exchange/seal-job')).sealJob,
  'kernel.read-text': async () => (await import('#electron/kernel/read-text')).readTextJob,
  'performance.choose': async () => (await import('#electron/performance/choose-job')).chooseJob,
  'verification.check-package': async () =>
    (await import('#electron/verification/check-package')).checkPackageJob,
}

/** What no check may show in the open, area by area. */
async function personalColumns() {
  const [access, organization] = await Promise.all([
    import('#electron/access/personal-columns'),
    import('#electron/organization/personal-columns'),
  ])
  return { ...access.personalColumns, ...organization.personalColumns }
}
