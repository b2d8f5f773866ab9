import type { Basis, Figure, Operation, Origin, Rounding, RoundingMode } from '#shared/kernel/figure'
import { divideTo, measureFrom, twoMultiplyTo } from '#shared/kernel/measure-algebra'
import { conversion, Decimal, decimalOf, sumOfAll } from '#shared/kernel/quantity'
import { type Facts, Refusal } from '#shared/kernel/refusal'
import { isConvertible, type Measure, partsOf, type Unit } from '#shared/kernel/units'

/** What a figure is called: the code of its wording, the facts in it, and what prescribes it. */
export interface Reason {
  readonly code: string
  readonly facts?: Facts
  readonly basis?: Basis
}

const unnamedProduct = 'figure.product'
const unnamedQuotient = 'figure.quotient'

/** A number typed, measured or imported at the plant. */
export function entered<M extends Measure>(
  value: Decimal | string,
  unit: M,
  reason: Reason,
  origin: Origin & { readonly kind: 'readings' },
): Figure<M> {
  return leaf('entered', value, unit, reason, origin)
}

/** A number taken from an edition of factors. */
export function lookedUp<M extends Measure>(
  value: Decimal | string,
  unit: M,
  reason: Reason,
  origin: Origin & { readonly kind: 'factor' },
): Figure<M> {
  return leaf('lookup', value, unit, reason, origin)
}

/** A number that the formula itself contains, such as the 44 and the 12 of 44/12. */
export function constant<M extends Measure>(value: string, unit: M, reason: Reason): Figure<M> {
  return leaf('constant', value, unit, reason, null)
}

/** Gives a figure its name and its clause; the number stays. */
export function named<M extends Measure>(figure: Figure<M>, reason: Reason): Figure<M> {
  const { operation, operands, value, unit, origin } = figure
  const facts = reason.facts ?? figure.facts
  const basis = basisWith(figure.basis, reason.basis)
  return { code: reason.code, facts, operation, operands, value, unit, basis, origin }
}

function basisWith(own: Basis, added: Basis | undefined): Basis {
  if (!added) return own
  return own === nothing ? added : { ...own, ...added }
}

/**
 * Multiplies an amount by a rate. Compiles only if the rate is per the amount's own unit; checked at run time too.
 * A product that has no name yet takes in the further factor, so `FC × NCV × CC` is one figure with three operands.
 *
 * @throws Error when the units do not cancel, which is a mistake of the program: parameters are converted before.
 */
export function times<N extends Unit, D extends Unit>(
  amount: Figure<D>,
  rate: Figure<`${N}/${NoInfer<D>}`>,
): Figure<N> {
  const parts = partsOf(rate.unit)
  if (parts?.per !== amount.unit)
    throw new Error(`${amount.unit} × ${rate.unit}: the rate is not per the unit of the amount`)
  return product(parts.unit as N, amount, rate)
}

/** Multiplies one rate by another so that the middle unit cancels: `GJ/t × tC/GJ` is `tC/t`. */
export function timesRate<N extends Unit, V extends Unit, D extends Unit>(
  outer: Figure<`${V}/${D}`>,
  inner: Figure<`${N}/${NoInfer<V>}`>,
  unit: `${N}/${NoInfer<D>}`,
): Figure<`${N}/${D}`> {
  return product(unit, outer, inner)
}

/** Takes a share of an amount or rate; the unit stays. */
export function share<M extends Measure>(amount: Figure<M>, part: Figure<'ratio'>): Figure<M> {
  return product(amount.unit, amount, part)
}

/** Divides by a pure number; the unit stays. */
export function over<M extends Measure>(amount: Figure<M>, divisor: Figure<'ratio'>): Figure<M> {
  return quotient(amount.unit, amount, divisor)
}

/** The pure number of times that one figure is another of the same unit. */
export function ratioOf<M extends Measure>(amount: Figure<M>, to: Figure<NoInfer<M>>): Figure<'ratio'> {
  return quotient('ratio', amount, to)
}

/**
 * The product of figures whose units are known only at run time, as in a formula that somebody wrote.
 *
 * @throws Refusal `expression.no-measure` when the system has no unit for the result.
 */
export function productOf(operands: readonly Figure[]): Figure {
  const measures = operands.map(({ unit }) => unit)
  const unit = measureFrom(measures, [])
  if (unit === null) throw new Refusal('expression.no-measure', { units: measures.join(' × ') })
  const value = operands.reduce((left, { value: right }) => left.times(right), new Decimal(1))
  return node('product', value, unit, operands, { code: unnamedProduct })
}

/**
 * The quotient of two such figures.
 *
 * @throws Refusal `expression.no-measure`, `expression.division-by-zero`.
 */
export function quotientOf(above: Figure, below: Figure): Figure {
  const unit = measureFrom([above.unit], [below.unit])
  if (unit === null) throw new Refusal('expression.no-measure', { units: `${above.unit} ÷ ${below.unit}` })
  if (below.value.isZero()) throw new Refusal('expression.division-by-zero')
  return quotient(unit, above, below)
}

/** Adds figures of one unit; no figures give a true zero. */
export function sumOf<M extends Measure>(
  unit: M,
  figures: readonly Figure<NoInfer<M>>[],
  reason: Reason,
): Figure<M> {
  requireUnit(unit, figures)
  return node('sum', sumOfAll(figures.map(({ value }) => value)), unit, figures, reason)
}

/** The first less all the others. */
export function differenceOf<M extends Measure>(
  from: Figure<M>,
  less: readonly Figure<NoInfer<M>>[],
  reason: Reason,
): Figure<M> {
  requireUnit(from.unit, less)
  const value = less.reduce((rest, figure) => rest.minus(figure.value), from.value)
  return node('difference', value, from.unit, [from, ...less], reason)
}

/**
 * The same number in another unit of its kind. A figure that is already in the unit is given back as it is.
 *
 * @throws Error when the two measure different things; where a person chose the unit, ask `isConvertible` first.
 */
export function converted<M extends Measure>(figure: Figure, unit: M): Figure<M> {
  if (isIn(figure, unit)) return figure
  const value = figure.value.times(conversion(figure.unit, unit))
  return node('convert', value, unit, [figure], { code: figure.code, facts: figure.facts })
}
function isIn<M extends Measure>(figure: Figure, unit: M): figure is Figure<M> {
  return figure.unit === unit
}

/** Whether the figure can be had in that unit, without further knowledge. */
export function isConvertibleTo(figure: Figure, unit: Measure): boolean {
  return isConvertible(figure.unit, unit)
}

export interface Weighted<M extends Measure, W extends Measure> {
  readonly value: Figure<M>
  readonly weight: Figure<W>
}

/** Σ (value × weight) ÷ Σ weight. The weights must not add up to zero: callers refuse that first. */
export function weightedMean<M extends Measure, W extends Measure>(
  unit: M,
  rows: readonly Weighted<NoInfer<M>, W>[],
  reason: Reason,
): Figure<M> {
  requireUnit(
    unit,
    rows.map((row) => row.value),
  )
  const [first] = rows
  if (!first) throw new Error('A weighted mean needs at least one row')
  requireUnit(
    first.weight.unit,
    rows.map((row) => row.weight),
  )
  let above = new Decimal(0)
  let below = new Decimal(0)
  for (const { value, weight } of rows) {
    above = above.plus(value.value.times(weight.value))
    below = below.plus(weight.value)
  }
  const operands = rows.flatMap((row) => [row.value, row.weight])
  return node('weighted-mean', above.div(below), unit, operands, reason)
}

export interface Point<X extends Measure, Y extends Measure> {
  readonly x: Figure<X>
  readonly y: Figure<Y>
}

/** The value at `x` on the straight line through two points: y₀ + (x − x₀) × (y₁ − y₀) ÷ (x₁ − x₀). */
export function interpolated<X extends Measure, Y extends Measure>(
  x: Figure<X>,
  low: Point<X, Y>,
  high: Point<X, Y>,
  reason: Reason,
): Figure<Y> {
  requireUnit(x.unit, [low.x, high.x])
  requireUnit(low.y.unit, [high.y])
  const width = high.x.value.minus(low.x.value)
  const above = low.y.value
    .times(width)
    .plus(x.value.minus(low.x.value).times(high.y.value.minus(low.y.value)))
  return node('interpolate', above.div(width), low.y.unit, [x, low.x, low.y, high.x, high.y], reason)
}

/**
 * Rounds by a named rule and records the rule.
 *
 * The value is first brought to 50 significant digits: a chain that divides (by 12, by a sum of weights) leaves a
 * number like 0.04999…9 at the sixtieth digit where the exact answer is the tie 0.05, and a rule for ties must see
 * the tie. Ten digits of room are far more than any chain of ours loses.
 */
export function rounded<M extends Measure>(figure: Figure<M>, rule: Rounding): Figure<M> {
  const value = roundBy(figure.value, rule)
  const reason = { code: figure.code, facts: figure.facts, basis: { ...figure.basis, rounding: rule } }
  return node('round', value, figure.unit, [figure], reason)
}

/** The number that the rule makes of `value`; see `rounded` for why it goes over 50 digits. */
export function roundBy(value: Decimal, { decimals, mode }: Pick<Rounding, 'decimals' | 'mode'>): Decimal {
  const seen = value.precision() > 50 ? value.toSignificantDigits(50, Decimal.ROUND_HALF_EVEN) : value
  return seen.toDecimalPlaces(decimals, roundingRules[mode])
}
const roundingRules = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} as const satisfies Record<RoundingMode, unknown>

/** The smallest of figures of one unit: a cap. */
export function leastOf<M extends Measure>(figures: readonly Figure<M>[], reason: Reason): Figure<M> {
  return extreme('least', figures, reason, (a, b) => a.lte(b))
}
/** The largest of figures of one unit: a floor, such as not less than nothing. */
export function greatestOf<M extends Measure>(figures: readonly Figure<M>[], reason: Reason): Figure<M> {
  return extreme('greatest', figures, reason, (a, b) => a.gte(b))
}
function extreme<M extends Measure>(
  operation: 'least' | 'greatest',
  figures: readonly Figure<M>[],
  reason: Reason,
  isFirst: (a: Decimal, b: Decimal) => boolean,
): Figure<M> {
  const [first] = figures
  if (!first) throw new Error('There is no extreme of nothing')
  requireUnit(first.unit, figures)
  const value = figures.reduce(
    (most, figure) => (isFirst(most, figure.value) ? most : figure.value),
    first.value,
  )
  return node(operation, value, first.unit, figures, reason)
}

/**
 * A pure number to the power of another, to 60 digits.
 *
 * @throws Error for a base that is not above zero: rules raise factors close to one.
 */
export function powerOf(base: Figure<'ratio'>, exponent: Figure<'ratio'>, reason: Reason): Figure<'ratio'> {
  if (base.value.lte(0)) throw new Error('Only a number above zero is raised to a power')
  return node('power', base.value.pow(exponent.value), 'ratio', [base, exponent], reason)
}

function product<M extends Measure>(unit: M, left: Figure, right: Figure): Figure<M> {
  if (!twoMultiplyTo(left.unit, right.unit, unit))
    throw new Error(`${left.unit} × ${right.unit} is not ${unit}`)
  const operands = left.code === unnamedProduct ? [...left.operands, right] : [left, right]
  // Nearly every line is multiplied by the potential of carbon dioxide.
  const isSame = isOne(right.value) && left.value.d.length <= wordsUnrounded
  const value = isSame ? left.value : left.value.times(right.value)
  return node('product', value, unit, operands, namelessProduct)
}

const namelessProduct: Reason = { code: unnamedProduct }
/** Words of seven digits that certainly keep within the digits to which a product is rounded. */
const wordsUnrounded = 8
function isOne({ s, e, d }: Decimal): boolean {
  return s === 1 && e === 0 && d.length === 1 && d[0] === 1
}

function quotient<M extends Measure>(unit: M, above: Figure, below: Figure): Figure<M> {
  if (!divideTo(above.unit, [below.unit], unit))
    throw new Error(`${above.unit} ÷ ${below.unit} is not ${unit}`)
  if (below.value.isZero()) throw new Error('A division by zero has no answer')
  return node('quotient', above.value.div(below.value), unit, [above, below], { code: unnamedQuotient })
}

function requireUnit(unit: Measure, figures: readonly Figure[]): void {
  for (const figure of figures)
    if (figure.unit !== unit) throw new Error(`${figure.unit} cannot stand beside ${unit}`)
}

function leaf<M extends Measure>(
  operation: Operation,
  value: Decimal | string,
  unit: M,
  reason: Reason,
  origin: Origin | null,
): Figure<M> {
  const { code, facts = nothing, basis = nothing } = reason
  const number = typeof value === 'string' ? decimalOf(value) : value
  return { code, facts, operation, operands: noOperands, value: number, unit, basis, origin }
}
const noOperands: readonly Figure[] = []
const nothing = {}
function node<M extends Measure>(
  operation: Operation,
  value: Decimal,
  unit: M,
  operands: readonly Figure[],
  { code, facts = nothing, basis = nothing }: Reason,
): Figure<M> {
  return { code, facts, operation, operands, value, unit, basis, origin: null }
}
