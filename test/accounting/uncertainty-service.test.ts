import { afterAll, beforeAll, expect, it } from 'vitest'

import { inventoryById } from '#db/accounting/queries'
import { computedOf } from '#electron/accounting/computed'
import { reportInput } from '#electron/accounting/report-input'
import type { Inventory } from '#shared/accounting/inventory'
import { propagate } from '#shared/accounting/propagate'
import { classIn } from '#shared/accounting/suggest-uncertainty'
import type { StatedUncertainty } from '#shared/accounting/uncertainty-model'
import { monthsOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import { meterLike } from '#test/monitoring/support'
import { administrator, finish, refusalOf } from '#test/support/backend'

import { type Plant, startPlant } from './plant.ts'

let plant: Plant
let inventory: Inventory
beforeAll(async () => {
  plant = await startPlant()
  for (const month of monthsOf(2025)) {
    await plant.type(plant.bought, month, '1000')
    await plant.type(plant.diesel, month, '10')
  }
  inventory = await plant.create({})
})
afterAll(() => plant.backend.close())

const analysis = (coverage: '1' | '2' = '2') =>
  plant.api.accounting.uncertainty({ id: inventory.id, coverage })
const stated = (
  subject: string,
  percent: string,
  more: Partial<StatedUncertainty> = {},
): StatedUncertainty => ({
  subject,
  distribution: 'normal',
  percent,
  coverage: '2',
  months: 'same',
  shared: null,
  basis: '说明书',
  ...more,
})
const power = () => `parameter/${plant.bought.id}`
const simulate = async (seed: number, draws: number) =>
  finish(plant.api.accounting.simulate({ id: inventory.id, seed, draws }))

it('S1 every reading and factor of the inventory is listed, none with an uncertainty that nobody stated', async () => {
  const { inputs, propagated } = await analysis()
  expect(inputs.map(({ determination }) => determination).toSorted()).toEqual([
    'default',
    'default',
    'default',
    'default',
    'measured',
    'measured',
  ])
  expect(inputs.every((input) => input.stated === null && input.suggestion === null)).toBe(true)
  expect(propagated.total).toMatchObject({ halfWidth: '0', covered: '0' })
  expect((await refusalOf(simulate(1, 1000))).code).toBe('accounting.uncertainty.nothing-stated')
})

it('S2 the class of a meter and the limit of its certificate are suggested, and nothing else', async () => {
  const { meter } = await plant.api.monitoring.addMeter({
    ...meterLike(plant.facility, { tag: 'E-1', installedOn: '2024-01-01' }),
    parameters: [plant.bought.id],
  })
  const of = async () => (await analysis()).inputs.find(({ subject }) => subject === power())?.suggestion
  expect(await of()).toMatchObject({ percent: '0.5', from: 'accuracy', distribution: 'uniform', tag: 'E-1' })
  await plant.api.monitoring.addCertificate({
    meter: meter.id,
    number: 'C-7',
    body: '计量院',
    calibratedOn: '2025-02-01',
    validUntil: '2026-01-31',
    result: 'within-limits',
    deviation: '0.1',
    limit: '0.4',
    note: null,
    upload: null,
  })
  expect(await of()).toMatchObject({ percent: '0.4', from: 'certificate' })
  expect(['0.5S', '±0.5 %', '0.2级', 'Class 1', '02'].map(classIn)).toEqual(['0.5', '0.5', '0.2', '1', '2'])
  expect(['III', '0.2 %FS', '', '±0.5 °C', '0'].map(classIn)).toEqual([null, null, null, null, null])
})

it('S3 what is stated makes the total uncertain, and can be cleared', async () => {
  const factor = (await analysis()).inputs.find(
    ({ subject }) => subject.startsWith('factor/') && subject.includes('electricity'),
  )!
  await plant.api.accounting.setUncertainties([stated(power(), '1'), stated(factor.subject, '6')])
  const { propagated, inputs } = await analysis()
  const electricity = propagated.sources.find(({ covered }) => covered === '100')!
  expect(new Decimal(electricity.percent!).toFixed(4)).toBe(new Decimal(37).sqrt().toFixed(4))
  expect(propagated.contributions.map(({ key }) => key)).toEqual([factor.subject, power()])
  expect(inputs.filter((input) => input.stated !== null)).toHaveLength(2)
  const once = await analysis('1')
  expect(
    new Decimal(once.propagated.total.halfWidth).times(2).minus(propagated.total.halfWidth).abs().lt(1e-6),
  ).toBe(true)
  await plant.api.accounting.clearUncertainties([power()])
  expect((await analysis()).inputs.filter((input) => input.stated !== null)).toHaveLength(1)
  await plant.api.accounting.setUncertainties([stated(power(), '1')])
})

it('S4 a bounded distribution wider than its value, or a wrong coverage factor, is refused', async () => {
  const set = async (more: Partial<StatedUncertainty>, percent = '5') =>
    (await refusalOf(plant.api.accounting.setUncertainties([stated(power(), percent, more)]))).code
  expect(await set({ distribution: 'uniform', coverage: null }, '101')).toBe(
    'accounting.uncertainty.too-wide',
  )
  expect(await set({ distribution: 'uniform' })).toBe('accounting.uncertainty.coverage-wrong')
  expect(await set({ coverage: null })).toBe('accounting.uncertainty.coverage-wrong')
})

it('S5 a million draws are kept with the inventory, and are out of date once a reading changes', async () => {
  const made = await simulate(7, 1_000_000)
  const { total } = (await analysis()).propagated
  const [drawn] = made.outputs
  const half = new Decimal(drawn!.high).minus(drawn!.low).div(2)
  expect(half.div(new Decimal(total.halfWidth).times(0.98)).minus(1).abs().lt(0.01)).toBe(true)
  expect((await analysis()).simulation).toMatchObject({ seed: 7, isCurrent: true })
  await plant.type(plant.bought, '2025-03', '1100')
  expect((await analysis()).simulation?.isCurrent).toBe(false)
}, 60_000)

it('S6 freezing draws and keeps a run with its inputs; later statements leave it as it was', async () => {
  await finish(plant.api.accounting.freeze({ id: inventory.id, password: administrator.password }))
  const { simulation } = await analysis()
  expect(simulation).toMatchObject({ seed: 2025, draws: 200_000, isCurrent: true })
  await plant.api.accounting.setUncertainties([stated(power(), '9')])
  const later = (await analysis()).simulation
  expect(later?.isCurrent).toBe(false)
  expect(later?.inputs).toEqual(simulation?.inputs)
  const { spine } = plant.backend.backend
  const { read } = spine.store()
  const frozen = inventoryById(read, inventory.id)!
  const context = { db: read, around: spine.around, now: '2026-06-30T02:00:00.000Z', today: '2026-06-30' }
  const { uncertainty } = reportInput(context, frozen, 'zh')
  expect(uncertainty?.simulation?.id).toBe(simulation?.id)
  expect(uncertainty?.propagated).toEqual(
    propagate(computedOf(context, frozen).account, simulation!.inputs, '2'),
  )
}, 60_000)
