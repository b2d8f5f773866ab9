import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { sha256 } from '#electron/kernel/crypto'
import type { Mapping } from '#shared/activity/mapping'
import { type Plant, startPlant } from '#test/activity/support'
import { miscounted } from '#test/fault/state'
import { newFacility } from '#test/monitoring/support'
import { finish, refusalOf } from '#test/support/backend'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

let uploads = 0
/** A file as a window would have sent it. */
function stage(text: string, name = '用电.csv'): string {
  uploads += 1
  const id = `upload-${uploads}`
  const path = join(plant.backend.folder, 'staging', id)
  writeFileSync(path, text)
  const size = Buffer.byteLength(text)
  writeFileSync(`${path}.json`, JSON.stringify({ name, type: 'text/csv', size, sha256: sha256(text) }))
  return id
}
const choice = { sheet: null, encoding: null, delimiter: null }
const inspect = (upload: string) =>
  finish(plant.api.activity.importInspect({ upload, choice, facility: plant.facility, year: 2025 }))

interface Wish {
  readonly take?: 'all' | 'valid'
  readonly again?: boolean
  readonly acceptRepairs?: readonly string[]
  readonly precision?: 'day' | 'month'
}
/** How `table` is laid out: months or days down, one parameter across. */
const mapping = (): Mapping => ({
  layout: 'wide-parameters',
  sheet: '用电',
  header: { from: 1, to: 1 },
  lastRow: null,
  year: null,
  parameters: {},
  units: {},
  decimalMark: 'point',
  hiddenRows: 'leave-out',
  period: { column: 0, precision: 'day' },
  values: [{ column: 1, parameter: plant.bought.id, unit: 'MWh' }],
  note: null,
})
const planOf = (text: string, { acceptRepairs = [], precision = 'month' }: Wish = {}) => ({
  upload: stage(text),
  choice,
  facility: plant.facility,
  mapping: { ...mapping(), period: { column: 0, precision } } as Mapping,
  period: null,
  acceptRepairs: [...acceptRepairs],
})
async function bring(text: string, wish: Wish = {}) {
  return finish(
    plant.api.activity.import({
      ...planOf(text, wish),
      take: wish.take ?? 'all',
      again: wish.again ?? false,
      isRecord: false,
      proofs: [],
      profile: null,
      reason: null,
    }),
  )
}
const table = (...rows: readonly string[]) => ['月份,购入电量(MWh)', ...rows].join('\n')

it('I1 a file is looked into, mapped, previewed and imported; its readings know their cells', async () => {
  const text = table('2024年1月,"1,200.5"', '2024年2月,１３００', '2024年3月,')
  const { file, proposal } = await inspect(stage(text))
  expect(file.digest).toBe(sha256(text))
  expect(proposal.names.map(({ parameter }) => parameter)).toEqual([plant.bought.id])
  const preview = await finish(plant.api.activity.importPreview(planOf(text)))
  expect(preview.counts).toMatchObject({ rows: 3, readings: 2, missing: 1, errors: 0 })
  expect(await plant.cell('2024-01')).toBe('— ×0')
  const imported = await bring(text)
  expect(imported).toMatchObject({ readings: 2, rejected: 0 })
  expect(await plant.cell('2024-01')).toBe('1200.5 ×1')
  expect(await plant.cell('2024-03')).toBe('— ×0')
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month: '2024-02' })
  expect(readings[0]).toMatchObject({ text: '１３００', cell: '用电!B3', origin: 'import' })
})

it('I2 the same file twice is noticed, and its months are not counted twice even when it is meant', async () => {
  const text = table('2024年1月,"1,200.5"', '2024年2月,１３００', '2024年3月,')
  expect((await refusalOf(bring(text))).code).toBe('activity.file-known')
  expect((await refusalOf(bring(text, { again: true }))).code).toBe('activity.import-has-errors')
  expect(await plant.cell('2024-01')).toBe('1200.5 ×1')
})

it('I3 nothing goes in while one cell has an error', async () => {
  const text = table('2024-04,100', '2024-05,abc')
  expect(await refusalOf(bring(text))).toEqual({
    code: 'activity.import-has-errors',
    facts: { errors: 1, rows: 1 },
  })
  expect(await plant.cell('2024-04')).toBe('— ×0')
})

it('I4 on explicit choice the valid rows go in, and the rejected wait with the batch until settled', async () => {
  const { batch } = await bring(table('2024-04,100', '2024-05,abc'), { take: 'valid' })
  expect(await plant.cell('2024-04')).toBe('100 ×1')
  const rows = await plant.api.activity.rejectedRows({ batch })
  expect(rows).toMatchObject([
    { row: 3, cells: ['2024-05', 'abc'], troubles: [{ code: 'activity.not-a-number' }], settlement: null },
  ])
  const open = async () => (await plant.api.activity.batches({})).find(({ id }) => id === batch)?.open
  const month = { facility: plant.facility, month: '2024-04' }
  const codes = async () => (await plant.api.activity.monthStatus(month)).findings.map(({ code }) => code)
  expect(await open()).toBe(1)
  expect(await codes()).toContain('activity.rows-unsettled')
  const other = newFacility(plant.backend, '化工分厂').id
  const elsewhere = await plant.api.activity.monthStatus({ facility: other, month: '2024-04' })
  expect(elsewhere.findings).toEqual([])
  await plant.api.activity.settleRows({ batch, rows: [3], settlement: '表底数缺失，当月按缺失处理' })
  expect(await open()).toBe(0)
  expect(await codes()).not.toContain('activity.rows-unsettled')
})

it('I5 an import is undone in one act; its readings stay visible and the file can come again', async () => {
  const text = table('2024-06,600', '2024-07,700')
  const { act } = await bring(text)
  expect(await plant.cell('2024-06')).toBe('600 ×1')
  expect(await plant.api.activity.undo({ act, reason: '导错文件' })).toMatchObject({ count: 2 })
  expect(await plant.cell('2024-06')).toBe('— ×0')
  expect((await plant.api.activity.batches({}))[0]?.undoneAt).not.toBeNull()
  await bring(text)
  expect(await plant.cell('2024-07')).toBe('700 ×1')
  expect((await finish(plant.api.activity.checkSubtotals({}))).faults).toEqual([])
})

it('I6 a corrected file takes the place of what is recorded only when the person says so', async () => {
  const text = table('2024-06,610')
  expect((await refusalOf(bring(text))).code).toBe('activity.import-has-errors')
  const { act } = await bring(text, { acceptRepairs: ['activity.already-recorded'] })
  expect(await plant.cell('2024-06')).toBe('610 ×1')
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month: '2024-06' })
  expect(readings.at(-1)?.replaces).toBe(readings.at(-2)?.id)
  await plant.api.activity.undo({ act, reason: null })
  expect(await plant.cell('2024-06')).toBe('600 ×1')
})

it('I7 a mapping is remembered by its heading for the next file', async () => {
  const first = ['周期,总表读数', '2024-08,10'].join('\n')
  const upload = stage(first)
  const { proposal } = await inspect(upload)
  expect(proposal.names[0]?.parameter).toBeNull()
  const mapping = proposal.mapping!
  if (mapping.layout !== 'wide-parameters') throw new Error(`proposed ${mapping.layout}`)
  const chosen = {
    ...mapping,
    values: mapping.values.map((value) => ({ ...value, parameter: plant.bought.id, unit: 'MWh' as const })),
  }
  await plant.api.activity.saveProfile({ name: '总表', fingerprint: proposal.fingerprint, mapping: chosen })
  const next = await inspect(stage(['周期,总表读数', '2024-09,20'].join('\n')))
  expect(next.profile).toBe('总表')
  expect(next.proposal.names[0]?.parameter).toBe(plant.bought.id)
})

it('I8 days that are there already, or overlap, never count twice', async () => {
  await bring(table('2024-10-01,1', '2024-10-02,2'), { precision: 'day' })
  expect(await plant.cell('2024-10')).toBe('3 ×2')
  const again = bring(table('2024-10-02,2.5', '2024-10-03,3'), { precision: 'day' })
  expect((await refusalOf(again)).code).toBe('activity.import-has-errors')
  expect((await refusalOf(bring(table('2024-10,99')))).code).toBe('activity.import-has-errors')
  expect(await plant.cell('2024-10')).toBe('3 ×2')
})

it('I9 a sealed month refuses an import and the undoing of one', async () => {
  const { sqlite } = plant.backend.backend.spine.store()
  const month = { facility: plant.facility, month: '2024-01' }
  const select = { by: 'month' as const, ...month, parameters: null }
  await plant.api.activity.check({ select, reason: '一人' })
  await plant.api.activity.approve({ select, reason: '一人' })
  await plant.api.activity.seal({ ...month, reason: '发票后补' })
  const text = table('2024-03-05,5')
  await plant.api.activity.undo({ act: (await bring(text, { precision: 'day' })).act, reason: null })
  const late = bring(table('2024-01-05,5'), {
    acceptRepairs: ['activity.already-recorded'],
    precision: 'day',
  })
  expect((await refusalOf(late)).code).toBe('activity.month-sealed')
  const [act] = sqlite
    .prepare(
      `SELECT a.id FROM activity_acts a JOIN activity_batches b ON b.act = a.seq ORDER BY a.seq LIMIT 1`,
    )
    .pluck()
    .all() as string[]
  expect((await refusalOf(plant.api.activity.undo({ act: act as never, reason: null }))).code).toBe(
    'activity.month-sealed',
  )
})

it('I11 after all that came and went in files, kept sums and counts are what the readings give', async () => {
  expect((await finish(plant.api.activity.checkSubtotals({}))).faults).toEqual([])
  expect(miscounted(plant.backend.backend.spine.store().read)).toEqual([])
})
