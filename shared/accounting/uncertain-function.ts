import type { Figure } from '#shared/kernel/figure'
import { conversion } from '#shared/kernel/quantity'
import { exponential, logarithm } from '#shared/kernel/random'
import { unreachable } from '#shared/kernel/refusal'

/** A coefficient times powers of slots, the slots in rising order. */
export interface Term {
  readonly coefficient: number
  readonly powers: readonly (readonly [slot: number, power: number])[]
}
export type Polynomial = readonly Term[]

/**
 * What a polynomial is made of: a variable, which is the ratio of an uncertain input to its value; or a part that is no
 * product of powers itself, computed from slots before it.
 */
export type Slot =
  | { readonly kind: 'variable'; readonly variable: string }
  | {
      readonly kind: 'sum' | 'least' | 'greatest' | 'power'
      readonly operands: readonly Polynomial[]
    }

/** Figures as functions of their uncertain inputs; plain data, so that a thread of its own can draw from it. */
export interface UncertainFunction {
  readonly slots: readonly Slot[]
  readonly outputs: readonly { readonly key: string; readonly polynomial: Polynomial }[]
}

/** A product of sums is written out up to so many terms; beyond that its factors become parts of their own. */
const mostTerms = 400

/**
 * Reduces trees of figures to small functions of their uncertain inputs: `variableOf` names the variable of a leaf,
 * null for one that is certain. Leaves of one variable vary together: a year of months that rest on one meter and one
 * factor becomes one term. What a rule rounds goes on unrounded: a step has no slope.
 *
 * From here on numbers are doubles: of an uncertainty nobody needs more than a few digits, and draws need speed.
 */
export function uncertainFunction(
  figures: readonly { readonly key: string; readonly figure: Figure }[],
  variableOf: (leaf: Figure) => string | null,
): UncertainFunction {
  const build: Build = { slots: [], known: new Map(), figures: new Map(), variableOf }
  const outputs = figures.map(({ key, figure }) => ({ key, polynomial: reduced(figure, build) }))
  return { slots: build.slots, outputs }
}

interface Build {
  readonly slots: Slot[]
  /** Slots that exist already, by what they are. */
  readonly known: Map<string, number>
  readonly figures: Map<Figure, Polynomial>
  readonly variableOf: (leaf: Figure) => string | null
}

function reduced(figure: Figure, build: Build): Polynomial {
  const before = build.figures.get(figure)
  if (before) return before
  const result = figure.operands.length === 0 ? ofLeaf(figure, build) : ofBranch(figure, build)
  build.figures.set(figure, result)
  return result
}

function ofLeaf(leaf: Figure, build: Build): Polynomial {
  const value = leaf.value.toNumber()
  const variable = build.variableOf(leaf)
  if (value === 0) return []
  return variable === null
    ? number(value)
    : times(number(value), alone({ kind: 'variable', variable }, build), build)
}

function ofBranch(figure: Figure, build: Build): Polynomial {
  const { operation } = figure
  const operands = figure.operands.map((operand) => reduced(operand, build))
  const [first = [], second = [], ...others] = operands
  switch (operation) {
    case 'sum':
      return added(operands)
    case 'difference':
      return added([first, ...[second, ...others].map((each) => scaled(each, -1))])
    case 'product':
      return operands.slice(1).reduce((left, right) => times(left, right, build), first)
    case 'quotient':
      return operands.slice(1).reduce((left, below) => over(left, below, build), first)
    case 'convert':
      return scaled(first, unitRatio(figure))
    case 'round':
      return first
    case 'weighted-mean':
      return weightedMean(operands, build)
    case 'interpolate':
      return interpolated(operands, build)
    case 'power':
      return raised(first, second, build)
    case 'least':
    case 'greatest':
      return operands.every(isNumber)
        ? number(figure.value.toNumber())
        : alone({ kind: operation, operands }, build)
    case 'entered':
    case 'lookup':
    case 'constant':
      throw new Error(`A leaf with operands: ${figure.code}`)
    default:
      return unreachable(operation)
  }
}

function unitRatio({ operands, unit }: Figure): number {
  const [from] = operands
  return from ? conversion(from.unit, unit).toNumber() : 1
}

function weightedMean(operands: readonly Polynomial[], build: Build): Polynomial {
  const weights = operands.filter((_, at) => at % 2 === 1)
  const values = operands.filter((_, at) => at % 2 === 0)
  const weighted = added(values.map((value, at) => times(value, weights[at] ?? [], build)))
  return over(weighted, added(weights), build)
}

/** y₀ + (x − x₀)(y₁ − y₀) ÷ (x₁ − x₀); beyond the two points along the same line. */
function interpolated(operands: readonly Polynomial[], build: Build): Polynomial {
  const [x = [], x0 = [], y0 = [], x1 = [], y1 = []] = operands
  const rise = times(less(x, x0), less(y1, y0), build)
  return added([y0, over(rise, less(x1, x0), build)])
}

function raised(base: Polynomial, exponent: Polynomial, build: Build): Polynomial {
  const [term] = base
  const [power] = exponent
  const whole = isNumber(exponent) ? (power?.coefficient ?? 0) : null
  if (
    whole !== null &&
    whole !== 0 &&
    Number.isInteger(whole) &&
    Math.abs(whole) <= 8 &&
    base.length === 1 &&
    term
  )
    return [
      { coefficient: term.coefficient ** whole, powers: term.powers.map(([slot, of]) => [slot, of * whole]) },
    ]
  return alone({ kind: 'power', operands: [base, exponent] }, build)
}

function number(value: number): Polynomial {
  return value === 0 ? [] : [{ coefficient: value, powers: [] }]
}
function isNumber(polynomial: Polynomial): boolean {
  return polynomial.every(({ powers }) => powers.length === 0)
}

/** The slot on its own; the same one again where it is there already. */
function alone(slot: Slot, build: Build): Polynomial {
  const key = JSON.stringify(slot)
  const at = build.known.get(key) ?? build.slots.push(slot) - 1
  build.known.set(key, at)
  return [{ coefficient: 1, powers: [[at, 1]] }]
}

function scaled(polynomial: Polynomial, by: number): Polynomial {
  return by === 0
    ? []
    : polynomial.map(({ coefficient, powers }) => ({ coefficient: coefficient * by, powers }))
}
function less(a: Polynomial, b: Polynomial): Polynomial {
  return added([a, scaled(b, -1)])
}

/** Terms with the same powers become one. */
function added(polynomials: readonly Polynomial[]): Polynomial {
  const terms = new Map<string, Term>()
  for (const term of polynomials.flat()) {
    const key = term.powers.join(';')
    const there = terms.get(key)
    terms.set(key, there ? { ...there, coefficient: there.coefficient + term.coefficient } : term)
  }
  return [...terms.values()].filter(({ coefficient }) => coefficient !== 0)
}

function times(a: Polynomial, b: Polynomial, build: Build): Polynomial {
  if (a.length * b.length > mostTerms && a.length > 1 && b.length > 1)
    return a.length > b.length ? times(asOne(a, build), b, build) : times(a, asOne(b, build), build)
  return added(
    a.map((left) =>
      b.map((right) => ({
        coefficient: left.coefficient * right.coefficient,
        powers: multiplied(left.powers, right.powers),
      })),
    ),
  )
}
function over(above: Polynomial, below: Polynomial, build: Build): Polynomial {
  const [term] = below.length === 1 ? below : asOne(below, build)
  if (!term) throw new Error('Division by nothing')
  const turned = {
    coefficient: 1 / term.coefficient,
    powers: term.powers.map(([slot, power]) => [slot, -power] as const),
  }
  return times(above, [turned], build)
}
function asOne(polynomial: Polynomial, build: Build): Polynomial {
  return polynomial.length === 1 ? polynomial : alone({ kind: 'sum', operands: [polynomial] }, build)
}
function multiplied(a: Term['powers'], b: Term['powers']): Term['powers'] {
  const powers = new Map(a)
  for (const [slot, power] of b) powers.set(slot, (powers.get(slot) ?? 0) + power)
  return [...powers].filter(([, power]) => power !== 0).toSorted(([left], [right]) => left - right)
}

/**
 * The outputs at many points at once. `fill` writes the ratio of a variable at each point, 1 being its value.
 *
 * @returns one array of `points` for each output, in their order.
 */
export function evaluate(
  { slots, outputs }: UncertainFunction,
  points: number,
  fill: (variable: string, into: Float64Array) => void,
): Float64Array[] {
  const values: Float64Array[] = []
  for (const slot of slots) {
    if (slot.kind === 'variable') {
      const own = new Float64Array(points)
      fill(slot.variable, own)
      values.push(own)
    } else
      values.push(
        partAt(
          slot.kind,
          slot.operands.map((operand) => sumAt(operand, values, points)),
        ),
      )
  }
  return outputs.map(({ polynomial }) => sumAt(polynomial, values, points))
}

function sumAt(polynomial: Polynomial, values: readonly Float64Array[], points: number): Float64Array {
  const sum = new Float64Array(points)
  const product = new Float64Array(points)
  for (const { coefficient, powers } of polynomial) {
    product.fill(coefficient)
    for (const [slot, power] of powers) {
      const factor = values[slot] ?? product
      for (let step = 0; step < Math.abs(power); step += 1) multiplyInto(product, factor, power > 0)
    }
    for (let at = 0; at < points; at += 1) sum[at] = (sum[at] ?? 0) + (product[at] ?? 0)
  }
  return sum
}
function multiplyInto(product: Float64Array, factor: Float64Array, isAbove: boolean): void {
  if (isAbove)
    for (let at = 0; at < product.length; at += 1) product[at] = (product[at] ?? 0) * (factor[at] ?? 0)
  else for (let at = 0; at < product.length; at += 1) product[at] = (product[at] ?? 0) / (factor[at] ?? 0)
}

type Part = Exclude<Slot, { readonly kind: 'variable' }>['kind']

function partAt(kind: Part, operands: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(), ...others] = operands
  if (kind === 'sum') return first
  return first.map((value, at) => {
    const rest = others.map((other) => other[at] ?? 0)
    if (kind === 'least') return Math.min(value, ...rest)
    if (kind === 'greatest') return Math.max(value, ...rest)
    // A draw that takes the base below zero counts as none of it left.
    return value <= 0 ? 0 : exponential((rest[0] ?? 0) * logarithm(value))
  })
}
