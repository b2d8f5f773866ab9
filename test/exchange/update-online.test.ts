import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type RequestOptions, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { AppImageUpdater } from 'electron-updater'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { fetchNewer } from '#electron/kernel/online-update'
import { useProgramHost } from '#electron/kernel/program-host'
import { finish, refusalOf } from '#test/support/backend'

import { installed, nowhere, type Releases, startReleases } from './releases.ts'

let releases: Releases
let release: string
beforeAll(async () => {
  releases = await startReleases()
  release = releases.make('Tanbu-9.0.0.AppImage')
})
afterAll(() => releases.close())
afterEach(() => useProgramHost(nowhere))

describe('an update from the network', () => {
  let server: Server
  let feed: string
  let asked: string[]
  beforeEach(async () => {
    asked = []
    const served = join(release, '..')
    server = createServer((request, response) => {
      const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1))
      asked.push(name)
      if (!existsSync(join(served, name))) return void response.writeHead(404).end()
      response.end(readFileSync(join(served, name)))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    feed = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => server.close())

  /** Electron's own updater, with the parts of Electron that it asks for. */
  function updater(present: string) {
    const app = {
      version: '0.1.0',
      name: 'tanbu',
      isPackaged: true,
      appUpdateConfigPath: join(releases.folder, 'none.yml'),
      userDataPath: join(releases.folder, 'user'),
      baseCachePath: join(releases.folder, 'cache'),
      whenReady: () => Promise.resolve(),
      relaunch: () => {},
      quit: () => {},
      onQuit: () => {},
    }
    vi.stubEnv('APPIMAGE', present)
    const made = new AppImageUpdater(null, app as never)
    Object.assign(made, { httpExecutor: new NodeExecutor() })
    return made
  }
  const online = () => {
    const { place, host } = installed(releases.folder)
    const fetch = fetchNewer('AppImage', join(releases.folder, 'online'), () => updater(place))
    useProgramHost({ ...host, fetch })
  }
  afterEach(() => vi.unstubAllEnvs())
  const look = () => finish(releases.plant.api.exchange.fetchUpdate({}))

  it('is looked for by nobody who did not switch it on, and by nobody while nothing may leave', async () => {
    online()
    expect((await refusalOf(look())).code).toBe('exchange.update.no-feed')
    await releases.plant.api.exchange.setUpdateFeed({ address: feed, isOn: false })
    expect((await refusalOf(look())).code).toBe('exchange.update.no-feed')
    await releases.plant.api.exchange.setUpdateFeed({ address: feed, isOn: true })
    await releases.plant.api.exchange.switchOffline({ offline: true })
    expect((await refusalOf(look())).code).toBe('exchange.offline-now')
    await releases.plant.api.exchange.switchOffline({ offline: false })
    useProgramHost(nowhere)
    expect((await refusalOf(look())).code).toBe('exchange.update.host')
    await expect(
      releases.plant.api.exchange.setUpdateFeed({ address: 'file:///etc', isOn: true }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(asked).toEqual([])
  })

  it('is brought by Electron’s updater and checked like a file from a stick', async () => {
    online()
    await releases.plant.api.exchange.setUpdateFeed({ address: feed, isOn: true })
    const found = await look()
    const { manifest, key } = await finish(releases.plant.api.exchange.readUpdate({ upload: found!.upload }))
    expect(manifest.version).toBe('9.0.0')
    expect(key).toBe('test-1')
    expect(asked.filter((name) => name.startsWith('latest'))).toEqual([
      `latest-linux${process.arch === 'x64' ? '' : `-${process.arch}`}.yml`,
    ])
    expect(asked).toContain('Tanbu-9.0.0.AppImage.head')
  })

  it('of a feed that was broken into is refused by the signature, and a dead feed in words', async () => {
    online()
    await releases.plant.api.exchange.setUpdateFeed({ address: feed, isOn: true })
    const head = join(release, '..', 'Tanbu-9.0.0.AppImage.head')
    const kept = readFileSync(head)
    try {
      appendFileSync(head, 'x')
      expect(await releases.codeOf((await look())!.upload)).toBe('exchange.update.damaged')
      writeFileSync(head, Buffer.concat([kept.subarray(0, 40), Buffer.from('x'), kept.subarray(41)]))
      expect(await releases.codeOf((await look())!.upload)).toBe('exchange.update.forged')
      rmSync(head)
      expect((await refusalOf(look())).code).toBe('exchange.update.feed')
    } finally {
      writeFileSync(head, kept)
    }
    await releases.plant.api.exchange.setUpdateFeed({ address: 'http://127.0.0.1:1/', isOn: true })
    expect((await refusalOf(look())).code).toBe('exchange.update.feed')
  })
})

/** As the updater's own tests do: its requests by Node instead of Electron. */
class NodeExecutor extends ElectronHttpExecutor {
  override createRequest(options: RequestOptions, hear: (response: never) => void) {
    return request(options, hear as never) as never
  }
  override async download(url: URL, destination: string) {
    writeFileSync(destination, Buffer.from(await (await fetch(url)).arrayBuffer()))
    return destination
  }
}
