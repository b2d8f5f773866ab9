import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { month } from '#shared/kernel/period'
import { languages } from '#shared/kernel/texts'
import { nodeId } from '#shared/organization/model'

import { collection, collectionRule } from './collection.ts'

/** Who has to bring what for which month, and the workbooks in which they can. */
export const collectionContract = {
  /** What each department has to bring for the months of a year that have begun, of one facility or of all. */
  collections: query(
    'activity.read',
    z.object({ year: z.int().min(1990).max(2100), facility: nodeId.nullable() }),
    z.array(collection),
  ),
  /** By when data is due at a facility; `isOwn` false while its guideline decides. */
  collectionRule: query(
    'activity.read',
    z.object({ facility: nodeId }),
    collectionRule.extend({ isOwn: z.boolean() }),
  ),
  saveCollectionRule: command('activity.manage', collectionRule.extend({ facility: nodeId }), nothing),
  /** Lets the guideline decide again. */
  removeCollectionRule: command('activity.manage', z.object({ facility: nodeId }), nothing),
  /** A workbook with an empty cell for every value that a department has to bring for a month, to be downloaded. */
  collectionWorkbook: task(
    'activity.read',
    z.object({
      facility: nodeId,
      department: z.string().nullable(),
      month,
      language: z.enum(languages),
    }),
    z.object({ download: z.string(), name: z.string(), rows: z.int() }),
  ),
}
