import { resolve } from 'node:path'

import { decrypt, derive, encrypt } from '#electron/kernel/crypto'
import { Refusal } from '#shared/kernel/refusal'

/** Keys for the secrets of the data folders whose data key somebody has opened, by folder. */
const held = new Map<string, Buffer>()

/** From now on secrets of this folder can be kept and read. */
export function holdSecretsKey(folder: string, dataKey: Buffer): void {
  held.set(resolve(folder), derive(dataKey, Buffer.alloc(0), 'secrets'))
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
