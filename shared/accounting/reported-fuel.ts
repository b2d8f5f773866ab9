import type { ReportedFuel } from '#shared/monitoring/fuels'
import type { Parameter, Source } from '#shared/monitoring/model'

/** In which line of tables E.3 and E.5 a fuel of the factor library stands, by its `subject` there. */
const lines: Readonly<Record<string, ReportedFuel>> = {
  'crude-oil': 'crude-oil',
  'fuel-oil': 'fuel-oil',
  gasoline: 'gasoline',
  diesel: 'diesel',
  'refinery-gas': 'refinery-dry-gas',
  'natural-gas': 'natural-gas',
  'coke-oven-gas': 'coke-oven-gas',
}
const otherCoalGases = ['bf-gas', 'converter-gas', 'other-coal-gas', 'producer-gas', 'other-gas']

/**
 * Which of the ten fuels of annex E a source burns, as the register says. Where it does not say, what the library
 * calls the fuel decides; without a factor of the library the class of the fuel does, where the class has one line.
 */
export function reportedFuelOf(source: Source, parameters: readonly Parameter[]): ReportedFuel | null {
  const { calculation } = source
  if (calculation.method !== 'fuel-by-calorific-value' && calculation.method !== 'fuel-by-element-carbon')
    return null
  if (source.fuel !== null) return source.fuel
  const subject = parameters
    .map(({ factor }) => factor?.ref.split('/')[0])
    .find((ref) => ref !== undefined && ref !== '')
  const named = subject === undefined ? undefined : lines[subject]
  if (named) return named
  if (calculation.fuelClass === 'coal') return 'coal'
  if (calculation.fuelClass === 'oil') return 'other-petroleum'
  if (calculation.fuelClass === 'gas')
    return subject !== undefined && otherCoalGases.includes(subject) ? 'other-coal-gas' : 'natural-gas'
  return null
}
