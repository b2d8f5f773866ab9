import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ChangePackageId } from '#shared/exchange/changes'
import { beginPlant, carried, copyOf, passphrase } from '#test/exchange/two-folders'
import { compiledFolder, handOver, newHome, startHost } from '#test/fault/host'
import { sourceLike } from '#test/monitoring/support'
import { administrator, finish, startBackend, type TestBackend } from '#test/support/backend'

const many = 60
const homes: string[] = []
let id: ChangePackageId
let ready: string

function home(): string {
  const made = newHome()
  homes.push(made)
  return made
}
const signedIn = async (backend: TestBackend) => {
  await finish(backend.api.access.signIn(administrator))
  return backend
}
/** A plant to which a copy has brought many new sources, and which has not merged them yet. */
beforeAll(async () => {
  ready = home()
  const main = await startBackend({ folder: join(ready, 'plant') })
  const site = await beginPlant(main)
  const copy = await copyOf(main, join(home(), 'plant'))
  for (let at = 0; at < many; at += 1)
    await copy.api.monitoring.addSource(sourceLike(site, { code: `N-${at}`, name: `新增设备 ${at}` }))
  const made = await finish(copy.api.exchange.makeChanges({ since: null, passphrase }))
  const upload = await carried(main, join(copy.folder, 'exports', made.download))
  ;({ id } = await finish(main.api.exchange.bringChanges({ upload, passphrase })))
  await copy.close()
  await main.close()
})
afterAll(() => {
  for (const made of [...homes, compiledFolder]) rmSync(made, { recursive: true, force: true })
})

it.each([4, 40])(
  'C17 killed %i ms after merging began, all of the package is there or none of it, and it can be merged again',
  { timeout: 120_000 },
  async (delay) => {
    const own = home()
    cpSync(ready, own, { recursive: true })
    handOver(own)
    const host = await startHost(own)
    await host.signIn()
    const { seen } = await host.api.exchange.brought({ id })
    const merging = host.api.exchange.mergeChanges({ id, seen, choices: [] }).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, delay))
    await host.kill()
    await Promise.race([merging, new Promise((resolve) => setTimeout(resolve, 1000))])
    const after = await signedIn(await startBackend({ folder: join(own, 'plant'), setUp: false }))
    const { api } = after
    const count = async () => (await api.monitoring.register({ facility: null })).sources.length
    const { settled } = await api.exchange.brought({ id })
    expect(await count()).toBe(settled === null ? 0 : many)
    expect((await finish(api.access.auditVerify({}))).firstBreak).toBeNull()
    if (settled === null) await api.exchange.mergeChanges({ id, seen, choices: [] })
    expect(await count()).toBe(many)
    await after.close()
  },
)
