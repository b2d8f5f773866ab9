import type { Figure } from '#shared/kernel/figure'
import { constant, over, times } from '#shared/kernel/figure-algebra'

/** The gases whose mass follows from the mass of carbon in them: CO₂ 44/12, CH₄ 16/12. */
const molarMasses = { tCO2: '44', tCH4: '16' } as const
export type CarbonGas = keyof typeof molarMasses

/** Carbon as gas: C × 44 ÷ 12. The fraction is kept, because 3.67 or a quotient would cost digits. */
export function carbonAs<G extends CarbonGas>(gas: G, carbon: Figure<'tC'>): Figure<G> {
  const above = constant(molarMasses[gas], `${gas}/tC`, { code: 'accounting.molar-mass-gas' })
  const below = constant('12', 'ratio', { code: 'accounting.molar-mass-carbon' })
  return over(times<G, 'tC'>(carbon, above), below)
}
