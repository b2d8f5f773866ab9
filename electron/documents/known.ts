import { peopleById, userById } from '#db/access/queries'
import {
  documentRecord,
  type DocumentRecord,
  versionById,
  clearanceOf,
  gradesOfFile,
} from '#db/documents/queries'
import type { ReadDb } from '#db/kernel/access'
import { permissionsOfUser } from '#electron/access/rights'
import type { ReadContext, UserId } from '#electron/kernel/context'
import type { EvidenceGuard, RecordGuard } from '#electron/kernel/offers'
import type { PersonId } from '#shared/access/model'
import {
  documentId,
  type DocumentId,
  type Grade,
  grades,
  reaches,
  type StageAct,
  stageAfter,
  type Version,
  type VersionId,
} from '#shared/documents/document'
import type { Permission } from '#shared/kernel/contract'
import { Refusal } from '#shared/kernel/refusal'

/** @throws Refusal `documents.no-such-document`. */
export function requireDocument(db: ReadDb, id: DocumentId): DocumentRecord {
  const found = documentRecord(db, id)
  if (!found) throw new Refusal('documents.no-such-document')
  return found
}
/** @throws Refusal `documents.no-such-version`. */
export function requireVersion(db: ReadDb, id: VersionId): Version {
  const found = versionById(db, id)
  if (!found) throw new Refusal('documents.no-such-version')
  return found
}
/** The stage that an act leads to. @throws Refusal `documents.cannot`. */
export function requireNext(version: Version, act: StageAct): Version['stage'] {
  const next = stageAfter(version.stage, act)
  if (next === null) throw new Refusal('documents.cannot', { label: version.label })
  return next
}

/** The person behind the request. */
export function personOf({ db, user }: Pick<ReadContext, 'db' | 'user'>): PersonId {
  const found = user && userById(db, user)
  if (!found) throw new Refusal('kernel.sign-in-first')
  return found.personId
}
export function nameOf(db: ReadDb, person: PersonId): string {
  return peopleById(db).get(person)?.name ?? '—'
}
export function may({ db, today }: Pick<ReadContext, 'db' | 'today'>, user: UserId, permission: Permission) {
  return permissionsOfUser(db, user, today).includes(permission)
}

/** Grades whose content is handed out one by one, each time with a line in the trail. */
export function isOpeningLogged(secrecy: Grade): boolean {
  return grades.indexOf(secrecy) >= grades.indexOf('confidential')
}

/** A file of a document above the grade of who asks stays closed, however its hash became known. */
export const documentFileGuard: EvidenceGuard = (db, user, sha256) => {
  const graded = gradesOfFile(db, sha256)
  const person = graded.length === 0 ? null : (userById(db, user)?.personId ?? null)
  return person === null || graded.every((secrecy) => reaches(clearanceOf(db, person), secrecy))
}

/** What became of a document above the grade of who asks tells what is in it. */
export const documentRecordGuard: RecordGuard = (db, user, record) => {
  const id = documentId.safeParse(record.replace('documents/document/', ''))
  const found =
    record.startsWith('documents/document/') && id.success ? documentRecord(db, id.data) : undefined
  const person = userById(db, user)?.personId
  return !found || (person !== undefined && reaches(clearanceOf(db, person), found.item.secrecy))
}

/** who is below the grade does not see what is in it. @throws Refusal `documents.below-grade`. */
export function requireClearance(db: ReadDb, person: PersonId, { item }: DocumentRecord): void {
  if (!reaches(clearanceOf(db, person), item.secrecy))
    throw new Refusal('documents.below-grade', { name: nameOf(db, person), number: item.number })
}
