import type { FactorPointer } from '#shared/factors/model'
import type { Calculation } from '#shared/monitoring/methods'

const since2023 = 'urn:tanbu:factors:fuels-mee-power:2022'
const before2023 = 'urn:tanbu:factors:fuels-mee-power:2021'

/**
 * The default that the power guideline sets for a property of coal that was not measured, or not by the rule: high on
 * purpose, so that measuring pays. Before 2023 carbon had 0.03356 tC/GJ, since then 0.03085 (0.02858 for gangue,
 * slurry and coal-water slurry); the calorific value has 26.7 GJ/t. Null where there is none.
 */
export function punitiveDefault(
  calculation: Calculation,
  role: string,
  year: number,
  isUnconventional = false,
): FactorPointer | null {
  if (!('fuelClass' in calculation) || calculation.fuelClass !== 'coal') return null
  if (role === 'calorificValue') return { urn: since2023, ref: 'coal-default/net-calorific-value' }
  if (role !== 'carbonContent') return null
  if (year < 2023) return { urn: before2023, ref: 'coal-default/carbon-content-per-heat' }
  const coal = isUnconventional ? 'coal-default-unconventional' : 'coal-default'
  return { urn: since2023, ref: `${coal}/carbon-content-per-heat` }
}
