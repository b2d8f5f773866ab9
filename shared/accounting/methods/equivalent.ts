import { massUnitOf } from '#shared/factors/gases'
import type { GwpSetName } from '#shared/factors/gwp'
import type { Figure } from '#shared/kernel/figure'
import { constant, converted, isConvertibleTo, named, times } from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'

import type { EmittedGas } from '../source.ts'

/**
 * The mass of a gas as CO₂ equivalent: E × GWP. An amount that is CO₂e already has its potential inside, so it is
 * taken times one and says so; multiplying twice is the classic error.
 *
 * @throws Refusal `accounting.gwp-applied-twice` when a potential is given for an amount that is CO₂e already,
 *   `factors.no-gwp` when there is none for the gas.
 */
export function equivalentOf(
  mass: Figure,
  gas: EmittedGas,
  potential: Figure | null,
  set: GwpSetName,
): Figure<'tCO2e'> {
  if (isConvertibleTo(mass, 'tCO2e')) {
    if (potential && !potential.value.eq(1))
      throw new Refusal('accounting.gwp-applied-twice', { value: potential.value.toFixed() })
    return named(converted(mass, 'tCO2e'), {
      code: 'accounting.emission',
      basis: { note: 'accounting.gwp-included' },
    })
  }
  if (gas === 'CO2e') throw new Refusal('accounting.not-this-gas', { unit: mass.unit, gas })
  const unit = massUnitOf(gas)
  const rate = potential ?? (gas === 'CO2' ? gwpOfCarbonDioxide : null)
  if (!rate) throw new Refusal('factors.no-gwp', { gas, set })
  if (!isConvertibleTo(rate, `tCO2e/${unit}`))
    throw new Refusal('accounting.units-do-not-cancel', { amount: mass.unit, factor: rate.unit })
  const emission = times<'tCO2e', typeof unit>(converted(mass, unit), converted(rate, `tCO2e/${unit}`))
  return named(emission, { code: 'accounting.emission', facts: { gas } })
}

/** One by definition, in every set. */
const gwpOfCarbonDioxide: Figure = constant('1', 'tCO2e/tCO2', { code: 'accounting.gwp' })
