import { evidenceFiles } from '#db/activity/evidence'
import { documentFiles } from '#db/documents/queries'
import { openReader } from '#db/kernel/open'
import { attachedFiles } from '#db/kernel/record-queries'
import { monitoringEvidence } from '#db/monitoring/meter-queries'
import { mergedFiles } from '#db/verification/queries'
import { verifyEvidence } from '#electron/kernel/evidence-store'
import type { StoreHealth } from '#shared/exchange/model'
import type { Progress } from '#shared/kernel/contract'

/**
 * The full check of a data folder: every page of the store, every reference, every piece of evidence against its
 * hash. On a connection of its own; people go on working meanwhile.
 */
export async function checkStoreJob(
  { folder }: { readonly folder: string },
  { report }: { readonly report: (progress: Progress) => void },
): Promise<StoreHealth> {
  const reader = openReader(folder)
  try {
    const found = reader.sqlite.pragma('integrity_check') as { integrity_check: string }[]
    const damage = found.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok')
    const dangling = reader.sqlite.prepare('PRAGMA foreign_key_check').all().length
    const hashes = [
      ...new Set([
        ...evidenceFiles(reader.read).map(({ sha256 }) => sha256),
        ...monitoringEvidence(reader.read),
        ...documentFiles(reader.read),
        ...attachedFiles(reader.read),
        ...mergedFiles(reader.read),
      ]),
    ]
    const faults = await verifyEvidence(folder, hashes, (done) =>
      report({ step: 'exchange.step-proving', done, total: hashes.length }),
    )
    return {
      damage,
      dangling,
      evidence: hashes.length,
      faults: faults.map(({ sha256, fault }) => ({ sha256, fault })),
    }
  } finally {
    reader.close()
  }
}
