import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { and, eq } from 'drizzle-orm'

import { undelivered } from '#db/exchange/queries'
import { exchangeDeliveries } from '#db/exchange/tables'
import { copyVerified } from '#electron/exchange/write-verified'
import type { TaskContext } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'

/** Where the bytes of an export lie. */
export function exportFile(folder: string, id: string): string {
  return join(folder, 'exports', id)
}

/**
 * Brings each waiting export to its target, one after the other. A target that is not there is no error of the
 * program: its exports wait on, with the reason, until the stick is back.
 */
export async function deliver(
  context: TaskContext,
): Promise<{ readonly delivered: number; readonly failed: number }> {
  const waiting = undelivered(context.db)
  let delivered = 0
  for (const [index, { id, exportId, fileName, path, sha256 }] of waiting.entries()) {
    if (context.signal.aborted) throw new Refusal('kernel.cancelled')
    const trouble = await attempt(() =>
      copyVerified(exportFile(context.folder, exportId), join(path, fileName), sha256),
    )
    if (trouble === null) delivered += 1
    settle(context, id, trouble)
    context.report({ step: 'exchange.step-delivering', done: index + 1, total: waiting.length })
  }
  return { delivered, failed: waiting.length - delivered }

  async function attempt(work: () => Promise<void>): Promise<string | null> {
    try {
      await work()
      return null
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }
}

function settle(
  context: TaskContext,
  id: (typeof exchangeDeliveries.$inferSelect)['id'],
  trouble: string | null,
): void {
  context.promote(({ db, now }) => {
    const [before] = db.select().from(exchangeDeliveries).where(eq(exchangeDeliveries.id, id)).all()
    db.update(exchangeDeliveries)
      .set({
        state: trouble === null ? 'delivered' : 'failed',
        attempts: (before?.attempts ?? 0) + 1,
        trouble,
        deliveredAt: trouble === null ? now : null,
      })
      .where(and(eq(exchangeDeliveries.id, id)))
      .run()
  })
}

/** Whether a folder can be a target: there, absolute, and not inside the program's own data. */
export function refuseTarget(path: string, folder: string): void {
  if (!existsSync(path)) throw new Refusal('exchange.target-gone', { folder: path })
  if (join(path, '/').startsWith(join(folder, '/')))
    throw new Refusal('exchange.target-is-own-data', { folder: path })
}
