import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'
import { namedRecord } from '#shared/kernel/record-contract'

export const foundRecord = namedRecord.extend({
  /** The words around what was found; empty where only the title holds it. */
  passage: z.string(),
})
export type FoundRecord = Readonly<z.output<typeof foundRecord>>

/** Finds records of every area by what they are called and what they say. */
export const searchContract = {
  /** The best first, of what the person who asks may see. */
  search: query(
    'signed-in',
    z.object({ text: z.string().trim().max(200), limit: z.int().min(1).max(100) }),
    z.array(foundRecord),
  ),
  /** Throws the index away and makes it again from the records. */
  rebuildSearch: command('access.manage', nothing, z.object({ records: z.int() })),
}
