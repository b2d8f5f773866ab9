import { z } from 'zod'

import type { Finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'

import { adoption } from './adoption.ts'
import { approaches, boundaryId, exclusionSize } from './boundary.ts'

/** What the scope document says from the registers: boundary in force, places, products, subsystems. */
export const scopeBasis = z.object({
  boundary: z
    .object({
      id: boundaryId,
      number: z.int(),
      title: z.string(),
      approach: z.enum(approaches),
      validFrom: day,
      exclusions: z.array(z.object({ what: z.string(), reason: z.string(), size: exclusionSize.nullable() })),
    })
    .nullable(),
  /** Sites and facilities inside the boundary, from the whole to the part. */
  places: z.array(z.object({ name: z.string(), depth: z.int(), share: z.string().nullable() })),
  products: z.array(z.string()),
  adoptions: z.array(adoption),
})
export type ScopeBasis = Readonly<z.output<typeof scopeBasis>>

/** What stands between a scope document and its approval; `where` is a subsystem or `boundary`. */
export function scopeGaps({ boundary, adoptions }: ScopeBasis): Finding[] {
  return [
    ...(boundary === null
      ? [
          {
            severity: 'blocks-report' as const,
            code: 'organization.scope.no-boundary',
            where: 'boundary',
            facts: {},
          },
        ]
      : []),
    ...adoptions
      .filter(({ since }) => since === null)
      .map(({ subsystem }) => ({
        severity: 'blocks-report' as const,
        code: `organization.scope.undecided-${subsystem}`,
        where: subsystem,
        facts: {},
      })),
  ]
}

/** Whether what a scope rests on is no longer so: another boundary, or subsystems taken up or left out since. */
export function hasMoved(approved: ScopeBasis, now: ScopeBasis): boolean {
  const chosen = ({ adoptions }: ScopeBasis) =>
    adoptions.map(({ subsystem, isAdopted }) => `${subsystem} ${isAdopted}`).join()
  return approved.boundary?.id !== now.boundary?.id || chosen(approved) !== chosen(now)
}
