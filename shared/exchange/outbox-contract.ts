import { z } from 'zod'

import { exportId, exportRecord, targetId } from '#shared/exchange/model'
import { command, nothing, query, task } from '#shared/kernel/contract'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'

import { delivery, deliveryId, fileName, priority, underWay } from './outbox.ts'
import { target, targetDraft, targetSettings } from './target.ts'

const deliveries = z.object({ ids: z.array(deliveryId).min(1).max(1000) })
/** A password, key or passphrase to be kept sealed; left out: as it was; null: forgotten. */
const secret = z.string().min(1).max(20_000).nullable().optional()
const secrets = { secret, passphrase: secret }

export const outboxContract = {
  targets: query('exchange.read', nothing, z.array(target)),
  /** A task, since a folder is asked whether it can be written to, and a dead share never answers. */
  addTarget: task('exchange.manage', z.object({ target: targetDraft, ...secrets }), target),
  /** Changes a target; what waits for it is sent by the new settings. */
  changeTarget: task('exchange.manage', z.object({ id: targetId, target: targetDraft, ...secrets }), target),
  /** What waits for it is cancelled; what has arrived stays there. */
  removeTarget: command('exchange.manage', z.object({ id: targetId }), nothing),
  /** Whether files can be brought there now, and what is wrong when not. Without a secret that of `id` is taken. */
  testTarget: task(
    'exchange.manage',
    z.object({
      id: targetId.nullable(),
      settings: targetSettings,
      secret: z.string().max(20_000).nullable(),
    }),
    z.object({ place: z.string() }),
  ),
  outbox: query('exchange.read', nothing, z.array(delivery)),
  /** How many bytes of what is on its way have arrived; asked again while something is. */
  underWay: query('exchange.read', nothing, z.array(underWay)),
  /** Puts exports into the outbox for a target, behind what waits there. */
  send: command(
    'exchange.enter',
    z.object({
      exports: z.array(exportId).min(1).max(1000),
      target: targetId,
      priority: priority.default(1),
    }),
    nothing,
  ),
  /** Brings what waits in the outbox to its targets, as far as they are there; `target`: to that one only. */
  deliver: task(
    'exchange.enter',
    z.object({ target: targetId.optional() }),
    z.object({ delivered: z.int(), failed: z.int() }),
  ),
  pause: command('exchange.enter', deliveries, nothing),
  resume: command('exchange.enter', deliveries, nothing),
  /** Puts what failed, or met another file, in line again. */
  retry: command('exchange.enter', deliveries, nothing),
  cancel: command('exchange.enter', deliveries, nothing),
  prioritise: command('exchange.enter', deliveries.extend({ priority }), nothing),
  /** Gives these deliveries, of one target, the places in line that they hold among them, in this order. */
  arrange: command('exchange.enter', deliveries, nothing),
  /** The way out of a conflict: the same file under another name. */
  rename: command('exchange.enter', z.object({ id: deliveryId, name: fileName }), nothing),
  /** Since when nothing may leave this machine; null while things may. */
  offline: query('signed-in', nothing, z.object({ since: instant.nullable() })),
  switchOffline: command('exchange.enter', z.object({ offline: z.boolean() }), nothing),
  /** Keeps a file that was made elsewhere in the program as an export, so that it can be sent. */
  keepOffered: command('exchange.enter', z.object({ download: z.uuid() }), exportRecord),
  /** Makes of an inventory what a plant hands to its group: the document and the hashes of its evidence. */
  makeSubmission: task('exchange.enter', z.object({ inventory: idOf<'inventory'>() }), exportRecord),
  /** Packs the evidence of an inventory, with a list and hashes. */
  makeEvidence: task('exchange.enter', z.object({ inventory: idOf<'inventory'>() }), exportRecord),
}
