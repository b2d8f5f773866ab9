import { eq } from 'drizzle-orm'

import { exchangeKeptPrograms, exchangeUpdateFeed } from '#db/exchange/update-tables'
import type { ReadDb } from '#db/kernel/access'

export type UpdateFeed = Pick<typeof exchangeUpdateFeed.$inferSelect, 'address' | 'isOn'>

/** Where releases are looked for; null where nobody ever said. */
export function updateFeed(db: ReadDb): UpdateFeed | null {
  const [found] = db.select().from(exchangeUpdateFeed).all()
  return found ? { address: found.address, isOn: found.isOn } : null
}

/** What the bytes of a kept program hashed to when it was kept; null where nothing says. */
export function keptHash(db: ReadDb, version: string): string | null {
  const [found] = db
    .select({ sha256: exchangeKeptPrograms.sha256 })
    .from(exchangeKeptPrograms)
    .where(eq(exchangeKeptPrograms.version, version))
    .all()
  return found?.sha256 ?? null
}
