import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { monthsOf } from '#shared/kernel/period'

import { type Plant, startPlant } from './plant.ts'

let plant: Plant
beforeEach(async () => {
  plant = await startPlant()
})
afterEach(() => plant.backend.close())

/** One value for the whole of 2025. */
function ofTheYear(parameter: Plant['bought'], text: string) {
  return {
    readings: [
      {
        parameter: parameter.id,
        from: '2025-01-01',
        to: '2026-01-01',
        text,
        unit: null,
        note: null,
        proofs: [],
      },
    ],
    proofs: [],
    reason: null,
  }
}
async function totalOf(): Promise<string | null> {
  const glance = await plant.api.accounting.glance({ year: 2025, facility: plant.facility })
  return glance?.total.value ?? null
}

describe('a source whose amounts are known for the whole year only', () => {
  it('has one line for the year, and is complete with it', async () => {
    for (const month of monthsOf(2025)) await plant.type(plant.diesel, month, '0')
    await plant.api.activity.submit(ofTheYear(plant.bought, '1200'))
    // 1200 MWh × 0.5306 tCO2/MWh
    expect(await totalOf()).toBe('636.72')
  })
  it('goes back to months as soon as one is entered instead', async () => {
    for (const month of monthsOf(2025)) await plant.type(plant.diesel, month, '0')
    const { act } = await plant.api.activity.submit(ofTheYear(plant.bought, '1200'))
    expect(await totalOf()).toBe('636.72')
    await plant.api.activity.undo({ act, reason: null })
    await plant.type(plant.bought, '2025-01', '100')
    expect(await totalOf()).toBeNull()
    for (const month of monthsOf(2025).slice(1)) await plant.type(plant.bought, month, '100')
    expect(await totalOf()).toBe('636.72')
  })
})
