import { expect, it } from 'vitest'

import type { Estimate } from '#shared/assets/contract'
import type { NewUnit } from '#shared/assets/model'
import { Decimal } from '#shared/kernel/quantity'
import type { NewParameter, Parameter } from '#shared/monitoring/model'
import { type Plant as AccountedPlant, startPlant } from '#test/accounting/plant'
import { parameterLike } from '#test/monitoring/support'
import { refusalOf } from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

interface Plant extends AccountedPlant {
  readonly gross: Parameter
  readonly heat: Parameter
  readonly hours: Parameter
  /** The same generation, heat, hours and diesel in the first months of a year. */
  readonly year: (year: number, gross: string, diesel: string, months?: number) => Promise<void>
  readonly unit: (facts?: object) => NewUnit
}

async function plantWithMeters(): Promise<Plant> {
  const plant = await startPlant()
  const { api, facility } = plant
  const [like] = (await api.monitoring.register({ facility: null })).sources
  const meter = async (role: string, name: string, unit: NewParameter['unit']) =>
    api.monitoring.addParameter({
      ...parameterLike(like!, { node: facility, role, name, unit, validFrom: '2020-01-01' }),
      source: null,
    })
  const gross = await meter('generation', '发电量', 'MWh')
  const heat = await meter('supplied-heat', '供热量', 'GJ')
  const hours = await meter('running-hours', '运行小时数', 'h')
  return {
    ...plant,
    gross,
    heat,
    hours,
    year: async (year, generated, diesel, months = 12) => {
      for (let at = 1; at <= months; at += 1) {
        const month = `${year}-${String(at).padStart(2, '0')}`
        await plant.type(gross, month, generated)
        await plant.type(heat, month, '1000')
        await plant.type(hours, month, '700')
        await plant.type(plant.diesel, month, diesel)
        await plant.type(plant.bought, month, '50')
      }
    },
    unit: (facts = {}) =>
      ({
        kind: 'power',
        node: facility,
        name: '1号机组',
        unitClass: 'II',
        cooling: 'water',
        isBackPressure: false,
        isCondensing: false,
        capacity: '50',
        gross: gross.id,
        supplied: null,
        heat: heat.id,
        heatRatio: null,
        hours: hours.id,
        validFrom: '2020-01-01',
        validTo: null,
        ...facts,
      }) as NewUnit,
  }
}
const codes = ({ findings }: Estimate) => findings.map(({ code }) => code)

it('E1 a year that is over is settled by its plan, down to figures that open', async () => {
  const plant = await plantWithMeters()
  const { api } = plant
  await plant.year(2024, '28000', '100')
  await api.assets.addUnit(plant.unit())
  const surrender = 'assets.task.surrender 2025-12-31'
  expect(askedOn(plant.backend.backend, '2025-11-01')).toContain(surrender)
  expect(askedOn(plant.backend.backend, '2025-09-01')).not.toContain(surrender)
  await api.assets.setTerms({
    year: 2024,
    allowancesHeld: '1000',
    creditsHeld: '500',
    creditBase: 'obligation',
    rounding: null,
    price: '80',
    priceSource: '全国碳市场月均价',
    priceDate: '2025-06-30',
    balance: null,
  })
  expect(askedOn(plant.backend.backend, '2025-11-01')).not.toContain(surrender)
  const estimate = await api.assets.estimate({ year: 2024 })
  // Generation 336,000 MWh at 28,000 ÷ (50 × 700) = 80 % load: no correction from 65 %.
  // 336,000 × 0.8049 + 12,000 × 0.1033 = 270,446.4 + 1,239.6 = 271,686 → 271,686
  expect(estimate.allocation.value).toBe('271686')
  expect(estimate.units[0]?.load?.value).toBe('0.8')
  expect([estimate.plan?.status, estimate.plan?.deadline, estimate.isForecast]).toEqual([
    'final',
    '2025-12-31',
    false,
  ])
  // Diesel alone is settled, purchased electricity is not: 1,200 t × 42.652 GJ/t × 0.0202 × 0.98 × 44/12 = 3,715.1…
  const emission = new Decimal(estimate.emission.value ?? '0')
  const fuel = (await api.accounting.glance({ year: 2024, facility: null }))?.byCategory.find(
    ({ key }) => key === 'fuel-combustion',
  )
  expect(emission.toFixed(2)).toBe(fuel?.value && new Decimal(fuel.value).toFixed(2))
  expect(estimate.obligation.value).toBe(emission.ceil().toFixed())
  const gap = emission.ceil().minus('271686').minus('1000')
  expect([estimate.gap.value, estimate.usableCredits.value]).toEqual([gap.toFixed(), '0'])
  expect(estimate.money?.value).toBe(gap.times(80).toFixed())
  // What the months leave adds up: the allowances of all of them less their emission.
  const last = estimate.leftByMonth.at(-1)
  const given = estimate.allocationByMonth.reduce((sum, { value }) => sum.plus(value ?? '0'), new Decimal(0))
  // Twelfths of carbon do not end; both sums carry sixty digits.
  expect(
    given
      .minus(emission)
      .minus(last?.value ?? '0')
      .abs()
      .lt('1e-40'),
  ).toBe(true)
  const left = await api.assets.figure({ year: 2024, path: last?.path ?? '', at: [] })
  expect(left.figure.value).toBe(last?.value)
  const opened = await api.assets.figure({ year: 2024, path: 'allocation', at: [0] })
  expect(opened.figure.code).toBe('assets.figure.unit-allocation')
  expect(codes(estimate)).toEqual([])
  await plant.backend.close()
})

it('E2 a running year is forecast: measured months, then what is planned, then last year’s profile scaled', async () => {
  const plant = await plantWithMeters()
  const { api, backend } = plant
  await plant.year(2025, '20000', '100')
  await plant.year(2026, '22000', '110', 6)
  const unit = await api.assets.addUnit(plant.unit())
  await api.assets.setPlanned({
    values: [{ unit: unit.id, item: 'gross', month: '2026-12', value: '30000' }],
  })
  const estimate = await api.assets.estimate({ year: 2026 })
  const gross = estimate.units[0]?.months.find(({ item }) => item === 'gross')?.months ?? []
  expect(gross.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: 6 }, () => 'actual'),
    ...Array.from({ length: 5 }, () => 'estimated'),
    'planned',
  ])
  // Six months at 22,000 against 20,000 the year before: each month to come is 20,000 × 1.1.
  expect(gross.slice(6).map(({ value }) => value)).toEqual([
    ...Array.from({ length: 5 }, () => '22000'),
    '30000',
  ])
  // (11 × 22,000 + 30,000) × 0.7985 + 12,000 × 0.1021 = 217,192 + 1,225.2, at 65 % load no correction
  expect(estimate.allocation.value).toBe('218417')
  expect(estimate.isForecast).toBe(true)
  expect(codes(estimate)).toEqual(['assets.draft-plan', 'assets.no-price'])
  expect(estimate.emission.months.slice(5, 7).map(({ kind }) => kind)).toEqual(['actual', 'estimated'])
  // By the output of 2025: (240,000 × 0.7985 + 12,000 × 0.1021) × 0.5 = 96,432.6 → 96,433
  expect(estimate.preAllocated?.value).toBe('96433')
  await api.assets.setPlanned({
    values: [{ unit: unit.id, item: 'gross', month: '2026-12', value: null }],
  })
  const again = await api.assets.estimate({ year: 2026 })
  expect(again.units[0]?.months[0]?.months.at(-1)).toMatchObject({ kind: 'estimated', value: '22000' })
  await backend.close()
})

it('E3 what is missing leaves no number: no allocation, no gap, and a finding that says which data', async () => {
  const plant = await plantWithMeters()
  const { api } = plant
  await plant.year(2024, '28000', '100', 11)
  const none = await api.assets.estimate({ year: 2024 })
  expect(codes(none)).toContain('assets.no-units')
  await api.assets.addUnit(plant.unit({ hours: null }))
  const estimate = await api.assets.estimate({ year: 2024 })
  expect(estimate.units[0]?.missing).toEqual(['gross', 'heat', 'load'])
  expect([estimate.allocation.value, estimate.emission.value, estimate.gap.value]).toEqual([null, null, null])
  expect(codes(estimate)).toEqual(['assets.emission-unknown', 'assets.unit-incomplete', 'assets.no-price'])
  expect((await refusalOf(api.assets.figure({ year: 2024, path: 'gap', at: [] }))).code).toBe(
    'accounting.no-figure',
  )
  await plant.backend.close()
})

it('E4 a unit is registered only with parameters that measure what they are taken for', async () => {
  const plant = await plantWithMeters()
  const { api } = plant
  const odd = await refusalOf(api.assets.addUnit(plant.unit({ hours: plant.gross.id })))
  expect(odd).toMatchObject({ code: 'assets.unit-of-parameter', facts: { unit: 'MWh', expected: 'h' } })
  const unit = await api.assets.addUnit(plant.unit())
  const changed = await api.assets.editUnit({ id: unit.id, facts: plant.unit({ unitClass: 'IV' }) })
  expect(changed).toMatchObject({ id: unit.id, unitClass: 'IV' })
  await api.assets.setPlanned({ values: [{ unit: unit.id, item: 'heat', month: '2026-12', value: '5' }] })
  await api.assets.removeUnit({ id: unit.id })
  expect(await api.assets.units({})).toEqual([])
  await plant.backend.close()
})

it('E3a a unit that began in the course of the year lacks nothing of the months before', async () => {
  const plant = await plantWithMeters()
  const { api } = plant
  for (const month of ['10', '11', '12'].map((each) => `2024-${each}`)) {
    await plant.type(plant.gross, month, '28000')
    await plant.type(plant.heat, month, '1000')
    await plant.type(plant.hours, month, '700')
  }
  await api.assets.addUnit(plant.unit({ validFrom: '2024-10-01' }))
  const { units, allocationByMonth } = await api.assets.estimate({ year: 2024 })
  // 84,000 MWh × 0.8049 + 3,000 GJ × 0.1033 = 67,611.6 + 309.9, at 80 % load
  expect([units[0]?.allocation.value, units[0]?.missing]).toEqual(['67922', []])
  expect(units[0]?.months[0]?.months.map(({ month }) => month)).toEqual(['2024-10', '2024-11', '2024-12'])
  expect(allocationByMonth.map(({ kind }) => kind === 'actual')).toEqual(
    Array.from({ length: 12 }, (_none, at) => at > 8),
  )
  await plant.backend.close()
})

it('E4a what is known for the whole year only is settled like any other, and expected again in the year after', async () => {
  const plant = await plantWithMeters()
  const { api, diesel } = plant
  for (let at = 1; at <= 12; at += 1)
    for (const [parameter, text] of [
      [plant.gross, '28000'] as const,
      [plant.heat, '1000'] as const,
      [plant.hours, '700'] as const,
    ])
      await plant.type(parameter, `2025-${String(at).padStart(2, '0')}`, text)
  const proofs = { note: null, proofs: [], unit: null }
  const ofYear = { parameter: diesel.id, from: '2025-01-01', to: '2026-01-01', text: '1200', ...proofs }
  await api.activity.submit({ readings: [ofYear], proofs: [], reason: null })
  await api.assets.addUnit(plant.unit())
  const settled = await api.assets.estimate({ year: 2025 })
  const fuel = (await api.accounting.glance({ year: 2025, facility: null }))?.byCategory.find(
    ({ key }) => key === 'fuel-combustion',
  )
  expect(new Decimal(settled.emission.value!).toFixed(2)).toBe(fuel?.value)
  expect((await api.assets.estimate({ year: 2026 })).emission.value).toBe(settled.emission.value)
  await plant.backend.close()
})

it('E4b several lines are given allowances for what stands at each, never for the whole plant twice', async () => {
  const plant = await startPlant()
  const { api, facility } = plant
  for (let at = 1; at <= 12; at += 1)
    await plant.type(plant.diesel, `2024-${String(at).padStart(2, '0')}`, '100')
  const plate = { code: null, tenure: 'owned' as const, capacity: null, capacityUnit: null, model: null }
  const more = { maker: null, serialNo: null, place: null, note: null, validFrom: '2020-01-01' }
  const tree = await api.organization.tree({})
  const site = tree.find(({ kind }) => kind === 'site')!.id
  const other = await api.organization.addNode({
    kind: 'facility',
    parent: site,
    name: '二线',
    ...plate,
    ...more,
  })
  const line = (name: string, node: string) => {
    const rest = { output: null, keepsVerified: false, validFrom: '2020-01-01', validTo: null }
    return { kind: 'industry', node, name, ...rest } as NewUnit
  }
  const first = await api.assets.addUnit(line('一线', facility))
  const alone = await api.assets.estimate({ year: 2024 })
  expect(alone.allocation.value).toBe(new Decimal(alone.emission.value!).toDecimalPlaces(0).toFixed())
  const second = await api.assets.addUnit(line('二线', other.id))
  const apart = await api.assets.estimate({ year: 2024 })
  expect(apart.units.map(({ allocation }) => allocation.value)).toEqual([alone.allocation.value, null])
  await api.assets.editUnit({ id: second.id, facts: line('二线', facility) })
  const together = await api.assets.estimate({ year: 2024 })
  expect([first.name, together.allocation.value]).toEqual(['一线', null])
  expect(codes(together).filter((code) => code === 'assets.line-incomplete')).toHaveLength(2)
  await plant.backend.close()
})

it('E5 what may be carried over is worked out from what was held, sold and bought', async () => {
  const plant = await startPlant()
  const carried = await plant.api.assets.carryOver({
    sector: 'power',
    holding: '20000',
    sold: '4000',
    bought: '0',
  })
  expect(carried).toEqual({ most: '16000', carried: '16000', toSell: '1600' })
  // 5,000 more bought than sold: the first 5,000 sold only make up for them. (10,000 + 1.5 × 5,000) ÷ 2.5
  const bought = { sector: 'power' as const, holding: '20000', sold: '0', bought: '5000' }
  expect(await plant.api.assets.carryOver(bought)).toMatchObject({ most: '10000', toSell: '7000' })
  await plant.backend.close()
})
