import { Decimal as DecimalJs } from 'decimal.js'
import { z } from 'zod'

import { isMeasure, type Measure, partsOf, type Unit, units } from '#shared/kernel/units'

/**
 * 60 significant digits, so that no chain of ours rounds by itself (the library's default of 20 does, silently).
 * Rounding happens only by a named rule and is recorded in the figure.
 */
export const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})
export type Decimal = InstanceType<typeof Decimal>

/** Decimals cross every border (RPC, SQLite, JSON files) as plain decimal strings, never as floats. */
export const decimalText = z
  .string()
  .max(80)
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/)
export type DecimalText = string

/**
 * The number that a plain decimal text says. One of up to seven digits on either side of its point, as meters and
 * invoices have them, is put together from two whole numbers, in a third of the time that taking any text apart needs.
 */
export function decimalOf(text: DecimalText): Decimal {
  const dot = text.indexOf('.')
  const whole = dot < 0 ? text.length : dot
  const places = dot < 0 ? 0 : text.length - dot - 1
  if (whole < 1 || whole > wordDigits || places > wordDigits) return new Decimal(text)
  const above = digitsIn(text, 0, whole)
  const below = digitsIn(text, text.length - places, text.length)
  if (above < 1 || below < 0) return new Decimal(text)
  const number = new Decimal(above)
  if (below > 0) number.d.push(below * (tens[wordDigits - places] ?? 1))
  return number
}
/** The whole number that some characters of a text write; below zero where one of them is no digit. */
function digitsIn(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}
/** The library keeps digits in words of seven, counted from the point. */
const wordDigits = 7
const tens = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]

/**
 * All of some numbers added up, to the last digit of those that are kept. Numbers of one size have their digits in the
 * same few words, so the words are added as whole numbers of a machine and carried once at the end.
 */
export function sumOfAll(values: readonly Decimal[]): Decimal {
  return sumByWords(values) ?? values.reduce((sum, value) => sum.plus(value), new Decimal(0))
}

/** Words of seven digits before the point, the first of them for what is carried into it, and behind it: no more digits than are kept. */
const [wordsAbove, wordsBelow] = [3, 4]
const wordSize = 10 ** wordDigits
/** Null where a number has a digit in another place, or the sum is not written in words of which the first before the point is one. */
function sumByWords(values: readonly Decimal[]): Decimal | null {
  const words = new Float64Array(wordsAbove + wordsBelow)
  for (const { s, e, d } of values) {
    const first = wordsAbove - 1 - Math.floor(e / wordDigits)
    if (!(first > 0 && first + d.length <= words.length)) return null
    for (let index = 0; index < d.length; index += 1)
      words[first + index] = (words[first + index] ?? 0) + s * (d[index] ?? 0)
  }
  carryUp(words)
  const [highest = 0, high = 0, whole = 0, ...below] = words
  if (highest !== 0 || whole === 0) return null
  const sum = new Decimal(high * wordSize + whole)
  sum.d.push(...below.slice(0, below.findLastIndex((word) => word !== 0) + 1))
  return sum
}
/** Leaves from nothing to a word's size in each word but the first, which is below nothing where all of them are. */
function carryUp(words: Float64Array): void {
  for (let at = words.length - 1; at > 0; at -= 1) {
    const word = words[at] ?? 0
    const carried = Math.floor(word / wordSize)
    words[at] = word - carried * wordSize
    words[at - 1] = (words[at - 1] ?? 0) + carried
  }
}

export const measure = z.string().refine(isMeasure) as unknown as z.ZodType<Measure, Measure>

/** So many `N` for each `D`: an emission factor, a calorific value, a price. */
export interface Rate<N extends Unit = Unit, D extends Unit = Unit> {
  readonly value: Decimal
  readonly unit: N
  readonly per: D
}

/** `rate('44', 'tCO2', 'tC', '12')` is 44 t of CO₂ for each 12 t of carbon. */
export function rate<N extends Unit, D extends Unit>(
  value: Decimal | string,
  unit: N,
  per: D,
  each: Decimal | string = '1',
): Rate<N, D> {
  return { value: new Decimal(value).div(each), unit, per }
}

/**
 * How many `to` one `from` is: `conversion('MWh', 'GJ')` is 3.6, `conversion('kJ/kg', 'GJ/t')` is 0.001.
 *
 * @throws Error when the two measure different things; callers check with `isConvertible` where a person chose them.
 */
export function conversion(from: Measure, to: Measure): Decimal {
  const key = `${from} ${to}`
  const before = known.get(key)
  if (before) return before
  const size = sizeOf(from, to)
  known.set(key, size)
  return size
}
/** What was worked out before; measures are few. */
const known = new Map<string, Decimal>()
function sizeOf(from: Measure, to: Measure): Decimal {
  const [a, b] = [partsOf(from), partsOf(to)]
  if (!a || !b) throw new Error(`No such measure: ${a ? to : from}`)
  const above = sizeIn(a.unit, b.unit)
  if (a.per === null && b.per === null) return above
  if (a.per === null || b.per === null) throw new Error(`${from} is not ${to}`)
  return above.div(sizeIn(a.per, b.per))
}
function sizeIn(from: Unit, to: Unit): Decimal {
  if (units[from].dimension !== units[to].dimension) throw new Error(`${from} is not measured in ${to}`)
  return new Decimal(units[from].size).div(units[to].size)
}
