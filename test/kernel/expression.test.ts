import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { expressionText, namesIn, parseExpression } from '#shared/kernel/expression'
import { figureOf, inMeasure } from '#shared/kernel/expression-figure'
import type { Figure } from '#shared/kernel/figure'
import { constant } from '#shared/kernel/figure-algebra'
import { Decimal } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import { replay } from '#shared/kernel/replay'
import type { Measure } from '#shared/kernel/units'

const given = (values: Record<string, readonly [string, Measure]>) => (name: string) => {
  const value = values[name]
  return value ? constant(value[0], value[1], { code: 'figure.number-of-formula' }) : null
}
const compute = (text: string, values: Record<string, readonly [string, Measure]>): Figure | null =>
  figureOf(parseExpression(text), given(values))
const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (trouble) {
    return trouble instanceof Refusal ? trouble.code : trouble
  }
  return 'nothing refused'
}

describe('a formula written by people', () => {
  it('computes a tree with units that can be replayed', () => {
    const figure = compute('Q × r × 44[tCO2/tC] ÷ 12', { Q: ['100', 't'], r: ['0.3', 'tC/t'] })
    expect(figure?.value.toFixed()).toBe('110')
    expect(figure?.unit).toBe('tCO2')
    expect(figure && replay(figure)).toEqual([])
  })

  it('reads Chinese names, full-width signs and brackets', () => {
    expect(namesIn(parseExpression('（产量＋库存_1）×单耗－回收'))).toEqual([
      '产量',
      '库存_1',
      '单耗',
      '回收',
    ])
  })

  it('takes away from left to right and multiplies before it adds', () => {
    expect(compute('10 - 4 - 3 + 2 * 3', {})?.value.toFixed()).toBe('9')
    expect(compute('100 / 5 / 2', {})?.value.toFixed()).toBe('10')
  })

  it('converts the terms of a sum into the unit of the first', () => {
    const figure = compute('a + b - c', { a: ['1', 't'], b: ['500', 'kg'], c: ['250', 'kg'] })
    expect([figure?.value.toFixed(), figure?.unit]).toEqual(['1.25', 't'])
  })

  it('has no result while one of its names has none', () => {
    expect(compute('a + b', { a: ['1', 't'] })).toBeNull()
  })

  it('refuses what cannot be computed, and says why', () => {
    const at = given({ a: ['1', 't'], b: ['2', 'MWh'], zero: ['0', 'ratio'] })
    const run = (text: string) => codeOf(() => figureOf(parseExpression(text), at))
    expect(run('a + b')).toBe('expression.units-differ')
    expect(run('a * b')).toBe('expression.no-measure')
    expect(run('a / zero')).toBe('expression.division-by-zero')
    expect(run('3[furlong]')).toBe('expression.unknown-unit')
    for (const text of ['', 'a +', '(a', 'a b', '2..5', 'a $ b', ')', '* a'])
      expect(run(text), text).toBe('expression.unexpected')
    expect(codeOf(() => inMeasure(constant('1', 't', { code: 'x' }), 'MWh'))).toBe('expression.units-differ')
  })

  it('says at which character the text stops making sense', () => {
    expect(expressionText.safeParse('a + * b').error?.issues[0]).toMatchObject({
      message: 'expression.unexpected',
      params: { place: 5 },
    })
  })

  it('agrees with decimals added by hand for any sums and differences', () => {
    const terms = fc.array(fc.tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 1e9 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(terms, (list) => {
        const text = `0 ${list.map(([sign, value]) => `${sign} ${value}`).join(' ')}`
        const sum = list.reduce(
          (left, [sign, value]) => (sign === '+' ? left.plus(value) : left.minus(value)),
          new Decimal(0),
        )
        return compute(text, {})?.value.eq(sum) === true
      }),
    )
  })
})
