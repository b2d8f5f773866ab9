import { rate, type Rate } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'

import { type Gas, type GasMassUnit, isGas, massUnitOf } from './gases.ts'
import type { FactorEdition } from './library.ts'
import type { FactorPointer } from './model.ts'

/** The sets of 100-year global warming potentials, oldest first, and the edition that holds each. */
export const gwpEditions = {
  SAR: 'urn:tanbu:factors:gwp-sar:1995',
  TAR: 'urn:tanbu:factors:gwp-tar:2001',
  AR4: 'urn:tanbu:factors:gwp-ar4:2007',
  AR5: 'urn:tanbu:factors:gwp-ar5:2013',
  /** AR5 with climate-carbon feedbacks. */
  'AR5-feedback': 'urn:tanbu:factors:gwp-ar5-feedback:2013',
  AR6: 'urn:tanbu:factors:gwp-ar6:2021',
  /** The mixture that Chinese sector guidelines print: mostly SAR, AR5 for the PFCs of aluminium. */
  'china-guideline': 'urn:tanbu:factors:gwp-china-guideline:2024',
} as const
export type GwpSetName = keyof typeof gwpEditions
export const gwpSetNames = Object.keys(gwpEditions) as readonly string[] as readonly [
  GwpSetName,
  ...GwpSetName[],
]

/** Tonnes of CO₂ equivalent for each tonne of the gas, with the factor it came from. */
export interface Gwp {
  readonly gas: Gas
  readonly rate: Rate<'tCO2e', GasMassUnit>
  readonly from: FactorPointer
}
export interface GwpSet {
  readonly urn: string
  readonly byGas: ReadonlyMap<Gas, Gwp>
}

/** Gathers the GWPs of an edition; rows of other kinds are passed over. */
export function gwpSetOf(edition: Pick<FactorEdition, 'urn' | 'factors'>): GwpSet {
  const byGas = new Map<Gas, Gwp>()
  for (const { kind, gas, value, ref } of edition.factors) {
    if (kind !== 'gwp' || gas === null) continue
    byGas.set(gas, { gas, rate: rate(value, 'tCO2e', massUnitOf(gas)), from: { urn: edition.urn, ref } })
  }
  return { urn: edition.urn, byGas }
}

/**
 * The GWP of one substance. A family such as `HFCs` has none, and none is ever guessed from a neighbour or taken
 * from another set.
 *
 * @throws Refusal `factors.no-gwp` when the set has no value for the gas.
 */
export function gwpOf(set: GwpSet, gas: string): Gwp {
  const found = isGas(gas) ? set.byGas.get(gas) : undefined
  if (found === undefined) throw new Refusal('factors.no-gwp', { gas, set: set.urn })
  return found
}
