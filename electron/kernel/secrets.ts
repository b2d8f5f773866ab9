import { join, resolve } from 'node:path'

import { decrypt, derive, encrypt } from '#electron/kernel/crypto'
import { keepKey, keptKey } from '#electron/kernel/kept-key'
import { Refusal } from '#shared/kernel/refusal'

/** Keys for the secrets of the data folders whose data key somebody has opened, by folder. */
const held = new Map<string, Buffer>()

/** The key of a folder's secrets, as the keychain of this machine's user sealed it. It opens nothing but those. */
const keptIn = (folder: string) => join(folder, 'secrets.keychain')

/** From now on secrets of this folder can be kept and read; where there is a keychain, after the next start as well. */
export function holdSecretsKey(folder: string, dataKey: Buffer): void {
  const key = derive(dataKey, Buffer.alloc(0), 'secrets')
  held.set(resolve(folder), key)
  // A folder that cannot be written to: it opens at the next sign-in, as without a keychain.
  void keepKey(keptIn(folder), key).catch(() => false)
}

/** Opens the secrets of a folder at the start, before anybody has signed in, where the keychain holds their key. */
export async function openKeptSecrets(folder: string): Promise<void> {
  const key = await keptKey(keptIn(folder))
  if (key !== null) held.set(resolve(folder), key)
}

/** Forgets the key: until somebody signs in again, no secret of this folder can be read. */
export function dropSecretsKey(folder: string): void {
  held.get(resolve(folder))?.fill(0)
  held.delete(resolve(folder))
}

/**
 * Seals a password or key that the program must be able to say again, with AES-256-GCM under a key derived from the
 * folder's data key.
 *
 * @param owner what it belongs to; sealed for one, it does not open for another.
 * @throws Refusal `kernel.secrets-closed` until somebody has signed in since the program began.
 */
export function sealSecret(folder: string, owner: string, secret: string): Buffer {
  return encrypt(keyOf(folder), Buffer.from(secret), owner)
}

/** @throws Refusal `kernel.secrets-closed`; `kernel.secret-unreadable` when it was sealed under another key or changed. */
export function openSecret(folder: string, owner: string, sealed: Buffer): string {
  const key = keyOf(folder)
  try {
    return decrypt(key, sealed, owner).toString()
  } catch {
    // The only answer AES-GCM gives to a wrong key.
    throw new Refusal('kernel.secret-unreadable')
  }
}

function keyOf(folder: string): Buffer {
  const key = held.get(resolve(folder))
  if (!key) throw new Refusal('kernel.secrets-closed')
  return key
}
