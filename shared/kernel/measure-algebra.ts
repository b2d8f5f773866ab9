import { type Measure, partsOf, type Unit } from '#shared/kernel/units'

type Exponents = ReadonlyMap<Unit, number>

/** Whether the measures multiplied give `result`: `t × GJ/t × tC/GJ` gives `tC`. A `ratio` changes nothing. */
export function multiplyTo(measures: readonly Measure[], result: Measure): boolean {
  return isKnown(`${measures.join(' × ')} = ${result}`, () =>
    same(combined(measures, []), combined([result], [])),
  )
}

/** Whether `dividend` divided by all `divisors` gives `result`: `tCO2 ÷ MWh` gives `tCO2/MWh`. */
export function divideTo(dividend: Measure, divisors: readonly Measure[], result: Measure): boolean {
  return isKnown(`${dividend} ÷ ${divisors.join(' ÷ ')} = ${result}`, () =>
    same(combined([dividend], divisors), combined([result], [])),
  )
}

/** Answers found before: an inventory asks a few questions at every one of its figures. */
const answers = new Map<string, boolean>()
function isKnown(question: string, find: () => boolean): boolean {
  const before = answers.get(question)
  if (before !== undefined) return before
  const answer = find()
  answers.set(question, answer)
  return answer
}

/** Whether two measures multiplied give a third, found without putting a question into words once it was asked. */
export function twoMultiplyTo(left: Measure, right: Measure, result: Measure): boolean {
  const before = pairs.get(left)?.get(right)?.get(result)
  if (before !== undefined) return before
  const answer = multiplyTo([left, right], result)
  const ofLeft = pairs.get(left) ?? new Map<Measure, Map<Measure, boolean>>()
  const ofBoth = ofLeft.get(right) ?? new Map<Measure, boolean>()
  pairs.set(left, ofLeft.set(right, ofBoth.set(result, answer)))
  return answer
}
const pairs = new Map<Measure, Map<Measure, Map<Measure, boolean>>>()

/** Each unit with its power; units that cancel, and the pure number, are left out. A percent is not a pure number. */
function combined(above: readonly Measure[], below: readonly Measure[]): Exponents {
  const powers = new Map<Unit, number>()
  const count = (measure: Measure, sign: 1 | -1) => {
    const parts = partsOf(measure)
    if (!parts) throw new Error(`No such measure: ${measure}`)
    raise(powers, parts.unit, sign)
    if (parts.per !== null) raise(powers, parts.per, -sign)
  }
  for (const measure of above) count(measure, 1)
  for (const measure of below) count(measure, -1)
  return powers
}
function raise(powers: Map<Unit, number>, unit: Unit, by: number): void {
  if (unit === 'ratio') return
  const power = (powers.get(unit) ?? 0) + by
  if (power === 0) powers.delete(unit)
  if (power !== 0) powers.set(unit, power)
}
function same(a: Exponents, b: Exponents): boolean {
  return a.size === b.size && [...a].every(([unit, power]) => b.get(unit) === power)
}

/**
 * What measures multiplied and divided give: `t × GJ/t × tC/GJ` is `tC`. Null where the system has no measure for it,
 * such as a product of two masses.
 */
export function measureFrom(above: readonly Measure[], below: readonly Measure[]): Measure | null {
  const powers = [...combined(above, below)]
  const up = powers.filter(([, power]) => power > 0)
  const down = powers.filter(([, power]) => power < 0)
  if (powers.some(([, power]) => Math.abs(power) > 1) || up.length > 1 || down.length > 1) return null
  const [unit = 'ratio'] = up[0] ?? []
  const [per] = down[0] ?? []
  return per === undefined ? unit : `${unit}/${per}`
}
