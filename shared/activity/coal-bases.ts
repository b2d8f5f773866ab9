import { Decimal } from '#shared/kernel/quantity'
import type { carbonBases } from '#shared/monitoring/methods'

/** Received (ar), air-dry (ad) or dry (d) coal. */
export type CoalBasis = (typeof carbonBases)[number]

/** M_ar and M_ad, in percent; null where the report does not say. */
export interface Moistures {
  readonly received: Decimal | null
  readonly airDry: Decimal | null
}

/** Water in coal of a basis, in percent. */
function moistureOf(basis: CoalBasis, { received, airDry }: Moistures): Decimal | null {
  if (basis === 'dry') return new Decimal(0)
  return basis === 'received' ? received : airDry
}

/**
 * X_b = X_a × (100 − M_b) ÷ (100 − M_a): a share of the coal on another basis (GB/T 483, GB/T 35985). Null where a
 * moisture that it takes is missing, or where the coal would be nothing but water.
 */
export function onBasis(
  value: Decimal,
  from: CoalBasis,
  to: CoalBasis,
  moistures: Moistures,
): Decimal | null {
  if (from === to) return value
  const [before, after] = [moistureOf(from, moistures), moistureOf(to, moistures)]
  if (before === null || after === null || before.gte(100) || after.gte(100)) return null
  return value.times(new Decimal(100).minus(after)).div(new Decimal(100).minus(before))
}

/**
 * Q_net,ar = (Q_gr,ad − 0.206 × H_ad) × (100 − M_ar) ÷ (100 − M_ad) − 0.023 × M_ar, MJ/kg (GB/T 213): the gross value of
 * the air-dry sample less the heat that leaves with the water of hydrogen and moisture.
 */
export function netFromGross(gross: Decimal, hydrogen: Decimal, moistures: Moistures): Decimal | null {
  const { received } = moistures
  const dried = onBasis(gross.minus(hydrogen.times('0.206')), 'air-dry', 'received', moistures)
  return dried === null || received === null ? null : dried.minus(received.times('0.023'))
}

/** X = Σ (X_i × FC_i) ÷ Σ FC_i; null without weights. */
export function weightedMean(
  rows: readonly { readonly value: Decimal; readonly weight: Decimal }[],
): Decimal | null {
  const below = rows.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0))
  if (below.isZero()) return null
  return rows.reduce((sum, { value, weight }) => sum.plus(value.times(weight)), new Decimal(0)).div(below)
}
