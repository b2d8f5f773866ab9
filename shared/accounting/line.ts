import type { Figure } from '#shared/kernel/figure'

/** What a method gives for one source and month, before the potential of the gas. */
export interface Line {
  /** Tonnes of the gas, or CO₂e where the factor includes the potential. */
  readonly mass: Figure
  readonly beside: readonly Figure[]
  /** A potential that the line brings itself. */
  readonly potential: Figure | null
}

export function lineOf(
  mass: Figure,
  { beside = [], potential = null }: Partial<Omit<Line, 'mass'>> = {},
): Line {
  return { mass, beside, potential }
}
