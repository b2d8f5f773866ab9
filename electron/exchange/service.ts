import { exportsOf } from '#db/exchange/queries'
import { serve } from '#electron/kernel/context'
import type { Spine } from '#electron/kernel/spine'
import type { Workspace } from '#electron/kernel/workspace'
import { exchangeContract } from '#shared/exchange/contract'

import { backupHandlers } from './backup-service.ts'
import { changesHandlers } from './changes-service.ts'
import { makeExports } from './make-exports.ts'
import { outboxHandlers } from './outbox-service.ts'
import { exportPlan } from './plan-export.ts'
import { proxyHandlers } from './proxy.ts'
import { rescueHandlers } from './sealed-rescue.ts'
import { selfProofHandlers } from './self-proof-service.ts'
import { targetHandlers } from './target-service.ts'
import { updateHandlers } from './update-service.ts'

/** Exports, outbox, backups, and the health of the store they keep. */
export function createExchangeService(spine: Spine, workspace: Workspace) {
  return serve(exchangeContract, {
    exports: ({ db }) => exportsOf(db),
    makeExports,
    exportPlan,
    ...targetHandlers,
    ...outboxHandlers(spine),
    ...backupHandlers(spine, workspace),
    ...rescueHandlers(workspace),
    ...proxyHandlers,
    ...selfProofHandlers,
    ...updateHandlers,
    ...changesHandlers(spine),
  })
}
