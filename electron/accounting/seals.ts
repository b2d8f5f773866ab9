import { inventoryById } from '#db/accounting/queries'
import { sealOf, type Seals } from '#electron/kernel/signed-acts'
import type { InventoryId } from '#shared/accounting/inventory'

import { damagedParts } from './kept-account.ts'

/** How this area hashes what its signatures cover. */
export const accountingSeals: Seals = {
  'accounting.signed-frozen': ({ db }, id) => {
    const found = inventoryById(db, id as InventoryId)
    if (!found || found.documentHash === null || damagedParts(db, found).length > 0) return null
    return sealOf({ document: found.documentHash, account: found.accountHash })
  },
}
