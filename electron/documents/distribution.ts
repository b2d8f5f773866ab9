import { and, eq, isNull } from 'drizzle-orm'

import { bodiesOf, clearanceOf } from '#db/documents/queries'
import { clearances, readers, readings } from '#db/documents/tables'
import { isSinglePerson } from '#electron/access/alone'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import type { PersonId } from '#shared/access/model'
import {
  type DocumentId,
  type Grade,
  inForceOn,
  reaches,
  stateOf,
  type VersionId,
} from '#shared/documents/document'
import { Refusal } from '#shared/kernel/refusal'

import {
  isOpeningLogged,
  may,
  nameOf,
  personOf,
  requireClearance,
  requireDocument,
  requireVersion,
} from './known.ts'

interface Distribution {
  readonly id: DocumentId
  readonly people: readonly PersonId[]
  readonly mustRead: boolean
  readonly copyNumber: string | null
}
/** Puts people on the list of a document; who is on it already gets the new terms. @throws Refusal `documents.below-grade`. */
export function distribute(
  context: WriteContext,
  { id, people, mustRead, copyNumber }: Distribution,
): Record<string, never> {
  const { db, newId, user, now } = context
  const record = requireDocument(db, id)
  for (const person of people) {
    requireClearance(db, person, record)
    const known = record.readers.find((each) => each.person === person && each.endedAt === null)
    if (known) db.update(readers).set({ mustRead, copyNumber }).where(eq(readers.id, known.id)).run()
    else
      db.insert(readers)
        .values({
          id: newId<'document-reader'>(),
          document: id,
          person,
          mustRead,
          copyNumber,
          addedBy: user ?? '',
          addedAt: now,
        })
        .run()
  }
  return {}
}

/** Takes a person off the list; that the copy was there stays on record. */
export function endDistribution(
  { db, user, now }: WriteContext,
  { reader }: { readonly reader: string },
): Record<string, never> {
  db.update(readers)
    .set({ endedBy: user, endedAt: now })
    .where(and(eq(readers.id, reader), isNull(readers.endedAt)))
    .run()
  return {}
}

/** Confirms that the version in force was read, for oneself. @throws Refusal `documents.not-in-force`. */
export function confirmReading(
  context: WriteContext,
  { id }: { readonly id: VersionId },
): Record<string, never> {
  const { db, newId, user, now, today } = context
  const record = requireDocument(db, requireVersion(db, id).document)
  const person = requireReader(context)
  requireClearance(db, person, record)
  if (inForceOn(record.versions, record.item, today)?.id !== id)
    throw new Refusal('documents.not-in-force', { number: record.item.number })
  const isKnown = record.readings.some((each) => each.version === id && each.person === person)
  if (!isKnown)
    db.insert(readings)
      .values({ id: newId<'document-reading'>(), version: id, person, readBy: user ?? '', readAt: now })
      .run()
  return {}
}

/**
 * Hands out the file of a version. Of a grade that asks for it, the trail says who opened what; who is below the grade
 * is refused, and that stands there too.
 */
export function openVersion(context: WriteContext, { id }: { readonly id: VersionId }) {
  const { db, today, note } = context
  const version = requireVersion(db, id)
  const record = requireDocument(db, version.document)
  requireClearance(db, requireReader(context), record)
  if (version.disposedOn !== null) throw new Refusal('documents.is-disposed', { label: version.label })
  const { number, secrecy } = record.item
  const state = stateOf(version, record.versions, record.item, today)
  if (isOpeningLogged(secrecy))
    note({ code: 'documents.opened', number, label: version.label, state, secrecy })
  const { sha256, fileName, type } = version
  return { sha256, fileName, type, text: bodiesOf(db).get(id) ?? '' }
}

/** The text of a version whose grade does not ask for a line in the trail; empty for others. */
export function versionText({ db, user }: ReadContext, { id }: { readonly id: VersionId }) {
  const version = requireVersion(db, id)
  const record = requireDocument(db, version.document)
  requireClearance(db, personOf({ db, user }), record)
  return { text: isOpeningLogged(record.item.secrecy) ? '' : (bodiesOf(db).get(id) ?? '') }
}

/** @throws Refusal `kernel.not-permitted`: documents are for those who may look at them. */
function requireReader(context: WriteContext): PersonId {
  const person = personOf(context)
  if (context.user === null || !may(context, context.user, 'documents.read'))
    throw new Refusal('kernel.not-permitted', { permission: 'documents.read' })
  return person
}

/** Clears a person up to a grade; who is alone in the plant clears themselves. @throws Refusal `documents.own-clearance`. */
export function setClearance(
  context: WriteContext,
  { person, grade }: { readonly person: PersonId; readonly grade: Grade },
): Record<string, never> {
  const { db, user, now } = context
  const facts = { grade, changedBy: user, changedAt: now }
  if (clearanceOf(db, person) === grade) return {}
  if (person === personOf(context) && !isSinglePerson(db)) throw new Refusal('documents.own-clearance')
  db.insert(clearances)
    .values({ person, ...facts })
    .onConflictDoUpdate({ target: clearances.person, set: facts })
    .run()
  return {}
}

/** Those on the list of a document who are below its grade, were it to be raised. @throws Refusal `documents.below-grade`. */
export function refuseUncleared(context: WriteContext, id: DocumentId, secrecy: Grade): void {
  const record = requireDocument(context.db, id)
  const people = record.readers.filter(({ endedAt }) => endedAt === null).map(({ person }) => person)
  const below = people.find((person) => !reaches(clearanceOf(context.db, person), secrecy))
  if (below)
    throw new Refusal('documents.below-grade', {
      name: nameOf(context.db, below),
      number: record.item.number,
    })
}
