import { afterAll, beforeAll, expect, it } from 'vitest'

import { type CoalPlant, startCoalPlant } from '#test/activity/coal-plant'

let plant: CoalPlant
beforeAll(async () => {
  plant = await startCoalPlant()
  for (const month of ['2026-03', '2026-04', '2026-05']) {
    await plant.type(plant.coal, month, '1000')
    await plant.type(plant.heat, month, '20')
  }
  await plant.type(plant.carbon, '2026-03', '0.0270')
})
afterAll(() => plant.backend.close())

const year = () => plant.api.accounting.unmeasured({ year: 2026, facility: null })
const carbonOf = async (month: string) =>
  (await year()).months.find((each) => each.month === month && each.role === 'carbonContent')

it('U1 a month without a test costs what the default adds on the heat really burnt', async () => {
  // 1000 t × 20 GJ/t × (0.03085 − 0.0270) tC/GJ × 0.99 × 44/12
  expect(await carbonOf('2026-05')).toMatchObject({
    deadline: '2026-07-10',
    daysLeft: 10,
    fallback: '0.03085',
    usual: '0.027',
    unit: 'tC/GJ',
    tested: ['2026-03'],
    tonnes: { path: `gap/${plant.boiler.id}/carbonContent/2026-05`, value: '279.51' },
  })
  expect(await carbonOf('2026-03')).toBeUndefined()
})

it('U2 what can still be tested is told apart from what is too late', async () => {
  const { avoidable, lost } = await year()
  expect([avoidable.value, lost.value]).toEqual(['279.51', '279.51'])
  expect((await carbonOf('2026-04'))?.daysLeft).toBe(-21)
})

it('U3 every number opens down to readings and factors', async () => {
  const path = (await carbonOf('2026-05'))!.tonnes!.path
  const root = await plant.api.accounting.unmeasuredFigure({ year: 2026, facility: null, path, at: [] })
  expect(root.figure).toMatchObject({ operation: 'difference', value: '279.51' })
  expect(root.below.every((count) => count > 0)).toBe(true)
  const total = await plant.api.accounting.unmeasuredFigure({
    year: 2026,
    facility: null,
    path: 'avoidable',
    at: [],
  })
  expect(total.figure.value).toBe('279.51')
})

it('U4 a test made in time takes the month out; a value that stands in does not', async () => {
  await plant.type(plant.carbon, '2026-05', '0.0268')
  expect(await carbonOf('2026-05')).toBeUndefined()
  await plant.api.activity.substitute({
    parameter: plant.carbon.id,
    month: '2026-04',
    rule: 'mean-of-neighbours',
    text: null,
    proofs: [],
    reason: '未送检',
  })
  expect(await carbonOf('2026-04')).toBeDefined()
})

it('U5 before 2023 the default was another; a month whose fuel is not known costs nothing yet', async () => {
  expect((await carbonOf('2026-06'))?.tonnes).toBeNull()
  const { months } = await plant.api.accounting.unmeasured({ year: 2025, facility: null })
  expect(months.every(({ tonnes }) => tonnes === null)).toBe(true)
})
