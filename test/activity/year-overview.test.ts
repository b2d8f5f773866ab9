import { afterAll, beforeAll, expect, it } from 'vitest'

import { type MonthOverview, stepOf, timeOf } from '#shared/activity/year-overview'
import { inMonth, type Plant, startPlant } from '#test/activity/support'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const inYear = (year: number) => plant.api.activity.months({ year, facility: plant.facility })
const monthNamed = async (month: string) =>
  (await inYear(Number(month.slice(0, 4)))).find((each) => each.month === month)!
const all = (month: string) => ({
  select: { by: 'month' as const, facility: plant.facility, month, parameters: null },
  reason: '仅有一名用户',
})

it('Y1 a month is due while the next one runs, and late after that', () => {
  expect(timeOf('2026-11', '2026-11-30')).toBe('ahead')
  expect(timeOf('2026-11', '2026-12-01')).toBe('due')
  expect(timeOf('2026-11', '2026-12-31')).toBe('due')
  expect(timeOf('2026-11', '2027-01-01')).toBe('late')
})

it('Y2 a month goes from missing over submitted, checked and approved to sealed', async () => {
  const january = () => monthNamed('2024-01')
  expect(await january()).toMatchObject({ expected: 1, missing: 1, entered: 0, time: 'late' })
  expect(stepOf(await january())).toBe('enter')
  await plant.api.activity.submit({
    readings: [inMonth(plant.bought.id, '2024-01', '10')],
    proofs: [],
    reason: null,
  })
  expect(await january()).toMatchObject({ missing: 0, entered: 1, unchecked: 1, odd: 1 })
  expect(stepOf(await january())).toBe('check')
  await plant.api.activity.check(all('2024-01'))
  expect(stepOf(await january())).toBe('approve')
  await plant.api.activity.approve(all('2024-01'))
  expect(await january()).toMatchObject({ unchecked: 0, unapproved: 0, isSealed: false })
  expect(stepOf(await january())).toBe('seal')
  await plant.api.activity.seal({ facility: plant.facility, month: '2024-01', reason: '无凭据' })
  expect(stepOf(await january())).toBe('sealed')
})

it('Y3 a value of the whole year is asked for in December', async () => {
  const before = await inYear(2025)
  await plant.addParameter({ source: null, role: 'generated', frequency: 'year' })
  const after = await inYear(2025)
  expect(before.map(({ expected }) => expected)).toEqual(Array(12).fill(1))
  expect(after.map(({ expected }) => expected)).toEqual([...Array<number>(11).fill(1), 2])
})

it('Y4 no month of a year before the parameters existed is asked for anything', async () => {
  const months = await inYear(2020)
  expect(months).toHaveLength(12)
  expect(months.map(stepOf)).toEqual(Array(12).fill('empty'))
})

it('Y5 all facilities together are the places that have parameters', async () => {
  const months = await plant.api.activity.months({ year: 2024, facility: null })
  expect(new Set(months.map(({ facility }) => facility))).toEqual(new Set([plant.facility]))
})

it('Y6 the years with readings are told newest first', async () => {
  expect(await plant.api.activity.years({})).toEqual([2024])
})

it('Y7 a month that runs is ahead as long as something is missing', () => {
  const running: MonthOverview = {
    facility: plant.facility,
    name: '',
    month: '2026-11',
    time: 'ahead',
    expected: 2,
    missing: 1,
    entered: 1,
    unchecked: 1,
    unapproved: 0,
    odd: 0,
    isSealed: false,
  }
  expect(stepOf(running)).toBe('ahead')
})
