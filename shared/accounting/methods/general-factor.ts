import { massUnitOf } from '#shared/factors/gases'
import type { Basis, Figure } from '#shared/kernel/figure'
import { converted, isConvertibleTo, named, times } from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'
import { isUnit, partsOf, type Unit } from '#shared/kernel/units'

import type { EmittedGas } from '../source.ts'

export interface GeneralFactor {
  /** AD, activity data. */
  readonly activity: Figure
  /** What each unit of the activity holds, where the factor is per that. */
  readonly content: Figure | null
  /** EF, mass of the gas, or of CO₂ equivalent, per unit of the activity. */
  readonly factor: Figure
}

/** The units in which a result for this gas may come out: its own mass, or CO₂e when the factor already includes it. */
export function massUnitsOf(gas: EmittedGas): readonly Unit[] {
  return gas === 'CO2e' ? ['tCO2e'] : [massUnitOf(gas), 'tCO2e']
}

/**
 * The emission-factor method without its potential: AD × EF (annex F.2, formula F.1). The unit check of the method:
 * AD × EF must give tonnes of the gas or of CO₂ equivalent.
 *
 * @throws Refusal `accounting.units-do-not-cancel`, `accounting.not-this-gas`.
 */
export function generalFactor(
  { activity, content, factor }: GeneralFactor,
  gas: EmittedGas,
  basis: Basis,
): Figure<Unit> {
  const amount = content ? applied(activity, content) : asAmount(activity)
  const emitted = applied(amount, factor)
  const unit = massUnitsOf(gas).find((mass) => isConvertibleTo(emitted, mass))
  if (unit === undefined) throw new Refusal('accounting.not-this-gas', { unit: emitted.unit, gas })
  return converted(named(emitted, { code: 'accounting.factor-method', basis }), unit)
}

/** Amount × rate with the amount converted into what the rate is per; a rate without `per` is a share. */
function applied(amount: Figure, rate: Figure): Figure<Unit> {
  const parts = partsOf(rate.unit)
  if (!parts || parts.per === null || !isConvertibleTo(amount, parts.per))
    throw new Refusal('accounting.units-do-not-cancel', { amount: amount.unit, factor: rate.unit })
  return times<Unit, Unit>(converted(amount, parts.per), perUnit(rate, parts.unit, parts.per))
}
function perUnit(rate: Figure, unit: Unit, per: Unit): Figure<`${Unit}/${Unit}`> {
  return converted(rate, `${unit}/${per}`)
}
function asAmount(activity: Figure): Figure<Unit> {
  const { unit } = activity
  if (!isUnit(unit)) throw new Refusal('accounting.not-an-amount', { unit })
  return converted(activity, unit)
}
