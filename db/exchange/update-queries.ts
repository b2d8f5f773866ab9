import { exchangeUpdateFeed } from '#db/exchange/update-tables'
import type { ReadDb } from '#db/kernel/access'

export type UpdateFeed = Pick<typeof exchangeUpdateFeed.$inferSelect, 'address' | 'isOn'>

/** Where releases are looked for; null where nobody ever said. */
export function updateFeed(db: ReadDb): UpdateFeed | null {
  const [found] = db.select().from(exchangeUpdateFeed).all()
  return found ? { address: found.address, isOn: found.isOn } : null
}
