import { eq } from 'drizzle-orm'

import { figures } from '#db/performance/tables'
import type { WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { canonical } from '#shared/kernel/canonical'
import { type Figure, toRecord } from '#shared/kernel/figure'

/** Keeps a figure with its whole tree; the trail holds its hash, which says all that the tree does. */
export function keepFigure({ db, bulk }: WriteContext, figure: Figure): string {
  const body = canonical(toRecord(figure))
  const hash = sha256(body)
  const isThere = db.select().from(figures).where(eq(figures.sha256, hash)).all().length > 0
  if (!isThere) bulk({ figure: hash }, () => db.insert(figures).values({ sha256: hash, body }).run())
  return hash
}
