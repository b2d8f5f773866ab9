import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Cell, PlainKind } from '#shared/activity/cell'
import { numberInText, numberOf, type NumberRules, plainDecimal } from '#shared/activity/cell-number'

const usual: NumberRules = { allowsNegative: false, decimalMark: 'point' }

/** What a text comes to: `1234.5 t (notice)`, `missing`, or `code -> repair`. */
function reads(text: string, rules: NumberRules = usual): string {
  return told(numberInText(text, rules))
}
function told(outcome: ReturnType<typeof numberOf>): string {
  if (outcome.kind === 'missing') return 'missing'
  if (outcome.kind === 'trouble') {
    const { code, repair } = outcome.trouble
    return repair === null ? code.replace('activity.', '') : `${code.replace('activity.', '')} -> ${repair}`
  }
  const { mantissa, scale, unit } = outcome.value
  const notices = outcome.notices.map((notice) => ` (${notice.code.replace('activity.', '')})`).join('')
  return `${plainDecimal(mantissa, scale)}${unit === null ? '' : ` ${unit}`}${notices}`
}
function stored(text: string, kind: Cell['kind'] = 'number', holds: PlainKind = 'number'): Cell {
  return { kind, holds, text, raw: text, merged: null }
}

describe('numbers as people write them', () => {
  it.each([
    ['1200', '1200'],
    [' 1200 ', '1200'],
    ['0', '0'],
    ['-0', '0'],
    ['0012', '12'],
    ['1200.50', '1200.5'],
    ['.5', '0.5'],
    ['1200.', '1200'],
    ['+12', '12'],
    ['１２３', '123 (full-width)'],
    ['１，２３４．５', '1234.5 (full-width)'],
    ['1,234.5', '1234.5'],
    ['12,345,678', '12345678'],
    ["1'234.5", '1234.5'],
    ['1 240,5', '1240.5 (decimal-comma)'],
    ['1\u00a0240\u00a0500', '1240500'],
    ['1.240,5', '1240.5 (decimal-comma)'],
    ['1240,5', '1240.5 (decimal-comma)'],
    ['0,123', '0.123 (decimal-comma)'],
    ['1,234', '1234 (comma-as-thousands)'],
    ['1.234', '1.234'],
    ['1.2E+3', '1200'],
    ['1.2e-3', '0.0012'],
    ['1E14', '100000000000000'],
    ['1200 t', '1200 t'],
    ['1200吨', '1200 t'],
    ['1,200.5 万千瓦时', '1200.5 10^4 kWh'],
    ['1200(t)', '1200 t'],
    ['12.5%', '12.5 %'],
    ['１２．５％', '12.5 % (full-width)'],
    ['123456789012345', '123456789012345'],
    ['0.000000000001', '0.000000000001'],
    ['100.000000000000000', '100'],
  ])('%s is %s', (text, value) => {
    expect(reads(text)).toBe(value)
  })

  it.each(['', ' ', '\u3000', '-', '—', '——', '－', '/', '／', '无', 'N/A', 'null'])(
    '“%s” is missing, not zero',
    (text) => {
      expect(reads(text)).toBe('missing')
    },
  )

  it.each([
    ['1e999', 'number-too-large'],
    ['1e999999999', 'number-too-large'],
    ['1000000000000000', 'number-too-large'],
    ['1e99999999999999', 'number-too-large'],
    ['1e-400', 'too-precise'],
    ['1e-999999999', 'too-precise'],
    ['0.1234567890123', 'too-precise -> 0.123456789012'],
    ['123456789.1234567', 'too-precise -> 123456789.123457'],
    ['0.0000000000001', 'too-precise'],
    ['-5', 'negative'],
    ['－5', 'negative'],
    ['−5', 'negative'],
    ['(1,234.5)', 'negative'],
    ['（5）', 'negative'],
    ['5-', 'negative'],
    ['1.240.500', 'two-readings'],
    ['12,34,567', 'bad-grouping -> 1234567'],
    ['1,23.4', 'bad-grouping'],
    ['12 5', 'bad-grouping'],
    ['1200,', 'bad-grouping -> 1200'],
    ['约1200', 'text-in-number -> 1200'],
    ['1200左右', 'text-in-number -> 1200'],
    ['1200 箱', 'text-in-number -> 1200'],
    ['<0.5', 'text-in-number'],
    ['1200以上', 'text-in-number'],
    ['1200+300', 'not-a-number'],
    ['2025-01', 'not-a-number'],
    ['12a34', 'not-a-number'],
    ['一百', 'not-a-number'],
    ['停机', 'not-a-number'],
    ['#DIV/0!', 'cell-error'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['0x1F', 'not-a-number'],
  ])('%s is refused: %s', (text, trouble) => {
    expect(reads(text)).toBe(trouble)
  })

  it('the two readings of 1.240.500 are both named', () => {
    const outcome = numberInText('1.240.500', usual)
    expect(outcome).toMatchObject({
      trouble: { facts: { first: '1240500', second: '1240.500' }, repair: null },
    })
  })

  it('a file that writes decimals with a comma is read so throughout', () => {
    const comma: NumberRules = { ...usual, decimalMark: 'comma' }
    expect(reads('1,234', comma)).toBe('1.234 (decimal-comma)')
    expect(reads('1.234', comma)).toBe('1234 (comma-as-thousands)')
    expect(reads('1.234,5', comma)).toBe('1234.5 (decimal-comma)')
  })

  it('less than nothing is taken where the parameter allows it', () => {
    const stock: NumberRules = { ...usual, allowsNegative: true }
    expect(reads('-12.5', stock)).toBe('-12.5')
    expect(reads('(1,200)', stock)).toBe('-1200 (comma-as-thousands)')
    expect(reads('-0.00', stock)).toBe('0')
  })
})

describe('numbers as a spreadsheet stores them', () => {
  it('what binary arithmetic left behind is told, and the digits that are shown are proposed', () => {
    expect(told(numberOf(stored('0.30000000000000004'), usual))).toBe('float-noise -> 0.3')
    expect(told(numberOf(stored('1234.5678900000001'), usual))).toBe('float-noise -> 1234.56789')
    expect(told(numberOf(stored('0.1'), usual))).toBe('0.1')
    expect(told(numberOf(stored('1e+21'), usual))).toBe('number-too-large')
  })
  it('a formula gives its stored value and says so; without one it is refused', () => {
    expect(told(numberOf(stored('42', 'formula'), usual))).toBe('42 (formula-value)')
    expect(told(numberOf(stored('', 'formula', 'empty'), usual))).toBe('formula-without-value')
  })
  it('dates, truth values and errors are not numbers', () => {
    expect(told(numberOf(stored('2025-01-02', 'date', 'date'), usual))).toBe('date-not-number')
    expect(told(numberOf(stored('TRUE', 'boolean', 'boolean'), usual))).toBe('not-a-number')
    expect(told(numberOf(stored('#REF!', 'error', 'error'), usual))).toBe('cell-error')
    expect(told(numberOf(stored('#REF!', 'formula', 'error'), usual))).toBe('cell-error')
  })
})

describe('invariants', () => {
  const stock: NumberRules = { allowsNegative: true, decimalMark: 'point' }
  const amount = fc.tuple(
    fc.bigInt({ min: -(10n ** 15n - 1n), max: 10n ** 15n - 1n }),
    fc.integer({ min: 0, max: 12 }),
  )

  it('every number the store can hold is read back to itself, with and without separators', () => {
    fc.assert(
      fc.property(amount, ([mantissa, scale]) => {
        const plain = plainDecimal(String(mantissa), scale)
        const grouped = plain.replace(
          /^(-?)(\d+)/,
          (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','),
        )
        for (const text of [plain, grouped]) {
          const outcome = numberInText(text, stock)
          if (outcome.kind !== 'value') throw new Error(`${text}: ${JSON.stringify(outcome)}`)
          const back = plainDecimal(outcome.value.mantissa, outcome.value.scale)
          expect(back).toBe(plain.includes('.') ? plain.replace(/\.?0+$/, '').replace(/^-0$/, '0') : plain)
        }
      }),
    )
  })
  it('no text at all makes it throw, and what is taken keeps to the limits', () => {
    const alphabet = fc.constantFrom(..."0123456789.,-+eE%() 吨t'１．，－万/".split(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: alphabet, maxLength: 24 })), (text) => {
        const outcome = numberInText(text, stock)
        if (outcome.kind !== 'value') return
        expect(outcome.value.mantissa).toMatch(/^-?\d{1,15}$/)
        expect(outcome.value.scale).toBeGreaterThanOrEqual(0)
        expect(outcome.value.scale).toBeLessThanOrEqual(12)
      }),
      { numRuns: 2000 },
    )
  })
  it('a proposed repair can always be taken', () => {
    const alphabet = fc.constantFrom(...'0123456789.,-约tE'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 24 }), (text) => {
        const outcome = numberInText(text, stock)
        if (outcome.kind !== 'trouble' || outcome.trouble.repair === null) return
        expect(numberInText(outcome.trouble.repair, stock).kind, outcome.trouble.repair).toBe('value')
      }),
      { numRuns: 2000 },
    )
  })
})
