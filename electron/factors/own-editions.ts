import { eq } from 'drizzle-orm'

import { draftOf, ownEditionAt, ownEditions, type OwnEdition } from '#db/factors/queries'
import { editions } from '#db/factors/tables'
import type { ReadDb } from '#db/kernel/access'
import type { WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { factorEdition, type FactorEdition } from '#shared/factors/library'
import type { Factor } from '#shared/factors/model'
import { checkFactors, correctedEdition, ownUrn, refuseUnfitEdition } from '#shared/factors/own-edition'
import type { NewOwnEdition } from '#shared/factors/record'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'

import { factorLibraryOf } from './library.ts'

/** Saves the open draft of a table, or opens its first one. */
export function saveDraft(context: WriteContext, { table, readAt, ...written }: NewOwnEdition): OwnEdition {
  const { db } = context
  const name = table ?? freeTable(db)
  const draft = draftOf(db, name)
  if ((draft?.changedAt ?? null) !== readAt) throw new Refusal('factors.draft-changed', { table: name })
  refuseUnfitRows(written.factors)
  const before = draft?.edition
  const edition = factorEdition.parse({
    ...written,
    urn: before?.urn ?? ownUrn(name, 1),
    origin: 'own',
    supersedes: before?.supersedes ?? null,
    remarks: [...(before?.remarks ?? [])],
  } satisfies FactorEdition)
  refuseUnfitEdition(edition, factorLibraryOf(db, context.around))
  return draft ? change(context, edition, 'draft') : add(context, name, edition)
}

/** Opens the next edition of a released own table, which starts as a copy. */
export function openCorrection(
  context: WriteContext,
  { urn, note }: { readonly urn: string; readonly note: FactorEdition['note'] },
): OwnEdition {
  const { db } = context
  const library = factorLibraryOf(db, context.around)
  const old = library.find((edition) => edition.urn === urn)
  if (!old) throw new Refusal('factors.unknown-edition', { urn })
  const table = ownEditionAt(db, urn)?.table
  if (table === undefined) throw new Refusal('factors.not-own', { urn })
  // The stored rows, not those of the library, where a comparison may stand over what was written.
  const stored = known(db, urn).edition
  const next = correctedEdition(stored, { factors: stored.factors, note })
  refuseUnfitEdition(next, library)
  if (draftOf(db, table)) throw new Refusal('factors.draft-open', { table })
  return add(context, table, next)
}

export function removeDraft({ db }: WriteContext, urn: string): void {
  if (known(db, urn).state === 'released') throw new Refusal('factors.already-released', { urn })
  db.delete(editions).where(eq(editions.urn, urn)).run()
}

/** The draft becomes an edition of the library and stays as it is. */
export function release(context: WriteContext, urn: string): OwnEdition {
  const { edition, state } = known(context.db, urn)
  if (state === 'released') throw new Refusal('factors.already-released', { urn })
  refuseUnfitRows(edition.factors)
  refuseUnfitEdition(edition, factorLibraryOf(context.db, context.around))
  return change(context, edition, 'released')
}

function known(db: ReadDb, urn: string): OwnEdition {
  const own = ownEditionAt(db, urn)
  if (!own) throw new Refusal('factors.unknown-edition', { urn })
  return own
}

/** The first trouble by its code, with the row it is in and how many more there are. */
function refuseUnfitRows(factors: readonly Factor[]): void {
  const refs = factors.map(({ ref }) => ref)
  const twice = refs.find((ref, at) => refs.indexOf(ref) !== at)
  if (twice !== undefined) throw new Refusal('factors.row-twice', { row: twice })
  const [first, ...others] = checkFactors(factors)
  if (first) throw new Refusal(first.code, { ...first.facts, more: others.length })
}

function freeTable(db: ReadDb): string {
  const taken = new Set(ownEditions(db).map(({ table }) => table))
  let number = 1
  while (taken.has(`table-${number}`)) number += 1
  return `table-${number}`
}

function add({ db, user, now }: WriteContext, table: string, edition: FactorEdition): OwnEdition {
  const { urn, supersedes } = edition
  db.insert(editions)
    .values({
      urn,
      ownTable: table,
      ...bodyOf(edition),
      state: 'draft',
      supersedes,
      changedBy: user,
      changedAt: now,
    })
    .run()
  return known(db, urn)
}
function change(
  { db, user, now }: WriteContext,
  edition: FactorEdition,
  state: OwnEdition['state'],
): OwnEdition {
  db.update(editions)
    .set({ ...bodyOf(edition), state, changedBy: user, changedAt: now })
    .where(eq(editions.urn, edition.urn))
    .run()
  return known(db, edition.urn)
}
function bodyOf(edition: FactorEdition): { readonly body: string; readonly sha256: string } {
  const body = canonical(edition)
  return { body, sha256: sha256(body) }
}
