import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'

import { exchangeDeliveries, exchangeExports, exchangeTargets } from '#db/exchange/tables'
import type { ReadDb } from '#db/kernel/access'
import type { Delivery, ExportId, ExportRecord, Target, TargetId } from '#shared/exchange/model'

export function exportsOf(db: ReadDb): ExportRecord[] {
  return db
    .select()
    .from(exchangeExports)
    .orderBy(desc(exchangeExports.madeAt), desc(exchangeExports.id))
    .all()
}
export function exportById(db: ReadDb, id: ExportId): ExportRecord | undefined {
  return db.select().from(exchangeExports).where(eq(exchangeExports.id, id)).all()[0]
}
export function targetsOf(db: ReadDb): Target[] {
  const { id, name, path } = exchangeTargets
  return db
    .select({ id, name, path })
    .from(exchangeTargets)
    .where(isNull(exchangeTargets.removedAt))
    .orderBy(asc(name))
    .all()
}
export function targetById(db: ReadDb, id: TargetId): Target | undefined {
  return targetsOf(db).find((target) => target.id === id)
}

/** The outbox, newest first: what waits, what failed and why, what has arrived. */
export function outboxOf(db: ReadDb): Delivery[] {
  return deliveries(db).orderBy(desc(exchangeDeliveries.askedAt), desc(exchangeDeliveries.id)).all()
}
/** What still has to be brought to targets that were not removed, oldest first. */
export function undelivered(db: ReadDb): (Delivery & { readonly path: string; readonly sha256: string })[] {
  const waiting = new Map(
    deliveries(db)
      .where(and(ne(exchangeDeliveries.state, 'delivered'), isNull(exchangeTargets.removedAt)))
      .orderBy(asc(exchangeDeliveries.askedAt), asc(exchangeDeliveries.id))
      .all()
      .map((delivery) => [delivery.id, delivery]),
  )
  const facts = db
    .select({ id: exchangeDeliveries.id, path: exchangeTargets.path, sha256: exchangeExports.sha256 })
    .from(exchangeDeliveries)
    .innerJoin(exchangeTargets, eq(exchangeTargets.id, exchangeDeliveries.targetId))
    .innerJoin(exchangeExports, eq(exchangeExports.id, exchangeDeliveries.exportId))
    .where(inArray(exchangeDeliveries.id, [...waiting.keys()]))
    .all()
  return [...waiting.values()].flatMap((delivery) => {
    const found = facts.find(({ id }) => id === delivery.id)
    return found ? [{ ...delivery, path: found.path, sha256: found.sha256 }] : []
  })
}
function deliveries(db: ReadDb) {
  const { id, exportId, targetId, state, attempts, trouble, deliveredAt, askedAt } = exchangeDeliveries
  return db
    .select({
      id,
      exportId,
      fileName: exchangeExports.fileName,
      targetId,
      targetName: exchangeTargets.name,
      state,
      attempts,
      trouble,
      deliveredAt,
      askedAt,
    })
    .from(exchangeDeliveries)
    .innerJoin(exchangeExports, eq(exchangeExports.id, exportId))
    .innerJoin(exchangeTargets, eq(exchangeTargets.id, targetId))
}
