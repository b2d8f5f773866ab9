import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { AuditId } from '#shared/audits/audit'
import type { ItemId } from '#shared/audits/checklist'
import type { Clash, PackageId } from '#shared/audits/package'
import type { RecordRef } from '#shared/kernel/record'

import { brought, broughtRecords, clashes, items, packages, samples } from './tables.ts'

export type PackageRow = typeof packages.$inferSelect

/** The packages of an audit, the last to come in first: their ids were made on several machines. */
export function packagesOf(db: ReadDb, audit: AuditId): PackageRow[] {
  return db
    .select()
    .from(packages)
    .where(eq(packages.audit, audit))
    .orderBy(desc(sql`rowid`))
    .all()
}
export function packageById(db: ReadDb, id: PackageId): PackageRow | undefined {
  return db.select().from(packages).where(eq(packages.id, id)).all()[0]
}
/** The package that brought an audit here; undefined for one of this plant's own. */
export function receivedFor(db: ReadDb, audit: AuditId): PackageRow | undefined {
  return packagesOf(db, audit).find(({ direction }) => direction === 'received')
}
/** The last result of a package that was merged: the next one is merged against it. */
export function lastMerged(db: ReadDb, answersTo: PackageId): PackageRow | undefined {
  return db
    .select()
    .from(packages)
    .where(and(eq(packages.answersTo, answersTo), eq(packages.direction, 'merged')))
    .orderBy(desc(sql`rowid`))
    .all()[0]
}

export function clashesOf(db: ReadDb, audit: AuditId): Clash[] {
  return db
    .select({ clash: clashes, requirement: items.requirement })
    .from(clashes)
    .innerJoin(items, eq(items.id, clashes.item))
    .where(eq(items.audit, audit))
    .orderBy(asc(items.position), asc(clashes.id))
    .all()
    .map(({ clash: { package: _package, base, ours, theirs, ...row }, requirement }) => ({
      ...row,
      requirement,
      base: base[0],
      ours: ours[0],
      theirs: theirs[0],
    }))
}
export function clashById(db: ReadDb, id: Clash['id']) {
  return db.select().from(clashes).where(eq(clashes.id, id)).all()[0]
}

/** What a package brought for one question. */
export function broughtFor(db: ReadDb, item: ItemId): (typeof brought.$inferSelect)[] {
  return db.select().from(brought).where(eq(brought.item, item)).orderBy(asc(brought.id)).all()
}
export function broughtRecord(db: ReadDb, audit: AuditId, record: RecordRef) {
  return db
    .select()
    .from(broughtRecords)
    .where(and(eq(broughtRecords.audit, audit), eq(broughtRecords.record, record)))
    .all()[0]
}

/** The samples of an audit as they are kept; drawing them again gives the places. */
export function sampleRowsOf(db: ReadDb, audit: AuditId): (typeof samples.$inferSelect)[] {
  const own = db.select({ id: items.id }).from(items).where(eq(items.audit, audit))
  return db.select().from(samples).where(inArray(samples.item, own)).all()
}
