import { AwsClient } from 'aws4fetch'
import { describe, expect, it } from 'vitest'

import { openS3 } from '#electron/exchange/targets/s3'
import { addressOf } from '#electron/exchange/targets/s3-bucket'
import type { SettingsOf } from '#shared/exchange/target'
import { type Ceph, hasCeph, startCeph } from '#test/support/servers/ceph'
import { flipped } from '#test/support/servers/fault-proxy'

import { lyingLink, owesWhatEveryTargetOwes } from './every-target.ts'
import { bytesOf, delivery, endOf, outgoing } from './support.ts'

const settings = (port: number): SettingsOf<'s3'> => ({
  kind: 's3',
  endpoint: `http://127.0.0.1:${port}`,
  region: 'cn-north-1',
  bucket: 'plant',
  prefix: '一厂/2026',
  accessKey: 'ACCESS',
  pathStyle: true,
})

describe.skipIf(!hasCeph)('a bucket of a Ceph RADOS gateway', () => {
  let ceph: Ceph
  /** The service asked beside the target. */
  const beside = async (method: string, key: string, body?: Buffer, query = '') => {
    const client = new AwsClient({
      accessKeyId: ceph.accessKey,
      secretAccessKey: ceph.secretKey,
      service: 's3',
      region: 'cn-north-1',
      retries: 0,
    })
    const { href } = addressOf(settings(ceph.port), key)
    return client.fetch(`${href}${query}`, { method, ...(body ? { body: new Uint8Array(body) } : {}) })
  }
  const at = (port: number, change: Partial<SettingsOf<'s3'>> = {}, secret = ceph.secretKey) =>
    openS3({ ...settings(port), ...change }, secret, { quiet: 2_500 })
  const lies = async (name: string) => {
    const answer = await beside('GET', name)
    return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : null
  }
  const uploads = async () =>
    (await (await beside('GET', '', undefined, '?uploads')).text()).match(/<Upload>/g)
  const mebibyte = 1024 * 1024
  const { link, open } = owesWhatEveryTargetOwes(
    async () => {
      ceph = await startCeph()
      expect((await beside('PUT', '')).status).toBe(200)
      return {
        port: ceph.port,
        open: (port) => at(port),
        lies,
        put: async (name, bytes) => void (await beside('PUT', name, bytes)),
        leftovers: async () => (await uploads()) ?? [],
        stop: ceph.stop,
      }
    },
    // A part has five mebibytes at least, and what is cut off of one is lost.
    {
      cutAfter: 8 * mebibyte,
      cutSize: 16 * mebibyte,
      most: 1.7,
      cutBackAfter: 180_000,
      mostBack: 1.8,
      resumeSize: 11 * mebibyte,
      resumeAt: 7 * mebibyte,
      resumeMost: 6.5 * mebibyte,
    },
  )
  const check = (change?: Partial<SettingsOf<'s3'>>, secret?: string) =>
    endOf(at(link().port, change, secret).check(new AbortController().signal))

  it('a wrong key, a wrong secret and a missing bucket are said', async () => {
    expect(await check({ accessKey: 'WHO' })).toBe('exchange.target-denied')
    expect(await check({}, 'wrong')).toBe('exchange.target-denied')
    expect(await check({ bucket: 'plants' })).toBe('exchange.target-no-bucket')
    expect(
      await endOf(delivery(outgoing('a', bytesOf(9))).attempt(at(link().port, { bucket: 'plants' }))),
    ).toBe('exchange.target-no-bucket')
  })

  it.each([
    ['small', 200_000],
    ['of several parts', 6 * mebibyte],
  ])('what comes back changed of a file that is %s is found, and ours is taken away', async (what, size) => {
    lyingLink(link())
    const file = outgoing(`lied ${what}.bin`, bytesOf(size, 7))
    expect(await endOf(delivery(file).attempt(open()))).toBe('exchange.not-the-same')
    expect(await lies(file.name)).toBe(null)
  })

  it.each([
    ['a byte less than a part', 5 * mebibyte - 1, 0],
    ['one part', 5 * mebibyte, 0],
    ['a byte more than a part', 5 * mebibyte + 1, 1],
    ['more than two parts', 12 * mebibyte, 2],
  ])('%s arrives after a cut, and no part that has arrived goes twice', async (name, size, last) => {
    const bytes = bytesOf(size, 20)
    const stop = new AbortController()
    const file = outgoing(`${name}.bin`, bytes)
    // The program ends when all parts but the last are there; what is no part, in the midst of it.
    const ending = {
      ...file,
      read: (from = 0, to = size) => {
        if (last > 0 && from === last * 5 * mebibyte) stop.abort()
        return file.read(from, to)
      },
    }
    const begun = delivery(ending)
    if (last === 0) link().become({ rate: 16 * mebibyte })
    const attempt = endOf(begun.attempt(open(), stop.signal))
    while (last === 0 && link().moved().there < mebibyte) await new Promise(setImmediate)
    if (last === 0) stop.abort()
    expect(await attempt).toBe('kernel.cancelled')
    expect(await lies(file.name)).toBe(null)
    expect(await uploads()).toEqual(last === 0 ? null : ['<Upload>'])
    link().become({})
    const sending = { signal: new AbortController().signal, report: () => {}, pace: async () => {} }
    const { size: arrived } = await open().send(file, {
      ...sending,
      resume: begun.resume(),
      remember: () => {},
    })
    expect(arrived).toBe(size)
    const rest = size - last * 5 * mebibyte
    if (last > 0) expect(link().moved().there).toBeLessThan(rest + 50_000)
    expect((await lies(file.name))?.equals(bytes)).toBe(true)
    expect(await uploads()).toBe(null)
  })

  it('an object that came to the name while ours was on its way is left alone', async () => {
    const file = outgoing('raced.bin', bytesOf(6 * mebibyte, 8))
    const racing = {
      ...file,
      // Ours is read for the last time when its last part leaves.
      read: (from = 0, to = file.size) => {
        if (to === file.size) void beside('PUT', file.name, Buffer.from('was quicker'))
        return file.read(from, to)
      },
    }
    expect(await endOf(delivery(racing).attempt(open()))).toBe('exchange.name-taken')
    expect((await lies('raced.bin'))?.toString()).toBe('was quicker')
    expect(await uploads()).toBe(null)
  })

  it('a clock that differs is said with the time of the service', async () => {
    const real = Date
    const port = open()
    try {
      globalThis.Date = class extends real {
        constructor() {
          super(real.now() - 3_600_000)
        }
      } as DateConstructor
      expect(await endOf(port.check(new AbortController().signal))).toBe('exchange.target-clock')
    } finally {
      globalThis.Date = real
    }
  })

  it('an answer that is no S3 is said', async () => {
    link().become({ lie: flipped })
    expect(await check()).toMatch(/^exchange\.target-/)
  })
})

describe('the address of an object', () => {
  it('lies below the endpoint, or at the host of the bucket', () => {
    const own = { ...settings(9), endpoint: 'https://oss-cn-beijing.aliyuncs.com', prefix: '' }
    expect(addressOf({ ...own, pathStyle: false }, '报告 (1).pdf').href).toBe(
      'https://plant.oss-cn-beijing.aliyuncs.com/%E6%8A%A5%E5%91%8A%20%281%29.pdf',
    )
    expect(addressOf({ ...own, prefix: 'a/b' }, 'x+y').href).toBe(
      'https://oss-cn-beijing.aliyuncs.com/plant/a/b/x%2By',
    )
  })
})
