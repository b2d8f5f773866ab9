import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sha256 } from '#electron/kernel/crypto'
import { stageUpload } from '#electron/kernel/uploads'
import { checkPackage } from '#electron/verification/check-package'
import { pathsIn, unpacked } from '#electron/verification/open-package'
import type { CaseId } from '#shared/verification/case'
import type { PackageRecord } from '#shared/verification/package-contract'
import type { ReplyLine } from '#shared/verification/request'
import { type Plant, startPlant } from '#test/accounting/plant'
import { administrator, finish, refusalOf } from '#test/support/backend'
import { program } from '#test/support/program'

import { enactPlan } from './plan.ts'

const withPython = it.skipIf(spawnSync('python3', ['--version']).status !== 0)
const around = { program: new URL('../..', import.meta.url).pathname }
const scratch = mkdtempSync(join(tmpdir(), 'tanbu-package-test-'))
let plant: Plant
let id: CaseId
let made: PackageRecord
let folder: string

const upload = (name: string, bytes: string | Buffer) =>
  stageUpload(plant.backend.folder, {
    name,
    type: '',
    body: new Blob([new Uint8Array(Buffer.from(bytes))]).stream() as ReadableStream<Uint8Array>,
  })
const zipOf = ({ id: name }: PackageRecord) => join(plant.backend.folder, 'exports', name)
const check = (from: string, seal = '') => checkPackage({ from, name: 'x', seal, scratch }, around)
const codes = async (from: string, seal = '') => (await check(from, seal)).troubles.map(({ code }) => code)

beforeAll(async () => {
  plant = await startPlant()
  const { api } = plant
  for (let month = 1; month <= 12; month += 1) {
    const key = `2025-${String(month).padStart(2, '0')}`
    await plant.type(plant.bought, key, `${1000 + month}.5`)
    await plant.type(plant.diesel, key, '0.7')
  }
  const proven = (await api.activity.readings({ parameter: plant.bought.id, month: '2025-03' })).readings
  await api.activity.addEvidence({
    to: { kind: 'reading', reading: proven[0]!.id },
    proof: {
      file: { from: 'upload', upload: await upload('三月 电费单.pdf', '%PDF-1.4 bill') },
      place: '第 1 页',
      reportNo: null,
      sampleDate: null,
    },
  })
  await enactPlan(plant)
  await api.accounting.setUncertainties([
    {
      subject: `parameter/${plant.bought.id}`,
      distribution: 'normal',
      percent: '0.5',
      coverage: '2',
      months: 'same',
      shared: null,
      basis: '0.5S 级电能表',
    },
  ])
  const inventory = await plant.create({})
  await finish(api.accounting.freeze({ id: inventory.id, password: administrator.password }))
  const opened = await api.verification.createCase({
    kind: 'verification',
    title: '2025 年核查',
    year: 2025,
    inventory: inventory.id,
    owner: null,
    body: null,
    requester: '省厅',
    isCompulsory: true,
    cost: null,
    startsOn: '2026-06-30',
    weekdayYears: [],
  })
  id = opened.id
  await api.verification.ask({
    case: id,
    kind: 'question',
    severity: null,
    about: '',
    text: '外购电量的结算单？',
    dueOn: null,
  })
  made = await finish(
    api.verification.makePackage({ id, recipient: '某核查有限公司', purpose: '2025 年核查' }),
  )
  folder = mkdtempSync(join(scratch, 'open-'))
  await unpacked(zipOf(made), folder, 'x')
})
afterAll(async () => {
  rmSync(scratch, { recursive: true, force: true })
  await plant.backend.close()
})

describe('EM-10 the package', () => {
  it('is sound, and every figure of it computes to the same', async () => {
    const report = await check(zipOf(made), made.seal)
    expect(report.troubles).toEqual([])
    expect(report).toMatchObject({ seal: made.seal, evidence: 1 })
    expect(report.figures).toBeGreaterThan(100)
    expect(report.totals).toBeGreaterThan(20)
    expect(report.trail).toBeGreaterThan(20)
  })

  it('is checked from a command line without any plant, and the exit code says how it ended', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program('cli'), 'package', 'check', zipOf(made), '--seal', 'f'.repeat(64), '--lang', 'en'],
      { encoding: 'utf8' },
    )
    expect([status, stderr]).toEqual([4, ''])
    expect(stdout).toContain(`The seal of the package is ${made.seal}`)
    expect(stdout).toContain('1 thing does not agree')
  })

  withPython('agrees with the second program, which knows only the package', () => {
    const { stdout, stderr } = spawnSync(
      'python3',
      [join(folder, 'recompute.py'), '--json', '--seal', made.seal],
      { encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
    )
    expect(stderr).toBe('')
    const result = JSON.parse(stdout) as { troubles: string[]; leaves: number; seal: string }
    expect(result.troubles).toEqual([])
    expect(result.leaves).toBeGreaterThan(20)
    expect(result.seal).toBe(made.seal)
  })

  it('holds only what was handed over, as SQLite, CSV and JSON alike', () => {
    const sqlite = new Sqlite(join(folder, 'package.db'), { readonly: true })
    const tables = sqlite
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all()
    const count = sqlite.prepare<[], number>('SELECT count(*) FROM readings').pluck().get()
    sqlite.close()
    expect(tables).toContain('figure_operands')
    expect(tables.filter((name) => /access|kernel|key/.test(name))).toEqual([])
    expect(count).toBe(24)
    expect(JSON.parse(readFileSync(join(folder, 'json/readings.json'), 'utf8'))).toHaveLength(24)
    expect(readFileSync(join(folder, 'csv/readings.csv'), 'utf8').trim().split('\r\n')).toHaveLength(25)
    const people = JSON.parse(readFileSync(join(folder, 'json/people.json'), 'utf8')) as { name: string }[]
    expect(people.map(({ name }) => name)).toEqual([administrator.name])
    expect(
      pathsIn(folder).some((path) => path.startsWith('evidence/') && path.endsWith('三月_电费单.pdf')),
    ).toBe(true)
  })

  it('J9 holds the monitoring plan that governed the year, with the text that was signed', () => {
    const rows = <Row>(name: string) =>
      JSON.parse(readFileSync(join(folder, `json/${name}.json`), 'utf8')) as Row[]
    const [plan] = rows<{ id: string; number: number; signed: string; signed_sha256: string }>('plans')
    expect(plan).toMatchObject({ number: 1, state: 'in-force', title: '数据质量控制计划' })
    expect(sha256(plan!.signed)).toBe(plan!.signed_sha256)
    const line = rows<{ name: string }>('plan_lines').find(({ name }) => name === '柴油消耗量')
    expect(line).toMatchObject({ plan: plan!.id, unit: 't', department: '生产部' })
  })

  it('J9 says how sure the total is, from what, and with which seed anybody can draw it again', () => {
    const sqlite = new Sqlite(join(folder, 'package.db'), { readonly: true })
    const inputs = sqlite.prepare('SELECT subject, percent, basis FROM uncertainty_inputs').all()
    const outputs = sqlite
      .prepare<[], { method: string; seed: number | null; low: string | null }>(
        `SELECT method, seed, low FROM uncertainty WHERE output = 'total' ORDER BY method`,
      )
      .all()
    sqlite.close()
    expect(inputs).toEqual([
      { subject: `parameter/${plant.bought.id}`, percent: '0.5', basis: '0.5S 级电能表' },
    ])
    expect(outputs.map(({ method, seed }) => [method, seed])).toEqual([
      ['propagated', null],
      ['simulated', 2025],
    ])
    expect(outputs[1]!.low).not.toBeNull()
  })

  it('is known again by the plant that handed it over', async () => {
    const report = await finish(
      plant.api.verification.checkPackage({
        upload: await upload('p.zip', readFileSync(zipOf(made))),
        seal: '',
      }),
    )
    expect(report).toMatchObject({ isKnown: true, troubles: [] })
    const refused = plant.api.verification.checkPackage({ upload: await upload('p.zip', 'no zip'), seal: '' })
    expect(await refusalOf(finish(refused))).toMatchObject({ code: 'verification.no-package' })
  })

  it('J9 shows what was altered in it, also where the manifest was made to fit', async () => {
    const altered = (change: (copy: string) => void) => {
      const copy = mkdtempSync(join(scratch, 'altered-'))
      cpSync(folder, copy, { recursive: true })
      change(copy)
      return copy
    }
    const replace = (path: string, from: string | RegExp, to: string) => (copy: string) => {
      const file = join(copy, path)
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
    }
    const [evidence = ''] = pathsIn(folder).filter((path) => path.startsWith('evidence/'))
    expect(await codes(altered(replace(evidence, 'bill', 'bull')))).toEqual(['verification.check.altered'])
    expect(await codes(altered((copy) => rmSync(join(copy, 'csv/factors.csv'))))).toEqual([
      'verification.check.missing',
    ])
    expect(
      await codes(altered((copy) => copyFileSync(join(copy, 'README.txt'), join(copy, 'more.txt')))),
    ).toEqual(['verification.check.foreign'])
    const reading = altered(replace('json/readings.json', '1003.5', '1004.5'))
    expect(await codes(reading)).toContain('verification.check.altered')
    const figures = await codes(altered(replace('json/figures.json', /"value":"1(\d+)/, '"value":"2$1')))
    expect(figures).toContain('verification.check.figure')
    const trail = await codes(altered(replace('json/trail.json', /"outcome":"done"/, '"outcome":"gone"')))
    expect(trail).toContain('verification.check.trail')
    const manifest = await codes(altered(replace('manifest.json', '某核查有限公司', '别的公司')), made.seal)
    expect(manifest).toContain('verification.check.seal')
  })
})

describe('what comes back', () => {
  const line = (facts: Partial<ReplyLine> = {}): ReplyLine => ({
    id: 'line-0001',
    kind: 'finding',
    request: null,
    severity: 'minor',
    about: 'figures/total',
    text: '三月电量与结算单差 10 MWh',
    by: '核查员甲',
    at: '2026-07-01T08:00:00.000Z',
    ...facts,
  })
  const file = (lines: readonly ReplyLine[], seal = made.seal) =>
    JSON.stringify({ format: 'tanbu-replies/1', seal, lines })
  const merge = async (text: string, name = 'replies.json') =>
    finish(plant.api.verification.mergeReplies({ id, upload: await upload(name, text) }))
  const requests = async () => (await plant.api.verification.case({ id })).requests

  it('is merged, once: the same file twice changes nothing', async () => {
    const lines = [line(), line({ id: 'line-0002', kind: 'accepted', request: 1, text: '已看到' })]
    expect(await merge(file(lines))).toEqual({ added: 2, known: 0, differing: 0 })
    const before = await requests()
    expect(await merge(file(lines))).toEqual({ added: 0, known: 2, differing: 0 })
    expect(await merge(`${file(lines)}\n`)).toEqual({ added: 0, known: 2, differing: 0 })
    expect(await requests()).toEqual(before)
    expect(before.map(({ state, by }) => [state, by])).toEqual([
      ['accepted', administrator.name],
      ['open', '核查员甲'],
    ])
  })

  it('keeps both wordings of a line that came back otherwise', async () => {
    expect(await merge(file([line({ text: '三月电量差 12 MWh' })]))).toEqual({
      added: 0,
      known: 0,
      differing: 1,
    })
    const [, found] = await requests()
    expect(found).toMatchObject({ text: '三月电量与结算单差 10 MWh', state: 'open' })
    expect(found!.entries).toMatchObject([{ kind: 'other-wording', text: '三月电量差 12 MWh' }])
  })

  it('is taken from a table too, whichever language its heads are in', async () => {
    const csv =
      'Kind,On number,Severity,About,Text,By,Date,Id\nQuestion,,,,"Who reads the meter, and when?",B,2026-07-02,\n'
    expect(await merge(csv, 'form.csv')).toEqual({ added: 1, known: 0, differing: 0 })
    const zh = '类型,针对序号,程度,涉及内容,内容,提出人,日期\n发现,,重大,,柴油密度无出处,乙,2026-07-02\n'
    expect(await merge(zh, '问题.csv')).toEqual({ added: 1, known: 0, differing: 0 })
    expect((await requests()).at(-1)).toMatchObject({
      kind: 'finding',
      severity: 'major',
      by: '乙',
      number: 4,
    })
  })

  it('is refused whole where it is about another package or a question that was never asked', async () => {
    const before = await requests()
    const refused = async (text: string) => (await refusalOf(merge(text))).code
    expect(await refused(file([line()], 'f'.repeat(64)))).toBe('verification.foreign-replies')
    const unknown = [line({ id: 'line-0008' }), line({ id: 'line-0009', kind: 'accepted', request: 99 })]
    expect(await refused(file(unknown))).toBe('verification.reply-unknown-request')
    expect(await refused('{}')).toBe('verification.replies-unreadable')
    expect(await requests()).toEqual(before)
  })
})

it('J9 readings corrected after the freezing ask for a new version before anything more is handed over', async () => {
  await plant.type(plant.bought, '2025-03', '1013.5')
  const again = plant.api.verification.makePackage({ id, recipient: '某核查有限公司', purpose: '' })
  expect(await refusalOf(finish(again))).toMatchObject({
    code: 'verification.readings-changed',
    facts: { month: '2025-03' },
  })
  // What was handed over before is what it was.
  expect(await codes(zipOf(made), made.seal)).toEqual([])
})
