import type { Basis, Figure } from '#shared/kernel/figure'
import { differenceOf, named, sumOf, times } from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'

import type { EmittedGas } from '../source.ts'
import { carbonAs, type CarbonGas } from './carbon.ts'

export interface CarbonFlow {
  readonly name: string
  /** M, mass of the material, t. */
  readonly mass: Figure<'t'>
  /** CC, carbon in each tonne of it. */
  readonly carbon: Figure<'tC/t'>
}

/**
 * Carbon mass balance: E = [Σ(M_I × CC_I) − Σ(M_O × CC_O)] × ω (annex F.3, formula F.2), before the potential.
 * ω is 44/12 for CO₂ and 16/12 for CH₄. More carbon out than in gives a negative figure; the caller adds the finding
 * that asks for the change of stock, and nothing is set to zero.
 */
export function massBalance<G extends CarbonGas>(
  inputs: readonly CarbonFlow[],
  outputs: readonly CarbonFlow[],
  gas: G,
  basis: Basis,
): Figure<G> {
  const carbonIn = sumOf('tC', inputs.map(carbonOf), { code: 'accounting.carbon-in' })
  const carbonOut = sumOf('tC', outputs.map(carbonOf), { code: 'accounting.carbon-out' })
  const lost = differenceOf(carbonIn, [carbonOut], { code: 'accounting.carbon-lost' })
  return named(carbonAs(gas, lost), { code: 'accounting.mass-balance', basis })
}

/**
 * The carbon gases that the method may be used for.
 *
 * @throws Refusal `accounting.mass-balance-gas` for gases without carbon (N₂O, SF₆, NF₃), which F.3 excludes, and for
 *   those whose mass does not follow from one carbon atom.
 */
export function carbonGasOf(gas: EmittedGas): CarbonGas {
  if (gas === 'CO2') return 'tCO2'
  if (gas === 'CH4' || gas === 'CH4-fossil' || gas === 'CH4-non-fossil') return 'tCH4'
  throw new Refusal('accounting.mass-balance-gas', { gas })
}

function carbonOf({ name, mass, carbon }: CarbonFlow): Figure<'tC'> {
  return named(times(mass, carbon), { code: 'accounting.carbon-of-material', facts: { material: name } })
}
