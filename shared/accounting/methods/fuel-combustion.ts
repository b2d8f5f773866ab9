import type { Basis, Figure } from '#shared/kernel/figure'
import { named, share, times, timesRate } from '#shared/kernel/figure-algebra'
import type { Unit } from '#shared/kernel/units'

import { roundedAt, type RoundingRuleSet } from '../rounding.ts'
import { carbonAs } from './carbon.ts'

export interface FuelByCalorificValue<F extends Unit> {
  /** FC, net consumption in t or 10⁴ Nm³. */
  readonly fuel: Figure<F>
  /** NCV, net calorific value as received. */
  readonly calorificValue: Figure<`GJ/${F}`>
  /** CC, carbon content per unit of heat. */
  readonly carbonContent: Figure<'tC/GJ'>
  /** OF, share of the carbon that oxidises. */
  readonly oxidation: Figure<'ratio'>
}

export interface FuelByElementCarbon<F extends Unit> {
  readonly fuel: Figure<F>
  /** C_ar, element carbon as received. */
  readonly carbon: Figure<`tC/${F}`>
  readonly oxidation: Figure<'ratio'>
}

/**
 * Which step rounds the carbon as received: forms print carbon per 10⁴ Nm³ with other decimals than carbon per t.
 */
export type CarbonStep = 'carbon-content-received' | 'carbon-content-received-gas'

/**
 * CO₂ from burning one fuel: E = FC × NCV × CC × OF × 44/12 (annex F.2).
 *
 * Where the rule set rounds the carbon as received, the form computes C_ar = NCV × CC first, rounds it and goes on
 * with the rounded cell; then so do we, and the figure shows it.
 */
export function fuelByCalorificValue<F extends Unit>(
  { fuel, calorificValue, carbonContent, oxidation }: FuelByCalorificValue<F>,
  step: CarbonStep,
  rules: RoundingRuleSet,
  basis: Basis,
): Figure<'tCO2'> {
  if (rules.steps[step]) {
    const carbon = carbonFromHeat(fuel.unit, calorificValue, carbonContent, step, rules)
    return fuelByElementCarbon({ fuel, carbon, oxidation }, basis)
  }
  const burnt = share(times<'tC', 'GJ'>(times<'GJ', F>(fuel, calorificValue), carbonContent), oxidation)
  return named(carbonAs('tCO2', burnt), { code: 'accounting.fuel-combustion', basis })
}

/** CO₂ from burning one fuel of measured carbon: E = FC × C_ar × OF × 44/12. */
export function fuelByElementCarbon<F extends Unit>(
  { fuel, carbon, oxidation }: FuelByElementCarbon<F>,
  basis: Basis,
): Figure<'tCO2'> {
  const burnt = share(times<'tC', F>(fuel, carbon), oxidation)
  return named(carbonAs('tCO2', burnt), { code: 'accounting.fuel-combustion', basis })
}

/** C_ar = NCV × CC, rounded where the rule set says so. */
export function carbonFromHeat<F extends Unit>(
  fuelUnit: F,
  calorificValue: Figure<`GJ/${F}`>,
  carbonContent: Figure<'tC/GJ'>,
  step: CarbonStep,
  rules: RoundingRuleSet,
): Figure<`tC/${F}`> {
  const carbon = timesRate<'tC', 'GJ', F>(calorificValue, carbonContent, `tC/${fuelUnit}`)
  return roundedAt(named(carbon, { code: 'accounting.carbon-received' }), step, rules)
}

/** The heat that forms show beside the emission: FC × NCV. */
export function fuelHeat<F extends Unit>(
  fuel: Figure<F>,
  calorificValue: Figure<`GJ/${F}`>,
  rules: RoundingRuleSet,
): Figure<'GJ'> {
  const heat = named(times<'GJ', F>(fuel, calorificValue), { code: 'accounting.fuel-heat' })
  return roundedAt(heat, 'fuel-heat', rules)
}
