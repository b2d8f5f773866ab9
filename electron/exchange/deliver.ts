import { isDeepStrictEqual } from 'node:util'

import { and, eq, ne } from 'drizzle-orm'

import {
  awaitedTargets,
  deliveriesTo,
  deliveryById,
  type StoredDelivery,
  type StoredTarget,
  targetById,
} from '#db/exchange/queries'
import { exchangeDeliveries } from '#db/exchange/tables'
import { offlineSince } from '#db/kernel/switches'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { randomBytes } from '#electron/kernel/crypto'
import { tellingFullDisk } from '#electron/kernel/disk-full'
import { runBySystem, type Spine } from '#electron/kernel/spine'
import type { TargetId } from '#shared/exchange/model'
import { type DeliveryId, nextOf, restAfter, type StoredState } from '#shared/exchange/outbox'
import { isOpen } from '#shared/exchange/schedule'
import type { SettingsOf } from '#shared/exchange/target'
import { canPass, isConflict } from '#shared/exchange/trouble'
import { type Facts, Refusal } from '#shared/kernel/refusal'

import { forgetProgress, keepProgress } from './delivery-progress.ts'
import { isUnderWay, landed, takeOff } from './flights.ts'
import { type Enclosed, makeMessage } from './make-message.ts'
import { clearSealed, outgoingOf } from './outgoing.ts'
import { pacer } from './pace.ts'
import { plantMoment } from './plant-moment.ts'
import { proxyToTarget } from './proxy.ts'
import type { Receipt, TargetPort } from './target-port.ts'
import { targetSecretOf } from './target-secrets.ts'
import { portOf } from './targets.ts'

/** Sending to one target. */
interface Lane {
  readonly spine: Spine
  readonly task: TaskContext
  /** Asked by a person, it waits neither for a rest to pass nor for the hours of the target. */
  readonly byHand: boolean
}

/** One delivery per target at a time: who sends to a target now, by data folder and target. */
const lanes = new Map<string, Promise<void>>()
const keyOf = ({ folder }: TaskContext, target: TargetId) => `${folder} ${target}`

/** What went wrong in a lane that nobody waited for, told with the next round. */
const broken: unknown[] = []

/**
 * Begins to send to every target that something waits for and that may be sent to now. It does not wait for the end:
 * a slow target holds up neither another nor the rest of what the program does by itself.
 */
export async function sendByItself(task: TaskContext, spine: Spine): Promise<void> {
  if (broken.length > 0) throw broken.shift() as Error
  if (offlineSince(task.db) !== null) return
  for (const id of awaitedTargets(task.db)) {
    const target = targetById(task.db, id)
    if (!target || lanes.has(keyOf(task, id)) || !mayGo({ spine, task, byHand: false }, target)) continue
    if (nextOf(queueTo(task, id), spine.around.now().getTime()) === null) continue
    const run = runBySystem(
      spine,
      'exchange.deliver',
      (own) => drive({ spine, task: own, byHand: false }, id),
      task.signal,
    ).catch((error: unknown) => {
      const known = tellingFullDisk(error)
      if (!task.signal.aborted && !(known instanceof Refusal)) broken.push(known)
    })
    occupy(keyOf(task, id), run)
  }
}

/**
 * Sends what waits, now, and says how much of it arrived. A target that is not there is no error of the program: its
 * exports wait on, with the reason, until it is back.
 *
 * @throws Refusal `exchange.offline-now`, `kernel.cancelled`.
 */
export async function deliverNow(
  spine: Spine,
  task: TaskContext,
  only: TargetId | undefined,
): Promise<{ readonly delivered: number; readonly failed: number }> {
  if (offlineSince(task.db) !== null) throw new Refusal('exchange.offline-now')
  const targets = awaitedTargets(task.db).filter((id) => only === undefined || id === only)
  const waiting = targets.flatMap((id) => queueTo(task, id).filter(({ state }) => state === 'waiting'))
  const arrived = () => waiting.filter(({ id }) => deliveryById(task.db, id)?.state === 'delivered').length
  const step = 'exchange.step-delivering'
  task.report({ step, done: 0, total: waiting.length })
  await Promise.all(
    targets.map(async (id) => {
      for (let other = lanes.get(keyOf(task, id)); other; other = lanes.get(keyOf(task, id)))
        await orCancelled(other, task.signal)
      const run = drive({ spine, task, byHand: true }, id, () =>
        task.report({ step, done: arrived(), total: waiting.length }),
      )
      occupy(keyOf(task, id), run)
      await run
    }),
  )
  if (task.signal.aborted) throw new Refusal('kernel.cancelled')
  return { delivered: arrived(), failed: waiting.length - arrived() }
}

/** Takes a lane for as long as the work lasts, however it ends. */
function occupy(key: string, run: Promise<void>): void {
  const free = () => void (lanes.get(key) === kept && lanes.delete(key))
  const kept: Promise<void> = run.then(free, free)
  lanes.set(key, kept)
}

function orCancelled(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Refusal('kernel.cancelled')), { once: true })
    void work.then(resolve)
  })
}

/** What of a target's deliveries decides whose turn it is, with what stands in the way for the moment. */
function queueTo({ db }: TaskContext, target: TargetId) {
  return deliveriesTo(db, target).map((delivery) => ({
    ...delivery,
    trouble: delivery.trouble ?? delivery.progress?.trouble ?? null,
    nextAttemptAt: delivery.progress?.nextAttemptAt ?? null,
  }))
}

function mayGo({ spine, task, byHand }: Lane, target: StoredTarget): boolean {
  if (task.signal.aborted || offlineSince(task.db) !== null) return false
  return byHand || isOpen(target.schedule, plantMoment(task.db, spine.around.now()))
}

/** Sends to one target, one after the other, until nothing is left whose turn it is. */
async function drive(lane: Lane, id: TargetId, sent: () => void = () => {}): Promise<void> {
  const { task, spine } = lane
  const first = targetById(task.db, id)
  if (!first || !mayGo(lane, first)) return
  let opened: TargetPort | null = null
  const port = async () =>
    (opened ??= await portOf(
      first.settings,
      targetSecretOf(task, id, 'access'),
      await proxyToTarget(task, first.settings),
    ))
  try {
    for (;;) {
      const target = targetById(task.db, id)
      // By other settings or keys it is another place: the next round goes there.
      if (!target || !isDeepStrictEqual(target, first) || !mayGo(lane, target)) return
      const next = nextOf(queueTo(task, id), lane.byHand ? null : spine.around.now().getTime())
      const delivery = next === null ? undefined : deliveryById(task.db, next)
      if (!delivery || !(await attempt(lane, port, delivery, target))) return
      sent()
    }
  } finally {
    await (opened as TargetPort | null)?.close()
  }
}

/** @returns whether the next may have its turn. */
async function attempt(
  lane: Lane,
  port: () => Promise<TargetPort>,
  delivery: StoredDelivery,
  target: StoredTarget,
): Promise<boolean> {
  const { task, spine } = lane
  const { id } = delivery
  const flight = takeOff(id, delivery)
  const signal = AbortSignal.any([task.signal, flight.stop.signal])
  spine.hub.publish(['exchange'])
  try {
    if (target.settings.kind === 'mail') await enclose(lane, target, target.settings, delivery)
    else {
      const outgoing = await outgoingOf(lane, delivery, target)
      flight.size = outgoing.size
      const paceBy = pacer(target.bandwidth, signal)
      const receipt = await (
        await port()
      ).send(outgoing, {
        signal,
        report: (bytes) => void (flight.sent = bytes),
        pace: async (bytes) => {
          if (!mayGo(lane, target)) flight.stop.abort()
          await paceBy(bytes)
        },
        resume: deliveryById(task.db, id)?.progress?.resume ?? null,
        remember: (resume) => keepProgress(spine, task.folder, id, { resume, sent: flight.sent }),
      })
      task.promote((write) => settleArrived(write, delivery, receipt))
      clearSealed(task.folder, id)
    }
    return true
  } catch (error) {
    if (!signal.aborted) return settleTrouble(lane, delivery, flight.sent, tellingFullDisk(error))
    if (!task.signal.aborted) keepProgress(spine, task.folder, id, { sent: flight.sent })
    return false
  } finally {
    landed(id)
    spine.hub.publish(['exchange'])
  }
}

/** Puts what was asked for together into one message. */
async function enclose(
  lane: Lane,
  target: StoredTarget,
  settings: SettingsOf<'mail'>,
  first: StoredDelivery,
): Promise<void> {
  const together = deliveriesTo(lane.task.db, target.id).filter(
    ({ state, askedAt }) => state === 'waiting' && askedAt === first.askedAt,
  )
  const enclosed: Enclosed[] = []
  for (const delivery of together)
    enclosed.push({ delivery, outgoing: await outgoingOf(lane, delivery, target) })
  await makeMessage(lane.task, settings, enclosed, (write, { delivery, outgoing }, place) =>
    settleArrived(write, delivery, { size: outgoing.size, sha256: outgoing.sha256, place }),
  )
  for (const { id } of together) clearSealed(lane.task.folder, id)
}

function settleArrived(write: WriteContext, delivery: StoredDelivery, receipt: Receipt): void {
  write.db
    .update(exchangeDeliveries)
    .set({
      state: 'delivered',
      attempts: (delivery.progress?.attempts ?? 0) + 1,
      trouble: null,
      facts: null,
      place: receipt.place,
      size: receipt.size,
      sha256: receipt.sha256,
      deliveredAt: write.now,
    })
    // Whoever paused or cancelled it meanwhile came too late: it is there.
    .where(and(eq(exchangeDeliveries.id, delivery.id), ne(exchangeDeliveries.state, 'delivered')))
    .run()
  forgetProgress(write, delivery.id)
}

/** Keeps what stands in the way, and says whether it leaves the way free for the next. */
function settleTrouble(
  { task, spine }: Lane,
  delivery: StoredDelivery,
  sent: number,
  error: unknown,
): boolean {
  const { code, facts } = error instanceof Refusal ? error : unknownTrouble(error)
  const attempts = (delivery.progress?.attempts ?? 0) + 1
  const isTwiceNotTheSame = code === 'exchange.not-the-same' && delivery.progress?.trouble === code
  const passes = (canPass.has(code) || !(error instanceof Refusal)) && !isTwiceNotTheSame
  const now = spine.around.now().getTime()
  const rest = restAfter(attempts, randomBytes(1).readUInt8() / 256)
  keepProgress(spine, task.folder, delivery.id, {
    attempts,
    sent,
    trouble: code,
    facts,
    nextAttemptAt: passes ? new Date(now + rest).toISOString() : null,
  })
  if (!passes) {
    const state: StoredState = isConflict.has(code) ? 'conflict' : 'failed'
    task.promote(({ db }) => {
      db.update(exchangeDeliveries)
        .set({ state, attempts, trouble: code, facts })
        .where(and(eq(exchangeDeliveries.id, delivery.id), eq(exchangeDeliveries.state, 'waiting')))
        .run()
    })
  }
  // A bug is told as one, and the file waits all the same.
  if (!(error instanceof Refusal)) throw error
  return !passes
}

function unknownTrouble(error: unknown): { readonly code: string; readonly facts: Facts } {
  return {
    code: 'exchange.unexpected',
    facts: { message: error instanceof Error ? error.message.slice(0, 300) : '' },
  }
}

/** How a delivery stands for people: what is on its way is not waiting. */
export function shownState({ id, state }: { readonly id: DeliveryId; readonly state: StoredState }) {
  return state === 'waiting' && isUnderWay(id) ? 'sending' : state
}
