import { inArray } from 'drizzle-orm'

import { uncertainties } from '#db/accounting/tables'
import type { Handlers, WriteContext } from '#electron/kernel/context'
import type { uncertaintyContract } from '#shared/accounting/uncertainty-contract'
import { isBounded, type StatedUncertainty } from '#shared/accounting/uncertainty-model'
import { Decimal } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'

import { computedOf } from './computed.ts'
import { requireInventory } from './freeze.ts'
import { analysisOf, drawnOf, keepSimulation } from './uncertainty.ts'

export const uncertaintyHandlers: Handlers<typeof uncertaintyContract> = {
  uncertainty: (context, { id, coverage }) => analysisOf(context, requireInventory(context.db, id), coverage),
  setUncertainties: (context, all) => setAll(context, all),
  clearUncertainties: ({ db }, subjects) => {
    db.delete(uncertainties).where(inArray(uncertainties.subject, subjects)).run()
    return {}
  },
  simulate: async (task, { id, ...how }) => {
    const inventory = requireInventory(task.db, id)
    const drawn = await drawnOf(task, computedOf(task, inventory).account, how)
    if (drawn === null) throw new Refusal('accounting.uncertainty.nothing-stated')
    return task.promote((context) => keepSimulation(context, id, drawn))
  },
}

/** @throws Refusal `accounting.uncertainty.too-wide`, `accounting.uncertainty.coverage-wrong`. */
function setAll({ db, user, now }: WriteContext, all: readonly StatedUncertainty[]): Record<string, never> {
  for (const { distribution, percent, coverage } of all) {
    if (isBounded(distribution) !== (coverage === null))
      throw new Refusal('accounting.uncertainty.coverage-wrong')
    if (isBounded(distribution) && new Decimal(percent).gt(100))
      throw new Refusal('accounting.uncertainty.too-wide', { percent })
  }
  const subjects = all.map(({ subject }) => subject)
  db.delete(uncertainties).where(inArray(uncertainties.subject, subjects)).run()
  for (const each of all)
    db.insert(uncertainties)
      .values({ ...each, changedBy: user ?? 'system', changedAt: now })
      .run()
  return {}
}
