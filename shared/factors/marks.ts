import { Decimal } from '#shared/kernel/quantity'

import type { FactorLibrary } from './library.ts'
import type { Factor } from './model.ts'

/** What a statement of comparison says, as far as it decides whether it still holds. */
interface Compared {
  readonly urn: string
  readonly ref: string
  readonly value: string
  readonly unit: string
}

/** Whether a comparison speaks of the value as it stands: another value, or another unit, was never compared. */
export function holdsFor(compared: Compared, factor: Pick<Factor, 'value' | 'unit'>): boolean {
  return compared.unit === factor.unit && new Decimal(compared.value).equals(factor.value)
}

/** The library with every value `verified` that someone compared with the official text and that still is the same. */
export function withMarks(library: FactorLibrary, marks: readonly Compared[]): FactorLibrary {
  return library.map((edition) => {
    const own = marks.filter(({ urn }) => urn === edition.urn)
    if (own.length === 0) return edition
    const isCompared = (factor: Factor) =>
      own.some((mark) => mark.ref === factor.ref && holdsFor(mark, factor))
    const factors = edition.factors.map((factor): Factor =>
      isCompared(factor) ? { ...factor, verification: 'verified' } : factor,
    )
    return { ...edition, factors }
  })
}
