import { isDeepStrictEqual } from 'node:util'

import { eq } from 'drizzle-orm'

import { deliveriesTo, type StoredTarget, targetById, targetsOf } from '#db/exchange/queries'
import { keptSecrets } from '#db/exchange/secret-queries'
import { exchangeProgress, exchangeTargets } from '#db/exchange/tables'
import { offlineSince } from '#db/kernel/switches'
import type { Handlers, ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import type { TargetId } from '#shared/exchange/model'
import type { outboxContract } from '#shared/exchange/outbox-contract'
import { placeOf, type SecretName, type Target, type TargetDraft } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { keepNoTrouble } from './delivery-progress.ts'
import { callBack } from './flights.ts'
import { cancel } from './outbox-service.ts'
import { clearSealed } from './outgoing.ts'
import { proxyToTarget } from './proxy.ts'
import { dropTargetSecret, keepTargetSecret, targetSecretOf } from './target-secrets.ts'
import { portOf } from './targets.ts'

type Part = Pick<
  Handlers<typeof outboxContract>,
  'targets' | 'addTarget' | 'changeTarget' | 'removeTarget' | 'testTarget'
>

/** The places that exports are brought to. */
export const targetHandlers: Part = {
  targets: ({ db }) => targetsOf(db).map((each) => withSecrets(db, each)),
  addTarget: async (task, { target, ...secrets }) => {
    await refuseDraft(task, target, null)
    return task.promote((context) => {
      const id = context.newId<'target'>()
      context.db
        .insert(exchangeTargets)
        .values({ id, ...rowOf(context, target) })
        .run()
      keepSecrets(context, id, secrets)
      return withSecrets(context.db, requireTarget(context.db, id))
    })
  },
  changeTarget: async (task, { id, target, ...secrets }) => {
    await refuseDraft(task, target, requireTarget(task.db, id))
    return task.promote((context) => {
      const { db } = context
      const before = requireTarget(db, id)
      db.update(exchangeTargets).set(rowOf(context, target)).where(eq(exchangeTargets.id, id)).run()
      keepSecrets(context, id, secrets)
      beginAnew(context, before, target, secrets.passphrase !== undefined)
      return withSecrets(db, requireTarget(db, id))
    })
  },
  removeTarget: (context, { id }) => {
    const { db, user, now } = context
    requireTarget(db, id)
    const waiting = deliveriesTo(db, id).filter(({ state }) => state !== 'delivered')
    cancel(
      context,
      waiting.map((each) => each.id),
    )
    for (const name of ['access', 'seal'] as const) dropTargetSecret(context, id, name)
    db.update(exchangeTargets)
      .set({ removedAt: now, changedBy: user ?? 'system', changedAt: now })
      .where(eq(exchangeTargets.id, id))
      .run()
    return {}
  },
  testTarget: async (task, { id, settings, secret }) => {
    if (offlineSince(task.db) !== null) throw new Refusal('exchange.offline-now')
    await refuseSettings(task, settings)
    const kept = secret ?? (id === null ? null : targetSecretOf(task, id, 'access'))
    const port = await portOf(settings, kept, await proxyToTarget(task, settings))
    try {
      await port.check(task.signal)
    } finally {
      await port.close()
    }
    return { place: placeOf(settings) }
  },
}

function requireTarget(db: ReadContext['db'], id: TargetId): StoredTarget {
  const found = targetById(db, id)
  if (!found) throw new Refusal('exchange.unknown-target')
  return found
}

function withSecrets(db: ReadContext['db'], target: StoredTarget): Target {
  const names = new Set<SecretName>(
    keptSecrets(db).flatMap(({ targetId, name }) => (targetId === target.id ? [name] : [])),
  )
  return { ...target, hasSecret: names.has('access'), hasPassphrase: names.has('seal') }
}

function rowOf({ user, now }: WriteContext, { name, settings, sealedFor, bandwidth, schedule }: TargetDraft) {
  const changed = { changedBy: user ?? 'system', changedAt: now }
  return { name, kind: settings.kind, settings, sealedFor, bandwidth, schedule, ...changed }
}

interface Secrets {
  readonly secret?: string | null | undefined
  readonly passphrase?: string | null | undefined
}

function keepSecrets(context: WriteContext, id: TargetId, { secret, passphrase }: Secrets): void {
  for (const [name, value] of [
    ['access', secret],
    ['seal', passphrase],
  ] as const) {
    if (value === null) dropTargetSecret(context, id, name)
    if (typeof value === 'string') keepTargetSecret(context, id, name, value)
  }
}

/** @throws Refusal `exchange.target-*` where a target of this kind cannot be. */
async function refuseDraft(
  task: TaskContext,
  { settings, sealedFor }: TargetDraft,
  before: StoredTarget | null,
): Promise<void> {
  if (settings.kind === 'hub' && sealedFor !== null) throw new Refusal('exchange.hub-reads')
  // A folder that stays where it is may be gone: its name and its hours are changed all the same.
  if (!isDeepStrictEqual(settings, before?.settings)) await refuseSettings(task, settings)
}

async function refuseSettings(
  { folder, signal }: TaskContext,
  settings: TargetDraft['settings'],
): Promise<void> {
  if (settings.kind !== 'folder') return
  const { refuseUnfit } = await import('./targets/folder.ts')
  await refuseUnfit(settings, { own: folder, signal })
}

/** What waits goes by the new settings, at once: the reasons that stood in the way may be gone. */
function beginAnew(
  context: WriteContext,
  before: StoredTarget,
  now: TargetDraft,
  isPassphraseChanged: boolean,
): void {
  const waiting = deliveriesTo(context.db, before.id).filter(({ state }) => state !== 'delivered')
  callBack(waiting.map(({ id }) => id))
  const isElsewhere = !isDeepStrictEqual(before.settings, now.settings)
  const isSealedAnew = isPassphraseChanged || !isDeepStrictEqual(before.sealedFor, now.sealedFor)
  for (const { id } of waiting) {
    keepNoTrouble(context, id)
    if (isElsewhere || isSealedAnew)
      context.db
        .update(exchangeProgress)
        .set({ resume: null, sent: 0 })
        .where(eq(exchangeProgress.deliveryId, id))
        .run()
    if (!isSealedAnew) continue
    context.db
      .update(exchangeProgress)
      .set({ sealedSha256: null, sealedSize: null })
      .where(eq(exchangeProgress.deliveryId, id))
      .run()
    clearSealed(context.folder, id)
  }
}
