import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { collectionKey, readCollectionKey } from '#electron/activity/collection-keys'
import { readTable } from '#electron/activity/read-table'
import { byItself } from '#electron/areas'
import { sha256 } from '#electron/kernel/crypto'
import { keepTasks } from '#electron/kernel/task-keeper'
import type { Parameter } from '#shared/monitoring/model'
import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { finish, refusalOf } from '#test/support/backend'

let plant: Plant
let water: Parameter
let steam: Parameter
beforeAll(async () => {
  plant = await startPlant()
  water = await plant.addParameter({
    role: 'sold',
    name: '外供电量',
    department: '生产部',
    responsible: '李工',
  })
  steam = await plant.addParameter({
    role: 'ownGeneration',
    name: '自发电量',
    department: '生产部',
    responsible: '李工',
    frequency: 'day',
  })
})
afterAll(() => plant.backend.close())

const keep = () => keepTasks(plant.backend.backend.spine, byItself.taskSources)
const tasks = async (from: string, to: string) =>
  (await plant.api.desk.tasks({ from, to, withOverdue: false })).map(
    ({ facts, department, due, state, standing }) =>
      `${String(facts['month'])} ${department ?? '—'} ${String(facts['present'])}/${String(facts['asked'])} due ${due} ${state} ${standing}`,
  )
const workbook = (month: string, department: string | null) =>
  finish(
    plant.api.activity.collectionWorkbook({ facility: plant.facility, month, department, language: 'zh' }),
  )

/** The rows of a downloaded workbook as texts. */
async function rowsOf(download: string): Promise<string[][]> {
  const rows: string[][] = []
  const path = join(plant.backend.folder, 'exports', download)
  for await (const row of readTable(path, 'x.xlsx', { sheet: null, encoding: null, delimiter: null }))
    rows.push(row.cells.map(({ text }) => text))
  return rows
}
/** Sends rows back as a workbook, as somebody would by e-mail. */
async function sendBack(rows: readonly (readonly string[])[]) {
  const bytes = Buffer.from(
    await writeXlsx({ sheets: [{ name: '数据填报', rows: rows.map((row) => [...row]) }] }),
  )
  const upload = `workbook-${sha256(bytes).slice(0, 12)}`
  const path = join(plant.backend.folder, 'staging', upload)
  writeFileSync(path, bytes)
  writeFileSync(
    `${path}.json`,
    JSON.stringify({ name: '填报.xlsx', type: '', size: bytes.length, sha256: sha256(bytes) }),
  )
  return upload
}
const choice = { sheet: null, encoding: null, delimiter: null }
async function bring(upload: string, take: 'all' | 'valid' = 'all') {
  const inspected = await finish(
    plant.api.activity.importInspect({ upload, choice, facility: plant.facility, year: 2026 }),
  )
  const mapping = inspected.proposal.mapping!
  const request = { upload, choice, facility: plant.facility, mapping, period: null, acceptRepairs: [] }
  const preview = await finish(plant.api.activity.importPreview(request))
  const made = () =>
    finish(
      plant.api.activity.import({
        ...request,
        take,
        again: false,
        isRecord: false,
        proofs: [],
        profile: null,
        reason: null,
      }),
    )
  return { inspected, preview, made }
}

it('C1 each department has one task a month, due after the days that the plant said; a second look changes nothing', async () => {
  expect(keep()).toBeGreaterThan(0)
  expect(keep()).toBe(0)
  expect(await tasks('2026-06-01', '2026-06-30')).toEqual([
    '2026-05 — 0/1 due 2026-06-15 open late',
    '2026-05 生产部 0/2 due 2026-06-15 open late',
  ])
  const rule = { facility: plant.facility, days: 10, counting: 'working' as const }
  await plant.api.activity.saveCollectionRule(rule)
  keep()
  // Ten working days after 31 May 2026; the nineteenth is the Dragon Boat Festival, but the twelfth comes before it.
  expect(await tasks('2026-06-01', '2026-06-30')).toEqual([
    '2026-05 — 0/1 due 2026-06-12 open late',
    '2026-05 生产部 0/2 due 2026-06-12 open late',
  ])
  await plant.api.activity.removeCollectionRule({ facility: plant.facility })
  keep()
})

it('C2 a task is done by itself once all its data is in, and open again when some is taken back', async () => {
  const { act } = await plant.api.activity.submit({
    readings: [inMonth(plant.bought.id, '2026-05', '1200')],
    proofs: [],
    reason: null,
  })
  keep()
  expect(await tasks('2026-06-15', '2026-06-15')).toEqual([
    '2026-05 — 1/1 due 2026-06-15 done done',
    '2026-05 生产部 0/2 due 2026-06-15 open late',
  ])
  await plant.api.activity.undo({ act, reason: null })
  keep()
  expect((await tasks('2026-06-15', '2026-06-15'))[0]).toBe('2026-05 — 0/1 due 2026-06-15 open late')
})

it('C3 days are all wanted: 30 of 31 are not the month', async () => {
  const day = (number: number) => `2026-05-${String(number).padStart(2, '0')}`
  const reading = (number: number) => ({
    ...inMonth(steam.id, '2026-05', '1'),
    from: day(number),
    to: number === 31 ? '2026-06-01' : day(number + 1),
  })
  const thirty = Array.from({ length: 30 }, (_, index) => reading(index + 1))
  await plant.api.activity.submit({ readings: thirty, proofs: [], reason: null })
  const present = async () =>
    (await plant.api.activity.collections({ year: 2026, facility: plant.facility }))
      .find(({ month, department }) => month === '2026-05' && department === '生产部')!
      .parameters.find(({ id }) => id === steam.id)!.isPresent
  expect(await present()).toBe(false)
  await plant.api.activity.submit({ readings: [reading(31)], proofs: [], reason: null })
  expect(await present()).toBe(true)
})

it('C4 a workbook comes back with its rows moved and lands in the right cells, without a question', async () => {
  const { download, rows, name } = await workbook('2026-04', '生产部')
  expect([rows, name]).toEqual([31, expect.stringContaining('生产部-2026-04')])
  const [title, line, how, head, ...body] = await rowsOf(download)
  const filled = body
    .filter(([key]) => /^\d+\./.test(key ?? ''))
    .map((row, index) => {
      const cells = [...row]
      while (cells.length < 9) cells.push('')
      cells[6] = row[3] === '2026-04' ? '999.5' : String(index + 1)
      return cells
    })
  // Turned upside down, with a remark of somebody in between.
  const upload = await sendBack([title!, line!, how!, head!, ...filled.toReversed(), ['谢谢']])
  const { inspected, preview, made } = await bring(upload)
  expect(inspected.proposal.open).toEqual([])
  expect(preview.troubles).toEqual([])
  expect(preview.counts.readings).toBe(31)
  await made()
  expect(await plant.cell('2026-04', water)).toBe('999.5 ×1')
  expect(await plant.cell('2026-04', steam)).toMatch(/×30$/)
  expect((await refusalOf(workbook('2026-04', '生产部'))).code).toBe('activity.collection-complete')
})

it('C5 a key that was changed by one character, or belongs to another plant, is refused, row by row', async () => {
  const { download } = await workbook('2026-03', null)
  const [, , , head, own] = await rowsOf(download)
  const key = own![0]!
  const with_ = (text: string, value: string) => [text, '', '', '2026-03', '', 'MWh', value, '', '']
  const changed = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`
  const other = key.replace('2026-03', '2026-02')
  const upload = await sendBack([
    head!,
    with_(changed, '1'),
    with_(other, '2'),
    with_('', '3'),
    with_(key, '4'),
  ])
  const { preview, made } = await bring(upload, 'valid')
  expect(preview.troubles.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '2 activity.key-unknown',
    '3 activity.key-unknown',
    '4 activity.key-unknown',
  ])
  expect((await made()).rejected).toBe(3)
  expect(await plant.cell('2026-03')).toBe('4 ×1')
  expect(await plant.cell('2026-02')).toBe('— ×0')
})

it('C6 a key reads back to its parameter and period, and none that differs does', () => {
  const bySeq = new Map([water, steam].map((parameter) => [parameter.seq, parameter]))
  const key = collectionKey(water, '2026-01')
  expect(readCollectionKey(key, bySeq)).toEqual({ parameter: water, period: '2026-01' })
  for (let at = 0; at < key.length; at += 1) {
    const wrong = `${key.slice(0, at)}${key[at] === '7' ? '8' : '7'}${key.slice(at + 1)}`
    expect(readCollectionKey(wrong, bySeq), wrong).toBeNull()
  }
})

it('C7 a task falls to whoever is named, else to the department, else to everybody who may enter', async () => {
  keep()
  const owner = await plant.backend.signInAs(['data-owner'])
  const mine = async (api = owner.api) =>
    (await api.desk.tasks({ from: '2026-06-01', to: '2026-06-30', withOverdue: false })).filter(
      ({ isMine }) => isMine,
    )
  // Nobody of the production department has an account yet.
  expect(await mine()).toHaveLength(2)
  const { id, name, ...facts } = (await plant.api.access.people({})).find(
    (person) => person.account?.id === owner.userId,
  )!
  const { removedAt: _removed, account: _account, ...kept } = facts
  await plant.api.access.savePerson({ id, name: name!, ...kept, department: '生产部' })
  expect(await mine()).toHaveLength(2)
  expect(await mine(plant.api)).toHaveLength(1)
})

it('C8 where a monitoring plan is in force, it says who brings what, and what it does not ask for is not collected', async () => {
  const { api, facility } = plant
  const other = await plant.backend.signInAs(['management-representative'])
  const begun = { facility, validFrom: '2026-06-01', title: '数据质量控制计划', reason: '首次制定' }
  const { id, validFrom, content } = await api.monitoring.beginPlan(begun)
  const lines = content.lines
    .filter(({ parameter }) => parameter !== water.id)
    .map((line) => ({ ...line, department: '计量中心', responsible: '周工', recordForm: '日志' }))
  const organization = { ...content.organization, creditCode: '91440300708461136T' }
  await api.monitoring.editPlan({
    id,
    validFrom,
    content: { ...content, lines, organization, deviationRule: '三日内查明' },
  })
  await api.monitoring.submitPlan({ id })
  const password = 'Plant-2026 first'
  await finish(other.api.monitoring.approvePlan({ id, password, reason: null }))
  await api.monitoring.enactPlan({ id })
  const of = async (month: string) =>
    (await api.activity.collections({ year: 2026, facility }))
      .filter((each) => each.month === month)
      .map(
        ({ department, responsible, parameters }) =>
          `${department ?? '—'} ${responsible.join()}: ${parameters.map(({ name }) => name).join()}`,
      )
  expect(await of('2026-05')).toHaveLength(2)
  expect(await of('2026-06')).toEqual(['计量中心 周工: 购入电量,自发电量'])
})

it('C9 what is asked for once a year stands in the workbook of December, and comes back as the year', async () => {
  const capacity = await plant.addParameter({
    source: null,
    role: 'heat-sold',
    name: '年供热量',
    unit: 'GJ',
    department: '热网部',
    frequency: 'year',
    validFrom: '2025-01-01',
  })
  expect((await refusalOf(workbook('2025-11', '热网部'))).code).toBe('activity.nothing-to-collect')
  const { download } = await workbook('2025-12', '热网部')
  const rows = await rowsOf(download)
  const row = rows.find(([key]) => key === collectionKey(capacity, '2025'))!
  expect(row.slice(3, 6)).toEqual(['2025', '每年', 'GJ'])
  const [, , , head] = rows
  const { preview, made } = await bring(await sendBack([head!, [...row.slice(0, 6), '9120', '', '']]))
  expect(preview.troubles).toEqual([])
  const { act } = await made()
  expect(await plant.cell('2025', capacity)).toBe('9120 ×1')
  await plant.api.activity.undo({ act, reason: null })
  await plant.api.activity.submit({
    readings: [inMonth(capacity.id, '2025-03', '800')],
    proofs: [],
    reason: null,
  })
  const again = await bring(await sendBack([head!, [...row.slice(0, 6), '9121', '', '']]))
  expect((await refusalOf(again.made())).code).toBe('activity.import-overlaps')
})

it('C10 hourly amounts are asked for by the day; hours that a method multiplies are named as a file to hand in', async () => {
  const energy = { department: '热工部', frequency: 'hour', validFrom: '2026-01-01' } as const
  await plant.addParameter({ ...energy, source: null, role: 'power', name: '发电机小时电量', rollUp: 'sum' })
  const flow = { ...energy, source: null, role: 'flue-gas', name: '烟气流量', unit: 'Nm3/h' } as const
  await plant.addParameter({ ...flow, rollUp: 'hourly' })
  const { download, rows } = await workbook('2026-03', '热工部')
  expect(rows).toBe(31)
  const texts = await rowsOf(download)
  expect(texts.filter(([, , name]) => name === '发电机小时电量')).toHaveLength(31)
  expect(texts.flat().find((text) => text.includes('逐小时'))).toContain('烟气流量')
  await plant.addParameter({
    ...flow,
    name: '烟气浓度',
    unit: 'mg/m3',
    department: '环保部',
    rollUp: 'hourly',
  })
  expect((await refusalOf(workbook('2026-03', '环保部'))).code).toBe('activity.collection-hourly')
})
