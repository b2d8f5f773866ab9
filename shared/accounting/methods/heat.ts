import type { Figure } from '#shared/kernel/figure'
import {
  constant,
  converted,
  differenceOf,
  named,
  ratioOf,
  share,
  times,
} from '#shared/kernel/figure-algebra'
import { Refusal } from '#shared/kernel/refusal'

import { roundedAt, type RoundingRuleSet } from '../rounding.ts'

/** Heat in steam, counted from water at 20 °C: Q = D × (h − 83.74) × 10⁻³, D in t, h in kJ/kg, Q in GJ. */
export function steamHeat(
  mass: Figure<'t'>,
  enthalpy: Figure<'kJ/kg'>,
  rules: RoundingRuleSet,
): Figure<'GJ'> {
  const water = constant('83.74', 'kJ/kg', { code: 'accounting.enthalpy-of-water-20' })
  const gained = differenceOf(enthalpy, [water], { code: 'accounting.enthalpy-gained' })
  if (gained.value.lt(0))
    throw new Refusal('accounting.enthalpy-below-water', { value: enthalpy.value.toFixed() })
  return steamHeatAsGiven(mass, gained, rules)
}

/** Heat in steam with the enthalpy as the document states it, nothing taken off: Q = D × h × 10⁻³. */
export function steamHeatAsGiven(
  mass: Figure<'t'>,
  enthalpy: Figure<'kJ/kg'>,
  rules: RoundingRuleSet,
): Figure<'GJ'> {
  const heat = times(mass, converted(enthalpy, 'GJ/t'))
  return roundedAt(named(heat, { code: 'accounting.steam-heat' }), 'supplied-heat', rules)
}

/** Heat in hot water, counted from 20 °C: Q = D × (t − 20) × 4.1868 × 10⁻³. */
export function hotWaterHeat(
  mass: Figure<'t'>,
  temperature: Figure<'°C'>,
  rules: RoundingRuleSet,
): Figure<'GJ'> {
  const reference = constant('20', '°C', { code: 'accounting.reference-temperature' })
  const warmed = differenceOf(temperature, [reference], { code: 'accounting.temperature-gained' })
  if (warmed.value.lt(0))
    throw new Refusal('accounting.water-below-reference', { value: temperature.value.toFixed() })
  const degree = constant('1', '°C', { code: 'accounting.one-degree' })
  const perDegree = constant('4.1868', 'kJ/kg', { code: 'accounting.heat-capacity-of-water' })
  const enthalpy = share(perDegree, ratioOf(warmed, degree))
  return steamHeatAsGiven(mass, named(enthalpy, { code: 'accounting.enthalpy-gained' }), rules)
}
