import type { Basis, Figure } from '#shared/kernel/figure'
import { differenceOf, named, sumOf, times } from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'

export interface NetAmount<E extends 'MWh' | 'GJ'> {
  readonly bought: Figure<E>
  /** Sold on, non-fossil, own generation: whatever is taken off the bought amount. */
  readonly less: readonly Figure<E>[]
}

/**
 * What was bought less what is taken off.
 *
 * @throws Refusal `accounting.negative-net` below zero, unless the guideline knows a credit for sold energy.
 */
export function netAmount<E extends 'MWh' | 'GJ'>(
  { bought, less }: NetAmount<E>,
  negativeAllowed: boolean,
): Figure<E> {
  if (less.length === 0) return bought
  const net = differenceOf(bought, less, { code: 'accounting.net-purchase' })
  if (net.value.lt(0) && !negativeAllowed)
    throw new Refusal('accounting.negative-net', { value: net.value.toFixed(), unit: net.unit })
  return net
}

/** Emission of net purchased electricity: E = AD × EF, AD in MWh. */
export function purchasedElectricity<G extends 'tCO2' | 'tCO2e'>(
  net: Figure<'MWh'>,
  factor: Figure<`${G}/MWh`>,
  basis: Basis,
): Figure<G> {
  return named(times<G, 'MWh'>(net, factor), { code: 'accounting.purchased-electricity', basis })
}

/** A contract for electricity of a known origin: how much of the purchase it covers, and by which factor. */
export interface Contract<G extends 'tCO2' | 'tCO2e'> {
  readonly name: string
  readonly amount: Figure<'MWh'>
  readonly factor: Figure<`${G}/MWh`>
}

/**
 * Market-based emission of purchased electricity: E = Σ (AD_g × EF_g) + (AD − Σ AD_g) × EF_r, where EF_r is the
 * residual mix or, where none is published, the factor of the grid (GHG Protocol, scope 2 guidance, table 6.3).
 *
 * @throws Refusal `accounting.green-power-exceeds` when contracts cover more than was bought.
 */
export function marketBasedElectricity<G extends 'tCO2' | 'tCO2e'>(
  net: Figure<'MWh'>,
  contracts: readonly Contract<G>[],
  rest: Figure<`${G}/MWh`>,
  basis: Basis,
): Figure<G> {
  const amounts = contracts.map(({ amount }) => amount)
  const uncovered =
    amounts.length === 0 ? net : differenceOf(net, amounts, { code: 'accounting.uncovered-power' })
  if (amounts.length > 0 && uncovered.value.lt(0))
    throw new Refusal('accounting.green-power-exceeds', {
      covered: net.value.minus(uncovered.value).toFixed(),
      net: net.value.toFixed(),
    })
  const covered = contracts.map(({ amount, factor, name }) =>
    named(times<G, 'MWh'>(amount, factor), { code: 'accounting.green-emission', facts: { name } }),
  )
  const remaining = named(times<G, 'MWh'>(uncovered, rest), { code: 'accounting.uncovered-emission' })
  return sumOf<G>(remaining.unit, [...covered, remaining], {
    code: 'accounting.purchased-electricity',
    basis,
  })
}

/** Emission of net purchased heat: E = AD × EF, AD in GJ. */
export function purchasedHeat<G extends 'tCO2' | 'tCO2e'>(
  net: Figure<'GJ'>,
  factor: Figure<`${G}/GJ`>,
  basis: Basis,
): Figure<G> {
  return named(times<G, 'GJ'>(net, factor), { code: 'accounting.purchased-heat', basis })
}
