import { z } from 'zod'

import { backupContract } from '#shared/exchange/backup-contract'
import { delivery, exportId, exportKinds, exportRecord, target, targetId } from '#shared/exchange/model'
import { command, nothing, query, task } from '#shared/kernel/contract'
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
      kinds: z.array(z.enum(exportKinds)).min(1),
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
  targets: query('exchange.read', nothing, z.array(target)),
  addTarget: command(
    'exchange.manage',
    z.object({ name: z.string().trim().min(1).max(100), path: z.string().min(1).max(1000) }),
    target,
  ),
  removeTarget: command('exchange.manage', z.object({ id: targetId }), nothing),
  outbox: query('exchange.read', nothing, z.array(delivery)),
  /** Puts exports into the outbox for a target. */
  send: command('exchange.enter', z.object({ exports: z.array(exportId).min(1), target: targetId }), nothing),
  /** Brings what waits in the outbox to its targets, as far as they are there. */
  deliver: task('exchange.enter', nothing, z.object({ delivered: z.int(), failed: z.int() })),
  ...backupContract,
}
