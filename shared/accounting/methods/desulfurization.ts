import type { Basis, Figure } from '#shared/kernel/figure'
import { named, share, times } from '#shared/kernel/figure-algebra'

export interface Desulfurization {
  /** Mass of the agent, t. */
  readonly agent: Figure<'t'>
  /** I, share of carbonate in the agent. */
  readonly carbonateShare: Figure<'ratio'>
  /** EF, CO₂ of the pure carbonate. */
  readonly factor: Figure<'tCO2/t'>
  /** TR, share of the carbonate that reacts. */
  readonly conversion: Figure<'ratio'>
}

/** CO₂ from the carbonate of the desulfurization agent: E = B × I × EF × TR (annex E.2, GB/T 32151.1-2015). */
export function desulfurization(
  { agent, carbonateShare, factor, conversion }: Desulfurization,
  basis: Basis,
): Figure<'tCO2'> {
  const released = share(times(share(agent, carbonateShare), factor), conversion)
  return named(released, { code: 'accounting.desulfurization', basis })
}
