import { desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { ChangePackageId, TrailPosition } from '#shared/exchange/changes'

import { changeMerges, changePackages } from './change-tables.ts'

export type BroughtPackage = typeof changePackages.$inferSelect
export type ChangeMerge = typeof changeMerges.$inferSelect

/** Everything that was brought from copies, the last first, with what became of it; null while it waits. */
export function broughtPackages(
  db: ReadDb,
): { readonly brought: BroughtPackage; readonly merge: ChangeMerge | null }[] {
  return db
    .select({ brought: changePackages, merge: changeMerges })
    .from(changePackages)
    .leftJoin(changeMerges, eq(changeMerges.package, changePackages.id))
    .orderBy(desc(changePackages.broughtAt), desc(changePackages.id))
    .all()
}
export function broughtPackage(db: ReadDb, id: ChangePackageId): BroughtPackage | undefined {
  return db.select().from(changePackages).where(eq(changePackages.id, id)).all()[0]
}
export function mergeOf(db: ReadDb, id: ChangePackageId): ChangeMerge | undefined {
  return db.select().from(changeMerges).where(eq(changeMerges.package, id)).all()[0]
}

/** Whether this store's own trail has this very line. */
export function hasLine(db: ReadDb, { seq, hash }: TrailPosition): boolean {
  return db.ask('SELECT 1 FROM kernel_audit WHERE seq = ? AND hash = ?', seq, hash).length > 0
}

/** What the trail's last word is of where this folder was restored from; undefined where it never was. */
export function lastRestore(db: ReadDb): { readonly at: string; readonly detail: string } | undefined {
  return db.ask<{ at: string; detail: string }>(
    `SELECT at, detail FROM kernel_audit
     WHERE procedure = 'exchange.restore' AND actor = 'system' AND outcome = 'done' ORDER BY seq DESC LIMIT 1`,
  )[0]
}
/** The last line of the trail that was written before an instant; the chain's start where none was. */
export function positionBefore(db: ReadDb, instant: string): TrailPosition | undefined {
  return db.ask<TrailPosition>(
    'SELECT seq, hash FROM kernel_audit WHERE at < ? ORDER BY seq DESC LIMIT 1',
    instant,
  )[0]
}

interface OwnLine {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly outcome: 'done' | 'refused'
  readonly detail: string
  readonly hash: string
}
/** The lines after a position, oldest first. */
export function linesAfter(db: ReadDb, { seq }: TrailPosition): OwnLine[] {
  return db.ask(
    `SELECT seq, at, actor, outcome, detail, hash FROM kernel_audit WHERE seq > ? ORDER BY seq`,
    seq,
  )
}
