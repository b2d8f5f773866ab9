import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect as connectRaw } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'

import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'

import { putEvidence } from '#electron/kernel/evidence-store'
import { type Loopback, startLoopback } from '#electron/kernel/loopback'
import { offerDownload } from '#electron/kernel/uploads'
import { type Api, administrator, finish } from '#test/support/backend'

let home: string
let pages: string
let loopback: Loopback
let origin: string
let cookie: string
let api: Api

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-loopback-'))
  pages = join(home, 'pages')
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">碳簿')
  writeFileSync(join(pages, 'main.js'), 'start()')
  writeFileSync(join(pages, 'notes.txt'), 'not a page')
  loopback = await startLoopback({ home, pages })
  origin = new URL(loopback.address()).origin
  cookie = await enter(loopback.address())
  api = connect(origin, cookie)
})
afterAll(async () => {
  await loopback.close()
  rmSync(home, { recursive: true })
})

/** Uses an address up and returns the cookie it turned into. */
async function enter(address: string): Promise<string> {
  const { status, headers } = await fetch(address, { redirect: 'manual' })
  expect(status).toBe(302)
  return /^[^;]+/.exec(headers.get('set-cookie') ?? '')?.[0] ?? ''
}
function socketOf(from: string, headers: Record<string, string>): WebSocket {
  return new WebSocket(`${origin.replace('http', 'ws')}/`, { origin: from, headers })
}
function connect(from: string, own: string): Api {
  return createORPCClient(new RPCLink({ websocket: socketOf(from, { cookie: own }) as never }))
}
const get = (path: string, headers: Record<string, string> = { cookie }) =>
  fetch(origin + path, { headers, redirect: 'manual' })

describe('the door', () => {
  it('opens once for an address', async () => {
    const address = loopback.address()
    await enter(address)
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(403)
    expect((await fetch(`${origin}/?token=guess`, { redirect: 'manual' })).status).toBe(403)
  })
  it('gives a cookie that pages cannot read and other sites cannot send', async () => {
    const { headers } = await fetch(loopback.address(), { redirect: 'manual' })
    expect(headers.get('set-cookie')).toMatch(/^tanbu=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  })
  it('shows who comes without the cookie nothing but a sentence in both languages', async () => {
    const refused = await get('/', {})
    expect(refused.status).toBe(403)
    const text = await refused.text()
    expect(text).toContain('请从碳簿程序打开')
    expect(text).toContain('Please open this window from Tanbu')
    for (const path of ['/main.js', '/evidence/x', '/download/x'])
      expect((await get(path, { cookie: 'tanbu=guess' })).status).toBe(403)
  })
  it('answers no other host name, so that a rebound name reaches nothing', async () => {
    const status = await new Promise((resolve) => {
      const { port } = new URL(origin)
      const headers = { host: `evil.example:${port}`, cookie }
      httpRequest({ host: '127.0.0.1', port, headers }, ({ statusCode }) => resolve(statusCode)).end()
    })
    expect(status).toBe(421)
  })
  it('listens on 127.0.0.1 alone', async () => {
    const own = Object.values(networkInterfaces()).flat()
    const outer = own.find((address) => address?.family === 'IPv4' && !address.internal)
    if (outer) await expect(fetch(`http://${outer.address}:${new URL(origin).port}/`)).rejects.toThrow()
  })
  it('lets no other page connect or upload', async () => {
    const failed = (socket: WebSocket) => new Promise((resolve) => socket.on('error', resolve))
    expect(await failed(socketOf('http://evil.example', { cookie }))).toMatchObject({ message: /403/ })
    expect(await failed(socketOf(origin, {}))).toMatchObject({ message: /403/ })
    const upload = await fetch(`${origin}/upload`, {
      method: 'POST',
      body: 'x',
      headers: { cookie, origin: 'http://evil.example' },
    })
    expect(upload.status).toBe(403)
  })
})

describe('pages', () => {
  it('come with a nonce of their own at each load and a policy that names it', async () => {
    const load = async () => {
      const response = await get('/')
      const policy = response.headers.get('content-security-policy') ?? ''
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1]
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
      for (const rule of [
        `default-src 'none'`,
        `script-src 'self';`,
        `worker-src 'self'`,
        `img-src 'self' data: blob:`,
      ])
        expect(policy).toContain(rule)
      expect(policy).not.toContain('unsafe')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      return nonce
    }
    expect(await load()).not.toBe(await load())
  })
  it('are only files of the pages folder that a page is made of', async () => {
    expect(await (await get('/main.js')).text()).toBe('start()')
    for (const path of ['/notes.txt', '/..%2f..%2fetc%2fpasswd', '/%2e%2e/pages.json', '/missing.js'])
      expect((await get(path)).status).toBe(404)
  })
})

describe('requests over the socket', () => {
  it('reach the backend, and refusals and tasks come back', async () => {
    expect(await api.access.about({})).toMatchObject({ isSetUp: false, isSample: false })
    await finish(api.access.setUp(administrator))
    expect(await api.access.session({})).toMatchObject({ state: 'open' })
    await expect(finish(api.access.setUp(administrator))).rejects.toMatchObject({ code: 'REFUSED' })
  })
  it('that are garbage end their own connection and nothing else', async () => {
    const { port } = new URL(origin)
    const lines = [
      'GET / HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: ${origin}`,
      `Cookie: ${cookie}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    ]
    const raw = connectRaw(Number(port), '127.0.0.1')
    raw.write(`${lines.join('\r\n')}\r\n\r\n`)
    const [greeting] = (await once(raw, 'data')) as [Buffer]
    expect(greeting.toString()).toContain('101 Switching Protocols')
    raw.write(Buffer.alloc(100, 0xff))
    await once(raw, 'close')
    expect(await api.access.session({})).toMatchObject({ state: 'open' })
  })
  it('belong to the window of their cookie: another window has nobody signed in', async () => {
    const other = connect(origin, await enter(loopback.address()))
    expect(await other.access.session({})).toEqual({ state: 'none' })
    expect(await connect(origin, cookie).access.session({})).toMatchObject({ state: 'open' })
  })
})

describe('a bug', () => {
  const broken = <T>(work: () => Promise<T>) => {
    const store = new Sqlite(join(home, 'plant', 'store.db'))
    store.exec('ALTER TABLE kernel_drafts RENAME TO elsewhere')
    const mended = () => {
      store.exec('ALTER TABLE elsewhere RENAME TO kernel_drafts')
      store.close()
    }
    return work().finally(mended)
  }
  it('is told by a number, under which the log has it, and by nothing else', async () => {
    const told: unknown = await broken(() => api.desk.drafts({ prefix: '' }).catch((error: unknown) => error))
    expect(told).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: expect.stringMatching(/^E-[0-9A-F]{6}$/),
    })
    expect(JSON.stringify(told)).not.toContain('kernel_drafts')
    const log = readFileSync(join(home, 'logs', 'tanbu.log'), 'utf8')
    expect(log).toContain((told as Error).message)
    expect(log).toContain('desk.drafts')
  })
  it('is not what unfit input or a refusal is', async () => {
    const lines = () => readFileSync(join(home, 'logs', 'tanbu.log'), 'utf8').split('\n').length
    const before = lines()
    await expect(api.desk.saveDraft({ key: '', value: 1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(finish(api.access.setUp(administrator))).rejects.toMatchObject({ code: 'REFUSED' })
    expect(lines()).toBe(before)
  })
})

describe('files', () => {
  const upload = (body: string, name: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}/upload?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body,
      headers: { cookie, origin, 'content-type': 'text/csv', ...headers },
    })
  const folder = () => join(home, 'plant')

  it('are staged whole with their side file', async () => {
    const response = await upload('月份,数量', '电量.csv')
    const { upload: id } = (await response.json()) as { upload: string }
    expect(readFileSync(join(folder(), 'staging', id), 'utf8')).toBe('月份,数量')
    const side = JSON.parse(readFileSync(join(folder(), 'staging', `${id}.json`), 'utf8')) as object
    expect(side).toMatchObject({ name: '电量.csv', type: 'text/csv', size: 13 })
  })
  it('are taken from and given to a window with somebody signed in, and no other', async () => {
    const stranger = await enter(loopback.address())
    const before = readdirSync(join(folder(), 'staging')).length
    expect((await upload('x', 'x', { cookie: stranger })).status).toBe(401)
    expect(readdirSync(join(folder(), 'staging')).length).toBe(before)
    const stored = putEvidence(folder(), join(pages, 'main.js'))
    expect((await get(`/evidence/${stored.sha256}`, { cookie: stranger })).status).toBe(401)
    expect((await get(`/evidence/${stored.sha256}`)).status).toBe(200)
  })
  it('kept as evidence are shown by what they are, and never run', async () => {
    const show = async (content: string | Buffer) => {
      writeFileSync(join(home, 'given'), content)
      const { sha256 } = putEvidence(folder(), join(home, 'given'))
      const { headers } = await get(`/evidence/${sha256}?name=${encodeURIComponent('发票.pdf')}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const sandboxed = headers.get('content-security-policy')?.includes('sandbox')
      const disposition = headers.get('content-disposition') ?? ''
      expect(disposition).toContain(`filename*=UTF-8''${encodeURIComponent('发票.pdf')}`)
      return [headers.get('content-type'), disposition.split(';')[0], sandboxed]
    }
    expect(await show('%PDF-1.7')).toEqual(['application/pdf', 'inline', false])
    expect(await show(Buffer.from('89504e470d0a1a0a', 'hex'))).toEqual(['image/png', 'inline', true])
    const asDownload = ['application/octet-stream', 'attachment', true]
    expect(await show('<script>alert(1)</script>')).toEqual(asDownload)
    expect(await show('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')).toEqual(asDownload)
  })
  it('that are not there are not there, whatever the name tries', async () => {
    for (const path of [`/evidence/${'0'.repeat(64)}`, '/evidence/..%2fstore.db', '/download/..%2fstore.db'])
      expect((await get(path)).status).toBe(404)
  })
  it('that were exported are downloaded under their own name', async () => {
    writeFileSync(join(folder(), 'exports', 'report-1'), 'PDF')
    offerDownload(folder(), 'report-1', {
      name: '报告 2025.pdf',
      type: 'application/pdf',
      sha256: '0'.repeat(64),
    })
    const response = await get('/download/report-1')
    expect(await response.text()).toBe('PDF')
    const name = encodeURIComponent('报告 2025.pdf')
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${name}`)
  })
})

describe('a start that fails', () => {
  it('is told on a page in both languages, and works once the reason is gone', async () => {
    const second = await startLoopback({ home, pages })
    const own = await enter(second.address())
    const place = new URL(second.address()).origin
    const page = async () => (await fetch(place, { headers: { cookie: own } })).text()
    const told = await page()
    expect(told).toContain('数据文件夹正在被另一个程序使用：Tanbu')
    expect(told).toContain('is being used by another program: Tanbu')
    expect(told).not.toContain('nonce=""')
    await loopback.close()
    expect(await page()).toContain('碳簿')
    expect(await page()).not.toContain('未能启动')
    await second.close()
    loopback = await startLoopback({ home, pages })
  })
  it('says of a damaged store that it is damaged', async () => {
    const broken = join(home, 'broken')
    mkdirSync(join(broken, 'plant'), { recursive: true })
    writeFileSync(join(broken, 'plant', 'store.db'), 'x'.repeat(8192))
    const host = await startLoopback({ home: broken, pages })
    const own = await enter(host.address())
    const place = new URL(host.address()).origin
    const told = await (await fetch(place, { headers: { cookie: own } })).text()
    expect(told).toContain('数据文件已损坏')
    await host.close()
  })
})
