import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'

import { exchangeDeliveries, exchangeExports, exchangeProgress, exchangeTargets } from '#db/exchange/tables'
import type { ReadDb } from '#db/kernel/access'
import type { ExportId, ExportRecord, TargetId } from '#shared/exchange/model'
import type { DeliveryId, StoredState } from '#shared/exchange/outbox'
import type { Target } from '#shared/exchange/target'

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

/** A target as it is stored: whether a secret is kept for it is known elsewhere. */
export type StoredTarget = Omit<Target, 'hasSecret' | 'hasPassphrase'>

export function targetsOf(db: ReadDb): StoredTarget[] {
  const { id, name, settings, sealedFor, bandwidth, schedule } = exchangeTargets
  return db
    .select({ id, name, settings, sealedFor, bandwidth, schedule })
    .from(exchangeTargets)
    .where(isNull(exchangeTargets.removedAt))
    .orderBy(asc(name), asc(id))
    .all()
}
export function targetById(db: ReadDb, id: TargetId): StoredTarget | undefined {
  return targetsOf(db).find((target) => target.id === id)
}

/** Every delivery with its export, its target and how far it has come, newest first. */
export function deliveriesOf(db: ReadDb) {
  return joined(db).orderBy(desc(exchangeDeliveries.askedAt), desc(exchangeDeliveries.position)).all()
}
/** What is or was to be brought to one target, but for what was cancelled. */
export function deliveriesTo(db: ReadDb, target: TargetId) {
  return joined(db)
    .where(and(eq(exchangeDeliveries.targetId, target), ne(exchangeDeliveries.state, 'cancelled')))
    .orderBy(asc(exchangeDeliveries.position))
    .all()
}
export function deliveryById(db: ReadDb, id: DeliveryId): StoredDelivery | undefined {
  return joined(db).where(eq(exchangeDeliveries.id, id)).all()[0]
}
export type StoredDelivery = ReturnType<typeof deliveriesOf>[number]

/** The targets that something waits for. */
export function awaitedTargets(db: ReadDb): TargetId[] {
  return db
    .selectDistinct({ id: exchangeDeliveries.targetId })
    .from(exchangeDeliveries)
    .innerJoin(exchangeTargets, eq(exchangeTargets.id, exchangeDeliveries.targetId))
    .where(
      and(eq(exchangeDeliveries.state, 'waiting' satisfies StoredState), isNull(exchangeTargets.removedAt)),
    )
    .all()
    .map(({ id }) => id)
}

export function lastPosition(db: ReadDb): number {
  const [last] = db
    .select({ position: exchangeDeliveries.position })
    .from(exchangeDeliveries)
    .orderBy(desc(exchangeDeliveries.position))
    .limit(1)
    .all()
  return last?.position ?? 0
}

function joined(db: ReadDb) {
  return db
    .select({
      id: exchangeDeliveries.id,
      exported: exchangeExports,
      targetId: exchangeDeliveries.targetId,
      targetName: exchangeTargets.name,
      targetKind: exchangeTargets.kind,
      name: exchangeDeliveries.name,
      priority: exchangeDeliveries.priority,
      position: exchangeDeliveries.position,
      state: exchangeDeliveries.state,
      attempts: exchangeDeliveries.attempts,
      trouble: exchangeDeliveries.trouble,
      facts: exchangeDeliveries.facts,
      place: exchangeDeliveries.place,
      size: exchangeDeliveries.size,
      sha256: exchangeDeliveries.sha256,
      deliveredAt: exchangeDeliveries.deliveredAt,
      askedAt: exchangeDeliveries.askedAt,
      progress: exchangeProgress,
    })
    .from(exchangeDeliveries)
    .innerJoin(exchangeExports, eq(exchangeExports.id, exchangeDeliveries.exportId))
    .innerJoin(exchangeTargets, eq(exchangeTargets.id, exchangeDeliveries.targetId))
    .leftJoin(exchangeProgress, eq(exchangeProgress.deliveryId, exchangeDeliveries.id))
}
