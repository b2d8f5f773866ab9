import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'

export const receiptId = idOf<'audit-receipt'>()
export type ReceiptId = z.output<typeof receiptId>

/** What is sent to the departments: the plan before the audit, the report after it (C.9.2 b, A.9.3 d). */
export const receiptsOf = ['plan', 'report'] as const
export type ReceiptOf = (typeof receiptsOf)[number]

export const receipt = z.object({
  id: receiptId,
  what: z.enum(receiptsOf),
  person: personId,
  sentAt: instant,
  /** By when it is to be acknowledged; for a report, by when the department answers. */
  due: day,
  receivedAt: instant.nullable(),
  /** True where somebody else wrote down that the person had it in hand. */
  byOther: z.boolean(),
  note: z.string(),
  isMine: z.boolean(),
})
export type Receipt = Readonly<z.output<typeof receipt>>
