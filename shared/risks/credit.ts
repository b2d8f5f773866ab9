import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { type Day, day, instant, monthsLater } from '#shared/kernel/period'

/** What the credit of an organization is judged by: the six lines of 6.5.1.2 f. */
export const creditItems = [
  'fulfilment',
  'footprint',
  'penalty',
  'grade',
  'public-record',
  'lawsuit',
] as const
export type CreditItem = (typeof creditItems)[number]

export const creditCheckId = idOf<'credit-check'>()
/** `clean`: nothing against the organization; `entry`: something stands there; `none`: there is no such record to ask. */
export const outcomes = ['clean', 'entry', 'none'] as const

export const newCreditCheck = z.object({
  item: z.enum(creditItems),
  checkedOn: day,
  outcome: z.enum(outcomes),
  /** What was found: grade, amount, case number, state of correction. */
  result: z.string().trim().min(1).max(2000),
  /** Platform, register or document that was asked. */
  source: z.string().trim().min(1).max(500),
})
export type NewCreditCheck = Readonly<z.output<typeof newCreditCheck>>
export const creditCheck = newCreditCheck.extend({
  id: creditCheckId,
  madeBy: z.string(),
  madeAt: instant,
})
export type CreditCheck = Readonly<z.output<typeof creditCheck>>

/** The newest answer to a line, and the day from which on it is asked anew: a year after. */
export function creditLine(
  checks: readonly CreditCheck[],
  item: CreditItem,
): { readonly last: CreditCheck | null; readonly due: Day | null } {
  const last = checks
    .filter((each) => each.item === item)
    .toSorted((a, b) =>
      a.checkedOn === b.checkedOn ? (a.id < b.id ? -1 : 1) : a.checkedOn < b.checkedOn ? -1 : 1,
    )
    .at(-1)
  return last ? { last, due: monthsLater(last.checkedOn, 12) } : { last: null, due: null }
}
