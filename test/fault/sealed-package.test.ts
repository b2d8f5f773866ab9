import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { randomBytes } from '#electron/kernel/crypto'
import { readHeader } from '#electron/kernel/sealed-file'
import { openPackage, sealPackage } from '#electron/kernel/sealed-package'
import { Refusal } from '#shared/kernel/refusal'
import { randomFrom } from '#test/fault/random'

const cost = { N: 1024, r: 8, p: 1 }
const passphrase = '一号锅炉 2026'
const id = '01987654-aaaa-7000-8000-000000000001'
const origin = {
  storeId: 'store',
  deviceId: 'device',
  head: { seq: 3, hash: 'a'.repeat(64) },
  madeAt: '2026-06-30T02:00:00.000Z',
}
const files = [
  { path: 'plan.json', content: Buffer.from('{"目的":"内部审核"}') },
  { path: 'files/photo.png', content: randomBytes(2_500_000) },
  { path: 'files/empty', content: Buffer.alloc(0) },
]
/** 200 in every run of the tests, 5,000 in the long one. */
const mutations = process.env['TANBU_LONG'] ? 5_000 : 200

let folder: string
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tanbu-sealed-'))
  await sealPackage(at('whole'), { kind: 'audit', id, passphrase, cost }, origin, files)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What opening comes to: the code of the refusal, or `opened`; anything else is a bug and fails. */
async function outcome(name: string, opening = { kind: 'audit', passphrase }): Promise<string> {
  try {
    await openPackage(at(name), opening)
    return 'opened'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('a sealed package', () => {
  it('opens with its passphrase, every file byte for byte, and says without it only what it is', async () => {
    const opened = await openPackage(at('whole'), { kind: 'audit', passphrase })
    expect([...opened.files].map(([path, content]) => ({ path, content }))).toEqual(files)
    expect(opened.manifest).toMatchObject(origin)
    expect(readHeader(at('whole'))).toMatchObject({ kind: 'audit', id })
    const bytes = readFileSync(at('whole'))
    for (const secret of ['plan.json', '内部审核', 'photo.png']) expect(bytes.includes(secret)).toBe(false)
  })

  it('tells a wrong passphrase, another kind of package and another file apart', async () => {
    expect(await outcome('whole', { kind: 'audit', passphrase: '另一个口令' })).toBe(
      'kernel.sealed-passphrase',
    )
    expect(await outcome('whole', { kind: 'result', passphrase })).toBe('kernel.sealed-kind')
    writeFileSync(at('letter'), 'Dear auditor')
    expect(await outcome('letter')).toBe('kernel.sealed-not')
    expect(await outcome('nothing')).toBe('kernel.sealed-not')
  })

  it('is refused when it was cut off, at a chunk and within one', async () => {
    const bytes = readFileSync(at('whole'))
    for (const left of [bytes.length - 1, bytes.length - 5_000, 1_048_576 + 400, 300, 20]) {
      writeFileSync(at('cut'), bytes.subarray(0, left))
      expect(await outcome('cut')).toMatch(/^kernel\.sealed-(damaged|not)$/)
    }
    const head = 19 + bytes.readUInt32BE(15)
    const first = head + 4 + bytes.readUInt32BE(head)
    writeFileSync(at('cut'), bytes.subarray(0, first))
    expect(await outcome('cut')).toBe('kernel.sealed-damaged')
  })

  it('is refused when chunks changed places', async () => {
    const bytes = readFileSync(at('whole'))
    const head = 19 + bytes.readUInt32BE(15)
    const length = 4 + bytes.readUInt32BE(head)
    const [one, two] = [bytes.subarray(head, head + length), bytes.subarray(head + length, head + 2 * length)]
    const rest = bytes.subarray(head + 2 * length)
    writeFileSync(at('swapped'), Buffer.concat([bytes.subarray(0, head), two, one, rest]))
    expect(await outcome('swapped')).toBe('kernel.sealed-damaged')
  })

  it(`survives ${mutations} changed bytes: each is refused in words`, async () => {
    const small = [{ path: 'plan.json', content: Buffer.from('{}') }]
    await sealPackage(at('small'), { kind: 'audit', id, passphrase, cost }, origin, small)
    const bytes = readFileSync(at('small'))
    const random = randomFrom(7)
    for (let turn = 0; turn < mutations; turn += 1) {
      const changed = Buffer.from(bytes)
      const place = random.below(changed.length)
      changed[place] = (changed[place] ?? 0) ^ (1 << random.below(8))
      writeFileSync(at('changed'), changed)
      expect(await outcome('changed'), `byte ${place}`).toMatch(
        /^kernel\.sealed-(damaged|not|kind|passphrase|too-large)$/,
      )
    }
  })
})
