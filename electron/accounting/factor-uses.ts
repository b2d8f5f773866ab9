import { contentUnder, inventoriesOf } from '#db/accounting/queries'
import type { FactorUseRegister } from '#electron/factors/factor-uses'
import { Refusal } from '#shared/kernel/refusal'

import { liveAccount } from './live.ts'

/** Inventories that count with a factor: a working one follows the library, a frozen one keeps the value it had. */
export const inventoriesUsing: FactorUseRegister = (db, { urn, ref }, around) => {
  const id = `${urn}#${ref}`
  return inventoriesOf(db)
    .filter((inventory) =>
      inventory.state === 'working'
        ? usedOrNone(() => liveAccount(db, around, inventory).document.factors)?.some(
            (used) => used.id === id,
          )
        : contentUnder(db, inventory.documentHash ?? '')?.includes(JSON.stringify(id)),
    )
    .map((inventory) => ({
      area: 'accounting',
      name: `${inventory.title} V${inventory.version}`,
      path: `/accounting/${inventory.id}`,
      keeps: inventory.state !== 'working',
    }))
}

/** An inventory without a facility inside the boundary counts nothing, and so uses no factor. */
function usedOrNone<T>(count: () => T): T | null {
  try {
    return count()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
