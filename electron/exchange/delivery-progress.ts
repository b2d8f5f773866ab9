import { eq } from 'drizzle-orm'

import { exchangeProgress } from '#db/exchange/tables'
import type { WriteContext } from '#electron/kernel/context'
import { runCommand, type Spine } from '#electron/kernel/spine'
import type { DeliveryId } from '#shared/exchange/outbox'
import { Refusal } from '#shared/kernel/refusal'

export type Progress = typeof exchangeProgress.$inferSelect

/**
 * Keeps how far a delivery has come. It leaves no audit line: what counts, that it arrived or waits for a person, has
 * one of its own.
 *
 * @throws Refusal `kernel.folder-changed` when another data folder was opened meanwhile.
 */
export function keepProgress(
  spine: Spine,
  folder: string,
  deliveryId: DeliveryId,
  change: Partial<Omit<Progress, 'deliveryId'>>,
): void {
  if (spine.store().folder !== folder) throw new Refusal('kernel.folder-changed')
  runCommand(spine, { ...quietly, now: spine.around.now() }, ({ db }) =>
    db
      .insert(exchangeProgress)
      .values({ deliveryId, attempts: 0, sent: 0, ...change })
      .onConflictDoUpdate({ target: exchangeProgress.deliveryId, set: change })
      .run(),
  )
}

const quietly = {
  procedure: 'exchange.keepProgress',
  meta: { kind: 'command', permission: 'signed-in', audit: false },
  window: 'exchange',
  signal: undefined,
  user: null,
} as const

/** Forgets how far a delivery had come, once that is settled. */
export function forgetProgress({ db }: Pick<WriteContext, 'db'>, deliveryId: DeliveryId): void {
  db.delete(exchangeProgress).where(eq(exchangeProgress.deliveryId, deliveryId)).run()
}

/** Lets the next attempt begin at once, as the first one: nothing stands in the way that is known of. */
export function keepNoTrouble({ db }: Pick<WriteContext, 'db'>, deliveryId: DeliveryId): void {
  db.update(exchangeProgress)
    .set({ attempts: 0, trouble: null, facts: null, nextAttemptAt: null })
    .where(eq(exchangeProgress.deliveryId, deliveryId))
    .run()
}
