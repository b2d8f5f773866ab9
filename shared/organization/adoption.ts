import { z } from 'zod'

import { day } from '#shared/kernel/period'

import { subsystems } from './boundary.ts'

/** Whether a subsystem is part of the organization's system (clause 1 e): it is until somebody says why not. */
export const adoption = z.object({
  subsystem: z.enum(subsystems),
  isAdopted: z.boolean(),
  /** Why it is left out. */
  reason: z.string().nullable(),
  /** Since when; null while nobody has decided. */
  since: day.nullable(),
})
export type Adoption = Readonly<z.output<typeof adoption>>

export const adoptionInput = z
  .object({
    subsystem: z.enum(subsystems),
    isAdopted: z.boolean(),
    reason: z.string().trim().min(1).max(1000).nullable(),
    since: day,
  })
  .refine(({ isAdopted, reason }) => isAdopted || reason !== null, { path: ['reason'] })
