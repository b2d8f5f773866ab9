import { afterEach, beforeEach, expect, it } from 'vitest'

import { monthsOf } from '#shared/kernel/period'

import { type Plant, startPlant } from './plant.ts'

let plant: Plant
beforeEach(async () => {
  plant = await startPlant()
})
afterEach(() => plant.backend.close())

it('a meter that took over in July leaves the first half of the year as the old one measured it', async () => {
  const { api, bought, diesel, facility, type } = plant
  await api.monitoring.changeParameter({ ...bought, validTo: '2025-07-01' })
  const { id: _id, seq: _seq, changedBy: _by, changedAt: _at, ...facts } = bought
  const next = await api.monitoring.addParameter({
    ...facts,
    name: '新表购入电量',
    unit: 'kWh',
    validFrom: '2025-07-01',
  })
  for (const month of monthsOf(2025)) {
    await type(diesel, month, '0')
    if (month < '2025-07') await type(bought, month, '100')
    else await type(next, month, '50000')
  }
  const total = async () => (await api.accounting.glance({ year: 2025, facility }))?.total.value
  // (6 × 100 MWh + 6 × 50 MWh) × 0.5306 tCO2/MWh
  expect(await total()).toBe('477.54')
  await type(bought, '2025-02', '200')
  expect(await total()).toBe('530.6')
})
