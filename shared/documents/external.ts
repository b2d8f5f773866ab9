import { z } from 'zod'

import { personId, userId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant, monthsLater } from '#shared/kernel/period'

export const externalId = idOf<'external-document'>()
export type ExternalId = z.output<typeof externalId>

const line = z.string().trim().max(200)
/** A document from outside that the plant works by: a law, a standard, a method, a maker's manual (7.4.3). */
export const externalFacts = z.object({
  number: line.max(60),
  title: line.min(1),
  issuer: line.min(1),
  edition: line.min(1).max(60),
  effectiveFrom: day.nullable(),
  owner: personId,
  /** Where in the plant it is used. */
  usedFor: line.nullable(),
  /** Where its current edition can be looked up. */
  source: z.string().trim().max(500).nullable(),
  /** Months from one look for a newer edition to the next. */
  checkMonths: z.int().min(1).max(60),
})
export type ExternalFacts = Readonly<z.output<typeof externalFacts>>

export const checkOutcomes = ['current', 'new-edition', 'withdrawn'] as const
export const externalCheck = z.object({
  id: z.string(),
  checkedOn: day,
  outcome: z.enum(checkOutcomes),
  /** The edition that was found or replaced. */
  edition: line,
  note: z.string().trim().max(1000).nullable(),
  checkedBy: userId,
  sha256: z.string().nullable(),
  fileName: z.string().nullable(),
})
export type ExternalCheck = Readonly<z.output<typeof externalCheck>>

export const external = externalFacts.extend({
  id: externalId,
  state: z.enum(['current', 'withdrawn']),
  sha256: z.string().nullable(),
  fileName: z.string().nullable(),
  /** When an edition was looked for last, and when it is to be again; null once it is withdrawn. */
  checkedOn: day,
  checkDue: day.nullable(),
  checks: z.array(externalCheck),
  changedAt: instant,
})
export type External = Readonly<z.output<typeof external>>

/** The next look falls so many months after the last. */
export function checkDueOn(checkedOn: Day, checkMonths: number): Day {
  return monthsLater(checkedOn, checkMonths)
}
