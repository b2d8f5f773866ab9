import fc from 'fast-check'
import { expect, it } from 'vitest'

import { compareNumbers, grouped, lowered, shortened } from '#renderer/ui/number-text'
import { Decimal } from '#shared/kernel/quantity'

const amount = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).filter((whole) => whole !== 0n),
    fc.option(fc.stringMatching(/^\d{1,20}$/), { nil: null }),
  )
  .map(([whole, rest]) => (rest === null ? String(whole) : `${whole}.${rest}`))

it('thousands are grouped and no digit changes', () => {
  expect(grouped('1234567.8901')).toBe('1,234,567.8901')
  expect(grouped('-999.5')).toBe('−999.5')
  expect(grouped('0.0001234')).toBe('0.0001234')
  fc.assert(
    fc.property(amount, (text) => {
      expect(grouped(text).replaceAll(',', '').replace('−', '-')).toBe(text)
    }),
  )
})

it('what is no number is shown as it is', () => {
  expect(grouped('1O23')).toBe('1O23')
  expect(grouped('')).toBe('')
})

it('a shortened number is off by half a unit of its last place at most', () => {
  expect(shortened('1234567.8912345', 2)).toBe('1234567.89')
  expect(shortened('0.5', 2)).toBe('0.5')
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 8 }), (text, decimals) => {
      const off = new Decimal(shortened(text, decimals)).minus(text).abs()
      expect(off.lessThanOrEqualTo(new Decimal('0.5').times(new Decimal(10).pow(-decimals)))).toBe(true)
    }),
  )
})

it('numbers are ordered by value, not by their letters', () => {
  expect(['10', '9', '-2.5', '9.05'].toSorted(compareNumbers)).toEqual(['-2.5', '9', '9.05', '10'])
  expect(['1', '', '-1'].toSorted(compareNumbers)).toEqual(['', '-1', '1'])
})

it('the digits of formulas stand low, the digits of powers and names do not', () => {
  const marked = (text: string) => lowered(text).map((piece) => (piece.low ? `[${piece.text}]` : piece.text))
  expect(marked('tCO2e/MWh').join('')).toBe('tCO[2]e/MWh')
  expect(marked('tCO₂').join('')).toBe('tCO[2]')
  expect(marked('tN2O, CH4, SF6, NF3, CF4, C2F6, H2O').join('')).toBe(
    'tN[2]O, CH[4], SF[6], NF[3], CF[4], C[2]F[6], H[2]O',
  )
  expect(marked('GJ/10⁴ Nm³').join('')).toBe('GJ/10⁴ Nm³')
  expect(marked('HFC-134a 2026').join('')).toBe('HFC-134a 2026')
})
