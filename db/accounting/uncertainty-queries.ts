import { asc, desc, eq } from 'drizzle-orm'

import { simulations, uncertainties } from '#db/accounting/tables'
import type { ReadDb } from '#db/kernel/access'
import type { InventoryId } from '#shared/accounting/inventory'
import { type Simulation, simulation, type StatedUncertainty } from '#shared/accounting/uncertainty-model'

/** Everything that people stated of inputs, by subject. */
export function statedUncertainties(db: ReadDb): (StatedUncertainty & { readonly changedAt: string })[] {
  return db
    .select()
    .from(uncertainties)
    .orderBy(asc(uncertainties.subject))
    .all()
    .map(({ changedBy: _by, ...row }) => row)
}
/** The last simulation that was kept of an inventory. */
export function lastSimulation(db: ReadDb, inventory: InventoryId): Simulation | undefined {
  const [row] = db
    .select()
    .from(simulations)
    .where(eq(simulations.inventory, inventory))
    .orderBy(desc(simulations.madeAt), desc(simulations.id))
    .limit(1)
    .all()
  return (
    row &&
    simulation.parse({
      ...row,
      inputs: JSON.parse(row.inputs) as unknown,
      outputs: JSON.parse(row.outputs) as unknown,
    })
  )
}
