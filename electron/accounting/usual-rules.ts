import type { ReadDb } from '#db/kernel/access'
import type { Surroundings } from '#electron/kernel/surroundings'
import { editionAtStart, editionsWithin } from '#shared/accounting/editions'
import { newInventory, type NewInventory } from '#shared/accounting/inventory'
import type { NodeId } from '#shared/organization/model'

import { ruleFiles } from './engine-library.ts'
import { boundaryOf, registersOf } from './gather.ts'

/** Who asks for an account: the store, and where the program keeps what it ships. */
export interface Asking {
  readonly db: ReadDb
  readonly around: Pick<Surroundings, 'program'>
}

/**
 * The rules that a year of a plant is usually counted by: those of its newest inventory of that year, else those of
 * the guideline its boundary names, else those of the general method of annex F. Null while there is no organization.
 */
export function usualRules(
  { db, around }: Asking,
  year: number,
  facility: NodeId | null,
): NewInventory | null {
  const { organization, inventories, ...registers } = registersOf(db)
  if (!organization) return null
  const facilities = facility === null ? null : [facility]
  const last = inventories.find((inventory) => inventory.year === year)
  if (last) return newInventory.parse({ ...last, facilities })
  const { guidelines } = ruleFiles(around)
  const named = boundaryOf(registers, year)?.guideline
  const guideline =
    editionAtStart(guidelines, named ?? '', year) ??
    guidelines.find(({ id }) => id === 'carbon-management-annex-f') ??
    guidelines[0]
  if (!guideline) return null
  return {
    title: String(year),
    year,
    facilities,
    guideline: guideline.id,
    gwpSet: guideline.gwpSet,
    rounding: guideline.rounding,
    editions: editionsWithin(guidelines, guideline.id, year),
    view: named === undefined || named === null ? 'iso-14064-1' : 'guideline',
    scope2: 'location-based',
  }
}
