import { z } from 'zod'

import { personId } from '#shared/access/model'
import { areas } from '#shared/kernel/areas'
import { day, instant } from '#shared/kernel/period'

/**
 * Why an auditor may not be impartial (R-SD-1): he belongs to a department that is audited, or the trail names him
 * among those who made or changed records that are looked at.
 */
export const conflict = z.object({
  person: personId,
  name: z.string(),
  /** `department` or `made/<area>`; a justification stands under it. */
  key: z.string(),
  cause: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('department'), department: z.string() }),
    z.object({
      kind: z.literal('made'),
      area: z.enum(areas),
      tables: z.array(z.object({ table: z.string(), rows: z.int(), last: day })),
    }),
  ]),
  /** Why the person audits nevertheless; null while nobody said so. */
  justification: z.object({ reason: z.string(), madeBy: z.string(), madeAt: instant }).nullable(),
})
export type Conflict = Readonly<z.output<typeof conflict>>

/** How far back the trail is asked: what somebody did three years ago is hardly his work any more. */
export const lookBackMonths = 24
