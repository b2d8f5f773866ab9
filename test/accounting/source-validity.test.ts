import { describe, expect, it } from 'vitest'

import type { InventoryDocument } from '#shared/accounting/document'
import { account } from '#shared/accounting/engine'
import { monthsOf } from '#shared/kernel/period'

import { june, source } from './inventories.ts'
import { library } from './library.ts'

const months = (...listed: readonly string[]) =>
  Object.fromEntries(listed.map((month) => [month, { value: '10' }]))
const stated = (id: string, listed: readonly string[], more = {}) =>
  source('stated', { id, amount: { unit: 'tCO2', months: months(...listed) }, ...more })
const year = (...sources: readonly Record<string, unknown>[]): InventoryDocument =>
  june(sources, { period: { by: 'month', from: '2025-01', to: '2025-12' } })

const told = (document: InventoryDocument) => {
  const { total, byMonth, bySource, incomplete, findings } = account(document, library)
  return {
    total: total.state === 'complete' ? total.figure.value.toFixed() : `lacks ${total.lines}`,
    months: byMonth.map(({ key }) => key),
    lines: bySource.map((each) => each.months.length),
    incomplete: incomplete.length,
    codes: findings.map(({ code }) => code),
  }
}

describe('a source counts in the months in which it was there', () => {
  it('V1 months before it ran and after it closed have no line: nothing is missing and nothing is zero', () => {
    expect(told(year(stated('boiler', ['2025-06'], { from: '2025-06', to: '2025-06' })))).toEqual({
      total: '10',
      months: ['2025-06'],
      lines: [1],
      incomplete: 0,
      codes: [],
    })
  })
  it('V2 a month within is asked for all the same', () => {
    const { total, codes } = told(year(stated('boiler', ['2025-06'], { from: '2025-05', to: '2025-06' })))
    expect([total, codes]).toEqual(['lacks 1', ['accounting.missing']])
  })
  it('V3 a source without limits is asked for every month of the period', () => {
    expect(told(year(stated('boiler', ['2025-06']))).total).toBe('lacks 11')
  })
  it('V4 months stand in order, whichever source brings them', () => {
    const late = stated('late', ['2025-12'], { from: '2025-12' })
    const early = stated('early', ['2025-01'], { to: '2025-01' })
    expect(told(year(late, early)).months).toEqual(['2025-01', '2025-12'])
  })
  it('V5 data of a month in which it was not there are told of and not counted', () => {
    const { total, codes } = told(year(stated('boiler', monthsOf(2025), { from: '2025-03' })))
    expect([total, codes]).toEqual(['100', ['accounting.data-beyond-source']])
  })
  it('V6 in a document by year a source of part of the year has its line', () => {
    const document = june([stated('boiler', ['2025'], { from: '2025-06', to: '2025-06' })], {
      period: { by: 'year', from: '2024', to: '2025' },
    })
    expect(told(document)).toMatchObject({ total: '10', months: ['2025'] })
  })
})
