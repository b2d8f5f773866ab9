import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeEach, expect, it } from 'vitest'

import { decrypt, derive, encrypt, randomBytes } from '#electron/kernel/crypto'
import { takeKeychain } from '#electron/kernel/kept-key'
import { askKeychain, type Keychain, keychainOver, type SafeStorage } from '#electron/kernel/keychain'
import {
  dropSecretsKey,
  holdSecretsKey,
  openKeptSecrets,
  openSecret,
  sealSecret,
} from '#electron/kernel/secrets'
import { Refusal } from '#shared/kernel/refusal'

const home = mkdtempSync(join(tmpdir(), 'tanbu-keychain-'))
// Modules are shared with other files: a keychain that answers nothing is as none.
afterAll(async () => {
  await takeKeychain(chainOf({ ...machine(), isEncryptionAvailable: () => false }))
  rmSync(home, { recursive: true, force: true })
})

/** What Electron's `safeStorage` is on one machine, for one of its users. */
function machine(): SafeStorage {
  const key = randomBytes(32)
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => encrypt(key, Buffer.from(text), 'machine'),
    decryptString: (bytes) => decrypt(key, bytes, 'machine').toString(),
  }
}
/** The backend's way to the keychain of its host, there and back. */
function chainOf(safe: SafeStorage): Keychain {
  const { keychain, hear } = keychainOver((question) =>
    queueMicrotask(() => hear(askKeychain(safe, question))),
  )
  return keychain
}

let folder: string
const dataKey = randomBytes(32)
beforeEach(() => {
  folder = mkdtempSync(join(home, 'plant-'))
})
/** The start of the program beside a keychain. */
async function use(safe: SafeStorage): Promise<void> {
  await takeKeychain(chainOf(safe))
  await openKeptSecrets(folder)
}
const files = () => readdirSync(folder)
async function signInWith(safe: SafeStorage): Promise<Buffer> {
  await use(safe)
  holdSecretsKey(folder, dataKey)
  return sealSecret(folder, 'target', 'open sesame')
}

it('after a start the keychain opens what was kept, before anybody signs in', async () => {
  const safe = machine()
  const sealed = await signInWith(safe)
  await expect.poll(files).toEqual(['secrets.keychain'])
  dropSecretsKey(folder)
  expect(() => openSecret(folder, 'target', sealed)).toThrow(new Refusal('kernel.secrets-closed'))
  await use(safe)
  expect(openSecret(folder, 'target', sealed)).toBe('open sesame')
})

it('what the keychain holds is neither the data key nor in clear', async () => {
  const safe = machine()
  await signInWith(safe)
  await expect.poll(files).toEqual(['secrets.keychain'])
  const kept = readFileSync(join(folder, 'secrets.keychain'))
  const key = derive(dataKey, Buffer.alloc(0), 'secrets')
  for (const secret of [key, dataKey, Buffer.from(key.toString('base64'))])
    expect(kept.includes(secret)).toBe(false)
  expect(safe.decryptString(kept)).not.toBe(dataKey.toString('base64'))
})

it('on another machine it opens nothing, and a sign-in there keeps the key anew', async () => {
  const sealed = await signInWith(machine())
  await expect.poll(files).toEqual(['secrets.keychain'])
  const before = readFileSync(join(folder, 'secrets.keychain'))
  dropSecretsKey(folder)
  const other = machine()
  await use(other)
  expect(() => openSecret(folder, 'target', sealed)).toThrow(new Refusal('kernel.secrets-closed'))
  holdSecretsKey(folder, dataKey)
  await expect.poll(() => readFileSync(join(folder, 'secrets.keychain')).equals(before)).toBe(false)
})

it.each([
  ['none', { ...machine(), isEncryptionAvailable: () => false }],
  ['one that everybody can open', { ...machine(), getSelectedStorageBackend: () => 'basic_text' }],
])('where there is %s, nothing is kept and a sign-in opens', async (_what, safe) => {
  const sealed = await signInWith(safe)
  expect(openSecret(folder, 'target', sealed)).toBe('open sesame')
  await new Promise((resolve) => void setTimeout(resolve, 50))
  expect(files()).toEqual([])
})
