import { afterAll, beforeAll, expect, it } from 'vitest'

import { fromRecord } from '#shared/kernel/figure'
import { replay } from '#shared/kernel/replay'
import type { Item } from '#shared/performance/indicator'
import { refusalOf } from '#test/support/backend'

import { type Plant, startPlant, wholeEmission } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
  await plant.year(2024, '1000', '10', '400')
  await plant.year(2025, '900', '10', '420')
  await plant.year(2026, '800', '9', '400', 4)
})
afterAll(() => plant.backend.close())

const historyOf = (id: never, version: number | null = null) =>
  plant.api.performance.history({ id, year: 2025, version })

it('I1 an intensity is the emission of the year over what was made in it, and opens down to readings', async () => {
  const { api } = plant
  const { id } = await plant.indicator()
  const { years, months, ownBest, unit } = await historyOf(id as never)
  expect(unit).toBe('tCO2e/t')
  expect(years.map(({ period }) => period)).toEqual(['2024', '2025', '2026'])
  const [first, second, running] = years
  expect(Number(second!.value)).toBeLessThan(Number(first!.value))
  expect([running!.value, running!.missing]).toEqual([null, ['排放', '产量']])
  expect(months.filter(({ value }) => value !== null).length).toBe(12)
  expect(ownBest?.period).toBe('2025')

  const inventory = await api.accounting.glance({ year: 2025, facility: null })
  const node = await api.performance.figure({ path: second!.path, at: [] })
  expect(node.figure.value).toBe(second!.value)
  expect(node.figure.operands.map(({ value }) => value)).toEqual([inventory!.total.value, '5040'])
  const reading = await api.performance.figure({ path: second!.path, at: [1, 0] })
  expect(reading.figure.origin).toMatchObject({
    kind: 'readings',
    parameter: plant.made.id,
    month: '2025-01',
  })
})

it('I2 the kept tree can be computed again from its leaves', async () => {
  const { api } = plant
  const { id } = await plant.indicator({ name: '可复算' })
  await api.performance.review({ id, period: '2025', conclusion: '比上年下降' })
  const [review] = (await historyOf(id as never)).reviews
  const root = await api.performance.figure({ path: review!.path, at: [] })
  expect(root.figure.value).toBe(review!.value)
  const { read } = plant.backend.backend.spine.store()
  const [kept] = read.ask<{ body: string }>('SELECT body FROM performance_figures')
  expect(replay(fromRecord(JSON.parse(kept!.body) as never))).toEqual([])
})

it('I3 a new formula begins later, and what came before keeps the one it was computed by', async () => {
  const { api } = plant
  const { id, versions } = await plant.indicator({ name: '改算法' })
  const before = await historyOf(id as never)
  const [first] = versions
  const electricity = { ...wholeEmission, category: 'electricity' as const }
  const next = {
    id,
    formula: '电 / 产量',
    unit: 'tCO2e/t' as const,
    terms: [{ name: '电', item: electricity }, first!.terms[1]!],
    reason: '只看外购电',
  }
  const early = await refusalOf(api.performance.changeMethod({ ...next, validFrom: '2024-01' }))
  expect(early.code).toBe('performance.version-not-later')
  await api.performance.changeMethod({ ...next, validFrom: '2025-01' })
  const after = await historyOf(id as never)
  expect(after.years[0]).toEqual(before.years[0])
  expect(after.years[1]!.version).toBe(2)
  expect(after.years[1]!.value).not.toBe(before.years[1]!.value)
  const byTheNew = await historyOf(id as never, 2)
  expect(byTheNew.years.map(({ version }) => version)).toEqual([2, 2, 2])

  await api.performance.review({ id, period: '2025', conclusion: '按新算法' })
  const used = await refusalOf(api.performance.dropMethod({ id }))
  expect(used.code).toBe('performance.version-used')
})

it('I4 a formula that cannot be computed is refused by what is wrong with it', async () => {
  const made = { name: '产量', item: { kind: 'reading' as const, parameter: plant.made.id } }
  const emission = { name: '排放', item: wholeEmission }
  const faults = [
    [{ formula: '排放 / 产', terms: [emission, made] }, 'performance.name-unknown'],
    [{ formula: '排放 / 2', terms: [emission, made], unit: 'tCO2e' as const }, 'performance.name-unused'],
    [
      { formula: '排放 + 排放', terms: [emission, emission], unit: 'tCO2e' as const },
      'performance.name-twice',
    ],
    [{ formula: '排放 + 产量' }, 'expression.units-differ'],
    [{ unit: 'tCO2e/MWh' as const }, 'expression.units-differ'],
  ] as const
  for (const [fault, code] of faults)
    expect((await refusalOf(plant.indicator({}, fault as never))).code, code).toBe(code)
  const factor = (await plant.api.monitoring.register({ facility: null })).parameters.find(
    ({ rollUp }) => rollUp === 'mean',
  )
  const mean = {
    terms: [emission, { name: '产量', item: { kind: 'reading' as const, parameter: factor!.id } }],
  }
  expect((await refusalOf(plant.indicator({}, mean))).code).toBe('performance.needs-sum')
})

it('I5 a month without production is missing, not zero', async () => {
  const { id } = await plant.indicator({ name: '缺月' })
  await plant.withdraw(plant.made, '2025-07')
  const { years, months } = await historyOf(id as never)
  expect(years[1]).toMatchObject({ value: null, missing: ['产量'] })
  expect(months[6]).toMatchObject({ period: '2025-07', value: null, missing: ['产量'] })
  expect(months[5]!.value).not.toBeNull()
  await plant.type(plant.made, '2025-07', '420')
})

it('I6 bought electricity is 0.1229 tce for each MWh, or the equal value of the year once it is entered', async () => {
  const { api } = plant
  const row = async (year: number, what: string) =>
    (await api.performance.energy({}))
      .find((each) => each.year === year)
      ?.rows.find((each) => each.what === what)?.value
  // 900 MWh × 12 × 0.1229 tce/MWh
  expect(await row(2025, 'electricity')).toBe('1327.32')
  expect(await row(2025, 'equal-value')).toBeNull()
  const fuel = await row(2025, 'fuel')
  // 10 t × 12 × 42.652 GJ/t ÷ 29.3076 GJ/tce
  expect(Number(fuel)).toBeCloseTo(5118.24 / 29.3076, 9)
  await api.performance.setEqualValue({ year: 2025, value: '0.2984', source: '国家统计局' })
  // 10800 × 0.2984 and the same fuel
  expect(Number(await row(2025, 'equal-value'))).toBeCloseTo(3222.72 + 5118.24 / 29.3076, 9)
  await api.performance.dropEqualValue({ year: 2025 })
  expect(await row(2025, 'equal-value')).toBeNull()
})

it('I7 the four levels follow the place, and a place counts only what stands in it', async () => {
  const { api, facility } = plant
  const unit = await api.organization.addNode({
    kind: 'unit',
    parent: facility,
    name: '空车间',
    code: null,
    tenure: 'owned',
    capacity: null,
    capacityUnit: null,
    model: null,
    maker: null,
    serialNo: null,
    place: null,
    note: null,
    validFrom: '2024-01-01',
  })
  const at = (node: typeof facility | null) =>
    plant.indicator(
      { name: `级别 ${node ?? ''}`, kind: 'emission', node },
      { formula: '排放', unit: 'tCO2e', terms: [{ name: '排放', item: { ...wholeEmission, node } as Item }] },
    )
  const [whole, site, process] = [await at(null), await at(facility), await at(unit.id)]
  expect([whole.level, site.level, process.level]).toEqual(['organization', 'site', 'process'])
  const values = async (id: string) => (await historyOf(id as never)).years[1]!.value
  expect(await values(site.id)).toBe(await values(whole.id))
  // No source stands there: there is nothing to add up, and that is not an emission of nothing.
  expect(await values(process.id)).toBeNull()
})

it('I8 what something was concluded from cannot be taken away', async () => {
  const { api } = plant
  const { id } = await plant.indicator({ name: '保留' })
  await api.performance.review({ id, period: '2025-03', conclusion: '正常' })
  expect((await refusalOf(api.performance.removeIndicator({ id }))).code).toBe('performance.indicator-used')
  expect((await api.performance.retireIndicator({ id })).retiredOn).toBe('2026-06-30')
  const none = await refusalOf(api.performance.review({ id, period: '2023', conclusion: '无' }))
  expect(none.code).toBe('performance.no-value')
})

it('I9 a value to compare with comes in a unit of the indicator', async () => {
  const { api } = plant
  const { id } = await plant.indicator({ name: '对标' })
  const value = {
    indicator: id,
    kind: 'domestic-advanced' as const,
    value: '1.2',
    year: 2024,
    source: '行业协会',
  }
  await api.performance.addReference({ ...value, unit: 'tCO2e/t' })
  expect((await refusalOf(api.performance.addReference({ ...value, unit: 'tCO2e/MWh' }))).code).toBe(
    'performance.reference-unit',
  )
  const shipped = await api.performance.shippedReferences({})
  expect(shipped.find(({ id: of }) => of === '2024/I/electricity/benchmark')?.value).toBe('0.791')
})

it('I10 a grant for one place reaches the indicators of that place and no others', async () => {
  const { facility, backend } = plant
  const whole = await plant.indicator({ name: '全厂' })
  const own = await plant.indicator({ name: '分厂', node: facility })
  const local = await backend.signInAs(['carbon-manager'], facility)
  const { name, kind, better, owner, driver } = own
  const facts = { name, kind, better, owner, driver, node: facility }
  expect((await local.api.performance.editIndicator({ ...facts, id: own.id, owner: '钱伟' })).owner).toBe(
    '钱伟',
  )
  const foreign = await refusalOf(local.api.performance.editIndicator({ ...facts, id: whole.id }))
  const widened = await refusalOf(local.api.performance.editIndicator({ ...facts, id: own.id, node: null }))
  expect([foreign.code, widened.code]).toEqual(['kernel.not-permitted', 'kernel.not-permitted'])
  const compared = {
    kind: 'benchmark' as const,
    value: '1',
    unit: 'tCO2e/t' as const,
    year: 2025,
    source: '行业',
  }
  const { id } = await local.api.performance.addReference({ ...compared, indicator: own.id })
  expect(await local.api.performance.removeReference({ id })).toEqual({})
  const other = await plant.api.performance.addReference({ ...compared, indicator: whole.id })
  const kept = await refusalOf(local.api.performance.removeReference({ id: other.id }))
  expect(kept.code).toBe('kernel.not-permitted')
})
