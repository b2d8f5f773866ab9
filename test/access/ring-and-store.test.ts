import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { dropKeys } from '#electron/kernel/folder-keys'
import { dataKeyBy } from '#electron/kernel/keyring'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

const { login, password } = administrator
let home: string
let folder: string
let plant: TestBackend
let recoveryKey: string
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-ring-'))
  folder = join(home, 'plant')
  plant = await startBackend({ folder, setUp: false })
  recoveryKey = (await finish(plant.api.access.setUp({ ...administrator, isEncrypted: true }))).recoveryKey
})
afterAll(async () => {
  await plant.close()
  dropKeys(folder)
  rmSync(home, { recursive: true, force: true })
})

/** The store takes nothing of this procedure, as on a disk that is full when it comes to the end. */
async function failing(procedure: string, act: () => Promise<unknown>): Promise<void> {
  const { sqlite } = plant.backend.workspace.store()
  sqlite.exec(`CREATE TEMP TRIGGER no_room BEFORE INSERT ON kernel_audit WHEN new.procedure = '${procedure}'
    BEGIN SELECT RAISE(ABORT, 'no room'); END`)
  try {
    await expect(act()).rejects.toThrow()
  } finally {
    sqlite.exec('DROP TRIGGER no_room')
  }
}
const ring = () => readFileSync(join(folder, 'keyring.json'), 'utf8')

it.each([
  ['changePassword', () => plant.api.access.changePassword({ old: password, password: 'another horse 8' })],
  ['recover', () => plant.api.access.recover({ recoveryKey, login, password: 'another horse 8' })],
  ['renewRecoveryKey', () => plant.api.access.renewRecoveryKey({ password })],
])('what the store did not take of %s does not stand in the key ring either', async (name, act) => {
  const before = ring()
  await failing(`access.${name}`, () => finish<unknown>(act() as never))
  expect(ring()).toBe(before)
  for (const typed of [password, recoveryKey]) expect(await dataKeyBy(folder, typed)).not.toBeNull()
})

it('a password that was changed opens from then on, and the old one no more', async () => {
  await finish(plant.api.access.changePassword({ old: password, password: 'another horse 8' }))
  expect(await dataKeyBy(folder, password)).toBeNull()
  expect(await dataKeyBy(folder, 'another horse 8')).not.toBeNull()
})
