import { and, asc, desc, eq, isNull } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { factorEdition, type FactorEdition } from '#shared/factors/library'
import type { FactorPointer } from '#shared/factors/model'
import type { EditionState } from '#shared/factors/record'

import { editions, marks } from './tables.ts'

/** An own edition with what the library keeps about it. */
export interface OwnEdition {
  readonly edition: FactorEdition
  readonly table: string
  readonly state: EditionState
  /** Of the canonical JSON of the edition. */
  readonly sha256: string
  readonly changedBy: string | null
  readonly changedAt: string
}

/** Every own edition, drafts too, by table and then in the order in which they were made. */
export function ownEditions(db: ReadDb): OwnEdition[] {
  return db
    .select()
    .from(editions)
    .orderBy(asc(editions.ownTable), asc(editions.changedAt))
    .all()
    .map(toOwnEdition)
}
export function ownEditionAt(db: ReadDb, urn: string): OwnEdition | undefined {
  return db.select().from(editions).where(eq(editions.urn, urn)).all().map(toOwnEdition)[0]
}
/** The open draft of a table; there is one at most. */
export function draftOf(db: ReadDb, table: string): OwnEdition | undefined {
  return ownEditions(db).find((own) => own.table === table && own.state === 'draft')
}
function toOwnEdition(row: typeof editions.$inferSelect): OwnEdition {
  const { body, ownTable: table, state, sha256, changedBy, changedAt } = row
  return { edition: factorEdition.parse(JSON.parse(body)), table, state, sha256, changedBy, changedAt }
}

/** What tells whether the library is still the one read before, without reading it: hashes of what was released, marks in force. */
export function libraryStamp(db: ReadDb): string {
  const released = db.ask<{ sha256: string }>(
    "SELECT sha256 FROM factors_editions WHERE state = 'released' ORDER BY urn",
  )
  const compared = db.ask<{ id: string }>(
    'SELECT id FROM factors_marks WHERE withdrawn_at IS NULL ORDER BY id',
  )
  return [...released.map(({ sha256 }) => sha256), ...compared.map(({ id }) => id)].join(' ')
}

export type MarkRow = typeof marks.$inferSelect

/** The statements in force that a value was compared with the official text. */
export function marksInForce(db: ReadDb): MarkRow[] {
  return db.select().from(marks).where(isNull(marks.withdrawnAt)).all()
}
/** All that was ever stated about one row, newest first. */
export function marksOf(db: ReadDb, { urn, ref }: FactorPointer): MarkRow[] {
  return db
    .select()
    .from(marks)
    .where(and(eq(marks.urn, urn), eq(marks.ref, ref)))
    .orderBy(desc(marks.markedAt), desc(marks.id))
    .all()
}
export function markById(db: ReadDb, id: MarkRow['id']): MarkRow | undefined {
  return db.select().from(marks).where(eq(marks.id, id)).get()
}
