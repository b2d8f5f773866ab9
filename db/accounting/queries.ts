import { desc, eq } from 'drizzle-orm'

import { accountingContents, accountingInventories } from '#db/accounting/tables'
import { prepared, type ReadDb } from '#db/kernel/access'
import { type Inventory, inventory, type InventoryId } from '#shared/accounting/inventory'

/** Every inventory, the newest year and version first. */
export function inventoriesOf(db: ReadDb): Inventory[] {
  return everyInventory(db).all().map(toInventory)
}
const everyInventory = prepared((db: ReadDb) =>
  db
    .select()
    .from(accountingInventories)
    .orderBy(
      desc(accountingInventories.year),
      desc(accountingInventories.version),
      desc(accountingInventories.id),
    )
    .prepare(),
)
export function inventoryById(db: ReadDb, id: InventoryId): Inventory | undefined {
  return db
    .select()
    .from(accountingInventories)
    .where(eq(accountingInventories.id, id))
    .all()
    .map(toInventory)[0]
}
/** The canonical JSON that was frozen under a hash. */
export function contentUnder(db: ReadDb, sha256: string): string | undefined {
  return db.select().from(accountingContents).where(eq(accountingContents.sha256, sha256)).all()[0]?.body
}

function toInventory({
  replacesId,
  facilities,
  plan,
  reported,
  editions,
  ...row
}: typeof accountingInventories.$inferSelect): Inventory {
  return inventory.parse({
    ...row,
    facilities: facilities === null ? null : (JSON.parse(facilities) as unknown),
    plan: JSON.parse(plan) as unknown,
    reported: JSON.parse(reported) as unknown,
    editions: JSON.parse(editions) as unknown,
    replaces: replacesId,
  })
}
