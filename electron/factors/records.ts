import { userById } from '#db/access/queries'
import { marksInForce, marksOf, type MarkRow, type OwnEdition } from '#db/factors/queries'
import type { ReadDb } from '#db/kernel/access'
import type { UserId } from '#shared/access/model'
import type { FactorEdition, FactorLibrary } from '#shared/factors/library'
import { holdsFor } from '#shared/factors/marks'
import type { Factor, FactorPointer, Remark } from '#shared/factors/model'
import type {
  EditionState,
  EditionSummary,
  FactorFound,
  Mark,
  OwnEditionRecord,
} from '#shared/factors/record'
import { isFactor } from '#shared/factors/search'

/** An edition without its rows. */
export function summaryOf(
  edition: FactorEdition,
  library: FactorLibrary,
  state: EditionState = 'released',
): EditionSummary {
  const { factors, remarks, ...facts } = edition
  const next = library.find((other) => other.supersedes === edition.urn)
  const unverified = [...factors, ...remarks].filter(isUnverified)
  return {
    ...facts,
    state,
    supersededBy: next?.urn ?? null,
    factors: factors.length,
    remarks: remarks.length,
    unverified: unverified.length,
  }
}
function isUnverified({ verification }: Factor | Remark): boolean {
  return verification === 'secondary-copy' || verification === 'recalled'
}

/** Turns rows into what is shown, asking for editions and marks once. */
export function finder(db: ReadDb, library: FactorLibrary) {
  const marks = new Map(marksInForce(db).map((row) => [`${row.urn} ${row.ref}`, row]))
  const summaries = new Map<string, EditionSummary>()
  const nameOf = names(db)
  return (edition: FactorEdition, row: Factor | Remark): FactorFound => {
    const summary = summaries.get(edition.urn) ?? summaryOf(edition, library)
    summaries.set(edition.urn, summary)
    const stated = isFactor(row) ? marks.get(`${edition.urn} ${row.ref}`) : undefined
    const mark = stated && isFactor(row) ? toMark(stated, row, nameOf) : null
    return { edition: summary, row, mark: mark?.inForce === true ? mark : null }
  }
}

/** All that was stated about a factor, newest first. */
export function markHistory(db: ReadDb, pointer: FactorPointer, factor: Factor): Mark[] {
  const nameOf = names(db)
  return marksOf(db, pointer).map((row) => toMark(row, factor, nameOf))
}

export function toOwnRecord(db: ReadDb, own: OwnEdition, library: FactorLibrary): OwnEditionRecord {
  const { edition, table, state, changedBy, changedAt } = own
  return {
    table,
    state,
    summary: summaryOf(edition, library, state),
    factors: [...edition.factors],
    changedBy: names(db)(changedBy),
    changedAt,
  }
}

function toMark(row: MarkRow, factor: Factor, nameOf: (user: string | null) => string | null): Mark {
  const { id, urn, ref, value, unit, document, page, comparedOn, note } = row
  const withdrawn =
    row.withdrawnAt === null
      ? null
      : { by: nameOf(row.withdrawnBy), at: row.withdrawnAt, reason: row.withdrawnReason ?? '' }
  return {
    id,
    pointer: { urn, ref },
    value,
    unit,
    document,
    page,
    comparedOn,
    note,
    by: nameOf(row.markedBy),
    at: row.markedAt,
    inForce: withdrawn === null && holdsFor(row, factor),
    withdrawn,
  }
}

/** Names of users by id, each looked up once; null for one who was removed. */
function names(db: ReadDb): (user: string | null) => string | null {
  const known = new Map<string, string | null>()
  return (user) => {
    if (user === null) return null
    if (!known.has(user)) known.set(user, userById(db, user as UserId)?.name ?? null)
    return known.get(user) ?? null
  }
}
