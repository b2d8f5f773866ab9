import { accessSync, constants } from 'node:fs'
import { isAbsolute } from 'node:path'

import { eq } from 'drizzle-orm'

import { exportById, exportsOf, outboxOf, targetById, targetsOf } from '#db/exchange/queries'
import { exchangeDeliveries, exchangeTargets } from '#db/exchange/tables'
import { serve, type WriteContext } from '#electron/kernel/context'
import type { Spine } from '#electron/kernel/spine'
import type { Workspace } from '#electron/kernel/workspace'
import { exchangeContract } from '#shared/exchange/contract'
import type { ExportId, TargetId } from '#shared/exchange/model'
import { Refusal } from '#shared/kernel/refusal'

import { backupHandlers } from './backup-service.ts'
import { deliver, refuseTarget } from './deliver.ts'
import { makeExports } from './make-exports.ts'
import { exportPlan } from './plan-export.ts'

/** Exports, outbox, backups, and the health of the store they keep. */
export function createExchangeService(spine: Spine, workspace: Workspace) {
  return serve(exchangeContract, {
    exports: ({ db }) => exportsOf(db),
    makeExports,
    exportPlan,
    targets: ({ db }) => targetsOf(db),
    addTarget: ({ db, user, now, newId, folder }, { name, path }) => {
      if (!isAbsolute(path)) throw new Refusal('exchange.target-gone', { folder: path })
      refuseTarget(path, folder)
      try {
        accessSync(path, constants.W_OK)
      } catch {
        throw new Refusal('exchange.target-read-only', { folder: path })
      }
      const id = newId<'target'>()
      db.insert(exchangeTargets)
        .values({ id, name, path, changedBy: user ?? 'system', changedAt: now })
        .run()
      return { id, name, path }
    },
    removeTarget: ({ db, user, now }, { id }) => {
      if (!targetById(db, id)) throw new Refusal('exchange.unknown-target')
      db.update(exchangeTargets)
        .set({ removedAt: now, changedBy: user ?? 'system', changedAt: now })
        .where(eq(exchangeTargets.id, id))
        .run()
      return {}
    },
    outbox: ({ db }) => outboxOf(db),
    send: (context, { exports, target }) => {
      for (const id of exports) queue(context, id, target)
      return {}
    },
    deliver,
    ...backupHandlers(spine, workspace),
  })
}

function queue({ db, user, now, newId }: WriteContext, exported: ExportId, to: TargetId): void {
  const file = exportById(db, exported)
  if (!file) throw new Refusal('exchange.unknown-export')
  const target = targetById(db, to)
  if (!target) throw new Refusal('exchange.unknown-target')
  if (outboxOf(db).some(({ exportId, targetId }) => exportId === exported && targetId === to))
    throw new Refusal('exchange.already-sent', { file: file.fileName, target: target.name })
  db.insert(exchangeDeliveries)
    .values({
      id: newId(),
      exportId: exported,
      targetId: to,
      state: 'waiting',
      attempts: 0,
      askedBy: user ?? 'system',
      askedAt: now,
    })
    .run()
}
