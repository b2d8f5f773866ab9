import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { dropKeptKey, keepKey, keptKey } from '#electron/kernel/kept-key'
import { holdSecretsKey } from '#electron/kernel/secrets'
import type { Workspace } from '#electron/kernel/workspace'
import { Refusal } from '#shared/kernel/refusal'

/*
 * Opening an encrypted data folder by the keychain of the operating system instead of a password: its data key, sealed
 * for this user of this machine. Passwords and the recovery key open it all the same.
 */
const keptIn = (folder: string) => join(folder, 'store.keychain')

/** Whether the folder opens by itself on this machine. */
export const opensByKeychain = (folder: string): boolean => existsSync(keptIn(folder))

/** @throws Refusal `access.no-keychain`. */
export async function keepStoreKey(folder: string, dataKey: Buffer): Promise<void> {
  if (!(await keepKey(keptIn(folder), dataKey))) throw new Refusal('access.no-keychain')
}

export function forgetStoreKey(folder: string): void {
  dropKeptKey(keptIn(folder))
}

/**
 * Opens the sealed folder with the key that the keychain keeps, if it keeps one. A folder that does not open so stays
 * sealed: whoever gives a password is told why.
 */
export async function unsealByKeychain(workspace: Workspace): Promise<void> {
  const { folder } = workspace.store()
  if (workspace.sealed() !== 'locked') return
  const dataKey = await keptKey(keptIn(folder))
  // The keychain may have asked its user first, and somebody may have come in by password meanwhile.
  if (dataKey === null || workspace.sealed() !== 'locked') return
  try {
    await workspace.unseal(dataKey)
    holdSecretsKey(folder, dataKey)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
