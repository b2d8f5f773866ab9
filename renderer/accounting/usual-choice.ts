import { editionAtStart, editionsWithin } from '#shared/accounting/editions'
import type { NewInventory } from '#shared/accounting/inventory'
import { gwpSetNames } from '#shared/factors/gwp'

/** A guideline as it is offered. */
export interface GuidelineChoice {
  readonly id: string
  readonly urn: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly rounding: string
  readonly gwpSet: string
}

/** The guideline whose method covers every kind of source. */
const general = 'carbon-management-annex-f'

/** How a plant usually counts: by the guideline that is named for it, with that guideline's potentials and rounding. */
export function usualChoice(
  guidelines: readonly GuidelineChoice[],
  named: string | null,
  year: number,
): Omit<NewInventory, 'title' | 'year'> {
  const own = editionAtStart(guidelines, named ?? '', year)
  const guideline = own ?? guidelines.find(({ id }) => id === general) ?? guidelines[0]
  return {
    facilities: null,
    ...choiceOf(guideline),
    editions: editionsWithin(guidelines, guideline?.id ?? '', year),
    view: own ? 'guideline' : 'iso-14064-1',
    scope2: 'location-based',
  }
}

/** What follows from choosing a guideline; each may still be chosen otherwise. */
export function choiceOf(
  guideline: GuidelineChoice | undefined,
): Pick<NewInventory, 'guideline' | 'gwpSet' | 'rounding'> {
  return {
    guideline: guideline?.id ?? '',
    gwpSet: gwpSetNames.find((name) => name === guideline?.gwpSet) ?? 'AR6',
    rounding: guideline?.rounding ?? '',
  }
}
