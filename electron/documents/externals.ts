import { eq } from 'drizzle-orm'

import { externalsOf } from '#db/documents/queries'
import { bodies, checks, externals } from '#db/documents/tables'
import type { ReadDb } from '#db/kernel/access'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { keepFile } from '#electron/kernel/keep-file'
import { takeNumber } from '#electron/kernel/numbers'
import { readText } from '#electron/kernel/read-text'
import { stagedUpload } from '#electron/kernel/uploads'
import type { VersionId } from '#shared/documents/document'
import type { External, ExternalCheck, ExternalFacts, ExternalId } from '#shared/documents/external'
import { Refusal } from '#shared/kernel/refusal'

/** @throws Refusal `documents.no-such-external`. */
function requireExternal(db: ReadDb, id: ExternalId): External {
  const found = externalsOf(db).find((each) => each.id === id)
  if (!found) throw new Refusal('documents.no-such-external')
  return found
}

/** Registers a document from outside; taking it in is the first look at its edition. */
export async function addExternal(
  task: TaskContext,
  { upload, ...facts }: ExternalFacts & { readonly upload: string | null },
): Promise<ExternalId> {
  const body = await bodyOf(task, upload)
  return task.promote((context) => {
    const { db, newId, user, now } = context
    const id: ExternalId = newId<'external-document'>()
    const number = facts.number === '' ? takeNumber(context, 'EXT') : facts.number
    const file = keep(context, id, upload, body)
    db.insert(externals)
      .values({ ...facts, number, ...file, id, state: 'current', changedBy: user, changedAt: now })
      .run()
    recordCheck(context, id, { outcome: 'current', edition: facts.edition, note: null, ...noFile })
    return id
  })
}

export function changeExternal(
  { db, user, now }: WriteContext,
  { id, ...facts }: ExternalFacts & { readonly id: ExternalId },
): Record<string, never> {
  requireExternal(db, id)
  db.update(externals)
    .set({ ...facts, changedBy: user, changedAt: now })
    .where(eq(externals.id, id))
    .run()
  return {}
}

interface Looked {
  readonly id: ExternalId
  readonly outcome: ExternalCheck['outcome']
  readonly edition: string | null
  readonly note: string | null
  readonly upload: string | null
}
/**
 * Keeps a look at the edition. A new edition takes the place of the one before, which stays in the list of looks with
 * its file; one that was withdrawn is no longer looked at.
 *
 * @throws Refusal `documents.edition-missing`, `documents.is-withdrawn`.
 */
export async function checkExternal(
  task: TaskContext,
  { id, outcome, edition, note, upload }: Looked,
): Promise<Record<string, never>> {
  const body = await bodyOf(task, upload)
  return task.promote((context) => {
    const { db, user, now } = context
    const known = requireExternal(db, id)
    if (known.state === 'withdrawn') throw new Refusal('documents.is-withdrawn', { title: known.title })
    if (outcome === 'new-edition' && edition === null) throw new Refusal('documents.edition-missing')
    const isNew = outcome === 'new-edition'
    const before = isNew ? { sha256: known.sha256, fileName: known.fileName } : noFile
    recordCheck(context, id, { outcome, edition: known.edition, note, ...before })
    const file = upload === null ? (isNew ? noFile : {}) : keep(context, id, upload, body)
    db.update(externals)
      .set({
        ...file,
        ...(isNew && edition !== null ? { edition, effectiveFrom: null } : {}),
        ...(outcome === 'withdrawn' ? { state: 'withdrawn' as const } : {}),
        changedBy: user,
        changedAt: now,
      })
      .where(eq(externals.id, id))
      .run()
    return {}
  })
}

const noFile = { sha256: null, fileName: null } as const

async function bodyOf(task: TaskContext, upload: string | null): Promise<string> {
  return upload === null ? '' : readText(task, stagedUpload(task.folder, upload).path)
}
/** The text of a document from outside is kept under its own id, beside those of versions. */
function keep(context: WriteContext, id: ExternalId, upload: string | null, body: string) {
  if (upload === null) return noFile
  const { name, sha256 } = keepFile(context, upload)
  const version = id as string as VersionId
  context.db
    .insert(bodies)
    .values({ version, body })
    .onConflictDoUpdate({ target: bodies.version, set: { body } })
    .run()
  return { sha256, fileName: name }
}

function recordCheck(
  { db, newId, user, today }: WriteContext,
  external: ExternalId,
  check: Omit<ExternalCheck, 'id' | 'checkedOn' | 'checkedBy'>,
): void {
  if (user === null) throw new Refusal('kernel.sign-in-first')
  db.insert(checks)
    .values({ ...check, id: newId<'external-check'>(), external, checkedOn: today, checkedBy: user })
    .run()
}
