import { type Figure, textOf } from '#shared/kernel/figure'
import {
  add,
  agrees,
  divide,
  type Fraction,
  fraction,
  largest,
  multiply,
  roundTo,
  subtract,
  zero,
} from '#shared/kernel/fraction'
import { divideTo, multiplyTo } from '#shared/kernel/measure-algebra'
import { Decimal } from '#shared/kernel/quantity'
import { unreachable } from '#shared/kernel/refusal'
import { isConvertible, type Measure, partsOf, units } from '#shared/kernel/units'

/** A figure that is not what its own operands give. */
export interface Disagreement {
  /** Which operand of which operand, from the root: `2.0`; empty for the root itself. */
  readonly path: string
  readonly code: string
  readonly trouble: 'value' | 'unit' | 'shape'
  readonly stated: string
}

/** The leaves are exact; what is computed carries 60 digits, of which the last few may be lost to divisions. */
const agreedDigits = 50

/**
 * Computes the whole tree again from its leaves, in exact fractions and without the code that built it, and returns
 * every figure that says something else. A changed leaf shows in all that stands on it; a changed result shows alone.
 */
export function replay(figure: Figure): Disagreement[] {
  const found: Disagreement[] = []
  replayNode(figure, '', found, new Map())
  return found
}

/** What a lost digit is measured against: where terms cancel, the largest of them and not what is left. */
function sizeOfTerms({ operation }: Figure, exact: Fraction, operands: readonly Fraction[]): Fraction {
  return operation === 'sum' || operation === 'difference' ? largest(exact, operands) : exact
}

/**
 * What the figure would be if leaves had other values: `other` names the value of a leaf that changes, as decimal
 * text, and null for one that stays.
 *
 * @returns the value, to 60 digits; null where the change leads to a division by zero.
 */
export function replayWith(figure: Figure, other: (leaf: Figure) => string | null): Decimal | null {
  const value = withOther(figure, other, new Map())
  return value && decimalOf(value)
}
function withOther(
  figure: Figure,
  other: (leaf: Figure) => string | null,
  known: Map<Figure, Fraction | null>,
): Fraction | null {
  const before = known.get(figure)
  if (before !== undefined) return before
  const operands = figure.operands.map((operand) => withOther(operand, other, known))
  const present = operands.filter((operand) => operand !== null)
  const leaf = figure.operands.length === 0 ? other(figure) : null
  const value =
    present.length < operands.length ? null : compute(figure, present, fraction(leaf ?? textOf(figure.value)))
  known.set(figure, value)
  return value
}

type Known = Map<Figure, Fraction>

function replayNode(figure: Figure, path: string, found: Disagreement[], known: Known): Fraction {
  const before = known.get(figure)
  if (before) return before
  const stated = fraction(textOf(figure.value))
  const operands = figure.operands.map((operand, index) =>
    replayNode(operand, path === '' ? String(index) : `${path}.${index}`, found, known),
  )
  const disagree = (trouble: Disagreement['trouble']) =>
    found.push({ path, code: figure.code, trouble, stated: textOf(figure.value) })
  if (!isUnitRight(figure)) disagree('unit')
  const exact = compute(figure, operands, stated)
  if (exact === null) disagree('shape')
  if (exact !== null && !agrees(stated, exact, sizeOfTerms(figure, exact, operands), agreedDigits))
    disagree('value')
  const result = exact ?? stated
  known.set(figure, result)
  return result
}

/** The exact value of a figure over the exact values of its operands; null when it cannot have one. */
function compute(figure: Figure, operands: readonly Fraction[], stated: Fraction): Fraction | null {
  const [first, ...others] = operands
  const { operation } = figure
  switch (operation) {
    case 'entered':
    case 'lookup':
    case 'constant':
      return operands.length === 0 ? stated : null
    case 'sum':
      return operands.reduce(add, zero)
    case 'difference':
      return first ? others.reduce(subtract, first) : null
    case 'product':
      return first ? others.reduce(multiply, first) : null
    case 'quotient':
      return first
        ? others.reduce<Fraction | null>((left, below) => left && divide(left, below), first)
        : null
    case 'convert':
      return first && others.length === 0 ? convert(first, figure) : null
    case 'weighted-mean':
      return weightedMean(operands)
    case 'interpolate':
      return interpolate(operands)
    case 'round': {
      const { rounding } = figure.basis
      return first && rounding ? roundTo(first, rounding.decimals, rounding.mode) : null
    }
    case 'least':
      return first ? others.reduce((least, other) => (isAbove(least, other) ? other : least), first) : null
    case 'greatest':
      return first ? others.reduce((most, other) => (isAbove(other, most) ? other : most), first) : null
    case 'power':
      return power(operands)
    default:
      return unreachable(operation)
  }
}

function convert(value: Fraction, { operands, unit }: Figure): Fraction | null {
  const from = operands[0] && sizeOf(operands[0].unit)
  const to = sizeOf(unit)
  return from && to ? divide(multiply(value, from), to) : null
}
function sizeOf(measure: Measure): Fraction | null {
  const parts = partsOf(measure)
  if (!parts) return null
  const size = fraction(units[parts.unit].size)
  return parts.per === null ? size : divide(size, fraction(units[parts.per].size))
}
function weightedMean(operands: readonly Fraction[]): Fraction | null {
  if (operands.length % 2 !== 0) return null
  let [above, below] = [zero, zero]
  for (let at = 0; at < operands.length; at += 2) {
    const [value, weight] = operands.slice(at, at + 2)
    if (!value || !weight) return null
    above = add(above, multiply(value, weight))
    below = add(below, weight)
  }
  return divide(above, below)
}
function interpolate([x, x0, y0, x1, y1]: readonly Fraction[]): Fraction | null {
  if (!x || !x0 || !y0 || !x1 || !y1) return null
  const step = divide(multiply(subtract(x, x0), subtract(y1, y0)), subtract(x1, x0))
  return step && add(y0, step)
}

function isAbove(a: Fraction, b: Fraction): boolean {
  return subtract(a, b).above > 0n
}
/** A power has no exact fraction: it is the exponential of the exponent times the logarithm, to 60 digits. */
function power([base, exponent, ...more]: readonly Fraction[]): Fraction | null {
  if (!base || !exponent || more.length > 0 || base.above <= 0n) return null
  return fraction(textOf(Decimal.exp(decimalOf(exponent).times(Decimal.ln(decimalOf(base))))))
}
function decimalOf({ above, below }: Fraction): Decimal {
  return new Decimal(above.toString()).div(below.toString())
}

/** Whether the unit of a figure is the one its operands lead to. */
function isUnitRight({ operation, operands, unit }: Figure): boolean {
  const measures = operands.map((operand) => operand.unit)
  const [first, ...others] = measures
  switch (operation) {
    case 'entered':
    case 'lookup':
    case 'constant':
      return partsOf(unit) !== null
    case 'power':
      return unit === 'ratio' && measures.every((measure) => measure === 'ratio')
    case 'sum':
    case 'difference':
    case 'round':
    case 'least':
    case 'greatest':
      return measures.every((measure) => measure === unit)
    case 'product':
      return multiplyTo(measures, unit)
    case 'quotient':
      return first !== undefined && divideTo(first, others, unit)
    case 'convert':
      return first !== undefined && isConvertible(first, unit)
    case 'weighted-mean':
      return measures.every((measure, at) => measure === (at % 2 === 0 ? unit : measures[1]))
    case 'interpolate':
      return others[0] === first && others[2] === first && others[1] === unit && others[3] === unit
    default:
      return unreachable(operation)
  }
}
