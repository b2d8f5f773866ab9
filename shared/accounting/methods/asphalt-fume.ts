import type { Basis, Figure } from '#shared/kernel/figure'
import { converted, named, share, times } from '#shared/kernel/figure-algebra'

import { carbonAs } from './carbon.ts'

export interface AsphaltFume {
  /** q, flow of the fume, Nm³/h. */
  readonly flow: Figure<'Nm3/h'>
  /** q_var, volatile matter in it, mg/Nm³. */
  readonly concentration: Figure<'mg/Nm3'>
  /** Time in operation; stated in days by the standard, the flow is per hour, hence × 24. */
  readonly duration: Figure<'h'>
  /** h_m, heat of the volatile matter. */
  readonly calorificValue: Figure<'GJ/t'>
  /** f_ch, carbon per unit of that heat. */
  readonly carbonContent: Figure<'tC/GJ'>
  /** f_ox, share that oxidises. */
  readonly oxidation: Figure<'ratio'>
}

/**
 * CO₂ from burning asphalt fume: E = q × q_var × 10⁻⁹ × 24 × days × h_m × f_ch × f_ox × 44/12
 * (GB/T 32151.34-2024).
 */
export function asphaltFume(
  { flow, concentration, duration, calorificValue, carbonContent, oxidation }: AsphaltFume,
  basis: Basis,
): Figure<'tCO2'> {
  const volatile = named(times(times(duration, flow), concentration), { code: 'accounting.volatile-matter' })
  const burnt = share(times(times(converted(volatile, 't'), calorificValue), carbonContent), oxidation)
  return named(carbonAs('tCO2', burnt), { code: 'accounting.asphalt-fume', basis })
}
