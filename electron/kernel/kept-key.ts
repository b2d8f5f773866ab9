import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

import type { Keychain } from '#electron/kernel/keychain'

/*
 * Keys that the operating system's keychain sealed for this user of this machine. Each lies in a file of the data folder,
 * and is of no use on any other machine or to any other user.
 */

/** The keychain, where this program runs beside one that answers. */
let chain: Keychain | null = null

/** From now on keys can be kept, where the keychain answers. */
export async function takeKeychain(keychain: Keychain): Promise<void> {
  chain = (await keychain.isThere()) ? keychain : null
}

/** Whether there is a keychain to keep keys in. */
export const hasKeychain = (): boolean => chain !== null

/**
 * Keeps a key under the name of a file; one that is kept there already stays.
 *
 * @returns false where there is no keychain, or it is locked.
 * @throws Error what the disk says.
 */
export async function keepKey(file: string, key: Buffer): Promise<boolean> {
  if (chain === null) return false
  if ((await keptKey(file))?.equals(key)) return true
  const sealed = await chain.seal(key.toString('base64')).catch(() => null)
  if (sealed === null) return false
  writeFileSync(`${file}.new`, sealed, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return true
}

/** The key that is kept there; null for none, or one of another machine or user. */
export async function keptKey(file: string): Promise<Buffer | null> {
  if (chain === null || !existsSync(file)) return null
  const text = await chain.open(readFileSync(file)).catch(() => null)
  return text === null ? null : Buffer.from(text, 'base64')
}

export function dropKeptKey(file: string): void {
  rmSync(file, { force: true })
}
