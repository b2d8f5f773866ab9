import { z } from 'zod'

import { backupContract } from '#shared/exchange/backup-contract'
import { changesContract } from '#shared/exchange/changes-contract'
import { exportRecord, reportKinds } from '#shared/exchange/model'
import { outboxContract } from '#shared/exchange/outbox-contract'
import { proxyContract } from '#shared/exchange/proxy-contract'
import { rescueContract } from '#shared/exchange/rescue-contract'
import { selfProofContract } from '#shared/exchange/self-proof-contract'
import { updateContract } from '#shared/exchange/update-contract'
import { nothing, query, task } from '#shared/kernel/contract'
import { idOf } from '#shared/kernel/id'
import { languages } from '#shared/kernel/texts'
import { planId } from '#shared/monitoring/plan'

export const exchangeContract = {
  exports: query('exchange.read', nothing, z.array(exportRecord)),
  /** Makes the files of one inventory: tables E.1 to E.6, the report, the machine-readable document. */
  makeExports: task(
    'exchange.enter',
    z.object({
      inventory: idOf<'inventory'>(),
      kinds: z.array(z.enum(reportKinds)).min(1),
      language: z.enum(languages),
    }),
    z.array(exportRecord),
  ),
  /** Makes the files of one version of the monitoring plan, with its comparison to the version before. */
  exportPlan: task(
    'exchange.enter',
    z.object({
      plan: planId,
      kinds: z.array(z.enum(['docx', 'xlsx'])).min(1),
      language: z.enum(languages),
    }),
    z.array(exportRecord),
  ),
  ...outboxContract,
  ...backupContract,
  ...rescueContract,
  ...proxyContract,
  ...selfProofContract,
  ...updateContract,
  ...changesContract,
}
