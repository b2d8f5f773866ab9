import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { openDatabase } from '#db/kernel/cipher'
import { keysFor } from '#electron/kernel/folder-keys'
import { encipherPlant } from '#test/fault/encipher'
import { homesOf } from '#test/fault/homes'
import { isBound } from '#test/fault/host'
import { refusalOf } from '#test/support/backend'

/* What happens to a folder that is opened by its key only after the program has begun. */

const { plant, home, start } = homesOf((plant) => encipherPlant(plant.folder))

it('E1 of two programs at the sealed door the first to be unlocked has the folder; the other is told so', async () => {
  const { home: own } = home()
  const [first, second] = [await start(own), await start(own)]
  await first.signIn()
  expect(await refusalOf(second.signIn())).toMatchObject({ code: 'kernel.in-use' })
  await first.kill()
  await second.signIn()
})

it('E2 a byte changed in the first page is found at the door, and the folder is left as it was', async () => {
  const { home: own, folder } = home()
  const file = join(folder, 'store.db')
  const bytes = readFileSync(file)
  bytes[200] = bytes[200]! ^ 1
  writeFileSync(file, bytes)
  const host = await start(own)
  expect(await refusalOf(host.signIn())).toMatchObject({ code: 'kernel.damaged' })
  expect(await host.api.access.about({})).toMatchObject({ sealed: 'locked' })
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

it('E3 data of a newer program is refused at the door, named, and left as it was', async () => {
  const { home: own, folder } = home()
  const sqlite = openDatabase(join(folder, 'store.db'), {}, keysFor(plant().folder)?.store ?? null)
  sqlite.exec(`INSERT INTO migrations VALUES ('9999-future.sql')`)
  sqlite.close()
  const host = await start(own)
  const refusal = await refusalOf(host.signIn())
  expect(refusal).toMatchObject({ code: 'kernel.newer-file', facts: { migrations: '9999-future.sql' } })
})

it.skipIf(!isBound)(
  'E4 a folder that may only be read is refused as that, once somebody gives its key',
  async () => {
    const { home: own, folder } = home()
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o500)
    chmodSync(folder, 0o500)
    const host = await start(own)
    expect(await refusalOf(host.signIn())).toMatchObject({ code: 'kernel.not-writable' })
    chmodSync(folder, 0o700)
  },
)
