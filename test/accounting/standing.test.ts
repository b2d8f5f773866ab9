import { afterAll, beforeAll, expect, it } from 'vitest'

import { inventoryById } from '#db/accounting/queries'
import { reportInput } from '#electron/accounting/report-input'
import type { InventoryId } from '#shared/accounting/inventory'
import { Decimal } from '#shared/kernel/quantity'
import type { NewCertificate } from '#shared/monitoring/meter'
import { type Plant, startPlant } from '#test/accounting/plant'
import { meterLike, parameterLike, sourceLike } from '#test/monitoring/support'
import { administrator, finish, refusalOf } from '#test/support/backend'

let plant: Plant
let inventory: InventoryId
let meter: NewCertificate['meter']

beforeAll(async () => {
  plant = await startPlant()
  for (const month of ['2025-01', '2025-02', '2025-03']) {
    await plant.type(plant.bought, month, '1000')
    await plant.type(plant.diesel, month, '10')
  }
  inventory = (await plant.create({})).id
})
afterAll(() => plant.backend.close())

const codes = async () =>
  (await plant.api.accounting.overview({ id: inventory })).findings.map(({ code }) => code)
const standing = () => plant.api.accounting.standing({ id: inventory })
const certify = (calibratedOn: string, validUntil: string, number: string) =>
  plant.api.monitoring.addCertificate({
    meter,
    number,
    body: '市计量院',
    calibratedOn,
    validUntil,
    result: 'within-limits',
    deviation: null,
    limit: null,
    note: null,
    upload: null,
  })

it('U1 a plant without meters and plan works as before, and is told that it has no plan', async () => {
  const now = await standing()
  expect([now.uncalibrated, now.outsidePlan, now.hasPlan]).toEqual([[], [], false])
  expect((await codes()).filter((code) => code.includes('plan') || code.includes('calibrated'))).toEqual([
    'accounting.no-plan',
  ])
})

it('U2 an overdue meter marks the readings taken meanwhile, the months, the total and the report', async () => {
  const made = await plant.api.monitoring.addMeter({
    ...meterLike(plant.facility, { installedOn: '2024-01-01' }),
    parameters: [plant.bought.id],
  })
  meter = made.meter.id
  await certify('2024-02-01', '2025-01-31', 'JD-1')
  const { uncalibrated, allUncalibrated } = await standing()
  expect(uncalibrated.map(({ tag, cause, from, parts }) => [tag, cause, from, parts[0]?.months])).toEqual([
    ['DN-7', 'overdue', '2025-02-01', ['2025-02', '2025-03']],
  ])
  const { sources } = await plant.api.accounting.overview({ id: inventory })
  const electricity = sources.find(({ name }) => name === '购入使用电力')!
  const months = electricity.months.filter(({ key }) => key === '2025-02' || key === '2025-03')
  const touched = months.reduce((sum, { value }) => sum.plus(value ?? '0'), new Decimal(0))
  expect(touched.minus(allUncalibrated.emission).abs().lt('0.01')).toBe(true)
  expect(new Decimal(allUncalibrated.share!).gt(0) && new Decimal(allUncalibrated.share!).lt(100)).toBe(true)
  expect(await codes()).toContain('accounting.uncalibrated-overdue')

  const grid = await plant.api.activity.grid({ facility: plant.facility, year: 2025 })
  const row = grid.find(({ parameter }) => parameter.id === plant.bought.id)!
  const marked = row.cells.filter(({ findings }) =>
    findings.some(({ code }) => code === 'activity.uncalibrated-overdue'),
  )
  expect(marked.map(({ month }) => month)).toEqual(['2025-02', '2025-03'])
  const status = await plant.api.activity.monthStatus({ facility: plant.facility, month: '2025-02' })
  expect(status.findings.map(({ code }) => code)).toContain('activity.uncalibrated-overdue')

  const { spine } = plant.backend.backend
  const db = spine.store().read
  const context = { db, around: spine.around, now: '2026-06-30T02:00:00.000Z', today: '2026-06-30' }
  for (const [language, word] of [
    ['zh', '检定过期'],
    ['en', 'was overdue'],
  ] as const) {
    const { findings } = reportInput(context, inventoryById(db, inventory)!, language)
    expect(findings.some((line) => line.includes('DN-7') && line.includes(word))).toBe(true)
  }
})

it('U3 a correction multiplies what the meter took, keeps the old values, and settles the time', async () => {
  const correct = (factor: string, from = '2025-02-01', to = '2026-07-01') =>
    plant.api.activity.correctByMeter({ meter, from, to, factor, reason: '标准表比对误差 +1.2 %' })
  expect((await refusalOf(correct('0'))).code).toBe('activity.factor-not-positive')
  expect((await refusalOf(correct('1.1', '2025-02-15'))).code).toBe('activity.reading-across-lapse')
  const { count, act } = await correct('1.012')
  expect(count).toBe(2)
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month: '2025-02' })
  expect(readings.map(({ text, live }) => `${text} ${live}`)).toEqual(['1000 false', '1012 true'])
  expect((await standing()).uncalibrated).toEqual([])
  expect((await standing()).settled.map(({ tag, kind }) => `${tag} ${kind}`)).toEqual(['DN-7 corrected'])
  expect(await codes()).not.toContain('accounting.uncalibrated-overdue')
  const [settled] = (await plant.api.monitoring.meters({})).meters[0]!.settlements
  await plant.api.monitoring.withdrawSettlement({ id: settled!.id, reason: '误操作' })
  expect(await refusalOf(correct('1.012'))).toMatchObject({
    code: 'activity.multiplied-already',
    facts: { from: '2025-02-01' },
  })
  await plant.api.activity.undo({ act, reason: null })
  expect((await standing()).uncalibrated).toHaveLength(1)
  const again = await correct('1.01')
  expect((await standing()).uncalibrated).toEqual([])
  await plant.api.activity.undo({ act: again.act, reason: null })
  expect((await standing()).uncalibrated).toHaveLength(1)
})

it('U4 a later certificate that found it within limits settles the same time', async () => {
  const later = await certify('2026-06-01', '2027-05-31', 'JD-2')
  await plant.api.monitoring.settleLapse({
    meter,
    from: '2025-02-01',
    to: '2026-06-01',
    how: { kind: 'proven', certificate: later.id },
    reason: '后检合格',
  })
  expect((await standing()).uncalibrated).toEqual([])
})

it('U5 what the plan in force does not ask for is named and shown apart, what it asks for and is gone too', async () => {
  const { api } = plant
  const plan = await api.monitoring.beginPlan({
    facility: plant.facility,
    validFrom: '2025-01-01',
    title: '计划',
    reason: '首次制定',
  })
  const { content } = plan
  const organization = { ...content.organization, creditCode: '91440300708461136T' }
  const lines = content.lines
    .filter(({ parameter }) => parameter !== plant.diesel.id)
    .map((line) => ({
      ...line,
      department: '生产部',
      recordForm: '日志',
      recordFrequency: line.parameter === plant.bought.id ? ('day' as const) : line.recordFrequency,
    }))
  await api.monitoring.editPlan({
    id: plan.id,
    validFrom: '2025-01-01',
    content: { ...content, organization, lines, deviationRule: '查明原因' },
  })
  await api.monitoring.submitPlan({ id: plan.id })
  await finish(
    api.monitoring.approvePlan({ id: plan.id, password: administrator.password, reason: '仅一人' }),
  )
  await api.monitoring.enactPlan({ id: plan.id })
  const now = await standing()
  expect(now.hasPlan).toBe(true)
  expect(now.outsidePlan.map(({ name, parts }) => [name, parts[0]?.months])).toEqual([
    ['柴油消耗量', ['2025-01', '2025-02', '2025-03']],
  ])
  expect(new Decimal(now.allOutsidePlan.emission).gt(0)).toBe(true)
  expect(await codes()).toContain('accounting.outside-plan')
  const { findings } = await api.activity.monthStatus({ facility: plant.facility, month: '2025-02' })
  const own = findings.map(({ code, facts }) => `${code} ${facts['name']} ${facts['wanted'] ?? ''}`.trim())
  expect(own).toContain('activity.not-in-plan 柴油消耗量')
  expect(own).toContain('activity.fewer-than-planned 购入电量 28')
  const rows = await api.activity.grid({ facility: plant.facility, year: 2025 })
  expect(rows.map(({ parameter, expected }) => [parameter.name, expected?.isAsked])).toContainEqual([
    '柴油消耗量',
    false,
  ])
})

it('U6 open deviations stand in the findings until they are closed', async () => {
  await plant.api.monitoring.recordDeviation({
    facility: plant.facility,
    title: '电表更换未及时登记',
    trigger: null,
    parameters: [plant.bought.id],
    from: '2025-02-01',
    to: null,
    dueOn: null,
    responsible: null,
  })
  expect((await standing()).openDeviations.map(({ title }) => title)).toEqual(['电表更换未及时登记'])
  expect(await codes()).toContain('accounting.deviation-open')
})

it('U7 readings of a time before the meter measured them are not marked', async () => {
  const source = await plant.api.monitoring.addSource(sourceLike(plant.facility, { code: 'D-9' }))
  const other = await plant.api.monitoring.addParameter(parameterLike(source, { name: '旁路电量' }))
  await plant.type(other, '2025-01', '5')
  await plant.api.monitoring.addMeter({
    ...meterLike(plant.facility, { installedOn: '2024-01-01' }),
    tag: 'DN-9',
    installedOn: '2025-02-01',
    parameters: [other.id],
  })
  expect((await standing()).uncalibrated.map(({ tag }) => tag)).toEqual([])
  await plant.type(other, '2025-02', '5')
  expect((await standing()).uncalibrated.map(({ tag }) => tag)).toEqual(['DN-9'])
})
