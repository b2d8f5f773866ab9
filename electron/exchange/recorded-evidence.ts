import { evidenceFiles } from '#db/activity/evidence'
import { documentFiles } from '#db/documents/queries'
import type { ReadDb } from '#db/kernel/access'
import { attachedFiles } from '#db/kernel/record-queries'
import { monitoringEvidence } from '#db/monitoring/meter-queries'
import { mergedFiles } from '#db/verification/queries'

/** The SHA-256 of every stored file that some record names, each once. */
export function recordedEvidence(db: ReadDb): string[] {
  return [
    ...new Set([
      ...evidenceFiles(db).map(({ sha256 }) => sha256),
      ...monitoringEvidence(db),
      ...documentFiles(db),
      ...attachedFiles(db),
      ...mergedFiles(db),
    ]),
  ]
}
