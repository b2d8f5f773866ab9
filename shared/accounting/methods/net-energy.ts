import type { Basis, Figure } from '#shared/kernel/figure'
import { differenceOf, named, times } from '#shared/kernel/figure-algebra'
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

/** Emission of net purchased heat: E = AD × EF, AD in GJ. */
export function purchasedHeat<G extends 'tCO2' | 'tCO2e'>(
  net: Figure<'GJ'>,
  factor: Figure<`${G}/GJ`>,
  basis: Basis,
): Figure<G> {
  return named(times<G, 'GJ'>(net, factor), { code: 'accounting.purchased-heat', basis })
}
