import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ShownChange } from '#shared/accounting/change-contract'
import type { Inventory } from '#shared/accounting/inventory'
import { monthsOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import { administrator, finish } from '#test/support/backend'

import { type Plant, startPlant } from './plant.ts'

const Exact = Decimal.clone({ precision: 400 })
let plant: Plant
let inventory: Inventory
beforeAll(async () => {
  plant = await startPlant()
  for (const year of [2024, 2025])
    for (const month of monthsOf(year)) {
      await plant.type(plant.bought, month, year === 2024 ? '1000' : '1100')
      await plant.type(plant.diesel, month, '2.5')
    }
  inventory = await plant.create({ year: 2025, rounding: 'house-2-decimals' })
})
afterAll(() => plant.backend.close())

const changed = async (): Promise<ShownChange> => {
  const found = await plant.api.accounting.yearChange({ id: inventory.id })
  if (!found) throw new Error('nothing before')
  return found
}
const sumOf = (values: readonly { readonly value: string }[]) =>
  values.reduce((sum, { value }) => sum.plus(value), new Exact(0)).toFixed()
const causesOf = ({ causes }: ShownChange) =>
  Object.fromEntries(causes.map(({ cause, value }) => [cause, value]))

it('C1 more electricity is activity, and nothing else: 12 × 100 MWh × 0.5306', async () => {
  const found = await changed()
  expect(causesOf(found)).toEqual({ activity: '636.72' })
  expect(found.difference).toBe('636.72')
  expect(found.lines.map(({ name, difference }) => `${name} ${difference}`)).toEqual(['购入使用电力 636.72'])
  expect(found.reported).toBeNull()
})

it('C2 what is put right in the year before after it was reported is a correction, and the rest leads on from there', async () => {
  const reported = await plant.create({ year: 2024, rounding: 'house-2-decimals' })
  await finish(plant.api.accounting.freeze({ id: reported.id, password: administrator.password }))
  await plant.type(plant.bought, '2024-05', '900')
  const found = await changed()
  // 100 MWh less in May: −53.06; this year against it: 636.72 + 53.06.
  expect(causesOf(found)).toEqual({ correction: '-53.06', activity: '689.78' })
  expect(found.difference).toBe('636.72')
  expect(sumOf(found.causes)).toBe(found.difference)
})

it('C3 another GWP set and another factor are told apart from activity, and the parts still sum to the last digit', async () => {
  await plant.type(plant.diesel, '2025-03', '7.123456789')
  const found = await changed()
  expect(sumOf(found.causes)).toBe(found.difference)
  const lines = found.lines.map(({ difference }) => ({ value: difference }))
  const whole = found.causes.filter(({ cause }) => cause === 'rounding')
  expect(
    new Exact(sumOf(lines))
      .plus(sumOf(whole))
      .minus(found.difference ?? '0')
      .abs()
      .lte('0.01'),
  ).toBe(true)
})

it('C4 every cause opens to the sources and the figures it is made of', async () => {
  const found = await changed()
  for (const { path, value } of [...found.causes, ...found.lines.flatMap(({ steps }) => steps)]) {
    const { figure } = await plant.api.accounting.figure({ id: inventory.id, path, at: [] })
    expect(new Decimal(figure.value).minus(value).abs().lt('1e-40'), path).toBe(true)
  }
})

it('C5 whatever the months of two years were, the causes add up to the difference of the totals', async () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 }).map((milli) => (milli / 1000).toFixed(3))
  const months = fc.constantFrom(...monthsOf(2025))
  await fc.assert(
    fc.asyncProperty(months, amount, amount, async (month, bought, diesel) => {
      await plant.type(plant.bought, month, bought)
      await plant.type(plant.diesel, month, diesel)
      const found = await changed()
      return found.difference !== null && new Exact(sumOf(found.causes)).eq(found.difference)
    }),
    { numRuns: 10 },
  )
})

it('C5a what was reported of other facilities is not the year before', async () => {
  const { api, facility } = plant
  const site = (await api.organization.tree({})).find(({ kind }) => kind === 'site')!.id
  const plate = { code: null, tenure: 'owned' as const, capacity: null, capacityUnit: null, model: null }
  const more = { maker: null, serialNo: null, place: null, note: null, validFrom: '2020-01-01' }
  await api.organization.addNode({ kind: 'facility', parent: site, name: '二厂', ...plate, ...more })
  const alone = await plant.create({ year: 2026, title: '热电分厂', facilities: [facility] })
  for (const month of monthsOf(2026)) {
    await plant.type(plant.bought, month, '1')
    await plant.type(plant.diesel, month, '1')
  }
  const part = await plant.create({ year: 2025, title: '热电分厂', facilities: [facility] })
  await finish(api.accounting.freeze({ id: part.id, password: administrator.password }))
  expect((await api.accounting.yearChange({ id: alone.id }))?.reported?.inventory.id).toBe(part.id)
  const whole = await plant.create({ year: 2026, title: '全厂' })
  expect((await api.accounting.yearChange({ id: whole.id }))?.reported).toBeNull()
})

it('C6 a year without a year before has nothing to compare', async () => {
  const first = await plant.create({ year: 2024, title: '首年' })
  expect(await plant.api.accounting.yearChange({ id: first.id })).toBeNull()
})
