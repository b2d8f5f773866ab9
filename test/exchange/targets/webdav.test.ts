import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { openWebdav } from '#electron/exchange/targets/webdav'
import { type Apache, hasApache, startApache } from '#test/support/servers/apache'
import { type FaultProxy, flipped, startFaultProxy } from '#test/support/servers/fault-proxy'

import { bytesOf, delivery, endOf, outgoing, untilArrived } from './support.ts'

const name = '排放报告 2025 & 附表.pdf'

describe.skipIf(!hasApache)('a folder of Apache with mod_dav', () => {
  let apache: Apache
  let link: FaultProxy
  beforeAll(async () => {
    apache = await startApache()
    link = await startFaultProxy(apache.port)
  })
  afterAll(async () => {
    await link.stop()
    await apache.stop()
  })
  beforeEach(() => link.become({}))

  const settings = (path = 'dav/plant') => ({
    kind: 'webdav' as const,
    url: `http://127.0.0.1:${link.port}/${path}/`,
    user: apache.user,
  })
  const open = (path?: string, password = apache.password) =>
    openWebdav(settings(path), password, { quiet: 700 })
  const lies = (file = name) => readFileSync(join(apache.folder, file))
  const leftovers = () => readdirSync(apache.folder).filter((file) => file.startsWith('.'))

  it('can be reached, and is left as it was by the look', async () => {
    await open().check(new AbortController().signal)
    expect(readdirSync(apache.folder)).toEqual([])
  })

  it.each([
    ['a wrong password', () => openWebdav(settings(), 'wrong'), 'exchange.target-denied'],
    ['a folder that is not there', () => open('dav/plants'), 'exchange.target-no-folder'],
    ['a folder that may only be read', () => open('shut/plant'), 'exchange.target-read-only'],
    ['no space', () => open('full/plant'), 'exchange.target-full'],
    ['a web server without WebDAV', () => open('icons'), 'exchange.target-no-folder'],
  ])('%s is said', async (_what, port, code) => {
    expect(await endOf(port().check(new AbortController().signal))).toBe(code)
  })

  it('is sent the same file once, however often it is asked', async () => {
    const file = outgoing(name, bytesOf(3_000_000))
    const { attempt, reached } = delivery(file)
    const receipt = await attempt(open())
    expect(receipt).toMatchObject({ size: file.size, sha256: file.sha256 })
    expect(receipt.place).not.toContain(apache.password)
    expect(reached()).toBe(3_000_000)
    link.become({})
    expect(await delivery(file).attempt(open())).toEqual(receipt)
    expect(link.moved().there).toBeLessThan(2_000)
    expect(lies().equals(bytesOf(3_000_000))).toBe(true)
    expect(leftovers()).toEqual([])
  })

  it('gets a file over a link that breaks every few kilobytes, and little is sent twice', async () => {
    link.become({ cutAfter: 48_000, reset: true })
    const file = outgoing('through.bin', bytesOf(600_000, 2))
    const { attempts } = await untilArrived(open(), delivery(file), 20)
    expect(lies('through.bin').equals(bytesOf(600_000, 2))).toBe(true)
    expect(attempts).toBe(1)
    expect(link.moved().connections).toBeGreaterThan(12)
    expect(link.moved().there).toBeLessThan(600_000 * 1.4)
  })

  it('goes on where it was after the program was ended in between', async () => {
    const file = outgoing('later.bin', bytesOf(2_500_000, 3))
    const first = delivery(file)
    const stop = new AbortController()
    link.become({ rate: 4_000_000 })
    const sending = endOf(first.attempt(open(), stop.signal))
    await expect.poll(() => link.moved().there).toBeGreaterThan(1_300_000)
    stop.abort()
    expect(await sending).toBe('kernel.cancelled')
    link.become({})
    await delivery(file).attempt(open())
    expect(link.moved().there).toBeLessThan(1_600_000)
    expect(lies('later.bin').equals(bytesOf(2_500_000, 3))).toBe(true)
  })

  it('reads back over a link that breaks, from where it was', async () => {
    link.become({ cutBackAfter: 150_000 })
    await delivery(outgoing('back.bin', bytesOf(900_000, 4))).attempt(open())
    expect(link.moved().back).toBeLessThan(1_300_000)
    expect(lies('back.bin').length).toBe(900_000)
  })

  it('says that a server does not answer, and that a link has broken', async () => {
    const file = outgoing('silent.bin', bytesOf(100_000, 5))
    link.become({ silent: true })
    const started = performance.now()
    expect(await endOf(open().check(new AbortController().signal))).toBe('exchange.target-cut')
    expect(performance.now() - started).toBeLessThan(5_000)
    link.become({ cutAfter: 10 })
    expect(await endOf(delivery(file).attempt(open()))).toBe('exchange.target-cut')
    expect(
      await endOf(
        openWebdav({ ...settings(), url: 'http://127.0.0.1:9/dav/' }, '').check(new AbortController().signal),
      ),
    ).toBe('exchange.target-unreachable')
    expect(leftovers()).toEqual([])
  })

  it('arrives slowly over a slow link', async () => {
    link.become({ rate: 400_000, delay: 5 })
    await delivery(outgoing('slow.bin', bytesOf(200_000, 6))).attempt(open())
    expect(lies('slow.bin').equals(bytesOf(200_000, 6))).toBe(true)
  })

  it('finds one changed byte in what comes back, and leaves nothing under the name', async () => {
    link.become({ lie: (answer) => (answer.length > 4_000 ? flipped(answer) : answer) })
    const file = outgoing('lied.bin', bytesOf(200_000, 7))
    expect(await endOf(delivery(file).attempt(open()))).toBe('exchange.not-the-same')
    expect(existsSync(join(apache.folder, 'lied.bin'))).toBe(false)
    link.become({})
    await delivery(file).attempt(open())
    expect(lies('lied.bin').equals(bytesOf(200_000, 7))).toBe(true)
  })

  it('leaves another file of the name as it is', async () => {
    writeFileSync(join(apache.folder, 'taken.bin'), 'not ours')
    const before = bytesOf(80_000, 8)
    expect(await endOf(delivery(outgoing('taken.bin', before)).attempt(open()))).toBe('exchange.name-taken')
    // The same size is not yet the same file.
    writeFileSync(join(apache.folder, 'alike.bin'), bytesOf(80_000, 9))
    expect(await endOf(delivery(outgoing('alike.bin', before)).attempt(open()))).toBe('exchange.name-taken')
    expect(lies('taken.bin').toString()).toBe('not ours')
    expect(lies('alike.bin').equals(bytesOf(80_000, 9))).toBe(true)
  })

  it('leaves a file alone that came to the name while ours was on its way', async () => {
    const file = outgoing('raced.bin', bytesOf(1_500_000, 10))
    link.become({ rate: 6_000_000 })
    const sending = endOf(delivery(file).attempt(open()))
    await expect.poll(leftovers).toHaveLength(1)
    writeFileSync(join(apache.folder, 'raced.bin'), 'was quicker')
    expect(await sending).toBe('exchange.name-taken')
    expect(lies('raced.bin').toString()).toBe('was quicker')
  })

  it.each(['whole', 'dull'])('sends to a server that is %s about parts of files', async (way) => {
    const file = outgoing(`${way}.bin`, bytesOf(2_300_000, 11))
    await delivery(file).attempt(open(`${way}/plant`))
    expect(lies(`${way}.bin`).equals(bytesOf(2_300_000, 11))).toBe(true)
  })

  it('tells of damage to our own copy instead of spreading it', async () => {
    const file = { ...outgoing('own.bin', bytesOf(70_000, 12)), sha256: 'a'.repeat(64) }
    expect(await endOf(delivery(file).attempt(open()))).toBe('exchange.target-own-copy')
    expect(existsSync(join(apache.folder, 'own.bin'))).toBe(false)
  })
})

it('a password is not sent in the clear over the open internet', async () => {
  const settings = { kind: 'webdav' as const, url: 'http://dav.example.com/', user: 'plant' }
  expect(await endOf(openWebdav(settings, 'secret').check(new AbortController().signal))).toBe(
    'exchange.target-open-password',
  )
})
