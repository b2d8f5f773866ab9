import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { decrypt, encrypt, randomBytes } from '#electron/kernel/crypto'
import type { SafeStorage } from '#electron/kernel/keychain'
import { administrator, finish, refusalOf } from '#test/support/backend'

import { connect, eventually, freshHomes, prevented, shell, start } from './shell.ts'

freshHomes()

const { login, password } = administrator
const file = () => join(shell.home, 'plant', 'store.keychain')

/** The keychain of one user of one machine. */
function machine(isThere = true): SafeStorage {
  const key = randomBytes(32)
  return {
    isEncryptionAvailable: () => isThere,
    encryptString: (text) => encrypt(key, Buffer.from(text), 'machine'),
    decryptString: (bytes) => decrypt(key, bytes, 'machine').toString(),
  }
}
/** Begins on a machine with this keychain, and gives the page's own way in. */
async function begin(keychain: SafeStorage) {
  const window = await start(true, keychain)
  return connect(window.webContents.mainFrame).api
}
async function end(): Promise<void> {
  shell.fake.electron.app.emit('will-quit', prevented())
  await eventually(() => expect(shell.fake.electron.app.quit).toHaveBeenCalled())
}

it('offered at the first run, it opens the encrypted data at the next start, and everybody still signs in', async () => {
  const own = machine()
  const first = await begin(own)
  expect(await first.access.about({})).toMatchObject({ hasKeychain: true, isSetUp: false })
  const { recoveryKey } = await finish(
    first.access.setUp({ ...administrator, isEncrypted: true, opensByKeychain: true }),
  )
  expect(await first.access.protection({})).toEqual({ isEncrypted: true, keychain: 'on' })
  await end()
  const second = await begin(own)
  expect(await second.access.about({})).toMatchObject({ sealed: null, isSetUp: true })
  expect(await second.access.session({})).toEqual({ state: 'none' })
  expect((await refusalOf(second.access.people({}))).code).toBe('kernel.sign-in-first')
  await finish(second.access.signIn({ login, password }))
  await end()
  // On another machine, or for another user of this one, the file is of no use.
  const elsewhere = await begin(machine())
  expect(await elsewhere.access.about({})).toMatchObject({ sealed: 'locked' })
  await finish(elsewhere.access.unsealWithRecovery({ recoveryKey }))
  expect(await elsewhere.access.about({})).toMatchObject({ sealed: null })
})

it('turned on later by password, turned off again, and gone with the encryption', async () => {
  const own = machine()
  const first = await begin(own)
  await finish(first.access.setUp({ ...administrator, isEncrypted: true }))
  expect(existsSync(file())).toBe(false)
  const wrong = first.access.openByKeychain({ password: 'not that one 1' })
  expect((await refusalOf(finish(wrong))).code).toBe('access.wrong-password')
  await finish(first.access.openByKeychain({ password }))
  // What lies there is what the keychain made of the key.
  const dataKey = own.decryptString(readFileSync(file()))
  expect(Buffer.from(dataKey, 'base64')).toHaveLength(32)
  expect(readFileSync(file()).includes(dataKey)).toBe(false)
  await first.access.openByPassword({})
  expect(await first.access.protection({})).toEqual({ isEncrypted: true, keychain: 'off' })
  await finish(first.access.openByKeychain({ password }))
  await finish(first.access.decryptStore({ password }))
  expect(existsSync(file())).toBe(false)
  const plain = first.access.openByKeychain({ password })
  expect((await refusalOf(finish(plain))).code).toBe('access.not-encrypted')
})

it('where the machine has none, it is not offered, refused in words, and a password opens as ever', async () => {
  const first = await begin(machine(false))
  expect(await first.access.about({})).toMatchObject({ hasKeychain: false })
  await finish(first.access.setUp({ ...administrator, isEncrypted: true, opensByKeychain: true }))
  expect(await first.access.protection({})).toEqual({ isEncrypted: true, keychain: 'none' })
  const wished = first.access.openByKeychain({ password })
  expect((await refusalOf(finish(wished))).code).toBe('access.no-keychain')
  await end()
  const second = await begin(machine(false))
  expect(await second.access.about({})).toMatchObject({ sealed: 'locked' })
  await finish(second.access.unseal({ login, password }))
})
