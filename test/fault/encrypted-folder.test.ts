import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'

import { openDatabase } from '#db/kernel/cipher'
import { keysFor } from '#electron/kernel/folder-keys'
import { encipherPlant } from '#test/fault/encipher'
import { handOver, type Host, isBound, newHome, startHost } from '#test/fault/host'
import { buildPlant, type FaultPlant } from '#test/fault/plant'
import { refusalOf } from '#test/support/backend'

/* What happens to a folder that is opened by its key only after the program has begun. */

const made: string[] = []
let template: string
let plant: FaultPlant
beforeAll(async () => {
  template = newHome()
  plant = await buildPlant(template)
  await encipherPlant(plant.folder)
})
const hosts: Host[] = []
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.kill()
})
afterAll(() => {
  for (const home of [template, ...made]) rmSync(home, { recursive: true, force: true })
})

/** A home with an encrypted plant of its own, to be ruined. */
function home(): { readonly home: string; readonly folder: string } {
  const own = newHome()
  made.push(own)
  cpSync(template, own, { recursive: true })
  handOver(own)
  return { home: own, folder: join(own, 'plant') }
}
async function start(at: string): Promise<Host> {
  const host = await startHost(at)
  hosts.push(host)
  return host
}

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
  const sqlite = openDatabase(join(folder, 'store.db'), {}, keysFor(plant.folder)?.store ?? null)
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
