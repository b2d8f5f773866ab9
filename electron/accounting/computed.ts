import type { ReadContext } from '#electron/kernel/context'
import type { Account } from '#shared/accounting/account'
import { type InventoryDocument, withReported } from '#shared/accounting/document'
import { type Inventory, newInventory } from '#shared/accounting/inventory'
import type { Library } from '#shared/accounting/library'
import { type Settings, settingsOf } from '#shared/accounting/settings'

import { engineLibrary } from './engine-library.ts'
import { openKept } from './kept-account.ts'
import { liveAccount } from './live.ts'

/** An inventory with its account, as it was frozen or as the readings of this moment make it. */
export interface Computed {
  readonly inventory: Inventory
  readonly document: InventoryDocument
  readonly account: Account
  readonly settings: Settings
  readonly library: Library
}

/** What an inventory comes to; what a reader should look at is worked out by who asks for it. */
export function computedOf(
  { db, around }: Pick<ReadContext, 'db' | 'around'>,
  inventory: Inventory,
): Computed {
  if (inventory.state !== 'working') {
    const library = engineLibrary(db, around)
    const { account, document } = openKept(db, inventory, library)
    return { inventory, account, document, library, settings: settingsOf(document, library) }
  }
  const live = liveAccount(db, around, newInventory.parse(inventory))
  const { account, settings, library } = live
  return { inventory, account, settings, library, document: withReported(live.document, inventory.reported) }
}
