import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { monthEntries } from '#db/activity/queries'
import { shownValue } from '#shared/activity/amounts'
import { Decimal } from '#shared/kernel/quantity'
import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { miscounted } from '#test/fault/state'
import { finish } from '#test/support/backend'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const store = () => plant.backend.backend.spine.store()
const day = (month: string, of: number) => `${month}-${String(of).padStart(2, '0')}`

it('S1 the kept sum of a month is the sum of its days to the last digit, however they come and go', async () => {
  const daily = await plant.addParameter({
    role: 'sold',
    name: '外供电量',
    frequency: 'batch',
    mayBeNegative: true,
  })
  const amount = fc
    .tuple(fc.integer({ min: -(10 ** 15 - 1), max: 10 ** 15 - 1 }), fc.integer({ min: 0, max: 12 }))
    .map(([mantissa, scale]) => new Decimal(mantissa).times(new Decimal(10).pow(-scale)).toFixed())
  const rows = fc.array(fc.record({ text: amount, leaves: fc.boolean() }), { minLength: 1, maxLength: 8 })
  const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`)
  let turn = 0
  await fc.assert(
    fc.asyncProperty(rows, async (batch) => {
      const month = months[turn++ % 12]!
      const before = await sumNow(daily.id, month)
      const { readings } = await plant.api.activity.submit({
        readings: batch.map(({ text }) =>
          inMonth(daily.id, month, text, { from: day(month, 5), to: day(month, 6) }),
        ),
        proofs: [],
        reason: null,
      })
      const leaving = readings.filter((_, index) => batch[index]?.leaves)
      if (leaving.length > 0)
        await plant.api.activity.withdraw({ readings: leaving.map(({ id }) => id), reason: '重复' })
      const staying = batch.filter(({ leaves }) => !leaves)
      const sum = staying.reduce((total, { text }) => total.plus(text), before)
      expect((await sumNow(daily.id, month)).toFixed()).toBe(sum.toFixed())
    }),
    { numRuns: 40 },
  )
  expect((await finish(plant.api.activity.checkSubtotals({}))).faults).toEqual([])
  expect(miscounted(store().read)).toEqual([])

  async function sumNow(parameter: string, month: string): Promise<Decimal> {
    const grid = await plant.api.activity.grid({ facility: plant.facility, year: 2025 })
    const row = grid.find((each) => each.parameter.id === parameter)
    return new Decimal(row?.cells.find((each) => each.month === month)?.value ?? 0)
  }
})

it('S2 a property measured by the day is weighted with what was burnt on that day', async () => {
  const source = await plant.api.monitoring.addSource({
    ...plant.source,
    code: 'R-1',
    name: '燃煤锅炉',
    category: 'fuel-combustion',
    calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
  })
  const common = { source: source.id, frequency: 'day' } as const
  const coal = await plant.addParameter({ ...common, role: 'fuel', name: '燃煤', unit: 't' })
  const heat = await plant.addParameter({
    ...common,
    role: 'calorificValue',
    name: '低位发热量',
    unit: 'GJ/t',
    rollUp: 'mean',
    weightedBy: coal.id,
  })
  const on = (of: number) => ({ from: day('2025-03', of), to: day('2025-03', of + 1) })
  const type = (parameter: typeof coal, of: number, text: string) =>
    plant.type('2025-03', text, { parameter: parameter.id, ...on(of) })
  await type(heat, 1, '20')
  expect(await plant.cell('2025-03', heat)).toBe('20 ×1')
  await type(coal, 1, '100')
  await type(coal, 2, '300')
  await type(heat, 2, '24')
  // (20 × 100 + 24 × 300) ÷ 400
  expect(await plant.cell('2025-03', heat)).toBe('23 ×2')
  const { read } = store()
  const [entry] = monthEntries(read, [heat], { from: '2025-03', to: '2025-04' })
  expect(entry?.amount).toEqual({
    kind: 'weighted',
    weightUnit: 't',
    rows: [
      { label: '2025-03-01', value: '20', weight: '100' },
      { label: '2025-03-02', value: '24', weight: '300' },
    ],
  })
  await type(heat, 3, '25')
  expect(await plant.cell('2025-03', heat)).toBe('— ×3')
  expect(await plant.codes('2025-03', heat)).toContain('activity.no-weights')
})

it('S3 a repeated delivery unit is converted exactly, once for each group', async () => {
  await plant.type('2025-05', '1234.567', { unit: 'kWh' })
  expect(await plant.cell('2025-05')).toBe('1.234567 ×1')
})

it('S4 hours are kept as hours, and a missing one is not zero', async () => {
  const flue = await plant.api.monitoring.addSource({
    ...plant.source,
    code: 'C-1',
    name: '烟囱',
    calculation: { method: 'measured', gapRule: 'none' },
  })
  const flow = await plant.addParameter({
    source: flue.id,
    role: 'flow',
    unit: 'Nm3/h',
    rollUp: 'hourly',
    frequency: 'hour',
  })
  const at = (from: string, to: string, text: string) =>
    inMonth(flow.id, '2025-02', text, { from: `2025-02-01${from}`, to: `2025-02-0${to}` })
  await plant.api.activity.submit({
    readings: [at('', '1T01:00', '5'), at('T23:00', '2', '7')],
    proofs: [],
    reason: null,
  })
  const [entry] = monthEntries(store().read, [flow], { from: '2025-02', to: '2025-03' })
  const hours = entry?.amount?.kind === 'hourly' ? entry.amount.hours : []
  expect(hours).toHaveLength(28 * 24)
  expect([hours[0], hours[1], hours[23], hours[24]]).toEqual(['5', null, '7', null])
  expect(entry?.amount && shownValue(entry.amount)).toBeNull()
})
