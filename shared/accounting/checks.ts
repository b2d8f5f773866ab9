import type { Finding } from '#shared/kernel/finding'

import type { Account } from './account.ts'
import type { InventoryDocument, UsedFactor } from './document.ts'
import type { Settings } from './settings.ts'

/** Everything a reader of the inventory should look at, all at once. */
export function check(
  document: InventoryDocument,
  computed: Account,
  settings: Settings,
  candidates: readonly UsedFactor[],
): Finding[] {
  return []
}
