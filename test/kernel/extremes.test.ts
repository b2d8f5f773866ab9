import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fromRecord, toRecord } from '#shared/kernel/figure'
import { constant, greatestOf, leastOf, powerOf, rounded } from '#shared/kernel/figure-algebra'
import { replay } from '#shared/kernel/replay'

const named = { code: 'figure.number-of-formula' }
const tonnes = (value: string) => constant(value, 't', named)
const number = (value: string) => constant(value, 'ratio', named)

describe('caps, floors and powers', () => {
  it('take the smallest and the largest of what is given', () => {
    const figures = ['3', '-1.5', '2'].map(tonnes)
    expect(leastOf(figures, named).value.toFixed()).toBe('-1.5')
    expect(greatestOf(figures, named).value.toFixed()).toBe('3')
  })

  it('raise a factor close to one to a broken power: 1.015^(16 − 20 × 0.73)', () => {
    // Python's decimal at 40 digits: Decimal('1.015') ** Decimal('1.4') = 1.021062812125233630254092693820459550380
    const figure = powerOf(number('1.015'), number('1.4'), named)
    expect(figure.value.toFixed(15)).toBe('1.021062812125234')
    expect(replay(figure)).toEqual([])
  })

  it('are whole powers exactly where the exponent is whole', () => {
    expect(powerOf(number('1.015'), number('3'), named).value.toFixed()).toBe('1.045678375')
  })

  it('refuse units that differ and a base that is not above zero', () => {
    expect(() => leastOf([tonnes('1'), constant('1', 'MWh', named) as never], named)).toThrow()
    expect(() => powerOf(number('0'), number('2'), named)).toThrow()
  })

  it('are found out by replay when their value is altered', () => {
    const records = [
      leastOf([tonnes('3'), tonnes('2')], named),
      greatestOf([tonnes('3'), tonnes('2')], named),
      powerOf(number('1.015'), number('2.5'), named),
    ].map(toRecord)
    for (const record of records) {
      expect(replay(fromRecord(record))).toEqual([])
      expect(replay(fromRecord({ ...record, value: '2.5' }))).toMatchObject([{ trouble: 'value' }])
    }
  })

  it('round up what is owed and down what is had, and replay says the same', () => {
    const rule = { ruleSet: 'x', step: 'y', decimals: 0 }
    const cases = [
      ['4.0001', 'up', '5'],
      ['4', 'up', '4'],
      ['-4.2', 'up', '-5'],
      ['4.9999', 'down', '4'],
      ['-4.9', 'down', '-4'],
    ] as const
    for (const [value, mode, expected] of cases) {
      const figure = rounded(tonnes(value), { ...rule, mode })
      expect(figure.value.toFixed(), `${value} ${mode}`).toBe(expected)
      expect(replay(figure)).toEqual([])
    }
  })

  it('agree with replay for any base near one and any exponent of the rules', () => {
    const base = fc.integer({ min: 1, max: 3000 }).map((thousandths) => (thousandths / 1000).toFixed(3))
    const exponent = fc.integer({ min: -20_000, max: 20_000 }).map((part) => (part / 1000).toFixed(3))
    fc.assert(
      fc.property(base, exponent, (b, e) => replay(powerOf(number(b), number(e), named)).length === 0),
    )
  })
})
