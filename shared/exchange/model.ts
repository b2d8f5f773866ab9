import { z } from 'zod'

import { type Id, idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { languages } from '#shared/kernel/texts'

export type ExportId = Id<'export'>
export const exportId = idOf<'export'>()
export type TargetId = Id<'target'>
export const targetId = idOf<'target'>()

/** What can be made of an inventory: tables E.1 to E.6, the report twice, the machine-readable document. */
export const reportKinds = ['xlsx', 'docx', 'pdf', 'json'] as const
export type ReportKind = (typeof reportKinds)[number]
export const exportKinds = [
  ...reportKinds,
  /** A monitoring plan. */
  'plan',
  /** What an auditor or a verifier takes along. */
  'package',
  /** The evidence of an inventory. */
  'evidence',
  /** An inventory as a plant hands it to its group. */
  'submission',
  'backup',
  /** A mail that waits to be sent by a person. */
  'message',
  'file',
] as const
export type ExportKind = (typeof exportKinds)[number]

export const exportRecord = z.object({
  id: exportId,
  kind: z.enum(exportKinds),
  fileName: z.string(),
  /** Null where it speaks none, as a package. */
  language: z.enum(languages).nullable(),
  inventoryId: z.string().nullable(),
  sha256: z.string(),
  size: z.int(),
  madeBy: z.string(),
  madeAt: instant,
})
export type ExportRecord = Readonly<z.output<typeof exportRecord>>
