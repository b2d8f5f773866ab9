import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openDatabase } from '#db/kernel/cipher'
import { jobs } from '#electron/job-list'
import { sha256 } from '#electron/kernel/crypto'
import { evidencePath } from '#electron/kernel/evidence-store'
import { findByPassword } from '#electron/kernel/keyring'
import { isSound, type StoreHealth } from '#shared/exchange/backup'
import { canonical } from '#shared/kernel/canonical'
import { startPlant, typeYear } from '#test/accounting/plant'
import { encipher } from '#test/fault/encipher'
import { randomFrom, seedOfRun } from '#test/fault/random'
import { administrator, finish } from '#test/support/backend'

/** How many bytes are changed in each page of the store, one at a time: in some pages, or four in every page. */
const isLong = process.env['TANBU_LONG'] !== undefined
const pagesTried = isLong ? Infinity : 50
const bytesTried = isLong ? 4 : 1
const random = randomFrom(seedOfRun)

let home: string
let folder: string
/** The same plant, encrypted. */
const enciphered = () => join(home, 'enciphered')
let evidence: string
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tanbu-damage-'))
  folder = join(home, 'plant')
  const plant = await startPlant()
  const { backend, api } = plant
  await typeYear(plant)
  await plant.type(plant.diesel, '2025-03', '3.5')
  const { id } = await plant.create({ year: 2025 })
  await finish(api.accounting.freeze({ id, password: administrator.password }))
  const [reading] = (await api.activity.readings({ parameter: plant.diesel.id, month: '2025-01' })).readings
  const paper = Buffer.from('coal analysis of January')
  writeFileSync(join(backend.folder, 'staging', 'paper'), paper)
  writeFileSync(
    join(backend.folder, 'staging', 'paper.json'),
    JSON.stringify({ name: 'paper.txt', type: 'text/plain', size: paper.length, sha256: sha256(paper) }),
  )
  const file = { from: 'upload' as const, upload: 'paper' }
  const proof = { file, place: null, reportNo: null, sampleDate: null }
  await api.activity.addEvidence({ to: { kind: 'reading', reading: reading!.id }, proof })
  evidence = sha256(paper)
  backend.backend.workspace.store().sqlite.pragma('wal_checkpoint(TRUNCATE)')
  cpSync(backend.folder, folder, { recursive: true })
  cpSync(backend.folder, enciphered(), { recursive: true })
  await backend.close()
  const ring = await findByPassword(enciphered(), administrator.password)
  encipher(enciphered(), ring!.dataKey)
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

const check = async (of: string) => {
  const checkStore = await jobs['exchange.check-store']!()
  const control = { report: () => {}, signal: new AbortController().signal }
  return (await checkStore({ folder: of } as never, control)) as StoreHealth
}

const sound = { damage: [], dangling: 0, unlike: [], brokenAt: null, evidence: 1, faults: [] }

function pageSize(file: string): number {
  const sqlite = openDatabase(file, { readonly: true })
  try {
    return sqlite.pragma('page_size', { simple: true }) as number
  } finally {
    sqlite.close()
  }
}

/** Derived from other records, of the moment, or without any line in the trail: nothing says what stood there. */
const untold =
  /^(kernel_(tasks|days|search.*|drafts)|accounting_answers|compliance_progress|documents_texts|access_(passwords|throttle|second_factors)|activity_(bulk|act_months)|exchange_progress|sqlite_.*)$/

/** What can be read from a store, table by table; a table that cannot be read gives its error. */
function contents(of: string): ReadonlyMap<string, string> {
  const sqlite = openDatabase(join(of, 'store.db'), { readonly: true })
  try {
    const tables = sqlite
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .pluck()
      .all()
    return new Map(tables.filter((name) => !untold.test(name)).map((name) => [name, rowsOf(sqlite, name)]))
  } finally {
    sqlite.close()
  }
}
function rowsOf(sqlite: Sqlite.Database, table: string): string {
  try {
    return sha256(canonical(sqlite.prepare(`SELECT * FROM "${table}"`).all().map(String_)))
  } catch (error) {
    return String(error)
  }
}
/** Blobs as text, since canonical JSON has none. */
const String_ = (row: unknown) =>
  Object.fromEntries(
    Object.entries(row as Record<string, unknown>).map(([key, value]) => [
      key,
      Buffer.isBuffer(value) ? value.toString('hex') : value,
    ]),
  )

const kinds = [
  { kind: 'in clear', of: () => folder, tried: pagesTried },
  // Each page that was changed fails its own check: a few tell as much as many.
  { kind: 'that is encrypted', of: enciphered, tried: isLong ? Infinity : 8 },
]

describe.each(kinds)('a byte that was changed past the program in a plant $kind', ({ of, tried }) => {
  it('F1 is not seen where there is none', async () => {
    expect(await check(of())).toEqual(sound)
  })

  it(
    'F2 in any page of the store is found and named, or lies where nothing is kept',
    { timeout: 60 * 60_000 },
    async () => {
      const file = join(of(), 'store.db')
      const whole = readFileSync(file)
      const before = contents(of())
      const size = pageSize(file)
      const pages = Array.from({ length: whole.length / size }, (_, page) => page)
      const step = Math.max(1, Math.floor(pages.length / tried))
      let found = 0
      let times = 0
      try {
        for (const page of pages.filter((each) => each % step === 0))
          for (let nth = 0; nth < bytesTried; nth += 1) {
            const at = page * size + random.below(size)
            const bytes = Buffer.from(whole)
            bytes[at] = bytes[at]! ^ (1 << random.below(8))
            writeFileSync(file, bytes)
            const health = await check(of())
            times += 1
            if (!isSound(health)) found += 1
            // Not a word of what is kept may differ unseen.
            else expect([...contents(of())], `seed ${seedOfRun}, byte ${at}`).toEqual([...before])
          }
      } finally {
        writeFileSync(file, whole)
      }
      expect(found).toBeGreaterThan(times / 5)
    },
  )

  it('F4 in any piece of evidence is named by its hash', async () => {
    const path = evidencePath(of(), evidence)
    const whole = readFileSync(path)
    chmodSync(path, 0o600)
    for (let at = 0; at < whole.length; at += 5) {
      const bytes = Buffer.from(whole)
      bytes[at] = bytes[at]! ^ (1 << random.below(8))
      writeFileSync(path, bytes)
      expect((await check(of())).faults).toEqual([{ sha256: evidence, fault: 'altered' }])
    }
    rmSync(path)
    expect((await check(of())).faults).toEqual([{ sha256: evidence, fault: 'missing' }])
    writeFileSync(path, whole)
    expect(await check(of())).toEqual(sound)
  })
})

describe('in clear, where a file can be edited by hand, a change', () => {
  it('F3 in the text of one record is named by its table', async () => {
    const file = join(folder, 'store.db')
    const whole = readFileSync(file)
    const at = whole.indexOf(Buffer.from('购入电量'))
    expect(at).toBeGreaterThan(0)
    const sqlite = new Sqlite(file)
    const name = sqlite.prepare<[], string>(`SELECT name FROM monitoring_parameters LIMIT 1`).pluck().get()
    sqlite.exec(`UPDATE monitoring_parameters SET name = name || 'x' WHERE seq = 1`)
    sqlite.close()
    const health = await check(folder)
    expect(health.damage).toEqual([])
    expect(health.unlike.map(({ table }) => table)).toEqual(['monitoring_parameters'])
    expect(name).toBeDefined()
    writeFileSync(file, whole)
  })

  it('F6 in a line of the trail breaks the chain there, and hinders no other look', async () => {
    const file = join(folder, 'store.db')
    const whole = readFileSync(file)
    const at = whole.lastIndexOf(Buffer.from('"changes":['))
    expect(at).toBeGreaterThan(0)
    const bytes = Buffer.from(whole)
    bytes[at + 1] = 'C'.charCodeAt(0)
    writeFileSync(file, bytes)
    const health = await check(folder)
    writeFileSync(file, whole)
    expect(health.damage).toEqual([])
    expect(health.brokenAt).toBeGreaterThan(0)
  })

  it('F5 in the name of a column, which would hide it from every question, is named as well', async () => {
    const file = join(folder, 'store.db')
    const whole = readFileSync(file)
    const text = Buffer.from('CREATE TABLE monitoring_sources')
    const at = whole.indexOf(Buffer.from('code'), whole.indexOf(text))
    const bytes = Buffer.from(whole)
    bytes[at] = bytes[at]! ^ 1
    writeFileSync(file, bytes)
    const { damage } = await check(folder)
    expect(damage.join()).toMatch(/monitoring_sources|malformed|no such column/)
    writeFileSync(file, whole)
  })
})
