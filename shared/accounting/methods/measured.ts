import type { Basis, Figure, Origin } from '#shared/kernel/figure'
import { constant, converted, entered, named, over, share, times } from '#shared/kernel/figure-algebra'
import { Decimal } from '#shared/kernel/quantity'
import type { Unit } from '#shared/kernel/units'

/** Below this share of valid hours a month gives no result. Our proposal: the standard names none. */
export const leastValidShare = new Decimal('0.75')

export interface Hours {
  /** Mean concentration of each hour, mg/Nm³; null where there is no valid value. */
  readonly concentration: readonly (Decimal | null)[]
  /** Flow of each hour, Nm³/h. */
  readonly flow: readonly (Decimal | null)[]
}

/** How many hours have both a valid concentration and a valid flow. */
export function validHours({ concentration, flow }: Hours): number {
  return concentration.filter((value, hour) => value !== null && (flow[hour] ?? null) !== null).length
}

/**
 * Direct measurement by the hour: E = Σ_h c_h × Q_h × 10⁻⁹ (annex F.4), before the potential.
 *
 * The hours of a month are one leaf, because a tree with 8,760 branches proves less to a reader than count and digest;
 * the hours themselves stand in the document. With the gap rule the hours without a valid value count like the mean
 * of the others: E × all hours ÷ valid hours.
 */
export function measuredMass<G extends Unit>(
  hours: Hours,
  gas: G,
  gapsFilled: boolean,
  origin: Origin & { readonly kind: 'readings' },
  basis: Basis,
): Figure<G> {
  const total = hours.concentration.reduce<Decimal>((sum, value, hour) => {
    const flow = hours.flow[hour] ?? null
    return value === null || flow === null ? sum : sum.plus(value.times(flow))
  }, new Decimal(0))
  const valid = validHours(hours)
  const measured = entered(
    total,
    'mg',
    { code: 'accounting.hourly-mass', facts: { hours: valid } },
    { ...origin, count: valid },
  )
  const mass = converted(measured, 't')
  const filled = gapsFilled && valid < hours.concentration.length ? withGaps(mass, hours, valid) : mass
  const asGas = constant('1', `${gas}/t`, { code: 'accounting.mass-as-gas' })
  return named(times<G, 't'>(filled, asGas), { code: 'accounting.direct-measurement', basis })
}

function withGaps(mass: Figure<'t'>, { concentration }: Hours, valid: number): Figure<'t'> {
  const all = constant(String(concentration.length), 'ratio', { code: 'accounting.hours-of-month' })
  const known = constant(String(valid), 'ratio', { code: 'accounting.hours-valid' })
  return named(over(share(mass, all), known), {
    code: 'accounting.gaps-filled',
    facts: { missing: concentration.length - valid },
  })
}
