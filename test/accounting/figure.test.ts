import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { figureTexts } from '#shared/accounting/figure-texts'
import { canonical } from '#shared/kernel/canonical'
import { type Figure, figureRecord, fromRecord, toRecord } from '#shared/kernel/figure'
import {
  constant,
  converted,
  differenceOf,
  named,
  over,
  roundBy,
  rounded,
  share,
  sumOf,
  times,
  weightedMean,
} from '#shared/kernel/figure-algebra'
import { Decimal } from '#shared/kernel/quantity'
import { replay, replayWith } from '#shared/kernel/replay'
import type { Unit } from '#shared/kernel/units'

const leaf = <M extends Unit | `${Unit}/${Unit}`>(value: string, unit: M): Figure<M> =>
  constant(value, unit, { code: 'accounting.activity' })

/** 21 × 10⁴ Nm³ of gas by C_ar rounded to two decimals, as the power form has it. */
function gas(): Figure<'tCO2'> {
  const carbon = rounded(leaf('5.9642292', 'tC/10^4 Nm3'), {
    ruleSet: 'mee-power-form',
    step: 'carbon-content-received-gas',
    decimals: 2,
    mode: 'half-up',
  })
  const burnt = share(times(leaf('21', '10^4 Nm3'), carbon), leaf('0.99', 'ratio'))
  return named(over(times(burnt, leaf('44', 'tCO2/tC')), leaf('12', 'ratio')), {
    code: 'accounting.fuel-combustion',
  })
}

describe('units', () => {
  it('F1 a rate per another unit does not compile', () => {
    // @ts-expect-error a rate per MWh cannot be applied to tonnes
    expect(() => times(leaf('1', 't'), leaf('0.5', 'tCO2/MWh'))).toThrow()
    // @ts-expect-error tonnes of carbon and of carbon dioxide are not added
    expect(() => sumOf('tC', [leaf('1', 'tCO2')], { code: 'accounting.total' })).toThrow()
  })
  it('F2 and is stopped at run time, because amounts come from files', () => {
    const wrong: Figure<never> = leaf('0.5', 'tCO2/MWh') as never
    expect(() => times(leaf('1', 't'), wrong)).toThrow('is not per')
  })
  it('F3 a chain of factors is one product with all of them as operands', () => {
    const chain = times(times(leaf('2', 't'), leaf('3', 'GJ/t')), leaf('5', 'tC/GJ'))
    expect([chain.operands.length, chain.unit, chain.value.toFixed()]).toEqual([3, 'tC', '30'])
  })
  it('F4 there and back in another unit is the same number', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(...energy), fc.constantFrom(...energy), (value, from, to) => {
        const there = converted(leaf(value, from), to)
        expect(short(converted(there, from).value)).toBe(short(new Decimal(value)))
        expect(replay(there)).toEqual([])
      }),
    )
  })
})
const energy = ['GJ', 'MWh', 'kWh', 'TJ', 'kcal', 'mmBtu', 'therm', '10^4 kWh', 'tce'] as const
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 9 }))
  .map(([mantissa, scale]) => new Decimal(mantissa.toString()).div(new Decimal(10).pow(scale)).toFixed())
const short = (value: Decimal) => value.toSignificantDigits(50).toFixed()

describe('rounding', () => {
  it('F5 a true tie is seen though a division by three came before it', () => {
    const tie = over(leaf('0.15', 't'), leaf('3', 'ratio'))
    const third = over(leaf('1', 't'), leaf('3', 'ratio'))
    const sum = sumOf('t', [third, third, third], { code: 'accounting.total' })
    const nearly = differenceOf(sum, [leaf('0.95', 't')], { code: 'accounting.total' })
    for (const figure of [tie, nearly])
      expect(roundBy(figure.value, { decimals: 1, mode: 'half-up' }).toFixed()).toBe('0.1')
  })
  it('F6 half-up goes away from zero, half-even to the even neighbour', () => {
    const to = (value: string, mode: 'half-up' | 'half-even') =>
      roundBy(new Decimal(value), { decimals: 0, mode }).toFixed()
    expect([
      to('2.5', 'half-up'),
      to('-2.5', 'half-up'),
      to('2.5', 'half-even'),
      to('3.5', 'half-even'),
    ]).toEqual(['3', '-3', '2', '4'])
  })
})

describe('a stored figure', () => {
  it('F7 comes back as it was, byte for byte', () => {
    const text = canonical(toRecord(gas()))
    expect(canonical(toRecord(fromRecord(figureRecord.parse(JSON.parse(text)))))).toBe(text)
    expect(text).not.toContain('"value":4')
  })
  it('F8 is refused when its unit or number is none', () => {
    expect(figureRecord.safeParse({ ...toRecord(gas()), unit: 'tons' }).success).toBe(false)
    expect(figureRecord.safeParse({ ...toRecord(gas()), value: '1e3' }).success).toBe(false)
  })
})

describe('replay', () => {
  it('F9 agrees with what the constructors made', () => {
    expect(replay(gas())).toEqual([])
    expect(gas().value.toFixed()).toBe('454.3308')
  })
  it('F10 finds a changed result alone, and a changed leaf in all that stands on it', () => {
    const record = toRecord(gas())
    const total = fromRecord({ ...record, value: '454.65' })
    expect(replay(total)).toEqual([
      { path: '', code: 'accounting.fuel-combustion', trouble: 'value', stated: '454.65' },
    ])
    const [product, twelve] = record.operands
    const [fuel, ...others] = product!.operands
    const changed = fromRecord({
      ...record,
      operands: [{ ...product!, operands: [{ ...fuel!, value: '22' }, ...others] }, twelve!],
    })
    expect(replay(changed).map(({ path }) => path)).toEqual(['0', ''])
  })
  it('F11 finds a unit that does not follow and an operation without its operands', () => {
    const record = toRecord(gas())
    expect(replay(fromRecord({ ...record, unit: 'tC' }))[0]?.trouble).toBe('unit')
    expect(replay(fromRecord({ ...record, operation: 'weighted-mean', operands: [] }))).toContainEqual(
      expect.objectContaining({ trouble: 'shape' }),
    )
  })
  it('F12 agrees on any sum, difference and weighted mean', () => {
    const weights = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(String)
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, weights), { minLength: 1, maxLength: 20 }), (rows) => {
        const values = rows.map(([value]) => leaf(value, 'GJ/t'))
        const mean = weightedMean(
          'GJ/t',
          rows.map(([value, weight]) => ({ value: leaf(value, 'GJ/t'), weight: leaf(weight, 't') })),
          { code: 'accounting.calorific-value' },
        )
        expect(replay(mean)).toEqual([])
        const [first, ...others] = values
        expect(replay(differenceOf(first!, others, { code: 'accounting.difference' }))).toEqual([])
      }),
    )
  })
  it('F13 says what a figure would be with another leaf', () => {
    const half = replayWith(gas(), ({ unit }) => (unit === '10^4 Nm3' ? '10.5' : null))
    expect(half?.toFixed()).toBe('227.1654')
  })
})

it('F14 every figure is worded in both languages', () => {
  expect(Object.values(figureTexts).every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
})
