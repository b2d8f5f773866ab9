import { afterAll, beforeAll, expect, it } from 'vitest'

import { type CoalPlant, startCoalPlant } from '#test/activity/coal-plant'
import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { refusalOf } from '#test/support/backend'

let plant: Plant
let coal: CoalPlant
beforeAll(async () => {
  plant = await startPlant()
  coal = await startCoalPlant()
})
afterAll(async () => {
  await plant.backend.close()
  await coal.backend.close()
})

it('U1 what was withdrawn does not come back beside what took its place', async () => {
  const first = await plant.type('2025-01', '100')
  const { act } = await plant.api.activity.withdraw({ readings: [first.id], reason: '录错' })
  await plant.type('2025-01', '120')
  const back = plant.api.activity.undo({ act, reason: null })
  expect(await refusalOf(back)).toMatchObject({ code: 'activity.place-taken', facts: { from: '2025-01-01' } })
  expect(await plant.cell('2025-01')).toBe('120 ×1')
})

it('U2 what was withdrawn comes back where nothing took its place', async () => {
  const first = await plant.type('2025-02', '100')
  const { act } = await plant.api.activity.withdraw({ readings: [first.id], reason: '录错' })
  await plant.api.activity.undo({ act, reason: null })
  expect(await plant.cell('2025-02')).toBe('100 ×1')
})

const stoodIn = () =>
  coal.api.activity.substitute({
    parameter: coal.carbon.id,
    month: '2025-02',
    rule: 'guideline-default',
    text: null,
    proofs: [],
    reason: '未检测',
  })

it('U3 a value that stands in comes back only once nothing real is left in its month', async () => {
  await coal.type(coal.coal, '2025-02', '1000')
  await stoodIn()
  const enter = async (from: string, to: string) => {
    const readings = [inMonth(coal.carbon.id, '2025-02', '0.027', { from, to })]
    return (await coal.api.activity.submit({ readings, proofs: [], reason: null })).act
  }
  const firstHalf = await enter('2025-02-01', '2025-02-15')
  const secondHalf = await enter('2025-02-15', '2025-03-01')
  const counting = async () => {
    const { readings } = await coal.api.activity.readings({ parameter: coal.carbon.id, month: '2025-02' })
    return readings.filter(({ live }) => live).map(({ from, to }) => `${from} ${to}`)
  }
  await coal.api.activity.undo({ act: firstHalf, reason: null })
  expect(await counting()).toEqual(['2025-02-15 2025-03-01'])
  await coal.api.activity.undo({ act: secondHalf, reason: null })
  expect(await counting()).toEqual([])
})

it('U4 a value for the year does not take away what stands in within a sealed month', async () => {
  for (const parameter of [coal.coal, coal.heat, coal.bought, coal.diesel])
    await coal.type(parameter, '2025-01', '20')
  await coal.api.activity.substitute({
    parameter: coal.carbon.id,
    month: '2025-01',
    rule: 'guideline-default',
    text: null,
    proofs: [],
    reason: '未检测',
  })
  const month = { facility: coal.facility, month: '2025-01' }
  const select = { by: 'month', ...month, parameters: null } as const
  await coal.api.activity.check({ select, reason: '只有一人' })
  await coal.api.activity.approve({ select, reason: '只有一人' })
  await coal.api.activity.seal({ ...month, reason: '凭证后补' })
  const year = inMonth(coal.carbon.id, '2025-01', '0.027', { from: '2025-01-01', to: '2026-01-01' })
  const entering = coal.api.activity.submit({ readings: [year], proofs: [], reason: null })
  expect((await refusalOf(entering)).code).toBe('activity.month-sealed')
})
