import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'

import { baselineId } from './baseline.ts'
import { changeId } from './change.ts'
import { objectiveId } from './objective.ts'

export const lookId = idOf<'look'>()

/** Somebody looked at a baseline or an objective because something had changed, and said whether it stays. */
export const newLook = z
  .object({
    baseline: baselineId.nullable(),
    objective: objectiveId.nullable(),
    /** Why it was looked at: the findings of a baseline as codes, or a change. */
    about: z.string().trim().min(1).max(500),
    change: changeId.nullable(),
    conclusion: z.enum(['stays', 'is-adjusted']),
    reason: z.string().trim().min(1).max(1000),
  })
  .refine(({ baseline, objective }) => (baseline === null) !== (objective === null))
export type NewLook = Readonly<z.output<typeof newLook>>
export const look = z.object({
  id: lookId,
  baseline: baselineId.nullable(),
  objective: objectiveId.nullable(),
  about: z.string(),
  change: changeId.nullable(),
  conclusion: z.enum(['stays', 'is-adjusted']),
  reason: z.string(),
  madeBy: z.string(),
  madeAt: instant,
})
export type Look = Readonly<z.output<typeof look>>

/** What a baseline is looked at for, as one text: its findings in a fixed order. */
export function aboutFindings(codes: readonly string[]): string {
  return [...new Set(codes)].toSorted().join(' ')
}

/**
 * R², the share of the variance of `y` that a straight line over `x` explains, in percent; null for fewer than six
 * pairs or where one of the two never varies.
 *
 * R² = (nΣxy − ΣxΣy)² ÷ ((nΣx² − (Σx)²)(nΣy² − (Σy)²))
 */
export function fitOf(pairs: readonly { readonly x: string; readonly y: string }[]): string | null {
  if (pairs.length < 6) return null
  const n = new Decimal(pairs.length)
  const sum = (of: (pair: { readonly x: Decimal; readonly y: Decimal }) => Decimal) =>
    pairs.reduce((all, { x, y }) => all.plus(of({ x: new Decimal(x), y: new Decimal(y) })), new Decimal(0))
  const [sx, sy] = [sum(({ x }) => x), sum(({ y }) => y)]
  const varX = n.times(sum(({ x }) => x.times(x))).minus(sx.times(sx))
  const varY = n.times(sum(({ y }) => y.times(y))).minus(sy.times(sy))
  if (varX.isZero() || varY.isZero()) return null
  const both = n.times(sum(({ x, y }) => x.times(y))).minus(sx.times(sy))
  return both.times(both).div(varX.times(varY)).times(100).toFixed()
}
