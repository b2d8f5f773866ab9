import { unitById, unitsOf } from '#db/assets/queries'
import type { ReadDb } from '#db/kernel/access'
import { nodeAt } from '#electron/accounting/show'
import { type Scopes, serve } from '#electron/kernel/context'
import { assetsContract } from '#shared/assets/contract'
import type { NewUnit, Planned, UnitId } from '#shared/assets/model'
import { carriedOver } from '#shared/assets/settlement'
import { textOf } from '#shared/kernel/figure'
import { constant } from '#shared/kernel/figure-algebra'

import { estimateYear } from './estimate.ts'
import { shippedPlans } from './plans.ts'
import { figureAt, shownEstimate } from './show.ts'
import { addUnit, editUnit, removeUnit, setPlanned, setTerms } from './units.ts'
import { worthOf } from './worth.ts'

/** Base quantities of the carry-over, by sector (tonnes). */
const carryBase = { power: '10000', industry: '100000' } as const

const scopes: Scopes<typeof assetsContract> = {
  addUnit: (_db: ReadDb, { node }: NewUnit) => [node],
  editUnit: (db: ReadDb, { id, facts }: { readonly id: UnitId; readonly facts: NewUnit }) => [
    facts.node,
    ...nodesOfUnit(db, id),
  ],
  removeUnit: (db: ReadDb, { id }: { readonly id: UnitId }) => nodesOfUnit(db, id),
  setPlanned: (db: ReadDb, { values }: { readonly values: readonly Pick<Planned, 'unit'>[] }) => {
    // What is planned for the emission is of the whole plant.
    const units = values.flatMap(({ unit }) => unit ?? [])
    return units.length < values.length ? null : units.flatMap((unit) => nodesOfUnit(db, unit))
  },
}
function nodesOfUnit(db: ReadDb, id: UnitId): string[] {
  const unit = unitById(db, id)
  return unit ? [unit.node] : []
}

export const assetsService = serve(
  assetsContract,
  {
    plans: ({ around }) => {
      const { plans, prices } = shippedPlans(around)
      return { plans: [...plans], prices }
    },
    units: ({ db }) => unitsOf(db),
    addUnit,
    editUnit,
    removeUnit: (context, { id }) => {
      removeUnit(context, id)
      return {}
    },
    setPlanned: (context, { values }) => {
      setPlanned(context, values)
      return {}
    },
    setTerms,
    worth: (context, question) => worthOf(context, question),
    estimate: (context, { year }) => shownEstimate(estimateYear(context, year)),
    carryOver: (_context, { sector, ...amounts }) => {
      const tonnes = (value: string, code: string) => constant(value, 'tCO2e', { code })
      const { most, carried, toSell } = carriedOver(tonnes(carryBase[sector], 'assets.figure.carry-base'), {
        holding: tonnes(amounts.holding, 'assets.figure.holding'),
        sold: tonnes(amounts.sold, 'assets.figure.sold'),
        bought: tonnes(amounts.bought, 'assets.figure.bought'),
      })
      return { most: textOf(most.value), carried: textOf(carried.value), toSell: textOf(toSell.value) }
    },
    figure: (context, { year, path, at }) =>
      nodeAt(figureAt(estimateYear(context, year), path) ?? undefined, path, at),
  },
  scopes,
)
