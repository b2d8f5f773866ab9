import { isValidOn, monthAfter, monthOf } from '#shared/kernel/period'

import type { LaterEdition } from './document.ts'
import type { Guideline } from './guideline.ts'

type Edition = Pick<Guideline, 'id' | 'urn' | 'validFrom' | 'validTo' | 'rounding'>

/** Editions of one guideline have one name and differ in what stands behind it: `urn:…:gbt-32151.5:2015`. */
function familyOf({ urn }: Edition): string {
  return urn.slice(0, urn.lastIndexOf(':'))
}

/** The first month that lies wholly after the day on which an edition comes into force. */
function firstMonthOf(validFrom: string): string {
  return validFrom.endsWith('-01') ? monthOf(validFrom) : monthAfter(monthOf(validFrom))
}

/**
 * The edition of the same guideline in force when a year begins; the named one where no edition says that it is.
 *
 * @returns undefined for an id that no edition has.
 */
export function editionAtStart<E extends Edition>(
  editions: readonly E[],
  id: string,
  year: number,
): E | undefined {
  const named = editions.find((edition) => edition.id === id)
  if (!named) return undefined
  const inForce = ({ validFrom, validTo }: Edition) =>
    isValidOn({ validFrom: validFrom ?? '0000-01-01', validTo }, `${year}-01-01`)
  if (inForce(named)) return named
  return editions.find((edition) => familyOf(edition) === familyOf(named) && inForce(edition)) ?? named
}

/** The editions of the same guideline that take over in the course of a year, each with its own rounding rules. */
export function editionsWithin(editions: readonly Edition[], id: string, year: number): LaterEdition[] {
  const named = editions.find((edition) => edition.id === id)
  if (!named) return []
  return editions
    .filter((edition) => edition.id !== id && familyOf(edition) === familyOf(named))
    .flatMap(({ validFrom, ...edition }) =>
      validFrom === null
        ? []
        : [{ from: firstMonthOf(validFrom), guideline: edition.id, rounding: edition.rounding }],
    )
    .filter(({ from }) => from > `${year}-01` && from <= `${year}-12`)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** Those of the later editions that take over in this very year: an inventory's rules may be asked of another. */
export function editionsOfYear(
  editions: readonly LaterEdition[] | undefined,
  year: number,
): readonly LaterEdition[] {
  return (editions ?? []).filter(({ from }) => from > `${year}-01` && from <= `${year}-12`)
}
