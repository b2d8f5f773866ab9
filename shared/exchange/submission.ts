import { z } from 'zod'

import { inventoryDocument } from '#shared/accounting/document'

/**
 * What a plant hands to its group: one inventory document with the hashes of the evidence behind it. It holds no
 * instant of its own, so that the same inventory gives the same bytes, and a hub can tell a repetition from a change.
 */
export const submission = z.strictObject({
  format: z.literal('tanbu-submission/1'),
  /** The store that the inventory was made in. */
  storeId: z.string(),
  organization: z.strictObject({ name: z.string(), creditCode: z.string().nullable() }),
  inventory: z.strictObject({
    id: z.string(),
    title: z.string(),
    year: z.int(),
    /** The revision, counted from 1. */
    version: z.int(),
    frozenAt: z.string(),
    /** SHA-256 of the canonical document. */
    documentHash: z.string(),
    accountHash: z.string(),
  }),
  /** The line of the plant's audit chain in which the inventory was frozen. */
  audit: z.strictObject({ seq: z.int().positive(), hash: z.string() }).optional(),
  document: inventoryDocument,
  evidence: z.array(z.strictObject({ sha256: z.string(), name: z.string(), size: z.int() })),
})
export type Submission = Readonly<z.output<typeof submission>>
