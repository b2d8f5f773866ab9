import { z } from 'zod'

import { type Id, idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { languages } from '#shared/kernel/texts'

export type ExportId = Id<'export'>
export const exportId = idOf<'export'>()
export type TargetId = Id<'target'>
export const targetId = idOf<'target'>()

export const exportKinds = ['xlsx', 'docx', 'pdf', 'json'] as const
export type ExportKind = (typeof exportKinds)[number]
export const deliveryStates = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const exportRecord = z.object({
  id: exportId,
  kind: z.enum(exportKinds),
  fileName: z.string(),
  language: z.enum(languages),
  inventoryId: z.string().nullable(),
  sha256: z.string(),
  size: z.int(),
  madeBy: z.string(),
  madeAt: instant,
})
export type ExportRecord = Readonly<z.output<typeof exportRecord>>

export const target = z.object({ id: targetId, name: z.string(), path: z.string() })
export type Target = Readonly<z.output<typeof target>>

/** An export on its way to a target. `trouble` is the code of what last went wrong. */
export const delivery = z.object({
  id: idOf<'delivery'>(),
  exportId,
  fileName: z.string(),
  targetId,
  targetName: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  trouble: z.string().nullable(),
  deliveredAt: instant.nullable(),
  askedAt: instant,
})
export type Delivery = Readonly<z.output<typeof delivery>>
