import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import type { DocumentRecord } from '#db/documents/queries'
import { bodies, versions } from '#db/documents/tables'
import type { ReadDb } from '#db/kernel/access'
import { isSinglePerson } from '#electron/access/alone'
import { refuseOwnWork } from '#electron/access/duties'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { keepFile } from '#electron/kernel/keep-file'
import { readText } from '#electron/kernel/read-text'
import { stagedUpload } from '#electron/kernel/uploads'
import type { PersonId } from '#shared/access/model'
import { type DocumentId, openVersion, type Version, type VersionId } from '#shared/documents/document'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

import {
  may,
  nameOf,
  personOf,
  requireClearance,
  requireDocument,
  requireNext,
  requireVersion,
} from './known.ts'
import { sealOfVersion } from './seals.ts'

interface Draft {
  readonly label: string
  readonly change: string
  readonly author: PersonId
}
/** A file that is in the evidence store, with what it says. */
export interface Kept {
  readonly sha256: string
  readonly fileName: string
  readonly type: string
  readonly size: number
  readonly body: string
  readonly template: string | null
  readonly language: Language | null
}

/** @throws Refusal `documents.draft-waits`, `documents.is-obsolete`, `documents.below-grade`. */
export function insertVersion(
  context: WriteContext,
  record: DocumentRecord,
  { label, change, author }: Draft,
  { body, ...file }: Kept,
): VersionId {
  const { db, newId, now } = context
  refuseSecondDraft(record)
  requireClearance(db, personOf(context), record)
  requireClearance(db, author, record)
  const id: VersionId = newId<'document-version'>()
  db.insert(versions)
    .values({
      id,
      document: record.item.id,
      number: (record.versions.at(-1)?.number ?? 0) + 1,
      label,
      change,
      author,
      stage: 'draft',
      ...file,
      madeBy: asUser(context),
      madeAt: now,
    })
    .run()
  db.insert(bodies).values({ version: id, body }).run()
  return id
}
function refuseSecondDraft({ item, versions: own }: DocumentRecord): void {
  const open = openVersion(own)
  if (open) throw new Refusal('documents.draft-waits', { number: item.number, label: open.label })
  if (item.obsoleteOn !== null) throw new Refusal('documents.is-obsolete', { number: item.number })
}
/** Whoever comes through the spine with a permission is somebody. */
function asUser({ user }: WriteContext): Version['madeBy'] {
  if (user === null) throw new Refusal('kernel.sign-in-first')
  return user
}

type Uploaded = Draft & { readonly upload: string }
export async function draftVersion(
  task: TaskContext,
  { document, upload, ...draft }: Uploaded & { readonly document: DocumentId },
): Promise<VersionId> {
  refuseSecondDraft(requireDocument(task.db, document))
  const body = await readText(task, stagedUpload(task.folder, upload).path)
  return task.promote((context) =>
    insertVersion(context, requireDocument(context.db, document), draft, keptUpload(context, upload, body)),
  )
}
function keptUpload({ folder }: WriteContext, upload: string, body: string): Kept {
  const { type } = stagedUpload(folder, upload)
  const { name, ...file } = keepFile({ folder }, upload)
  return { ...file, fileName: name, type, body, template: null, language: null }
}

/** @throws Refusal `documents.not-a-draft`. */
export async function replaceFile(
  task: TaskContext,
  { id, upload, ...draft }: Draft & { readonly id: VersionId; readonly upload: string | null },
): Promise<Record<string, never>> {
  const body = upload === null ? '' : await readText(task, stagedUpload(task.folder, upload).path)
  return task.promote((context) => {
    const { db, now } = context
    const known = requireVersion(db, id)
    if (known.stage !== 'draft') throw new Refusal('documents.not-a-draft', { label: known.label })
    const record = requireDocument(db, known.document)
    requireClearance(db, personOf(context), record)
    requireClearance(db, draft.author, record)
    const file = upload === null ? null : keptUpload(context, upload, body)
    const { body: _body, template: _template, language: _language, ...stored } = file ?? {}
    const made = file === null ? {} : { ...stored, madeBy: asUser(context), madeAt: now }
    db.update(versions)
      .set({ ...draft, ...made })
      .where(eq(versions.id, id))
      .run()
    if (file) db.update(bodies).set({ body }).where(eq(bodies.version, id)).run()
    return {}
  })
}

interface Sending {
  readonly id: VersionId
  readonly reviewer: PersonId
  readonly approver: PersonId
  readonly inForceFrom: Day
}
/**
 * MS-13: author, reviewer and approver are three, unless one person runs the plant alone.
 *
 * @throws Refusal `documents.same-person`, `documents.cannot-sign`, `documents.in-force-past`, `documents.below-grade`.
 */
export function sendVersion(context: WriteContext, { id, ...sending }: Sending): Record<string, never> {
  const { db, today, now } = context
  const known = requireVersion(db, id)
  const stage = requireNext(known, 'send')
  const record = requireDocument(db, known.document)
  if (sending.inForceFrom < today) throw new Refusal('documents.in-force-past', { today })
  const people = [known.author, sending.reviewer, sending.approver]
  if (new Set(people).size < people.length && !isSinglePerson(db)) throw new Refusal('documents.same-person')
  requireSigner(context, record, sending.reviewer, 'documents.check')
  requireSigner(context, record, sending.approver, 'documents.approve')
  db.update(versions)
    .set({ ...sending, stage, sentAt: now, returnReason: null })
    .where(eq(versions.id, id))
    .run()
  return {}
}
function requireSigner(
  { db, today }: WriteContext,
  record: DocumentRecord,
  person: PersonId,
  permission: 'documents.check' | 'documents.approve',
): void {
  const user = peopleById(db).get(person)?.userId ?? null
  if (user === null || !may({ db, today }, user, permission))
    throw new Refusal('documents.cannot-sign', { name: nameOf(db, person), permission })
  requireClearance(db, person, record)
}

/** Takes a draft off the way; it stays in the list of versions. */
export function withdrawVersion(
  { db }: WriteContext,
  { id, reason }: { readonly id: VersionId; readonly reason: string },
): Record<string, never> {
  const stage = requireNext(requireVersion(db, id), 'withdraw')
  db.update(versions).set({ stage, returnReason: reason }).where(eq(versions.id, id)).run()
  return {}
}

/** @throws Refusal `documents.not-named`. */
export function returnVersion(
  context: WriteContext,
  { id, reason }: { readonly id: VersionId; readonly reason: string },
): Record<string, never> {
  const known = requireVersion(context.db, id)
  const stage = requireNext(known, 'return')
  requireNamed(context, known)
  const unsigned = { reviewedBy: null, reviewedAt: null, reviewNote: null }
  context.db
    .update(versions)
    .set({ stage, returnReason: reason, ...unsigned })
    .where(eq(versions.id, id))
    .run()
  return {}
}

/** Only the person named for the step takes it. */
function requireNamed(context: WriteContext, { stage, reviewer, approver }: Version): void {
  const named = stage === 'review' ? reviewer : approver
  if (named !== personOf(context))
    throw new Refusal('documents.not-named', { name: named === null ? '—' : nameOf(context.db, named) })
}

interface Signing {
  readonly id: VersionId
  /** Asked of who is alone in the plant. */
  readonly aloneReason: string | null
}
/** Signs the review. @throws Refusal of the password, and those of {@link signReview}. */
export async function passVersion(
  task: TaskContext,
  { password, ...signing }: Signing & Noted & { readonly password: string },
): Promise<Record<string, never>> {
  requireNext(requireVersion(task.db, signing.id), 'pass')
  await confirmPassword(task, password)
  return task.promote((context) => signReview(context, signing))
}
interface Noted {
  readonly note: string | null
}

/** @throws Refusal `documents.not-named`, `documents.own-work`, `documents.alone-without-reason`. */
export function signReview(
  context: WriteContext,
  { id, aloneReason, note }: Signing & Noted,
): Record<string, never> {
  const { db, now } = context
  const known = requireVersion(db, id)
  const stage = requireNext(known, 'pass')
  requireNamed(context, known)
  const by = [known.madeBy, userOf(db, known.author)]
  const alone = refuseOwnWork(context, 'document', { by, reason: aloneReason })
  signVersion(context, known, 'documents.signed-reviewed')
  const reviewed = { reviewedBy: asUser(context), reviewedAt: now, reviewNote: note }
  db.update(versions)
    .set({ stage, aloneReason: alone, ...reviewed })
    .where(eq(versions.id, id))
    .run()
  return {}
}

/** Signs the approval. @throws Refusal of the password, and those of {@link signApproval}. */
export async function approveVersion(
  task: TaskContext,
  { password, ...signing }: Signing & { readonly password: string },
): Promise<Record<string, never>> {
  requireNext(requireVersion(task.db, signing.id), 'approve')
  await confirmPassword(task, password)
  return task.promote((context) => signApproval(context, signing))
}

/**
 * From its day on the version is in force, and the one before is superseded. R-SD-2.
 *
 * @throws Refusal `documents.not-named`, `documents.own-work`, `documents.alone-without-reason`.
 */
export function signApproval(context: WriteContext, { id, aloneReason }: Signing): Record<string, never> {
  const { db, now, today } = context
  const known = requireVersion(db, id)
  const stage = requireNext(known, 'approve')
  requireNamed(context, known)
  const by = [known.madeBy, userOf(db, known.author), known.reviewedBy]
  const alone = refuseOwnWork(context, 'document', { by, reason: aloneReason }) ?? known.aloneReason
  signVersion(context, known, 'documents.signed-approved')
  const from = known.inForceFrom !== null && known.inForceFrom > today ? known.inForceFrom : today
  const approved = { approvedBy: asUser(context), approvedAt: now, inForceFrom: from }
  db.update(versions)
    .set({ stage, aloneReason: alone, ...approved })
    .where(eq(versions.id, id))
    .run()
  return {}
}

function userOf(db: ReadDb, person: PersonId): string | null {
  return peopleById(db).get(person)?.userId ?? null
}
/** What is signed: which document, which version, which file. */
function signVersion(context: WriteContext, version: Version, meaning: string): void {
  const signedHash = sealOfVersion(context.db, version)
  sign(context, { record: `documents/document/${version.document}`, meaning, signedHash })
}
