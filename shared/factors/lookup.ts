import { Refusal } from '#shared/kernel/refusal'

import type { FactorEdition, FactorLibrary } from './library.ts'
import type { Factor, FactorKind, FactorPointer } from './model.ts'

/**
 * The factor a record points to, with its edition.
 *
 * @throws Refusal `factors.unknown` when the library has no such edition or the edition no such row.
 */
export function factorAt(
  library: FactorLibrary,
  { urn, ref }: FactorPointer,
): { readonly edition: FactorEdition; readonly factor: Factor } {
  const edition = library.find((candidate) => candidate.urn === urn)
  const factor = edition?.factors.find((candidate) => candidate.ref === ref)
  if (edition === undefined || factor === undefined) throw new Refusal('factors.unknown', { urn, ref })
  return { edition, factor }
}

/** Whether the document allows the factor for activity in that calendar year; one without bounds fits every year. */
export function coversYear({ validFrom, validTo }: Factor, year: number): boolean {
  return (
    (validFrom === null || validFrom < `${year + 1}-01-01`) && (validTo === null || validTo > `${year}-01-01`)
  )
}

/**
 * What one edition says about one thing: `factorsOf(edition, 'natural-gas', 'oxidation-rate')`. Several where a table
 * tells cases apart, none where it is silent; a value is never borrowed from another edition.
 */
export function factorsOf(edition: FactorEdition, subject: string, kind: FactorKind): readonly Factor[] {
  return edition.factors.filter((factor) => factor.subject === subject && factor.kind === kind)
}
