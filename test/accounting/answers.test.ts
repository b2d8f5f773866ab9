import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { chainHead } from '#db/kernel/queries'
import { restore } from '#electron/exchange/restore'
import { type Backend, createBackend } from '#electron/kernel/backend'
import { sha256 } from '#electron/kernel/crypto'
import { clientAt } from '#electron/kernel/in-process'
import type { Surroundings } from '#electron/kernel/surroundings'
import { openFolder } from '#electron/kernel/workspace'
import { canonical } from '#shared/kernel/canonical'
import { type Plant, startPlant } from '#test/accounting/plant'
import { sourceLike } from '#test/monitoring/support'
import { administrator, type Api, finish } from '#test/support/backend'

/**
 * Every plant here is a copy of one whose kept answer was replaced by a wrong total under a right seal: whoever shows
 * 123456 believed the kept answer, whoever shows another number worked it out.
 */
const wrong = '123456'
const home = mkdtempSync(join(tmpdir(), 'tanbu-answers-'))
const base = join(home, 'base')
let plant: Plant
let around: Surroundings
let right: string

beforeAll(async () => {
  plant = await startPlant()
  await plant.type(plant.bought, '2025-03', '1000')
  around = plant.backend.backend.spine.around
  right = await total(plant.api)
  await kept(plant.backend.backend)
  plant.backend.backend.spine.store().sqlite.pragma('wal_checkpoint(TRUNCATE)')
  cpSync(plant.backend.folder, base, { recursive: true })
  poison(base)
})
afterAll(async () => {
  await plant.backend.close()
  rmSync(home, { recursive: true, force: true })
})

const total = async (api: Api) => {
  const glance = await api.accounting.glance({ year: 2025, facility: null })
  return glance!.total.value ?? glance!.total.known
}

/** Until the answers of this run are written. */
async function kept({ spine }: Backend): Promise<void> {
  const count = () => spine.store().read.ask('SELECT 1 FROM accounting_answers').length
  for (let turn = 0; turn < 100 && count() === 0; turn += 1) await wait(50)
  expect(count()).toBe(1)
}

interface Row {
  readonly question: string
  readonly program: string
  readonly day: string
  readonly seq: number
  readonly hash: string
  readonly body: string
}
/** Rewrites the kept answer under a right seal. */
function reseal(folder: string, change: (row: Row) => Row): void {
  const sqlite = new Sqlite(join(folder, 'store.db'))
  const row = sqlite
    .prepare<[], Row>('SELECT question, program, day, seq, hash, body FROM accounting_answers')
    .get()!
  const next = change(row)
  sqlite
    .prepare(
      'UPDATE accounting_answers SET program = @program, day = @day, seq = @seq, hash = @hash, body = @body, sha256 = @sha256',
    )
    .run({ ...next, question: undefined, sha256: sha256(canonical(next)) } as never)
  sqlite.close()
}
const poison = (folder: string) =>
  reseal(folder, (row) => {
    const body = JSON.parse(row.body) as { total: object }
    return { ...row, body: JSON.stringify({ ...body, total: { ...body.total, value: wrong, known: wrong } }) }
  })

let copies = 0
function copy(): string {
  copies += 1
  const folder = join(home, `copy-${copies}`)
  cpSync(base, folder, { recursive: true })
  return folder
}

/** A run of the program over a folder, with somebody signed in. */
async function run<T>(
  folder: string,
  work: (api: Api, backend: Backend) => Promise<T>,
  as: Partial<Surroundings> = {},
): Promise<T> {
  const by = { ...around, ...as }
  const backend = createBackend(openFolder(folder, by), by)
  const api = clientAt(backend.router, 'window')
  const { login, password } = administrator
  await finish(api.access.signIn({ login, password }))
  try {
    return await work(api, backend)
  } finally {
    backend.close()
  }
}

it('AN1 what was last shown is shown at the next start, whoever came and went in between', async () => {
  const folder = copy()
  await run(folder, async (api) => {
    await api.access.addPerson({ name: '李工' })
    await finish(api.exchange.backUp({ target: null }))
  })
  expect(await run(folder, total)).toBe(wrong)
})

it('AN2 what was shown is worked out again when the program is idle, and the windows are told if it was wrong', async () => {
  const folder = copy()
  await run(folder, async (api, backend) => {
    const told = backend.spine.hub.follow(undefined).next()
    expect(await total(api)).toBe(wrong)
    expect((await told).value).toContain('accounting')
    expect(await total(api)).toBe(right)
    await wait(1800)
  })
  expect(await run(folder, total)).toBe(right)
})

type Change = (api: Api, folder: string) => Promise<unknown>
const reading: Change = async (api) => {
  const { readings } = await api.activity.readings({ parameter: plant.bought.id, month: '2025-03' })
  const given = { text: '2000', unit: null, note: null, proofs: [], reason: '抄错' }
  await api.activity.correct({ reading: readings.find(({ live }) => live)!.id, ...given })
}
const boundary: Change = async (api) => {
  const tree = await api.organization.tree({})
  const node = tree.find(({ kind }) => kind === 'site')!.id
  const { id } = await api.organization.draftBoundary({
    title: '边界',
    approach: 'operational-control',
    guideline: null,
    desulfurization: true,
    isoCategories: [1, 2],
    scopes: [1, 2],
    subsystems: ['emission'],
    members: [{ node, share: null, reason: null }],
    exclusions: [],
    validFrom: '2025-01-01',
    validTo: null,
    reason: null,
    replaces: null,
  })
  await finish(api.organization.approveBoundary({ id, password: administrator.password }))
}
const changes: Readonly<Record<string, Change>> = {
  'a corrected reading': reading,
  'a new reading': (api) =>
    api.activity.submit({
      readings: [
        {
          parameter: plant.bought.id,
          from: '2025-04-01',
          to: '2025-05-01',
          text: '5',
          unit: null,
          note: null,
          proofs: [],
        },
      ],
      proofs: [],
      reason: null,
    }),
  'a new source': (api) =>
    api.monitoring.addSource(
      sourceLike(plant.facility, { validFrom: '2024-01-01', code: 'N-9', name: '新线' }),
    ),
  'a factor that was compared with the official text': async (api) => {
    const pointer = { urn: 'urn:tanbu:factors:electricity-co2:2023', ref: 'electricity-average/CN' }
    const { factor } = await api.factors.factor(pointer)
    await api.factors.markVerified({
      pointer,
      value: factor.value,
      unit: factor.unit,
      comparedOn: '2026-06-01',
      document: '公告 2025 年第 1 号',
      page: '1',
      note: null,
    } as never)
  },
  'an own edition': async (api) => {
    const { factor } = await api.factors.factor({
      urn: 'urn:tanbu:factors:fuels-mee-guidelines:2022-2025',
      ref: 'diesel/net-calorific-value',
    })
    const measured = { ...factor, value: '43.2', unit: 'GJ/t', validFrom: null, validTo: null } as const
    const { summary } = await api.factors.saveOwnEdition({
      table: 'boiler',
      title: { zh: '油品化验', en: 'Oil laboratory' },
      issuer: { zh: '本厂化验室', en: 'Plant laboratory' },
      document: 'JC-2025-014',
      published: '2025-12',
      note: null,
      factors: [
        { ...measured, verification: 'secondary-copy', sector: null, dataYear: 2025, source: '第 2 页' },
      ],
      readAt: null,
    })
    await api.factors.releaseOwnEdition({ urn: summary.urn })
  },
  'a boundary': boundary,
  'other rules of the year': (api) =>
    api.accounting.create({
      title: '2025',
      year: 2025,
      facilities: null,
      guideline: 'carbon-management-annex-f',
      gwpSet: 'AR5',
      rounding: 'none',
      view: 'iso-14064-1',
      scope2: 'location-based',
    }),
}
it.each(Object.entries(changes))('AN3 %s is seen at the next start', async (_, change) => {
  const folder = copy()
  await run(folder, (api) => change(api, folder))
  expect(await run(folder, total)).not.toBe(wrong)
})

it('AN4 a backup that is brought back shows what it holds, not what was shown last', async () => {
  const folder = copy()
  const back = join(home, 'back')
  const file = await run(folder, async (api) => {
    await reading(api, folder)
    const made = await finish(api.exchange.backUp({ target: null }))
    expect(await total(api)).not.toBe(right)
    return join(folder, 'backups', made.file)
  })
  await restore({ from: file, folder: back }, { report: () => {}, signal: new AbortController().signal })
  const now = await run(folder, total)
  expect(await run(back, total)).toBe(now)
  expect([right, wrong]).not.toContain(now)
})

it('AN5 another version of the program works it out for itself', async () => {
  expect(await run(copy(), total, { name: 'Tanbu next' })).toBe(right)
})

const damages: Readonly<Record<string, (folder: string) => void>> = {
  'a changed digit': (folder) => sql(folder, `SET body = replace(body, '${wrong}', '123457')`),
  'an answer that is cut off': (folder) => sql(folder, 'SET body = substr(body, 1, 40)'),
  'a line of the trail that it does not know': (folder) =>
    reseal(folder, (row) => ({ ...row, seq: row.seq + 99 })),
  'another trail': (folder) => reseal(folder, (row) => ({ ...row, hash: 'f'.repeat(64) })),
  'another day on which other meters have lapsed': (folder) =>
    reseal(folder, (row) => ({ ...row, day: 'x' })),
  'no table at all': (folder) => {
    const sqlite = new Sqlite(join(folder, 'store.db'))
    sqlite.exec('DROP TABLE accounting_answers')
    sqlite.close()
  },
}
function sql(folder: string, change: string): void {
  const sqlite = new Sqlite(join(folder, 'store.db'))
  expect(sqlite.prepare(`UPDATE accounting_answers ${change}`).run().changes).toBe(1)
  sqlite.close()
}
it.each(Object.entries(damages))('AN6 what is kept is thrown away for %s', async (_, damage) => {
  const folder = copy()
  damage(folder)
  expect(await run(folder, total)).toBe(right)
})

it('AN7 a full disk keeps nothing and hinders nothing; what is kept leaves no line in the trail', async () => {
  const folder = copy()
  sql(folder, `SET program = 'older', body = ''`)
  const small = new Sqlite(join(folder, 'store.db'))
  small.exec('VACUUM')
  small.close()
  await run(folder, async (api, { spine }) => {
    const { sqlite, read } = spine.store()
    const pages = sqlite.pragma('page_count', { simple: true }) as number
    sqlite.pragma(`max_page_count = ${pages}`)
    const head = chainHead(read)
    expect(await total(api)).toBe(right)
    await wait(1800)
    expect(await total(api)).toBe(right)
    expect(read.ask('SELECT program, body FROM accounting_answers')).toEqual([{ program: 'older', body: '' }])
    expect(chainHead(read)).toEqual(head)
    expect(sqlite.prepare('SELECT count(*) FROM temp.change').pluck().get()).toBe(0)
  })
})
