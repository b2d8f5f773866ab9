import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { describe, expect, it } from 'vitest'

import { openHttpLine } from '#electron/exchange/targets/http-line'
import { openWebdav } from '#electron/exchange/targets/webdav'
import { type Apache, hasApache, startApache } from '#test/support/servers/apache'

import { lyingLink, owesWhatEveryTargetOwes } from './every-target.ts'
import { folderStage } from './folder-stage.ts'
import { bytesOf, delivery, endOf, outgoing, untilArrived } from './support.ts'

describe.skipIf(!hasApache)('a folder of Apache with mod_dav', () => {
  let apache: Apache
  const at = (port: number, path = 'dav/plant', password = apache.password) =>
    openWebdav({ kind: 'webdav', url: `http://127.0.0.1:${port}/${path}/`, user: apache.user }, password, {
      quiet: 700,
    })
  const { link } = owesWhatEveryTargetOwes(async () => {
    apache = await startApache()
    return folderStage(apache, (port) => at(port))
  })
  const open = (path?: string, password?: string) => at(link().port, path, password)
  const check = (path?: string, password?: string) =>
    endOf(open(path, password).check(new AbortController().signal))

  it.each([
    ['a folder that is not there', 'dav/plants', 'exchange.target-no-folder'],
    ['a folder that may only be read', 'shut/plant', 'exchange.target-read-only'],
    ['no space', 'full/plant', 'exchange.target-full'],
  ])('%s is said', async (_what, path, code) => {
    expect(await check(path)).toBe(code)
  })

  it('a server that has no room says so before the file has come', async () => {
    let asked = 0
    const pieces = function* () {
      for (; asked < 320; asked += 1) yield Buffer.alloc(65_536)
    }
    const line = openHttpLine()
    const credentials = Buffer.from(`${apache.user}:${apache.password}`).toString('base64')
    const answer = await line.ask({
      method: 'PUT',
      url: new URL(`http://127.0.0.1:${link().port}/full/plant/large.bin`),
      headers: { authorization: `Basic ${credentials}`, 'content-length': String(320 * 65_536) },
      body: Readable.from(pieces(), { objectMode: false }),
      signal: new AbortController().signal,
    })
    await answer.text()
    line.close()
    expect(answer.status).toBe(507)
    expect(asked).toBe(0)
  })

  it('a wrong password is said, and the right one nowhere', async () => {
    expect(await check('dav/plant', 'wrong')).toBe('exchange.target-denied')
    const { place } = await delivery(outgoing('said.bin', bytesOf(10, 1))).attempt(open())
    expect(place).not.toContain(encodeURIComponent(apache.password))
  })

  it('one changed bit in what comes back is found, and nothing is left under the name', async () => {
    lyingLink(link())
    const file = outgoing('lied.bin', bytesOf(200_000, 7))
    expect(await endOf(delivery(file).attempt(open()))).toBe('exchange.not-the-same')
    expect(existsSync(join(apache.folder, 'lied.bin'))).toBe(false)
    link().become({})
    await delivery(file).attempt(open())
    expect(readFileSync(join(apache.folder, 'lied.bin')).equals(bytesOf(200_000, 7))).toBe(true)
  })

  it('a file is left alone that came to the name while ours was on its way', async () => {
    const file = outgoing('raced.bin', bytesOf(1_500_000, 10))
    link().become({ rate: 6_000_000 })
    const sending = endOf(delivery(file).attempt(open()))
    await expect
      .poll(() => readdirSync(apache.folder).filter((name) => name.endsWith('.incomplete')), { interval: 5 })
      .toHaveLength(1)
    writeFileSync(join(apache.folder, 'raced.bin'), 'was quicker')
    expect(await sending).toBe('exchange.name-taken')
    expect(readFileSync(join(apache.folder, 'raced.bin')).toString()).toBe('was quicker')
  })

  it('a server like Nextcloud puts pieces together, and keeps them over a cut', async () => {
    const mebibyte = 1024 * 1024
    const file = outgoing('pieces.bin', bytesOf(17 * mebibyte, 13))
    link().become({ cutAfter: 8 * mebibyte, reset: true })
    await untilArrived(open('remote.php/dav/files/plant'), delivery(file), 3)
    expect(readFileSync(join(apache.folder, 'pieces.bin')).equals(bytesOf(17 * mebibyte, 13))).toBe(true)
    expect(link().moved().there).toBeLessThan(28 * mebibyte)
    expect(readdirSync(join(apache.folder, '../uploads/plant'))).toEqual([])
  })

  it.each(['whole', 'dull'])('a server that is %s about parts of files gets them whole', async (way) => {
    const file = outgoing(`${way}.bin`, bytesOf(2_300_000, 11))
    await delivery(file).attempt(open(`${way}/plant`))
    expect(readFileSync(join(apache.folder, `${way}.bin`)).equals(bytesOf(2_300_000, 11))).toBe(true)
  })
})

it('a password is not sent in the clear over the open internet', async () => {
  const settings = { kind: 'webdav' as const, url: 'http://dav.example.com/', user: 'plant' }
  expect(await endOf(openWebdav(settings, 'secret').check(new AbortController().signal))).toBe(
    'exchange.target-open-password',
  )
})
