import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Cell, type PlainKind, textCell } from '#shared/activity/cell'
import { isSum, periodOf, type PeriodRules } from '#shared/activity/cell-month'
import { monthAfter } from '#shared/kernel/period'

const daily: PeriodRules = { year: 2025, precision: 'day' }
const monthly: PeriodRules = { year: 2025, precision: 'month' }

function reads(text: string, rules: PeriodRules = daily, holds: PlainKind = 'text'): string {
  const cell: Cell = { ...textCell(text), holds, kind: holds }
  const outcome = periodOf(cell, rules)
  if (outcome.kind === 'missing') return 'missing'
  if (outcome.kind === 'trouble') {
    const { code, facts, repair } = outcome.trouble
    const either = facts['first'] === undefined ? '' : ` ${facts['first']}|${facts['second']}`
    return `${code.replace('activity.', '')}${either}${repair === null ? '' : ` -> ${repair}`}`
  }
  const { from, to, precision } = outcome.value
  return precision === 'month' ? from.slice(0, 7) : `${from}..${to}`
}

describe('months as people write them', () => {
  it.each([
    ['2025-01', '2025-01'],
    ['2025/1', '2025-01'],
    ['2025.1', '2025-01'],
    ['2025.12', '2025-12'],
    ['2025年1月', '2025-01'],
    ['2025年01月份', '2025-01'],
    ['２０２５年１月', '2025-01'],
    ['2025年 1月', '2025-01'],
    ['25年1月', '2025-01'],
    ['1月', '2025-01'],
    ['1月份', '2025-01'],
    ['十二月', '2025-12'],
    ['十月', '2025-10'],
    ['元月', '2025-01'],
    ['Jan 2025', '2025-01'],
    ['2025 Jan', '2025-01'],
    ['Jan', '2025-01'],
    ['January', '2025-01'],
    ['Sept 2025', '2025-09'],
    ['202501', '2025-01'],
    ['01/2025', '2025-01'],
    ['12', '2025-12'],
  ])('%s is %s', (text, period) => {
    expect(reads(text)).toBe(period)
  })
})

describe('days as people write them', () => {
  it.each([
    ['20250131', '2025-01-31..2025-02-01'],
    ['2025-01-31', '2025-01-31..2025-02-01'],
    ['2025/1/31', '2025-01-31..2025-02-01'],
    ['2025.1.31', '2025-01-31..2025-02-01'],
    ['2025年12月31日', '2025-12-31..2026-01-01'],
    ['1月31日', '2025-01-31..2025-02-01'],
    ['2025-01-31 08:30:00', '2025-01-31..2025-02-01'],
    ['31-Jan-2025', '2025-01-31..2025-02-01'],
    ['Jan 31, 2025', '2025-01-31..2025-02-01'],
    ['31/01/2025', '2025-01-31..2025-02-01'],
    ['01/31/2025', '2025-01-31..2025-02-01'],
    ['01/01/2025', '2025-01-01..2025-01-02'],
    ['2024-02-29', '2024-02-29..2024-03-01'],
  ])('%s is %s', (text, period) => {
    expect(reads(text)).toBe(period)
  })
  it('where only months count, a day stands for its month', () => {
    expect(reads('2025-01-01', monthly, 'date')).toBe('2025-01')
    expect(reads('2025-01-31', monthly)).toBe('2025-01')
  })
})

describe('what is no month and no day', () => {
  it.each([
    ['01/02/2025', 'two-dates 2025-02-01|2025-01-02'],
    ['Jan-25', 'two-dates 2025-01|01-25'],
    ['2025-13', 'no-such-date'],
    ['2025-02-30', 'no-such-date'],
    ['2025-02-29', 'no-such-date'],
    ['2025-00', 'no-such-date'],
    ['13月', 'no-such-date'],
    ['1825-01', 'no-such-date'],
    ['第一季度', 'period-too-long'],
    ['2025年一季度', 'period-too-long'],
    ['Q1', 'period-too-long'],
    ['2025Q1', 'period-too-long'],
    ['上半年', 'period-too-long'],
    ['2025年', 'period-too-long'],
    ['2025', 'period-too-long'],
    ['2025年度', 'period-too-long'],
    ['全年', 'period-too-long'],
    ['1-3月', 'period-too-long'],
    ['1月至3月', 'period-too-long'],
    ['2025年1月~3月', 'period-too-long'],
    ['合计', 'total-row'],
    ['总计', 'total-row'],
    ['Total', 'total-row'],
    ['平均值', 'total-row'],
    ['45658', 'date-as-number -> 2025-01-01'],
    ['45658.5', 'date-as-number -> 2025-01-01'],
    ['备注', 'not-a-period'],
    ['maybe', 'not-a-period'],
    ['', 'missing'],
    ['-', 'missing'],
  ])('%s is %s', (text, trouble) => {
    expect(reads(text)).toBe(trouble)
  })
  it('a number forgets its last zero, so 2025.1 may have been October', () => {
    expect(reads('2025.1', daily, 'number')).toBe('two-dates 2025-01|2025-10')
    expect(reads('2025.2', daily, 'number')).toBe('2025-02')
  })
  it('a month without a year needs one', () => {
    expect(reads('1月', { year: null, precision: 'month' })).toBe('year-unknown')
  })
  it('truth values, errors and formulas without a value are told', () => {
    expect(reads('TRUE', daily, 'boolean')).toBe('not-a-period')
    expect(reads('#REF!', daily, 'error')).toBe('cell-error')
    expect(isSum(' 合计 ')).toBe(true)
    expect(isSum('合成氨')).toBe(false)
  })
})

describe('invariants', () => {
  it('every month is read back from each way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 * 100 }), (offset) => {
        const month = monthAfter('1990-01', offset)
        const [year = '', number = ''] = month.split('-')
        for (const text of [
          month,
          `${year}/${Number(number)}`,
          `${year}年${Number(number)}月`,
          `${year}${number}`,
          `${number}/${year}`,
        ])
          expect(reads(text), text).toBe(month)
      }),
    )
  })
  it('every day is read back and lasts one day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-30'), noInvalidDate: true }),
        (date) => {
          const on = date.toISOString().slice(0, 10)
          const next = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10)
          expect(reads(on)).toBe(`${on}..${next}`)
          expect(reads(on.replaceAll('-', ''))).toBe(`${on}..${next}`)
        },
      ),
    )
  })
  it('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void reads(text)))
  })
})
