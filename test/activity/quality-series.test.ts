import fc from 'fast-check'
import { expect, it } from 'vitest'

import { checkDays, checkSeries, type Series } from '#shared/activity/quality-series'
import { medianOf, timesAway, usualOf } from '#shared/activity/quality-statistics'
import { monthAfter } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'

const series = (values: readonly string[], facts: Partial<Series> = {}, first = '2025-01'): Series => ({
  parameter: 'p',
  name: '煤耗',
  unit: 't',
  rollUp: 'sum',
  months: values.map((value, at) => ({ month: monthAfter(first, at), value })),
  yearValue: null,
  ...facts,
})
const codes = (given: Series, year = 2025) =>
  checkSeries(given, year).map(({ code, where }) => `${code} ${where.slice(2)}`)
const calm = ['1001', '1012', '993', '1024', '985', '1006', '1017', '998', '1029', '980', '1011', '1002']

it('a calm year says nothing', () => {
  expect(codes(series(calm))).toEqual([])
})

it('a month far from the median is named with how many times the usual spread it is away', () => {
  const found = checkSeries(series(calm.with(6, '1217')), 2025)
  expect(found.map(({ code }) => code)).toEqual(['activity.outlier'])
  expect(found[0]?.facts).toMatchObject({ month: '2025-07', value: '1217', median: '1004', count: 12 })
  expect(Number(found[0]?.facts['times'])).toBeGreaterThan(3.5)
})

it('with three other years, a month is held against its own season only', () => {
  const heating = ['3001', '2502', '1003', '204', '105', '106', '107', '108', '109', '510', '1511', '2812']
  const years = [...heating, ...heating, ...heating, ...heating].map((value, at) =>
    String(Number(value) + at),
  )
  expect(codes(series(years, {}, '2022-01'))).toEqual([])
  const cold = years.with(36 + 6, '1900')
  expect(codes(series(cold, {}, '2022-01'))).toContain('activity.outlier-season 2025-07')
})

it('a month more than twice or less than half of last year’s is a jump; a thousandfold is told of elsewhere', () => {
  const before = calm.map((value) => String(Number(value) + 3))
  const at = (value: string) => codes(series([...before, ...calm.with(0, value)], {}, '2024-01'))
  expect(at('2100')).toContain('activity.jump-year 2025-01')
  expect(at('480')).toContain('activity.jump-year 2025-01')
  expect(at('1500')).not.toContain('activity.jump-year 2025-01')
  expect(at('1001000')).not.toContain('activity.jump-year 2025-01')
})

it('the value of the year has to be what its months add up to, to the last digit', () => {
  const sum = calm.reduce((total, value) => total + Number(value), 0)
  expect(codes(series(calm, { yearValue: String(sum) }))).toEqual([])
  const [found] = checkSeries(series(calm, { yearValue: String(sum + 1) }), 2025)
  expect(found).toMatchObject({
    code: 'activity.year-differs',
    facts: { sum: String(sum), difference: '-1' },
  })
  expect(codes(series(calm.slice(1), { yearValue: '1' }))).toEqual([])
})

it('the same four digits in two months were probably copied; round numbers were not', () => {
  expect(codes(series(calm.with(3, '1001')))).toEqual(['activity.same-value 2025-01'])
  const round = ['1000', '1000', '1000']
  expect(codes(series(round))).toEqual([])
})

it('days far from the others are told of month by month', () => {
  const days = Array.from({ length: 30 }, (_, at) => ({
    day: `2025-06-${String(at + 1).padStart(2, '0')}`,
    value: String(100 + (at % 7)),
  }))
  expect(checkDays(series([]), days)).toEqual([])
  const wild = days.with(9, { day: '2025-06-10', value: '1030' })
  expect(checkDays(series([]), wild)[0]).toMatchObject({
    code: 'activity.outlying-days',
    facts: { count: 1, day: '2025-06-10', value: '1030' },
  })
})

const amounts = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 40 })
const decimals = (values: readonly number[]) => values.map((value) => new Decimal(value))

it('the median has as many values on either side, and does not care about order', () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const median = medianOf(decimals(values))!
      const below = values.filter((value) => median.gt(value)).length
      const above = values.filter((value) => median.lt(value)).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
      expect(medianOf(decimals(values.toReversed()))!.eq(median)).toBe(true)
    }),
  )
})

it('moving or scaling all values moves and scales what is usual, so that no unit makes a value odd', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 1000 }), (values, factor) => {
      const plain = usualOf(decimals(values))!
      const scaled = usualOf(decimals(values.map((value) => value * factor)))!
      expect(scaled.median.eq(plain.median.times(factor))).toBe(true)
      expect(scaled.spread.minus(plain.spread.times(factor)).abs().lt('1e-30')).toBe(true)
    }),
  )
})

it('a few wild values do not hide each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 10_000_000 }), (wild) => {
      const values = decimals([...calm.map(Number), wild, wild + 7])
      const usual = usualOf(values)!
      expect(timesAway(new Decimal(wild), usual)!.gt('3.5')).toBe(true)
      expect(timesAway(new Decimal(calm[0]!), usual)!.lt('3.5')).toBe(true)
    }),
  )
})
