import { eq } from 'drizzle-orm'

import { evidence, evidenceLinks } from '#db/activity/tables'
import type { WriteContext } from '#electron/kernel/context'
import { putEvidence } from '#electron/kernel/evidence-store'
import { stagedUpload } from '#electron/kernel/uploads'
import type { EvidenceLinkId, Proof } from '#shared/activity/model'
import { Refusal } from '#shared/kernel/refusal'

/** What a file proves: one reading, or everything that was entered in one act; by row number. */
export type Proven = { readonly reading: number } | { readonly act: number }

/** Stores the file once, under its SHA-256, and links it. */
export function prove(context: WriteContext, proven: Proven, proof: Proof): EvidenceLinkId {
  const { db, newId, user, now } = context
  const sha256 = proof.file.from === 'upload' ? keepUpload(context, proof.file.upload) : proof.file.sha256
  if (!db.select().from(evidence).where(eq(evidence.sha256, sha256)).all()[0])
    throw new Refusal('activity.no-such-evidence', { sha256 })
  const { place, reportNo, sampleDate, testDate = null } = proof
  const id = newId<'evidence-link'>()
  const target = { reading: null, act: null, ...proven }
  db.insert(evidenceLinks)
    .values({ id, sha256, ...target, place, reportNo, sampleDate, testDate, linkedBy: user, linkedAt: now })
    .run()
  return id
}

/** Takes a staged upload over as evidence. The same content is stored once, under the name it first came with. */
export function keepUpload({ db, folder, user, now }: WriteContext, upload: string): string {
  const { path, name, type } = stagedUpload(folder, upload)
  const { sha256, size } = putEvidence(folder, path)
  db.insert(evidence)
    .values({ sha256, name, type, size, addedBy: user, addedAt: now })
    .onConflictDoNothing()
    .run()
  return sha256
}
