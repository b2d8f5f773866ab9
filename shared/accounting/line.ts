import type { Figure } from '#shared/kernel/figure'
import type { Finding } from '#shared/kernel/finding'

/** What a method gives for one source and month, before the potential of the gas. */
export interface Line {
  /** Tonnes of the gas, or CO₂e where the factor includes the potential. */
  readonly mass: Figure
  readonly beside: readonly Figure[]
  readonly findings: readonly Finding[]
  /** A potential that the line brings itself. */
  readonly potential: Figure | null
}

export function lineOf(mass: Figure, more: Partial<Omit<Line, 'mass'>> = {}): Line {
  return { mass, beside: [], findings: [], potential: null, ...more }
}
