import { z } from 'zod'

import { factorPointer } from '#shared/factors/model'
import { nothing, query, task } from '#shared/kernel/contract'
import { decimalText, measure } from '#shared/kernel/quantity'
import { languages } from '#shared/kernel/texts'
import { categories } from '#shared/monitoring/model'

import { bridgeCauses } from './bridge.ts'
import { inventory, inventoryId, shownTotal } from './inventory.ts'
import { productionKeys } from './production.ts'
import { viewColumns, viewNames } from './views.ts'

/** A number with the path of its figure in the first of the compared inventories, or in the one that is asked. */
const openable = z.object({ path: z.string(), value: decimalText })

const bridge = z.object({
  /** The inventory to whose total the bridge leads. */
  to: inventoryId,
  lines: z.array(
    z.object({
      source: z.string(),
      name: z.string(),
      category: z.enum(categories),
      /** Null where the inventory does not count the line; each is found in its own inventory. */
      first: shownTotal.nullable(),
      second: shownTotal.nullable(),
      /** Why one of the two does not count it. */
      left: z.string().nullable(),
      /** Null while one of the two has no result. */
      steps: z.array(openable.extend({ cause: z.enum(bridgeCauses) })).nullable(),
      difference: decimalText.nullable(),
    }),
  ),
  /** What each cause comes to over all lines. */
  causes: z.array(openable.extend({ cause: z.enum(bridgeCauses) })),
  rounding: openable.nullable(),
  difference: openable.nullable(),
})
export type ShownBridge = Readonly<z.output<typeof bridge>>

export const comparison = z.object({
  inventories: z.array(z.object({ inventory, total: shownTotal })),
  /** From the first inventory to each of the others. */
  bridges: z.array(bridge),
})
export type Comparison = Readonly<z.output<typeof comparison>>

const view = z.object({
  name: z.enum(viewNames),
  columns: z.array(z.enum(viewColumns)),
  rows: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(['part', 'sum', 'apart']),
      /** By column; columns in which nothing is emitted are not there. */
      cells: z.partialRecord(z.enum(viewColumns), shownTotal),
    }),
  ),
})
export type ShownView = Readonly<z.output<typeof view>>

const productionFigures = z.partialRecord(z.enum(productionKeys), openable.extend({ unit: measure }))
const production = z.object({
  facility: z.string(),
  name: z.string(),
  months: z.array(z.object({ month: z.string(), figures: productionFigures })),
  year: productionFigures,
})
export type ShownProduction = Readonly<z.output<typeof production>>

const guidelineDefaults = z.object({
  /** The last word of the role it stands for, `oxidation`. */
  parameter: z.string(),
  subject: z.string(),
  factors: z.array(factorPointer).min(1),
})

const compared = z.array(inventoryId).min(2).max(4)

/** One set of data under several rules: boundaries side by side, views, and production beside the emission. */
export const comparisonContract = {
  /** Inventories of one year beside each other, with the bridge from the first to each of the others. */
  compare: query('accounting.read', z.object({ ids: compared }), comparison),
  /** The same as a workbook, offered for download. */
  exportComparison: task(
    'accounting.read',
    z.object({ ids: compared, language: z.enum(languages) }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
  /** What guidelines give for inputs that are not measured, each with the values of all editions. */
  defaults: query('accounting.read', nothing, z.array(guidelineDefaults)),
  /** ISO 14064-1, GHG Protocol and guideline, from the same readings. */
  views: query('accounting.read', z.object({ id: inventoryId }), z.array(view)),
  /** Production of facilities that register it, and what their emission comes to per unit of it. */
  production: query('accounting.read', z.object({ id: inventoryId }), z.array(production)),
}
