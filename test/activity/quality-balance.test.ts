import { expect, it } from 'vitest'

import {
  checkClosedInTime,
  checkPriority,
  checkProduct,
  checkStock,
  checkUnits,
  closingDeadline,
  type ValueIn,
} from '#shared/activity/quality-balance'
import { monthsOf } from '#shared/kernel/period'

const always =
  (value: string | null): ValueIn =>
  () =>
    value
const coal = { source: 's', name: '燃煤', unit: 't', purchased: always('100'), closing: always('50') }
const places = (found: readonly { readonly code: string; readonly where: string }[]) =>
  found.map(({ code, where }) => `${code} ${where}`)

it('opening stock and purchases less closing stock is what was burnt, to 2 %', () => {
  expect(checkStock({ ...coal, consumed: always('100') }, 2025)).toEqual([])
  expect(checkStock({ ...coal, consumed: always('102') }, 2025)).toEqual([])
  const apart = checkStock({ ...coal, consumed: (month) => (month === '2025-05' ? '103' : '100') }, 2025)
  expect(apart).toMatchObject([
    { code: 'activity.stock-differs', where: 's/2025-05', facts: { expected: '100', percent: '2.9' } },
  ])
})

it('small differences of every month that add up are found in the year; a month that is not known is no difference', () => {
  const drifting = checkStock({ ...coal, consumed: always('103') }, 2025)
  expect(drifting).toHaveLength(13)
  expect(drifting.at(-1)).toMatchObject({ where: 's/2025', facts: { expected: '1200', consumed: '1236' } })
  expect(checkStock({ ...coal, purchased: always(null), consumed: always('500') }, 2025)).toEqual([])
})

it('the units add up to the plant, to 0.5 %', () => {
  const plant = (parts: readonly string[]) =>
    checkUnits(
      {
        parameter: 'p',
        name: '发电量',
        unit: 'MWh',
        whole: (month) => (month === '2025-01' ? '1000' : null),
        parts: parts.map((value, at) => ({ name: `${at + 1}#`, value: always(value) })),
      },
      2025,
    )
  expect(plant(['600', '404'])).toEqual([])
  expect(plant(['600', '410'])).toMatchObject([
    { code: 'activity.units-differ', where: 'p/2025-01', facts: { sum: '1010', percent: '1' } },
  ])
})

it('the months of a product come to the output that is stated for the year, to its decimals', () => {
  const power = (output: string, month: string | null) =>
    checkProduct({ parameter: 'p', name: '供电量', unit: 'MWh', output, monthly: always(month) }, 2025)
  expect(power('1200.5', '100.04')).toEqual([])
  expect(power('1200', '100.04')).toEqual([])
  expect(power('1300', '100.04')).toMatchObject([
    { code: 'activity.product-differs', where: 'p/2025', facts: { sum: '1200.48', percent: '8.3' } },
  ])
  expect(power('1300', null)).toEqual([])
})

it('within a year data come from no lesser origin than before', () => {
  const one = { id: 'a', name: '煤耗', determination: 'measured', validFrom: '2024-01-01' } as const
  const slips = { id: 'b', name: '煤耗', determination: 'supplier', validFrom: '2025-06-01' } as const
  expect(places(checkPriority({ parameters: [one, slips] }, 2025))).toEqual([
    'activity.priority-down b/2025-06',
  ])
  expect(checkPriority({ parameters: [one, slips] }, 2026)).toEqual([])
  const better = { ...one, id: 'c', validFrom: '2025-09-01' }
  expect(checkPriority({ parameters: [{ ...slips, validFrom: '2024-01-01' }, better] }, 2025)).toEqual([])
})

it('a month is closed within 40 days of its end', () => {
  expect(closingDeadline('2025-01')).toBe('2025-03-12')
  const place = { id: 'f', name: '热电分厂' }
  const [january] = monthsOf(2025)
  const months = (sealedOn: string | null) => [{ month: january!, sealedOn }]
  expect(checkClosedInTime(place, months('2025-03-12'), '2025-12-31')).toEqual([])
  expect(checkClosedInTime(place, months('2025-03-13'), '2025-12-31')).toMatchObject([
    { code: 'activity.closed-late', severity: 'note', facts: { days: 1 } },
  ])
  expect(checkClosedInTime(place, months(null), '2025-03-12')).toEqual([])
  expect(places(checkClosedInTime(place, months(null), '2025-03-13'))).toEqual([
    'activity.not-closed-in-time f/2025-01',
  ])
})
