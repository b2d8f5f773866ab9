import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yazl from 'yazl'

import { makeBackup } from '#electron/exchange/backup'
import { restore } from '#electron/exchange/restore'
import { putEvidence } from '#electron/kernel/evidence-store'
import { dropKeys, lendKeys } from '#electron/kernel/folder-keys'
import { Refusal } from '#shared/kernel/refusal'
import { randomFrom, seedOfRun } from '#test/fault/random'
import { administrator, finish, startBackend } from '#test/support/backend'

const random = randomFrom(seedOfRun)
const isLong = process.env['TANBU_LONG'] !== undefined
const control = { report: () => {}, signal: new AbortController().signal }

let home: string
let whole: Buffer
const torn = () => join(home, 'torn.tanbu-backup')

/** Puts the backup of a small plant into `whole`. */
async function makeWhole(isEncrypted: boolean): Promise<void> {
  home = mkdtempSync(join(tmpdir(), 'tanbu-torn-'))
  const folder = join(home, 'of')
  const { api, close } = await startBackend({ folder, setUp: false })
  await finish(api.access.setUp({ ...administrator, isEncrypted }))
  writeFileSync(join(home, 'paper'), Buffer.alloc(3000, 7))
  putEvidence(folder, join(home, 'paper'))
  const to = join(home, 'whole.tanbu-backup')
  const work = join(home, 'work')
  lendKeys(folder, work)
  await makeBackup({ folder, work, to, program: 'Tanbu test', at: '2026-06-30T00:00:00.000Z' }, control)
  whole = readFileSync(to)
  await close()
  for (const open of [folder, work]) dropKeys(open)
}

/** What bringing back these bytes is refused with. */
async function refused(bytes: Uint8Array): Promise<{ readonly code: string; readonly file: unknown }> {
  writeFileSync(torn(), bytes)
  const folder = join(home, 'plant')
  try {
    await restore({ from: torn(), folder }, control)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect([existsSync(folder), existsSync(`${folder}.restoring`)]).toEqual([false, false])
    return { code: error.code, file: error.facts['file'] }
  }
  rmSync(folder, { recursive: true, force: true })
  return { code: 'restored', file: undefined }
}

/** Where the parts of a zip begin, by their signatures. */
const placesOf = (signature: readonly number[]) => {
  const places: number[] = []
  for (
    let at = whole.indexOf(Buffer.from(signature));
    at >= 0;
    at = whole.indexOf(Buffer.from(signature), at + 1)
  )
    places.push(at)
  return places
}

const kinds = [
  { kind: 'in clear', isEncrypted: false, cuts: isLong ? 3000 : 60 },
  { kind: 'that is encrypted', isEncrypted: true, cuts: isLong ? 3000 : 10 },
]

describe.each(kinds)('of a plant $kind', ({ isEncrypted, cuts }) => {
  beforeAll(() => makeWhole(isEncrypted))
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('T1 a backup that is whole comes back', async () => {
    expect(await refused(whole)).toEqual({ code: 'restored', file: undefined })
  })

  it('T2 a backup that was cut off, wherever, is refused and leaves nothing', async () => {
    const entries = placesOf([0x50, 0x4b, 0x03, 0x04])
    const directory = placesOf([0x50, 0x4b, 0x01, 0x02])
    const end = placesOf([0x50, 0x4b, 0x05, 0x06])
    expect([entries.length, directory.length, end.length]).toEqual([4, 4, 1])
    const edges = [...entries, ...directory, ...end].flatMap((at) => [at, at + 1, at + 12, at + 29])
    const anywhere = Array.from({ length: cuts }, () => random.below(whole.length))
    for (const at of [...edges, ...anywhere, whole.length - 1].filter((each) => each < whole.length)) {
      const { code } = await refused(whole.subarray(0, at))
      expect(code, `seed ${seedOfRun}, cut at ${at}`).toMatch(/^exchange\.(not-a-backup|backup-damaged)$/)
    }
  })

  it('T3 a piece that was left out, doubled or zeroed is refused, and the damaged file is named where it can be told', async () => {
    for (let time = 0; time < cuts / 2; time += 1) {
      const from = random.below(whole.length - 600)
      const length = 1 + random.below(600)
      const [before, piece, after] = [
        whole.subarray(0, from),
        whole.subarray(from, from + length),
        whole.subarray(from + length),
      ]
      const zeroed = Buffer.concat([before, Buffer.alloc(length), after])
      for (const bytes of [
        Buffer.concat([before, after]),
        Buffer.concat([before, piece, piece, after]),
        zeroed,
      ]) {
        const { code, file } = await refused(bytes)
        const message = `seed ${seedOfRun}, ${length} bytes at ${from}`
        // Zeros may fall on what says nothing, such as the time of an entry.
        if (bytes !== zeroed || code !== 'restored')
          expect(code, message).toMatch(/^exchange\.(not-a-backup|backup-damaged)$/)
        if (code === 'exchange.backup-damaged')
          expect(file, message).toMatch(/^(manifest|store|keyring|evidence|torn)/)
      }
    }
  })
})

it('T4 a file that says the same name twice, or names what no backup has, is none', async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-torn-'))
  const zipped = async (...names: string[]) => {
    const zip = new yazl.ZipFile()
    for (const name of names) zip.addBuffer(Buffer.from('{}'), name)
    zip.end()
    return buffer(zip.outputStream)
  }
  const none = { code: 'exchange.not-a-backup', file: undefined }
  expect(await refused(await zipped('manifest.json', 'manifest.json'))).toEqual(none)
  expect(await refused(await zipped('manifest.json', 'store.db-wal'))).toEqual(none)
  const leading = await zipped('manifest.json', 'evidence/aa/bb/cc/dd/x')
  const outside = Buffer.from(leading.toString('latin1').replaceAll('bb/cc/dd', '../../..'), 'latin1')
  expect((await refused(outside)).code).toMatch(/^exchange\.(not-a-backup|backup-damaged)$/)
  expect(readdirSync(home)).toEqual(['torn.tanbu-backup'])
  rmSync(home, { recursive: true })
})
