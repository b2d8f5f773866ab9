import { z } from 'zod'

import { type Day, endOf, firstDay, month, type Month, monthAfter } from '#shared/kernel/period'
import { nodeId } from '#shared/organization/model'

/** How a month of a facility stands: what is expected of it, what is there, and how far that got. */
export const monthOverview = z.object({
  facility: nodeId,
  name: z.string(),
  month,
  /** `ahead`: not over yet; `due`: the month after is for entering it; `late`: that month is over, too. */
  time: z.enum(['ahead', 'due', 'late']),
  /** Parameters that are asked for a value in this month. A year's value is asked for in December. */
  expected: z.int(),
  /** Those of them without any value, which no default stands in for. */
  missing: z.int(),
  /** Those with readings, and those of which some are not checked or, checked, not approved yet. */
  entered: z.int(),
  unchecked: z.int(),
  unapproved: z.int(),
  /** Values that want an explanation. */
  odd: z.int(),
  isSealed: z.boolean(),
})
export type MonthOverview = Readonly<z.output<typeof monthOverview>>

/** The month after a month is there for entering it: its readings are due then, and late afterwards. */
export function timeOf(of: Month, today: Day): MonthOverview['time'] {
  if (endOf(of) > today) return 'ahead'
  return firstDay(monthAfter(of, 2)) > today ? 'due' : 'late'
}

/** What is next to be done about a month, heaviest first; `empty` where nothing is expected and nothing is there. */
export type MonthStep = 'ahead' | 'empty' | 'enter' | 'check' | 'approve' | 'seal' | 'sealed'
export function stepOf(overview: MonthOverview): MonthStep {
  const { time, expected, missing, entered, unchecked, unapproved, isSealed } = overview
  if (isSealed) return 'sealed'
  if (expected === 0 && entered === 0) return 'empty'
  if (missing > 0) return time === 'ahead' ? 'ahead' : 'enter'
  if (entered === 0) return time === 'ahead' ? 'ahead' : 'empty'
  if (unchecked > 0) return 'check'
  if (unapproved > 0) return 'approve'
  return time === 'ahead' ? 'ahead' : 'seal'
}
