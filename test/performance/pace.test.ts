import { afterAll, beforeAll, expect, it } from 'vitest'

import { Decimal } from '#shared/kernel/quantity'
import { paceOf, plannedIn } from '#shared/performance/pace'

import { type Plant, startPlant, targetLike, wholeEmission } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
  await plant.year(2024, '1000', '10', '400')
  await plant.year(2025, '900', '10', '420')
  await plant.year(2026, '800', '10', '400', 4)
})
afterAll(() => plant.backend.close())

it('P1 the straight path is exact and the steps hold until the next', () => {
  const straight = { ...targetLike, baseYear: 2024, baseValue: '1000', value: '700', due: '2027-12-31' }
  expect([2023, 2024, 2025, 2026, 2027, 2028].map((year) => plannedIn(straight, year))).toEqual([
    null,
    '1000',
    '900',
    '800',
    '700',
    null,
  ])
  const steps = { ...straight, path: 'steps' as const, steps: [{ year: 2026, value: '850' }] }
  expect([2024, 2025, 2026, 2027].map((year) => plannedIn(steps, year))).toEqual([
    '1000',
    '1000',
    '850',
    '700',
  ])
})

it('P2 the running year is its months made up to twelve, and later years go on by the mean change', () => {
  const pace = paceOf({
    target: { ...targetLike, due: '2028-12-31', value: '700' },
    known: [
      { year: 2024, value: '1000', path: '' },
      { year: 2025, value: '960', path: '' },
    ],
    running: { year: 2026, months: 6, value: '930' },
    measures: [
      {
        ...({} as never as object),
        id: 'm',
        title: '光伏',
        state: 'running',
        expected: '120',
        due: '2026-09-30',
      } as never,
    ],
    better: 'less',
  })
  expect(pace.years.map(({ year, forecast }) => [year, forecast])).toEqual([
    [2024, null],
    [2025, null],
    [2026, '930'],
    [2027, '890'],
    [2028, '850'],
  ])
  expect(pace.years.map(({ withMeasures }) => withMeasures)).toEqual([null, null, '900', '770', '730'])
  expect(pace.rule).toMatchObject({ yearlyChange: '-40', from: 2024, to: 2025, months: 6 })
  expect(pace.verdict).toBe('behind')
})

it('P2a what measures bring is tCO2e: in the unit of an emission, and off nothing else', () => {
  const following = (unit: 'kgCO2e' | 'tce', better: 'less' | 'more' = 'less') =>
    paceOf({
      target: { ...targetLike, unit, due: '2026-12-31' },
      known: [{ year: 2025, value: '1000000', path: '' }],
      running: null,
      measures: [{ id: 'm', title: '光伏', state: 'running', expected: '120', due: '2025-12-31' } as never],
      better,
    }).years.map(({ withMeasures, reductions }) => [withMeasures, reductions])
  expect(following('kgCO2e').at(-1)).toEqual(['880000', ['120000']])
  expect(following('tce').at(-1)).toEqual([null, []])
  expect(following('kgCO2e', 'more').at(-1)).toEqual([null, []])
})

it('P2b a share of the running year is that of its months, not twelve of them', async () => {
  const { api } = plant
  const share = await plant.indicator(
    { name: '柴油排放占比', kind: 'free' },
    {
      formula: '柴油 / 排放',
      unit: '%',
      terms: [
        { name: '排放', item: wholeEmission },
        {
          name: '柴油',
          item: { kind: 'emission', node: null, category: 'fuel-combustion', scope: null, source: null },
        },
      ],
    },
  )
  const objective = await plant.objective()
  const target = await api.performance.addTarget({
    ...targetLike,
    indicator: share.id,
    baseValue: '5',
    value: '3',
    unit: '%',
    objective: objective.id,
  })
  const { months } = await api.performance.history({ id: share.id, year: 2026, version: null })
  const pace = (await api.performance.pace({ id: target.id }))!
  const off = new Decimal(pace.years[2]!.forecast!).minus(months[0]!.value!).abs()
  expect(off.lessThan('1e-40')).toBe(true)
})

it('P3 a target is followed from the readings of the plant', async () => {
  const { api } = plant
  const indicator = await plant.indicator(
    { name: '排放总量', kind: 'emission' },
    { formula: '排放', unit: 'tCO2e', terms: [{ name: '排放', item: wholeEmission }] },
  )
  const objective = await plant.objective()
  const { years } = await api.performance.history({ id: indicator.id, year: 2026, version: null })
  const target = await api.performance.addTarget({
    ...targetLike,
    indicator: indicator.id,
    baseValue: years[0]!.value,
    value: '1000',
    objective: objective.id,
  })
  const pace = (await api.performance.pace({ id: target.id }))!
  expect(pace.years.slice(0, 2).map(({ actual }) => actual)).toEqual([years[0]!.value, years[1]!.value])
  const months = (await api.performance.history({ id: indicator.id, year: 2026, version: null })).months
  const four = months.slice(0, 4).reduce((sum, { value }) => sum.plus(value!), new Decimal(0))
  expect(new Decimal(pace.years[2]!.forecast!).minus(four.times(3)).abs().lessThan('1e-40')).toBe(true)
  expect(pace.rule.months).toBe(4)
})
