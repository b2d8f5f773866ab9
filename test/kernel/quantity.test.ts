import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { constant, share } from '#shared/kernel/figure-algebra'
import { Decimal, decimalOf, sumOfAll } from '#shared/kernel/quantity'

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((each) => each.join(''))
/** Texts as people and meters write them, and those that are odd: long, with zeros before or behind, below zero, none at all. */
const text = fc
  .tuple(fc.constantFrom('', '', '-'), digits(1, 9), fc.constantFrom('', '.'), digits(0, 9))
  .map(([sign, whole, dot, part]) => `${sign}${whole}${dot}${dot === '' ? '' : part}`)

/** Sign, exponent and words of a number, or that it is none. */
function insideOf(make: () => Decimal): unknown {
  try {
    const { s, e, d } = make()
    return [s, e, d]
  } catch (error) {
    return String(error)
  }
}

describe('a number taken from its text', () => {
  it('is the very number that the library makes of it, word by word', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(insideOf(() => decimalOf(given))).toEqual(insideOf(() => new Decimal(given)))
      }),
      { numRuns: 2000 },
    )
  })
  it.each([
    '0',
    '0.0',
    '0.5306',
    '1000000.0000001',
    '10000000',
    '0000012.50',
    '-1',
    '.5',
    '5.',
    '1e3',
    '1,5',
    '',
  ])('and so is “%s”', (given) => {
    expect(insideOf(() => decimalOf(given))).toEqual(insideOf(() => new Decimal(given)))
  })
  it('goes through a chain as the library’s does', () => {
    fc.assert(
      fc.property(digits(1, 7), digits(0, 7), digits(1, 7), (whole, part, other) => {
        const [given, by] = [`1${whole.slice(1)}.${part}0`, `1${other.slice(1)}`]
        const [ours, theirs] = [decimalOf(given), new Decimal(given)]
        expect(ours.times(by).plus(given).div(7).toFixed()).toBe(
          theirs.times(by).plus(given).div(7).toFixed(),
        )
      }),
    )
  })
})

it('a product with one is what the other was, rounded where it has more digits than a product keeps', () => {
  const named = { code: 'figure.number-of-formula' }
  const long = fc.oneof(digits(1, 20), digits(50, 75)).map((each) => `1.${each}`)
  fc.assert(
    fc.property(
      long,
      fc.constantFrom('1', '1.0', '10', '0.1', '-1', '10000000', '1.0000001'),
      (value, by) => {
        const product = share(constant(value, 't', named), constant(by, 'ratio', named))
        expect(product.value.toFixed()).toBe(new Decimal(value).times(by).toFixed())
      },
    ),
  )
})

describe('the sum of many numbers', () => {
  const number = fc
    .tuple(fc.constantFrom('', '', '', '-'), digits(1, 16), digits(0, 30), fc.boolean())
    .map(
      ([sign, whole, part, isShort]) =>
        `${sign}${isShort ? whole.slice(0, 6) : whole}.${isShort ? part.slice(0, 9) : part}0`,
    )
  const oneByOne = (values: readonly Decimal[]) =>
    values.reduce((sum, value) => sum.plus(value), new Decimal(0))
  it('is word by word what adding them one by one gives', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 40 }), (texts) => {
        const values = texts.map((each) => new Decimal(each))
        expect(insideOf(() => sumOfAll(values))).toEqual(insideOf(() => oneByOne(values)))
      }),
      { numRuns: 2000 },
    )
  })
  it.each([
    ['nothing', []],
    ['what carries into the word before', ['9999999.9999999', '0.0000001']],
    ['what comes to nothing', ['0.5', '-0.5']],
    ['what falls below nothing', ['1.5', '-9999999.5']],
    ['whole words of zeros', ['10000000', '30000000.0000001', '20000000.9999999']],
    ['more digits than are kept', ['1e40', '1e-40']],
  ])('and so it is of %s', (_, texts) => {
    const values = texts.map((each) => new Decimal(each))
    expect(insideOf(() => sumOfAll(values))).toEqual(insideOf(() => oneByOne(values)))
  })
})
