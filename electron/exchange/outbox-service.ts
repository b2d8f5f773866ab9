import { and, eq, inArray } from 'drizzle-orm'

import {
  deliveriesOf,
  deliveriesTo,
  deliveryById,
  exportById,
  lastPosition,
  type StoredDelivery,
  targetById,
} from '#db/exchange/queries'
import { exchangeDeliveries, exchangeExports } from '#db/exchange/tables'
import { offlineSince } from '#db/kernel/switches'
import { kernelSwitches } from '#db/kernel/tables'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import type { Spine } from '#electron/kernel/spine'
import type { ExportId, TargetId } from '#shared/exchange/model'
import {
  type Delivery,
  type DeliveryId,
  freeName,
  type Priority,
  type StoredState,
} from '#shared/exchange/outbox'
import type { outboxContract } from '#shared/exchange/outbox-contract'
import { Refusal } from '#shared/kernel/refusal'

import { deliverNow, shownState } from './deliver.ts'
import { keepNoTrouble } from './delivery-progress.ts'
import { callBack, callBackAll, underWay } from './flights.ts'
import { keepOffered } from './keep-export.ts'
import { clearSealed } from './outgoing.ts'
import { makeEvidence, makeSubmission } from './submission.ts'

type Part = Omit<
  Handlers<typeof outboxContract>,
  'targets' | 'addTarget' | 'changeTarget' | 'removeTarget' | 'testTarget'
>

/** What waits for its target, what is on its way, what has arrived. */
export function outboxHandlers(spine: Spine): Part {
  return {
    outbox: ({ db }) => deliveriesOf(db).map(shown),
    underWay: () => underWay(),
    send: (context, { exports, target, priority }) => {
      for (const id of exports) queue(context, id, { target, priority })
      return {}
    },
    deliver: (task, { target }) => deliverNow(spine, task, target),
    pause: (context, { ids }) => {
      move(context, ids, { from: ['waiting'], to: 'paused' })
      callBack(ids)
      return {}
    },
    resume: (context, { ids }) => move(context, ids, { from: ['paused'], to: 'waiting' }),
    retry: (context, { ids }) => {
      move(context, ids, { from: ['waiting', 'failed', 'conflict'], to: 'waiting' })
      for (const id of ids) keepNoTrouble(context, id)
      return {}
    },
    cancel: (context, { ids }) => cancel(context, ids),
    prioritise: (context, { ids, priority }) => {
      for (const { id } of requireOpen(context, ids))
        context.db.update(exchangeDeliveries).set({ priority }).where(eq(exchangeDeliveries.id, id)).run()
      return {}
    },
    arrange,
    rename,
    offline: ({ db }) => ({ since: offlineSince(db) }),
    switchOffline: ({ db, user, now }, { offline }) => {
      const change = { isOn: offline, changedBy: user ?? 'system', changedAt: now }
      db.insert(kernelSwitches)
        .values({ name: 'offline', ...change })
        .onConflictDoUpdate({ target: kernelSwitches.name, set: change })
        .run()
      if (offline) callBackAll()
      return {}
    },
    keepOffered: (context, { download }) => keepOffered(context, download),
    makeSubmission: (task, { inventory }) => makeSubmission(task, inventory),
    makeEvidence: (task, { inventory }) => makeEvidence(task, inventory),
  }
}

function shown({ exported, progress, ...stored }: StoredDelivery): Delivery {
  const isOpen = stored.state !== 'delivered' && stored.state !== 'cancelled'
  return {
    ...stored,
    exportId: exported.id,
    kind: exported.kind,
    state: shownState(stored),
    size: stored.size ?? progress?.sealedSize ?? exported.size,
    sent: stored.size ?? progress?.sent ?? 0,
    attempts: Math.max(stored.attempts, progress?.attempts ?? 0),
    nextAttemptAt: stored.state === 'waiting' ? (progress?.nextAttemptAt ?? null) : null,
    trouble: stored.trouble ?? (isOpen ? (progress?.trouble ?? null) : null),
    facts: stored.facts ?? (isOpen ? (progress?.facts ?? null) : null),
  }
}

/**
 * Puts an export into the line of a target.
 *
 * @throws Refusal `exchange.unknown-export`, `exchange.unknown-target`, `exchange.already-sent`.
 */
export function queue(
  { db, user, now, newId }: WriteContext,
  exported: ExportId,
  { target: to, priority }: { readonly target: TargetId; readonly priority: Priority },
): DeliveryId {
  const file = exportById(db, exported)
  if (!file) throw new Refusal('exchange.unknown-export')
  const target = targetById(db, to)
  if (!target) throw new Refusal('exchange.unknown-target')
  const before = deliveriesTo(db, to)
  if (before.some((each) => each.exported.id === exported))
    throw new Refusal('exchange.already-sent', { file: file.fileName, target: target.name })
  const names = new Set(before.map(({ name }) => name))
  const id = newId<'delivery'>()
  db.insert(exchangeDeliveries)
    .values({
      id,
      exportId: exported,
      targetId: to,
      // Two of our own files that are called the same would meet there: the later one is numbered.
      name: freeName(file.fileName, (name) => names.has(name)),
      priority,
      position: lastPosition(db) + 1,
      state: 'waiting',
      attempts: 0,
      askedBy: user ?? 'system',
      askedAt: now,
    })
    .run()
  return id
}

/** Puts a backup into the line of a target, as an export of its own whose bytes lie with the backups. */
export function sendBackup(
  context: WriteContext,
  { file, sha256, size }: { readonly file: string; readonly sha256: string; readonly size: number },
  target: TargetId,
): void {
  const { db, user, now } = context
  const id = context.newId<'export'>()
  db.insert(exchangeExports)
    .values({
      id,
      kind: 'backup',
      fileName: file,
      inventoryId: null,
      sha256,
      size,
      madeBy: user ?? 'system',
      madeAt: now,
    })
    .run()
  queue(context, id, { target, priority: 1 })
}

const open: readonly StoredState[] = ['waiting', 'paused', 'failed', 'conflict']

function requireOpen({ db }: WriteContext, ids: readonly DeliveryId[]): StoredDelivery[] {
  return ids.map((id) => {
    const found = deliveryById(db, id)
    if (!found) throw new Refusal('exchange.unknown-delivery')
    if (!open.includes(found.state)) throw new Refusal('exchange.delivery-settled', { file: found.name })
    return found
  })
}

function move(
  context: WriteContext,
  ids: readonly DeliveryId[],
  { from, to }: { readonly from: readonly StoredState[]; readonly to: StoredState },
): Record<string, never> {
  requireOpen(context, ids)
  context.db
    .update(exchangeDeliveries)
    .set({ state: to, trouble: null, facts: null })
    .where(and(inArray(exchangeDeliveries.id, [...ids]), inArray(exchangeDeliveries.state, [...from])))
    .run()
  return {}
}

/** Takes deliveries out of the line. What has arrived of them lies on at the target under a hidden name. */
export function cancel(context: WriteContext, ids: readonly DeliveryId[]): Record<string, never> {
  move(context, ids, { from: open, to: 'cancelled' })
  callBack(ids)
  for (const id of ids) {
    keepNoTrouble(context, id)
    clearSealed(context.folder, id)
  }
  return {}
}

function arrange(context: WriteContext, { ids }: { readonly ids: readonly DeliveryId[] }) {
  const moved = requireOpen(context, ids)
  if (new Set(ids).size < ids.length || new Set(moved.map(({ targetId }) => targetId)).size > 1)
    throw new Refusal('exchange.other-line')
  const places = moved.map(({ position }) => position).toSorted((a, b) => a - b)
  for (const [index, id] of ids.entries())
    context.db
      .update(exchangeDeliveries)
      .set({ position: places[index] ?? 0 })
      .where(eq(exchangeDeliveries.id, id))
      .run()
  return {}
}

function rename(context: WriteContext, { id, name }: { readonly id: DeliveryId; readonly name: string }) {
  const [delivery] = requireOpen(context, [id])
  if (!delivery) return {}
  const others = deliveriesTo(context.db, delivery.targetId).filter((each) => each.id !== id)
  if (others.some((each) => each.name === name)) throw new Refusal('exchange.name-used', { file: name })
  context.db.update(exchangeDeliveries).set({ name }).where(eq(exchangeDeliveries.id, id)).run()
  move(context, [id], { from: ['conflict', 'failed'], to: 'waiting' })
  keepNoTrouble(context, id)
  return {}
}
