import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { holdKeys, keysFrom } from '#electron/kernel/folder-keys'
import { dataKeyBy, storeState } from '#electron/kernel/keyring'
import { Refusal } from '#shared/kernel/refusal'

import type { Talk } from './talk.ts'

/**
 * Asks for the password or the recovery key of the encrypted data folder among the arguments of a command: one line of
 * standard input, never an argument or a variable of the environment, which other programs can read.
 *
 * @param password that has been asked for already.
 * @throws Refusal `cli.no-password`, `access.wrong-password`.
 */
export async function unlock(talk: Talk, args: readonly string[], password?: string): Promise<void> {
  const folder = args.find(
    (path) => existsSync(join(path, 'keyring.json')) && storeState(path) === 'encrypted',
  )
  if (folder === undefined) return
  const typed = password ?? (await talk.ask('cli.ask-key')) ?? ''
  if (typed === '') throw new Refusal('cli.no-password')
  await openRing(folder, typed)
}

/** The same where one may also go on without a key: whether one was given. @throws Refusal `access.wrong-password`. */
export async function unlockIfGiven(talk: Talk, folder: string): Promise<void> {
  const typed = (await talk.ask('cli.ask-key-or-none')) ?? ''
  if (typed !== '') await openRing(folder, typed)
}

async function openRing(folder: string, typed: string): Promise<void> {
  const dataKey = await dataKeyBy(folder, typed)
  if (!dataKey) throw new Refusal('access.wrong-password')
  holdKeys(folder, keysFrom(dataKey))
}
