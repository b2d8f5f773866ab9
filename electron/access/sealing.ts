import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { hasUsers, passwordOf, userById } from '#db/access/queries'
import type { Handlers, TaskContext } from '#electron/kernel/context'
import { sameBytes } from '#electron/kernel/crypto'
import { hasKeychain } from '#electron/kernel/kept-key'
import {
  findByPassword,
  openWithPassword,
  openWithRecovery,
  storeState,
  type StoreState,
} from '#electron/kernel/keyring'
import { forgetStoreKey, keepStoreKey, opensByKeychain } from '#electron/kernel/store-key'
import type { SignInWords, UserId } from '#shared/access/model'
import { type Failures, oneMoreFailure, secondsToWait } from '#shared/access/passwords'
import type { sealingContract } from '#shared/access/sealing-contract'
import { Refusal } from '#shared/kernel/refusal'

import { convertWith } from './convert-job.ts'
import { storedPassword } from './passwords.ts'
import { inLine, prove, signedIn } from './prove.ts'
import type { Plants } from './sample.ts'
import { storePassword } from './set-up.ts'

type Enter = (context: TaskContext, typed: SignInWords) => Promise<void>

/** The door of the encrypted store, and turning encryption on and off. */
export function sealingHandlers(plants: Plants, enter: Enter): Handlers<typeof sealingContract> {
  const { workspace, vault } = plants
  return {
    unseal: async (context, typed) => {
      await inLine(context.folder, () => unseal(plants, context, typed, enter))
      return {}
    },
    unsealWithRecovery: async ({ folder, promote }, { recoveryKey }) => {
      refuseUnsealed(plants)
      const dataKey = openWithRecovery(folder, recoveryKey)
      if (!dataKey) throw new Refusal('access.wrong-recovery-key')
      await workspace.unseal(dataKey)
      vault.open(folder, dataKey)
      promote(() => undefined)
      return {}
    },
    protection: ({ folder }) => ({
      isEncrypted: storeState(folder) === 'encrypted',
      keychain: !hasKeychain() ? 'none' : opensByKeychain(folder) ? 'on' : 'off',
    }),
    openByKeychain: async (context, { password }) => {
      refuseUnless('encrypted', plants)
      const dataKey = await provenKey(plants, context, password)
      await keepStoreKey(context.folder, dataKey)
      context.promote(({ note }) => note({ code: 'access.opens-by-keychain' }))
      plants.spine.hub.publish(['access'])
      return {}
    },
    openByPassword: ({ folder }) => {
      forgetStoreKey(folder)
      plants.spine.hub.publish(['access'])
      return {}
    },
    encryptStore: async (context, { password }) => {
      await convert(plants, context, password, 'encrypted')
      return {}
    },
    decryptStore: async (context, { password }) => {
      await convert(plants, context, password, 'plain')
      return {}
    },
  }
}

function refuseUnsealed({ workspace }: Plants): void {
  if (workspace.sealed() === 'converting') throw new Refusal('kernel.sealed')
  if (workspace.sealed() === null) throw new Refusal('access.not-sealed')
}

/**
 * Failures at the sealed door, beside the store, which counts all others and cannot be written to yet. One count for all
 * windows: who begins anew gets no free attempts.
 */
const doorOf = (folder: string) => join(folder, 'sealed-door.json')
const countedFailures = z.object({ failures: z.int(), lastAt: z.iso.datetime() })

function failuresAt(folder: string): Failures | undefined {
  if (!existsSync(doorOf(folder))) return undefined
  try {
    return countedFailures.parse(JSON.parse(readFileSync(doorOf(folder), 'utf8')))
  } catch {
    // Half written or meddled with: as many as cost the most.
    return { failures: 30, lastAt: statSync(doorOf(folder)).mtime.toISOString() }
  }
}

function wrongPassword({ folder, around }: TaskContext): Refusal {
  const counted = oneMoreFailure(failuresAt(folder), around.now().toISOString())
  try {
    writeFileSync(`${doorOf(folder)}.new`, JSON.stringify(counted), { mode: 0o600, flush: true })
    renameSync(`${doorOf(folder)}.new`, doorOf(folder))
  } catch {
    // A folder that cannot be written to: the right password would be told so.
  }
  return new Refusal('access.wrong-password')
}

/**
 * What a ring gives for what was typed at the sealed door, where failures cost time.
 *
 * @throws Refusal `access.wait`, `access.wrong-password`.
 */
export async function atSealedDoor<T>(context: TaskContext, find: () => Promise<T | null>): Promise<T> {
  const { folder, around } = context
  const wait = secondsToWait(failuresAt(folder), around.now().toISOString())
  if (wait > 0) throw new Refusal('access.wait', { seconds: wait })
  const found = await find()
  if (found === null) throw wrongPassword(context)
  return found
}

/**
 * Opens the store with a password of its ring, and lets its owner in by the rules of every sign-in.
 *
 * @throws Refusal `access.wait`, `access.wrong-password`, `access.not-sealed`, and why a start is refused.
 */
async function unseal(plants: Plants, context: TaskContext, typed: SignInWords, enter: Enter): Promise<void> {
  const { login, password } = typed
  refuseUnsealed(plants)
  const { folder } = context
  const before = failuresAt(folder)
  const found = await atSealedDoor(context, () => findByPassword(folder, password))
  refuseUnsealed(plants)
  await plants.workspace.unseal(found.dataKey)
  plants.vault.open(folder, found.dataKey)
  // A first run that was interrupted: there is nobody to be let in, and the page goes on with it.
  if (!hasUsers(context.db)) return
  const user = userById(context.db, found.user as UserId)
  if (user?.login?.toLowerCase() !== login.trim().toLowerCase()) {
    plants.workspace.seal()
    throw wrongPassword(context)
  }
  rmSync(doorOf(folder), { force: true })
  if (before) context.promote(({ note }) => note({ code: 'access.failed-before', count: before.failures }))
  const record = passwordOf(context.db, user.id)
  // The ring was written and the program died before the record of the same change was.
  if (!record || !sameBytes(storedPassword(found.stretched).verifier, record.verifier))
    context.promote(
      ({ db, now, note }) => {
        storePassword(db, user.id, found.stretched, { initial: false, now })
        note({ code: 'access.password-set', user: user.id })
      },
      { user: user.id },
    )
  await enter(context, typed)
}

/**
 * Writes all files of the plant anew, enciphered or in clear. Work goes on until the store itself is copied.
 *
 * @throws Refusal `access.already-encrypted`, `access.not-encrypted`, `access.encrypt-plant-only`, `access.sign-in-again`,
 *   `kernel.tasks-running`, those of `prove`.
 */
async function convert(
  plants: Plants,
  context: TaskContext,
  password: string,
  to: StoreState,
): Promise<void> {
  const { spine, workspace } = plants
  refuseUnless(to === 'encrypted' ? 'plain' : 'encrypted', plants)
  const { folder } = spine.store()
  const dataKey = await provenKey(plants, context, password)
  await convertWith(workspace, context, dataKey, to)
  if (to === 'plain') forgetStoreKey(folder)
  context.promote(({ note }) => note({ code: `access.${to}` }))
  spine.hub.publish(['access'])
}

/** @throws Refusal `access.already-encrypted`, `access.not-encrypted`, `access.encrypt-plant-only`. */
function refuseUnless(state: StoreState, { spine, workspace }: Plants): void {
  if (workspace.which() !== 'plant') throw new Refusal('access.encrypt-plant-only')
  if (storeState(spine.store().folder) !== state)
    throw new Refusal(state === 'plain' ? 'access.already-encrypted' : 'access.not-encrypted')
}

/** The data key of the plant, for whoever gives the own password once more. @throws Refusal `access.sign-in-again`, those of `prove`. */
async function provenKey({ spine, vault }: Plants, context: TaskContext, password: string): Promise<Buffer> {
  const { folder, read } = spine.store()
  // A connection of its own would hold the old store open.
  const here: TaskContext = Object.create(context, { db: { value: read } })
  const user = signedIn(read, context.user)
  const { stretched } = await prove(here, { login: user.login ?? '', user, password })
  const dataKey = openWithPassword(folder, user.id, stretched) ?? vault.dataKey(folder)
  if (!dataKey) throw new Refusal('access.sign-in-again')
  return dataKey
}
