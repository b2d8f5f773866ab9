import { asc, eq, sql } from 'drizzle-orm'

import { prepared, type ReadDb } from '#db/kernel/access'
import { type Day, isValidOn } from '#shared/kernel/period'
import type { ApprovedBoundary, BoundaryId, BoundaryVersion, Exclusion } from '#shared/organization/boundary'
import type { OrganizationId } from '#shared/organization/model'

import { boundaries, boundaryExclusions, boundaryMembers } from './tables.ts'

/** Every version, drafts too, by number. */
export function boundariesOf(db: ReadDb): BoundaryVersion[] {
  return withParts(db, db.select().from(boundaries).orderBy(asc(boundaries.number)).all())
}

export function boundaryById(db: ReadDb, id: BoundaryId): BoundaryVersion | undefined {
  return withParts(db, db.select().from(boundaries).where(eq(boundaries.id, id)).all())[0]
}

/** The approved version whose validity holds the day. A superseded one still answers for the days before its end. */
export function boundaryInForce(db: ReadDb, organization: OrganizationId, on: Day): ApprovedBoundary | null {
  const row = versionsOf(db)
    .all({ organization })
    .find((version) => version.state !== 'draft' && isValidOn(version, on))
  return row ? (approved(withParts(db, [row]))[0] ?? null) : null
}
/** Every version that answers for some day, for whoever asks about many. */
export function approvedBoundaries(db: ReadDb, organization: OrganizationId): ApprovedBoundary[] {
  return approved(withParts(db, versionsOf(db).all({ organization })))
}
function approved(versions: readonly BoundaryVersion[]): ApprovedBoundary[] {
  return versions.filter((version) => version.state !== 'draft')
}
const versionsOf = prepared((db: ReadDb) =>
  db
    .select()
    .from(boundaries)
    .where(eq(boundaries.organization, sql.placeholder('organization')))
    .prepare(),
)

/** The canonical JSON that was signed at approval; undefined for a draft. */
export function signedTextOf(db: ReadDb, id: BoundaryId): string | undefined {
  const [row] = db.select({ text: boundaries.signedText }).from(boundaries).where(eq(boundaries.id, id)).all()
  return row?.text ?? undefined
}

function withParts(db: ReadDb, rows: readonly (typeof boundaries.$inferSelect)[]): BoundaryVersion[] {
  return rows.map((row) => {
    const boundary = row.id
    return toVersion(row, {
      members: membersOf(db)
        .all({ boundary })
        .map(({ node, share, reason }) => ({ node, share, reason })),
      exclusions: exclusionsOf(db).all({ boundary }).map(toExclusion),
    })
  })
}
const membersOf = prepared((db: ReadDb) =>
  db
    .select()
    .from(boundaryMembers)
    .where(eq(boundaryMembers.boundary, sql.placeholder('boundary')))
    .orderBy(asc(boundaryMembers.node))
    .prepare(),
)
const exclusionsOf = prepared((db: ReadDb) =>
  db
    .select()
    .from(boundaryExclusions)
    .where(eq(boundaryExclusions.boundary, sql.placeholder('boundary')))
    .orderBy(asc(boundaryExclusions.position))
    .prepare(),
)

function toExclusion({
  node,
  what,
  reason,
  size,
  sizeUnit,
}: typeof boundaryExclusions.$inferSelect): Exclusion {
  return {
    node,
    what,
    reason,
    size: size === null || sizeUnit === null ? null : { in: sizeUnit, value: size },
  }
}

function toVersion(
  row: typeof boundaries.$inferSelect,
  parts: Pick<BoundaryVersion, 'members' | 'exclusions'>,
): BoundaryVersion {
  const { id, number, title, approach, guideline, desulfurization, isoCategories, scopes, subsystems } = row
  const { validFrom, validTo, reason, replaces, approvedBy, approvedAt, signature } = row
  const said = { title, approach, guideline, desulfurization, isoCategories, scopes, subsystems }
  const version = { id, number, ...said, ...parts, validFrom, validTo, reason, replaces }
  if (row.state === 'draft') return { state: 'draft', ...version }
  if (approvedBy === null || approvedAt === null || signature === null)
    throw new Error(`Boundary ${id} is ${row.state} without an approval`)
  return { state: row.state, ...version, approvedBy, approvedAt, signature }
}
