import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { stretch } from '#electron/access/passwords'
import { randomBytes } from '#electron/kernel/crypto'
import {
  createKeyring,
  dropUser,
  keepUser,
  openWithPassword,
  openWithRecovery,
} from '#electron/kernel/keyring'

const cost = { N: 1024, r: 8, p: 1 }
const stretched = (password: string) => stretch(password, randomBytes(16), cost)
let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tanbu-ring-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('password and recovery key open the same data key', async () => {
  const wang = await stretched('correct horse 7')
  const { dataKey, recoveryKey } = createKeyring(folder, 'wang', wang)
  expect(openWithPassword(folder, 'wang', wang)).toEqual(dataKey)
  expect(openWithRecovery(folder, recoveryKey)).toEqual(dataKey)
})

it('a recovery key may be typed with the letters that paper confuses', async () => {
  const { dataKey, recoveryKey } = createKeyring(folder, 'wang', await stretched('correct horse 7'))
  const misread = recoveryKey.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')
  expect(openWithRecovery(folder, misread)).toEqual(dataKey)
  expect(openWithRecovery(folder, recoveryKey.slice(0, -1))).toBeNull()
  expect(openWithRecovery(folder, `${recoveryKey.slice(0, -1)}U`)).toBeNull()
})

it('a new password takes the place of the old one, and of no other user’s', async () => {
  const [first, second, other] = await Promise.all(['a one', 'a two', 'a three'].map(stretched))
  const { dataKey } = createKeyring(folder, 'wang', first!)
  keepUser(folder, 'li', other!, dataKey)
  keepUser(folder, 'wang', second!, dataKey)
  expect(openWithPassword(folder, 'wang', first!)).toBeNull()
  expect(openWithPassword(folder, 'wang', second!)).toEqual(dataKey)
  expect(openWithPassword(folder, 'li', other!)).toEqual(dataKey)
})

it('a leaver’s password opens nothing', async () => {
  const wang = await stretched('correct horse 7')
  createKeyring(folder, 'wang', wang)
  dropUser(folder, 'wang')
  expect(openWithPassword(folder, 'wang', wang)).toBeNull()
})

it('one user’s entry put in another’s place opens nothing', async () => {
  const [wang, li] = await Promise.all(['a one', 'a two'].map(stretched))
  const { dataKey } = createKeyring(folder, 'wang', wang!)
  keepUser(folder, 'li', li!, dataKey)
  const file = join(folder, 'keyring.json')
  const ring = JSON.parse(readFileSync(file, 'utf8')) as { users: Record<string, unknown> }
  writeFileSync(file, JSON.stringify({ ...ring, users: { wang: ring.users['li'], li: ring.users['wang'] } }))
  expect(openWithPassword(folder, 'wang', li!)).toBeNull()
})

it('the ring is for its owner’s eyes, leaves nothing half-written, and holds no key in the clear', async () => {
  const { dataKey, recoveryKey } = createKeyring(folder, 'wang', await stretched('correct horse 7'))
  expect(readdirSync(folder)).toEqual(['keyring.json'])
  if (process.platform !== 'win32') expect(statSync(join(folder, 'keyring.json')).mode & 0o077).toBe(0)
  const text = readFileSync(join(folder, 'keyring.json'), 'utf8')
  for (const secret of [recoveryKey, dataKey.toString('base64'), dataKey.toString('hex'), 'correct horse'])
    expect(text).not.toContain(secret)
})
