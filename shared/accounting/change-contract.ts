import { z } from 'zod'

import { query } from '#shared/kernel/contract'
import { decimalText } from '#shared/kernel/quantity'

import { inventory, inventoryId, shownTotal } from './inventory.ts'
import { changeCauses } from './year-change.ts'

const amount = z.object({ path: z.string(), value: decimalText })
const change = z.object({
  inventory,
  /** The year before; how it was reported, where an inventory of it was frozen. */
  reported: z.object({ inventory, total: shownTotal }).nullable(),
  before: shownTotal,
  after: shownTotal,
  causes: z.array(amount.extend({ cause: z.enum(changeCauses) })),
  lines: z.array(
    z.object({
      source: z.string(),
      name: z.string(),
      steps: z.array(amount.extend({ cause: z.enum(changeCauses) })),
      difference: decimalText,
    }),
  ),
  /** Names of sources without a result in one of the years. */
  open: z.array(z.string()),
  /** Of the totals; null while one of them has no result. */
  difference: decimalText.nullable(),
})
export type ShownChange = Readonly<z.output<typeof change>>

/** Why this year is not last year. */
export const changeContract = {
  /** Null where nothing is known of the year before. */
  yearChange: query('accounting.read', z.object({ id: inventoryId }), change.nullable()),
}
