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

export interface UncertainAmount {
  readonly value: Decimal
  readonly uncertainty: Uncertainty
}

/** √(Σ x²): what independent parts come to together, u = √(u_AD² + u_EF²) of a product as well as U of a sum (F-5). */
export function rootOfSquares(parts: readonly Decimal[]): Decimal {
  return parts.reduce((sum, part) => sum.plus(part.pow(2)), new Decimal(0)).sqrt()
}

/** The half-width of the interval around an amount, in its own unit. */
export function halfWidth({ value, uncertainty }: UncertainAmount, coverage: Decimal): Decimal {
  return value.abs().times(statedFor(coverage, uncertainty).percent).div(100)
}
