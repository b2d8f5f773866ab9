import { expect, it } from 'vitest'

import { halfWidth, rootOfSquares, statedFor } from '#shared/accounting/uncertainty'
import { Decimal } from '#shared/kernel/quantity'

const one = new Decimal(1)
const two = new Decimal(2)
const combined = rootOfSquares([new Decimal(5), two])

it('U1 a factor of ±5 % and an amount of ±2 % combine to 5.39 %', () => {
  expect(combined.toFixed(2)).toBe('5.39')
})
it('U2 which is 550 kg of 10210 kg, and the printed interval of 9110 to 11310 takes twice that', () => {
  const amount = { value: new Decimal('10210'), uncertainty: { percent: combined, coverage: one } }
  expect(halfWidth(amount, one).toFixed(0)).toBe('550')
  expect(amount.value.minus(halfWidth(amount, two)).toSignificantDigits(3).toFixed()).toBe('9110')
  expect(amount.value.plus(halfWidth(amount, two)).toSignificantDigits(4).toFixed()).toBe('11310')
})
it('U3 what is stated for two standard deviations is half as much for one', () => {
  expect(statedFor(one, { percent: new Decimal('10'), coverage: two }).percent.toFixed()).toBe('5')
})
