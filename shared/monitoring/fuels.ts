import type { Calculation, FuelClass } from './methods.ts'

/** The ten fuels of tables E.3 and E.5, in their order. */
export const reportedFuels = [
  'coal',
  'crude-oil',
  'fuel-oil',
  'gasoline',
  'diesel',
  'refinery-dry-gas',
  'other-petroleum',
  'natural-gas',
  'coke-oven-gas',
  'other-coal-gas',
] as const
export type ReportedFuel = (typeof reportedFuels)[number]

const byClass: Readonly<Record<FuelClass, readonly ReportedFuel[]>> = {
  coal: ['coal'],
  oil: ['crude-oil', 'fuel-oil', 'gasoline', 'diesel', 'refinery-dry-gas', 'other-petroleum'],
  gas: ['natural-gas', 'coke-oven-gas', 'other-coal-gas', 'refinery-dry-gas', 'other-petroleum'],
  biomass: [],
  other: reportedFuels,
}

/** The fuels that a source calculated in this way can burn; none where the method burns nothing. */
export function fuelsOf(how: Calculation): readonly ReportedFuel[] {
  return 'fuelClass' in how ? byClass[how.fuelClass] : []
}
