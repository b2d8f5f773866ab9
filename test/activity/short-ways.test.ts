import fc from 'fast-check'
import { expect, it } from 'vitest'

import { cellFrom } from '#electron/activity/xlsx-cell'
import { sumOfSubtotals, sumText, textOf } from '#shared/activity/amounts'
import { numberOf, plainDecimal } from '#shared/activity/cell-number'
import { Decimal } from '#shared/kernel/quantity'
import type { Measure } from '#shared/kernel/units'

// What nearly all numbers are is read and written by shorter ways; they come to what the long ones come to.
const units: readonly Measure[] = ['MWh', 'kWh']
const subtotal = fc.record({
  unit: fc.constantFrom(...units),
  scale: fc.integer({ min: 0, max: 12 }),
  count: fc.constant(1),
  high: fc.oneof(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.maxSafeInteger()),
  low: fc.integer({ min: -99_999_999, max: 99_999_999 }),
})

it('W1 the text of a month’s sum is that of its exact number', () => {
  fc.assert(
    fc.property(fc.array(subtotal, { maxLength: 2 }), (subtotals) => {
      expect(sumText(subtotals, 'MWh')).toBe(textOf(sumOfSubtotals(subtotals, 'MWh')))
    }),
  )
})

it('W2 a stored number is the shortest decimal that gives the same binary number', () => {
  const digits = fc.stringMatching(/^-?\d{1,17}(\.\d{1,17})?$/)
  fc.assert(
    fc.property(digits, (value) => {
      const { text } = cellFrom(
        { type: 'n', shape: 'plain', value, formula: null },
        { texts: [], from1904: false },
      )
      expect(Number(text)).toBe(Number(value))
      expect(text.replace('-', '').length).toBeLessThanOrEqual(String(Number(value)).replace('-', '').length)
    }),
    { examples: [['0.000001'], ['0.0000001'], ['0.1234567'], ['123456789.1234567'], ['1.50'], ['0.10']] },
  )
})

it('W3 mantissa and scale are the number, with no zero too many', () => {
  const entered = fc.stringMatching(/^\d{1,9}(\.\d{1,6})?$/)
  fc.assert(
    fc.property(entered, (text) => {
      const read = numberOf(
        { kind: 'text', text, raw: text, holds: 'text', merged: null },
        { allowsNegative: true, decimalMark: 'point' },
      )
      if (read.kind !== 'value') throw new Error(`${text} is a number`)
      const { mantissa, scale } = read.value
      expect(new Decimal(plainDecimal(mantissa, scale)).eq(text)).toBe(true)
      expect(scale === 0 || !mantissa.endsWith('0')).toBe(true)
      expect(mantissa === '0' || !mantissa.startsWith('0')).toBe(true)
    }),
  )
})
