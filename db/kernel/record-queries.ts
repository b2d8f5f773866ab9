import { and, asc, desc, eq, isNull, or } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { kernelAttachments, kernelComments, kernelLinks, kernelSignatures } from '#db/kernel/tables'
import type { RecordRef } from '#shared/kernel/record'

/** Links that begin or end at a record. */
export function linksOf(db: ReadDb, record: RecordRef): (typeof kernelLinks.$inferSelect)[] {
  const { fromRecord, toRecord, id } = kernelLinks
  return db
    .select()
    .from(kernelLinks)
    .where(or(eq(fromRecord, record), eq(toRecord, record)))
    .orderBy(asc(id))
    .all()
}

/** Files kept with a record, without those taken off. */
export function attachmentsOf(db: ReadDb, record: RecordRef): (typeof kernelAttachments.$inferSelect)[] {
  return db
    .select()
    .from(kernelAttachments)
    .where(and(eq(kernelAttachments.record, record), isNull(kernelAttachments.detachedAt)))
    .orderBy(asc(kernelAttachments.id))
    .all()
}

/** The hash of every file that ever was kept with a record, for whoever checks that it is still what it was. */
export function attachedFiles(db: ReadDb): string[] {
  return db
    .selectDistinct({ sha256: kernelAttachments.sha256 })
    .from(kernelAttachments)
    .all()
    .map(({ sha256 }) => sha256)
}

export function commentsOf(db: ReadDb, record: RecordRef): (typeof kernelComments.$inferSelect)[] {
  return db
    .select()
    .from(kernelComments)
    .where(eq(kernelComments.record, record))
    .orderBy(asc(kernelComments.id))
    .all()
}

export function signaturesOf(db: ReadDb, record: RecordRef): (typeof kernelSignatures.$inferSelect)[] {
  return db
    .select()
    .from(kernelSignatures)
    .where(eq(kernelSignatures.record, record))
    .orderBy(desc(kernelSignatures.signedAt))
    .all()
}
