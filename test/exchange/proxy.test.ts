import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { proxyTo } from '#electron/exchange/proxy'
import { openHttpLine } from '#electron/exchange/targets/http-line'
import { useProgramHost } from '#electron/kernel/program-host'
import { isNamedIn, proxyInAnswer, proxyInEnvironment, type ProxySettings } from '#shared/exchange/proxy'
import { finish, refusalOf, startBackend, type TestBackend } from '#test/support/backend'
import { startWebProxy, type WebProxy } from '#test/support/servers/web-proxy'

import { nowhere } from './releases.ts'

const password = 'Proxy-Kennwort-代理-9x'
let server: Server
let proxy: WebProxy
let plant: TestBackend
beforeAll(async () => {
  server = createServer((_request, response) => void response.writeHead(404).end())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  proxy = await startWebProxy((server.address() as AddressInfo).port, password)
  plant = await startBackend()
})
afterEach(() => useProgramHost(nowhere))
afterAll(async () => {
  await plant.close()
  proxy.close()
  server.close()
})
const byHand = (more: Partial<Extract<ProxySettings, { mode: 'by-hand' }>> = {}): ProxySettings => ({
  mode: 'by-hand',
  address: proxy.address,
  user: 'gate',
  bypass: '',
  ...more,
})
/** How a test of a target ends that is reached at a name which only the proxy knows. */
const reached = async (settings: Parameters<typeof plant.api.exchange.testTarget>[0]['settings']) =>
  (await refusalOf(finish(plant.api.exchange.testTarget({ id: null, settings, secret: 'secret-key' })))).code
const webdav = { kind: 'webdav', url: 'https://drive.plant.example/dav/', user: 'plant' } as const
const bucket = {
  kind: 's3',
  endpoint: 'http://store.plant.example',
  region: 'r',
  bucket: 'b',
  prefix: '',
  accessKey: 'a',
  pathStyle: true,
} as const

/** The server behind the proxy speaks no TLS, and says so in its own way: the tunnel stood. */
const throughTunnel = /^exchange\.target-(no-tls|cut)$/

describe('a proxy that somebody named', () => {
  it('P1 leads to WebDAV and S3, in the name and with the password that are kept', async () => {
    await plant.api.exchange.setProxy({ settings: byHand(), password })
    proxy.asked.length = 0
    // What the server behind the proxy answers, who speaks no TLS.
    expect(await reached(webdav)).toMatch(throughTunnel)
    expect(proxy.asked[0]).toBe('CONNECT drive.plant.example:443 gate')
    proxy.asked.length = 0
    expect(await reached(bucket)).toBe('exchange.target-odd-answer')
    expect(proxy.asked[0]).toMatch(/^\w+ http:\/\/store\.plant\.example\/b\S* gate$/)
  })

  it('P2 is passed by for the hosts that are named, and for this machine', async () => {
    await plant.api.exchange.setProxy({ settings: byHand({ bypass: 'other.example, .plant.example' }) })
    proxy.asked.length = 0
    expect(await reached(bucket)).toBe('exchange.target-unreachable')
    const { port } = server.address() as AddressInfo
    await plant.api.exchange.setProxy({ settings: byHand() })
    expect(await reached({ ...webdav, url: `http://127.0.0.1:${port}/dav/` })).toBe(
      'exchange.target-no-folder',
    )
    expect(proxy.asked).toEqual([])
  })

  it('P3 says in words that it does not answer, or does not know us', async () => {
    await plant.api.exchange.setProxy({ settings: byHand(), password: 'another' })
    for (const each of [webdav, bucket]) expect(await reached(each)).toBe('exchange.target-proxy-denied')
    await plant.api.exchange.setProxy({ settings: byHand({ address: 'http://127.0.0.1:9' }) })
    for (const each of [webdav, bucket]) expect(await reached(each)).toBe('exchange.target-proxy-unreachable')
  })

  it('P4 has a password that stands readable in no file, and is forgotten with the proxy', async () => {
    await plant.api.exchange.setProxy({ settings: byHand(), password })
    expect(await plant.api.exchange.proxy({})).toEqual({ settings: byHand(), hasPassword: true })
    const files = readdirSync(plant.folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    )
    const lies = files.filter((each) => readFileSync(join(each.parentPath, each.name)).includes(password))
    expect(lies.map(({ name }) => name)).toEqual([])
    await expect(
      plant.api.exchange.setProxy({ settings: byHand({ address: `http://gate:${password}@proxy.example` }) }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await plant.api.exchange.setProxy({ settings: { mode: 'none' } })
    expect(await plant.api.exchange.proxy({})).toEqual({ settings: { mode: 'none' }, hasPassword: false })
  })
})

describe('what the system says', () => {
  const to = (address: string, environment: Record<string, string> = {}) =>
    proxyTo({ db: plant.backend.spine.store().read, folder: plant.folder }, address, environment)
  it('P5 is the environment where there is no desktop, and the desktop where there is', async () => {
    await plant.api.exchange.setProxy({ settings: { mode: 'system' } })
    const environment = {
      http_proxy: 'p.example:3128',
      HTTPS_PROXY: 'http://s.example:8080',
      NO_PROXY: 'in.example',
    }
    expect(await to('http://a.example', environment)).toBe('http://p.example:3128')
    expect(await to('https://a.example', environment)).toBe('http://s.example:8080')
    expect(await to('https://b.in.example', environment)).toBeNull()
    expect(await to('http://localhost:9000', environment)).toBeNull()
    expect(await to('http://a.example')).toBeNull()
    const asked: string[] = []
    useProgramHost({
      ...nowhere,
      proxyFor: async (address) => {
        asked.push(address)
        return 'SOCKS5 s:1; PROXY d.example:80; DIRECT'
      },
    })
    expect(await to('https://a.example', environment)).toBe('http://d.example:80')
    expect(asked).toEqual(['https://a.example/'])
  })

  it('P6 names and lists are read as they are meant', () => {
    const place = (hostname: string, port = '') => ({ protocol: 'https:', hostname, port })
    expect(isNamedIn('*', place('a.b'))).toBe(true)
    expect(isNamedIn('b, *.c', place('a.b'))).toBe(true)
    expect(isNamedIn('b', place('ab'))).toBe(false)
    expect(isNamedIn('a.b:443', place('a.b'))).toBe(true)
    expect(isNamedIn('a.b:8443', place('a.b'))).toBe(false)
    expect(isNamedIn('', place('a.b'))).toBe(false)
    expect(proxyInAnswer('DIRECT')).toBeNull()
    expect(proxyInAnswer('HTTPS p:443')).toBe('https://p:443')
    expect(proxyInAnswer('SOCKS p:1')).toBeNull()
    expect(proxyInEnvironment(place('a.b'), { all_proxy: 'http://x:1' })).toBe('http://x:1')
  })
})

it('P7 a tunnel is made for what is encrypted, and its refusal is said', async () => {
  const given = new URL(proxy.address)
  const [user, signal] = ['gate', new AbortController().signal]
  const ask = async (host: string, secret: string) => {
    Object.assign(given, { username: user, password: encodeURIComponent(secret) })
    const line = openHttpLine({ quiet: 2_000, proxy: given.href })
    const question = line.ask({ method: 'GET', url: new URL(`https://${host}/`), signal })
    return question.catch((error: { code: string }) => error.code).finally(() => line.close())
  }
  proxy.asked.length = 0
  expect(await ask('drive.plant.example', password)).toMatch(throughTunnel)
  expect(proxy.asked).toEqual(['CONNECT drive.plant.example:443 gate'])
  expect(await ask('forbidden.example', password)).toBe('exchange.target-proxy-refused')
  expect(await ask('drive.plant.example', 'wrong')).toBe('exchange.target-proxy-denied')
})
