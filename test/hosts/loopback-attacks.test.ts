import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Loopback, startLoopback } from '#electron/kernel/loopback'

import { writeStartPage } from '../../scripts/start-page.mjs'

let home: string
let loopback: Loopback
let address: string
let host: string
let cookie: string
let now = 0
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-attacked-'))
  const pages = join(home, 'pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '碳簿')
  writeFileSync(join(pages, 'assets', 'a.js'), 'a()')
  writeFileSync(join(home, 'secret.js'), 'secret()')
  writeFileSync(join(home, 'pages-beside.js'), 'beside()')
  symlinkSync(join(home, 'pages'), join(pages, 'assets', 'around'))
  loopback = await startLoopback({ home, pages, clock: () => now })
  address = loopback.address()
  host = new URL(address).host
  const { headers } = await fetch(address, { redirect: 'manual' })
  cookie = /^[^;]+/.exec(headers.get('set-cookie') ?? '')?.[0] ?? ''
})
afterAll(async () => {
  await loopback.close()
  rmSync(home, { recursive: true, force: true })
})

/** What an attacker sends who is bound to no client's manners; status and the whole answer. */
async function raw(
  target: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  body = '',
) {
  const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
  const wanted = {
    Host: host,
    Cookie: cookie,
    Connection: 'close',
    'Content-Length': String(body.length),
    ...headers,
  }
  const lines = Object.entries(wanted).map(([name, value]) => `${name}: ${value}`)
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  const answer = await text(socket)
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), answer }
}
const upgrade = {
  Upgrade: 'websocket',
  Connection: 'Upgrade',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
}
/** Whether a socket to the backend was opened. */
async function opensSocket(headers: Readonly<Record<string, string>>): Promise<boolean> {
  const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
  const wanted = { Host: host, Cookie: cookie, ...upgrade, ...headers }
  socket.write(
    `GET / HTTP/1.1\r\n${Object.entries(wanted)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\r\n')}\r\n\r\n`,
  )
  const [first] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  return first.toString().includes(' 101 ')
}

describe('DNS rebinding', () => {
  it.each([
    'evil.example',
    'localhost',
    `evil.example:1`,
    '127.0.0.1',
    '0.0.0.0',
    '[::1]',
    `${'127.0.0.1'}.evil.example`,
  ])('a page that was led here by the name %s gets nothing, with or without the cookie', async (name) => {
    for (const own of [cookie, '']) {
      const { status, answer } = await raw('/', { Host: name, Cookie: own })
      expect(status).toBe(421)
      expect(answer).not.toContain('碳簿')
      expect((await raw(new URL(loopback.address()).search, { Host: name })).status).not.toBe(302)
      expect(await opensSocket({ Host: name, Origin: `http://${name}` })).toBe(false)
    }
  })
  it('two names at once, or none, are none of ours', async () => {
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
    socket.write(
      `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    )
    expect(await text(socket)).not.toContain('碳簿')
    const bare = connect(Number(host.split(':')[1]), '127.0.0.1')
    bare.write(`GET / HTTP/1.1\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`)
    expect(await text(bare)).not.toContain('碳簿')
  })
})

describe('forged requests of other sites (CSRF)', () => {
  const foreign = [
    'http://evil.example',
    'null',
    `https://${'127.0.0.1'}`,
    'http://127.0.0.1:1',
    'file://',
    '',
  ]
  it.each(foreign)('from the origin “%s” change nothing, even with the cookie', async (origin) => {
    const from: Record<string, string> = origin === '' ? {} : { Origin: origin }
    for (const target of ['/upload?name=a', '/rescue'])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect((await raw(target, from, method, 'file=x')).status, method).toBe(403)
    expect(await opensSocket(from)).toBe(false)
  })
  it('are told by no header that they may, and an asking beforehand is refused', async () => {
    const asked = await raw(
      '/upload',
      { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' },
      'OPTIONS',
    )
    expect(asked.status).toBe(403)
    for (const { answer } of [asked, await raw('/'), await raw('/assets/a.js')])
      expect(answer.toLowerCase()).not.toContain('access-control-allow')
  })
  it('find nothing that merely reading changes', async () => {
    for (const target of ['/upload?name=a', '/rescue?file=x']) expect((await raw(target)).status).toBe(404)
  })
  it('cannot frame the program or share its process', async () => {
    const { answer } = await raw('/')
    expect(answer).toContain(`frame-ancestors 'none'`)
    expect(answer.toLowerCase()).toContain('cross-origin-opener-policy: same-origin')
  })
})

describe('theft of the token', () => {
  it('a used one, a part of one, and one of another start open nothing', async () => {
    const fresh = loopback.address()
    const token = new URL(fresh).searchParams.get('token') ?? ''
    for (const guess of [
      new URL(address).searchParams.get('token') ?? '',
      token.slice(0, -1),
      `${token}x`,
      token.toLowerCase(),
      '',
    ])
      expect((await raw(`/?token=${guess}`, { Cookie: '' })).status).toBe(403)
    // Guessing used it up for nobody.
    expect((await raw(`/?token=${token}`, { Cookie: '' })).status).toBe(302)
    expect((await raw(`/?token=${token}`, { Cookie: '' })).status).toBe(403)
  })
  it('one that nobody opened for two minutes opens nothing any more', async () => {
    const [early, late] = [loopback.address(), loopback.address()].map((fresh) => new URL(fresh).search)
    now += 119_000
    expect((await raw(`/${early}`, { Cookie: '' })).status).toBe(302)
    now += 1_000
    expect((await raw(`/${late}`, { Cookie: '' })).status).toBe(403)
  })
  it('it stands in a page that only its user can read, and in no argument of a program', async () => {
    const folder = join(home, 'browser')
    mkdirSync(folder)
    for (const fresh of [loopback.address(), loopback.address()]) {
      const place = new URL(writeStartPage(folder, fresh))
      expect(place.href).not.toContain('token')
      if (process.platform !== 'win32') expect(statSync(place).mode & 0o777).toBe(0o600)
      expect(readFileSync(place, 'utf8')).toContain(`content="0;url=${fresh}"`)
    }
    // What the browser is led from is another site: it goes on by a page of ours, with the cookie.
    const { search } = new URL(loopback.address())
    const { status, answer } = await raw(`/${search}`, { Cookie: '', 'Sec-Fetch-Site': 'cross-site' })
    expect(status).toBe(200)
    expect(answer).toMatch(/refresh: 0; url=\/\r\n/i)
    expect(answer).toMatch(/set-cookie: tanbu=/i)
  })
  it('it has 256 bits of chance, and the cookie it becomes as many others', async () => {
    const tokens = Array.from(
      { length: 50 },
      () => new URL(loopback.address()).searchParams.get('token') ?? '',
    )
    expect(new Set(tokens).size).toBe(50)
    for (const token of tokens) expect(Buffer.from(token, 'base64url').length).toBe(32)
    expect(cookie).not.toContain(new URL(address).searchParams.get('token'))
  })
  it('it leaves neither in a history, nor to the next site, nor in a log', async () => {
    const { answer } = await raw(new URL(loopback.address()).pathname + new URL(loopback.address()).search, {
      Cookie: '',
    })
    expect(answer).toMatch(/location: \/\r\n/i)
    expect(answer.toLowerCase()).toContain('referrer-policy: no-referrer')
    expect(answer.toLowerCase()).toContain('cache-control: no-store')
    const log = join(home, 'logs', 'tanbu.log')
    const written = (() => {
      try {
        return readFileSync(log, 'utf8')
      } catch {
        return ''
      }
    })()
    expect(written).not.toContain('token')
    expect(written).not.toContain(cookie)
  })
  it('a cookie is read by no page, sent by no other site, and one of another name or value opens nothing', async () => {
    const { headers } = await fetch(loopback.address(), { redirect: 'manual' })
    expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const value = cookie.split('=')[1] ?? ''
    for (const other of [
      `xtanbu=${value}`,
      `tanbu=${value.slice(0, -1)}`,
      `tanbu=${value.toLowerCase()}`,
      `tanbu=; tanbu2=${value}`,
    ])
      expect((await raw('/', { Cookie: other })).status).toBe(403)
  })
})

describe('paths that lead elsewhere', () => {
  const ways = [
    '/../secret.js',
    '/assets/../../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '//secret.js',
    '/../pages-beside.js',
    '/assets/%00a.js',
    '/assets/a.js%00.png',
    '/%ff%fe',
    '/%',
    '/evidence/../secret.js',
    '/evidence/..%2f..%2fstore.db',
    '/evidence/%2e%2e%2fsecret.js',
    '/download/..%2fsecret.js',
    '/download/',
    `/evidence/${'a'.repeat(65)}`,
    '/etc/passwd',
    `file:///etc/passwd`,
    'http://evil.example/secret.js',
  ]
  it.each(ways)('%s finds nothing', async (path) => {
    const { status, answer } = await raw(path)
    expect(answer).not.toMatch(/secret\(\)|beside\(\)|root:/)
    expect([400, 401, 404, 421]).toContain(status)
  })
  it('but what belongs to the pages is there', async () => {
    expect((await raw('/assets/a.js')).answer).toContain('a()')
  })
})
