import { disposalById, disposalsOf, documentRecord } from '#db/documents/queries'
import type { ReadDb } from '#db/kernel/access'
import { sealOf, type Seal, type Seals } from '#electron/kernel/signed-acts'
import type { Disposal } from '#shared/documents/disposal'
import type { DocumentId, Version } from '#shared/documents/document'

/** What reviewing and approving sign: which document, which version, which file. */
export function sealOfVersion(db: ReadDb, { document, label, sha256: file }: Version): string {
  const item = documentRecord(db, document)?.item
  return sealOf({ number: item?.number, title: item?.title, label, file })
}

/** What approving a disposal signs: what was proposed. */
export function sealOfDisposal(db: ReadDb, id: Disposal['id']): string | null {
  const found = disposalById(db, id)
  if (!found) return null
  const { number, document, version, label, sha256 } = found
  return sealOf({ id, number, document, version, label, sha256 })
}

/** A document has many versions, each with a signature of its own. */
const ofSomeVersion: Seal = ({ db }, id, kept) => {
  const seals =
    documentRecord(db, id as DocumentId)?.versions.map((version) => sealOfVersion(db, version)) ?? []
  return seals.find((seal) => seal === kept?.signedHash) ?? null
}

/** How this area hashes what its signatures cover. */
export const documentSeals: Seals = {
  'documents.signed-reviewed': ofSomeVersion,
  'documents.signed-approved': ofSomeVersion,
  'documents.signed-disposed': ({ db }, id, kept) =>
    disposalsOf(db)
      .filter(({ document }) => document === id)
      .map((each) => sealOfDisposal(db, each.id))
      .find((seal) => seal === kept?.signedHash) ?? null,
  'documents.signed-ended': ({ db }, id) => {
    const found = documentRecord(db, id as DocumentId)
    if (!found) return null
    const { number, title, obsoleteOn, obsoleteReason } = found.item
    return sealOf({ id, number, title, obsoleteOn, obsoleteReason })
  },
  'documents.signed-fitness': ({ db }, id, kept) => {
    const reviews = documentRecord(db, id as DocumentId)?.reviews ?? []
    const seals = reviews.map(({ outcome, note, on, by }) => sealOf({ document: id, outcome, note, on, by }))
    // While it is being signed, the newest one is meant.
    return kept ? (seals.find((seal) => seal === kept.signedHash) ?? null) : (seals.at(-1) ?? null)
  },
}
