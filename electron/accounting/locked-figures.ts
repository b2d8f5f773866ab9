import { inventoryById } from '#db/accounting/queries'
import type { ReadContext } from '#electron/kernel/context'
import { inventoryId } from '#shared/accounting/inventory'

import { engineLibrary } from './engine-library.ts'
import { openKept, totalsOf } from './kept-account.ts'
import { shownTotalAt } from './show.ts'

/** A total of a frozen inventory as it can be quoted: where its figure is found, and its value in tCO2e. */
export interface LockedTotal {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly unit: string
}

/**
 * The totals of a frozen inventory, `accounting/inventory/<id>`, whole ones only; null where it is not frozen or not
 * there.
 *
 * @throws Refusal `accounting.content-damaged`.
 */
export function lockedFigures(
  { db, around }: Pick<ReadContext, 'db' | 'around'>,
  record: string,
): readonly LockedTotal[] | null {
  const id = inventoryId.safeParse(record.replace('accounting/inventory/', ''))
  const inventory = id.success ? inventoryById(db, id.data) : undefined
  if (inventory?.state !== 'frozen') return null
  const { account, document } = openKept(db, inventory, engineLibrary(db, around))
  const names = new Map<string, string>(
    document.sources.map((source) => [`source/${source.id}`, source.name]),
  )
  return totalsOf(account).flatMap(({ path, total }) => {
    const { value } = shownTotalAt(path, path, total)
    return value === null ? [] : [{ path, label: names.get(path) ?? path, value, unit: 'tCO2e' }]
  })
}
