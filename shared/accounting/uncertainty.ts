import { Decimal } from '#shared/kernel/quantity'

/**
 * A relative uncertainty, in percent of the value. IPCC states it as the half-width of the 95 % interval (about two
 * standard deviations), others as one standard deviation: `coverage` is how many standard deviations it stands for.
 */
export interface Uncertainty {
  readonly percent: Decimal
  readonly coverage: Decimal
}

/** The same uncertainty stated for another number of standard deviations. */
export function statedFor(coverage: Decimal, of: Uncertainty): Uncertainty {
  return { percent: of.percent.times(coverage).div(of.coverage), coverage }
}

/** Of a product of independent factors: u = √(Σ u_i²). All are brought to the coverage of the first. */
export function ofProduct([first, ...others]: readonly [Uncertainty, ...Uncertainty[]]): Uncertainty {
  const percent = rootOfSquares([first, ...others].map((of) => statedFor(first.coverage, of).percent))
  return { percent, coverage: first.coverage }
}

export interface UncertainAmount {
  readonly value: Decimal
  readonly uncertainty: Uncertainty
}

/**
 * Of a sum of independent amounts: U = √(Σ (E_i × u_i)²) ÷ |Σ E_i|. Null when the sum is zero: then no percentage
 * can be given.
 */
export function ofSum(amounts: readonly [UncertainAmount, ...UncertainAmount[]]): Uncertainty | null {
  const { coverage } = amounts[0].uncertainty
  const total = amounts.reduce((sum, { value }) => sum.plus(value), new Decimal(0))
  if (total.isZero()) return null
  const parts = amounts.map(({ value, uncertainty }) => value.times(statedFor(coverage, uncertainty).percent))
  return { percent: rootOfSquares(parts).div(total.abs()), coverage }
}

/** √(Σ x²): what independent parts come to together. */
export function rootOfSquares(parts: readonly Decimal[]): Decimal {
  return parts.reduce((sum, part) => sum.plus(part.pow(2)), new Decimal(0)).sqrt()
}

/** The half-width of the interval around an amount, in its own unit. */
export function halfWidth({ value, uncertainty }: UncertainAmount, coverage: Decimal): Decimal {
  return value.abs().times(statedFor(coverage, uncertainty).percent).div(100)
}
