import { and, asc, eq, isNull } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { PersonId } from '#shared/access/model'
import type { Disposal, DisposalId } from '#shared/documents/disposal'
import {
  type DocumentId,
  type Grade,
  usualGrade,
  type Version,
  type VersionId,
} from '#shared/documents/document'
import { checkDueOn, type External } from '#shared/documents/external'
import { grouped } from '#shared/kernel/grouped'
import { dayAt } from '#shared/kernel/period'

import {
  bodies,
  checks,
  clearances,
  disposals,
  externals,
  items,
  ownWritings,
  readers,
  readings,
  reviews,
  versions,
} from './tables.ts'

export type ItemRow = typeof items.$inferSelect
/** A document with everything that is known of it, whoever asks. */
export interface DocumentRecord {
  readonly item: ItemRow
  /** Oldest first. */
  readonly versions: readonly Version[]
  readonly readers: readonly (typeof readers.$inferSelect)[]
  readonly readings: readonly (typeof readings.$inferSelect)[]
  readonly reviews: readonly (typeof reviews.$inferSelect)[]
}

/** Every document by its number. */
export function documentRecords(db: ReadDb): DocumentRecord[] {
  const versionsOf = grouped(
    db.select().from(versions).orderBy(asc(versions.number)).all(),
    ({ document }) => document,
  )
  const readersOf = grouped(
    db.select().from(readers).orderBy(asc(readers.addedAt)).all(),
    ({ document }) => document,
  )
  const readingsOf = grouped(db.select().from(readings).all(), ({ version }) => version)
  const reviewsOf = grouped(
    db.select().from(reviews).orderBy(asc(reviews.on), asc(reviews.id)).all(),
    ({ document }) => document,
  )
  return db
    .select()
    .from(items)
    .orderBy(asc(items.number))
    .all()
    .map((item) => {
      const own = versionsOf.get(item.id) ?? []
      return {
        item,
        versions: own,
        readers: readersOf.get(item.id) ?? [],
        readings: own.flatMap(({ id }) => readingsOf.get(id) ?? []),
        reviews: reviewsOf.get(item.id) ?? [],
      }
    })
}

export function documentRecord(db: ReadDb, id: DocumentId): DocumentRecord | undefined {
  return documentRecords(db).find(({ item }) => item.id === id)
}
export function versionById(db: ReadDb, id: VersionId): Version | undefined {
  return db.select().from(versions).where(eq(versions.id, id)).get()
}

/** What is in each version's file, as far as it could be read. */
export function bodiesOf(db: ReadDb): ReadonlyMap<VersionId, string> {
  return new Map(
    db
      .select()
      .from(bodies)
      .all()
      .map(({ version, body }) => [version, body]),
  )
}

export function clearancesOf(db: ReadDb): { readonly person: PersonId; readonly grade: Grade }[] {
  return db.select({ person: clearances.person, grade: clearances.grade }).from(clearances).all()
}
/** Up to which grade a person may see what is in documents. */
export function clearanceOf(db: ReadDb, person: PersonId): Grade {
  return db.select().from(clearances).where(eq(clearances.person, person)).get()?.grade ?? usualGrade
}

/** The grades of the documents that a file is a version of, or that it was ever kept with. */
export function gradesOfFile(db: ReadDb, sha256: string): Grade[] {
  return db
    .ask<{ readonly secrecy: Grade }>(
      `SELECT item.secrecy FROM documents_items item
       WHERE item.id IN (SELECT document FROM documents_versions WHERE sha256 = ?)
         OR 'documents/document/' || item.id IN (SELECT record FROM kernel_attachments WHERE sha256 = ?)`,
      sha256,
      sha256,
    )
    .map(({ secrecy }) => secrecy)
}

/** Every disposal, newest first, with what it was about. */
export function disposalsOf(db: ReadDb): Disposal[] {
  return db
    .select()
    .from(disposals)
    .innerJoin(items, eq(items.id, disposals.document))
    .innerJoin(versions, eq(versions.id, disposals.version))
    .all()
    .map(({ documents_disposals: disposal, documents_items: item, documents_versions: version }) => ({
      ...disposal,
      documentNumber: item.number,
      title: item.title,
      label: version.label,
      fileName: version.fileName,
      sha256: version.sha256,
    }))
    .toSorted((a, b) => b.proposedAt.localeCompare(a.proposedAt) || b.number.localeCompare(a.number))
}
export function disposalById(db: ReadDb, id: DisposalId): Disposal | undefined {
  return disposalsOf(db).find((each) => each.id === id)
}

/** Documents from outside with every look for a newer edition, newest first. */
export function externalsOf(db: ReadDb): External[] {
  const checksOf = grouped(
    db.select().from(checks).orderBy(asc(checks.checkedOn), asc(checks.id)).all(),
    ({ external }) => external,
  )
  return db
    .select()
    .from(externals)
    .orderBy(asc(externals.title))
    .all()
    .map(({ changedBy: _by, ...row }) => {
      const own = (checksOf.get(row.id) ?? []).toReversed().map(({ external: _of, ...check }) => check)
      const checkedOn = own[0]?.checkedOn ?? dayAt(row.changedAt)
      const checkDue = row.state === 'current' ? checkDueOn(checkedOn, row.checkMonths) : null
      return { ...row, checkedOn, checkDue, checks: own }
    })
}

export function ownWritingsOf(db: ReadDb) {
  return db.select().from(ownWritings).orderBy(asc(ownWritings.title)).all()
}

/** Every file that documents stand on, by its hash, for whoever proves that the files are still what they were. */
export function documentFiles(db: ReadDb): string[] {
  const own = db.select({ sha256: versions.sha256 }).from(versions).where(isNull(versions.disposedOn)).all()
  const outside = [
    ...db.select({ sha256: externals.sha256 }).from(externals).all(),
    ...db.select({ sha256: checks.sha256 }).from(checks).all(),
  ]
  return [...new Set([...own, ...outside].flatMap(({ sha256 }) => sha256 ?? []))]
}

/** Whether anything else in the store rests on a file, in whichever area: read from the columns that hold hashes of files. */
export function isFileUsedElsewhere(db: ReadDb, sha256: string, except: VersionId): boolean {
  const own = db
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.sha256, sha256), isNull(versions.disposedOn)))
    .all()
  if (own.some(({ id }) => id !== except)) return true
  const columns = db.ask<{ table: string; column: string }>(
    `SELECT s.name AS "table", c.name AS "column" FROM sqlite_schema s, pragma_table_info(s.name) c
     WHERE s.type = 'table' AND s.name <> 'documents_versions' AND c.type = 'TEXT'
       AND (c.name LIKE '%sha256' OR c.name IN ('file', 'evidence'))`,
  )
  return columns.some(
    ({ table, column }) =>
      db.ask(`SELECT 1 FROM "${table}" WHERE "${column}" = ? LIMIT 1`, sha256).length > 0,
  )
}
