import { z } from 'zod'

import { Decimal, decimalText } from '#shared/kernel/quantity'

import type { Item } from './indicator.ts'
import { objectiveId } from './objective.ts'

/** A source of a year with its share of the total, and which targets speak of it (6.4.2 c). */
export const coveredSource = z.object({
  source: z.string(),
  name: z.string(),
  node: z.string().nullable(),
  emission: decimalText.nullable(),
  /** Percent of all sources with a result; null where it has none. */
  share: decimalText.nullable(),
  cumulated: decimalText.nullable(),
  /** `own`: a target speaks of it or of its part of the plant; `whole`: only one of the whole does. */
  cover: z.enum(['own', 'whole', 'none']),
  objectives: z.array(z.object({ id: objectiveId, title: z.string() })),
})
export type CoveredSource = Readonly<z.output<typeof coveredSource>>

export const coverage = z.object({ year: z.int().nullable(), sources: z.array(coveredSource) })
export type Coverage = Readonly<z.output<typeof coverage>>

/** Whether an item of a formula speaks of part of the emissions only. */
export function speaksOfPart({
  node,
  category,
  scope,
  source,
}: Extract<Item, { kind: 'emission' }>): boolean {
  return node !== null || category !== null || scope !== null || source !== null
}

/** The largest first, each with its share and what it and the larger ones make up together; those without a result last. */
export function ranked<Row extends { readonly emission: string | null }>(
  rows: readonly Row[],
): (Row & { readonly share: string | null; readonly cumulated: string | null })[] {
  const known = rows
    .flatMap((row) => (row.emission === null ? [] : [{ row, emission: new Decimal(row.emission) }]))
    .toSorted((a, b) => b.emission.comparedTo(a.emission))
  const total = known.reduce((sum, { emission }) => sum.plus(emission), new Decimal(0))
  let before = new Decimal(0)
  const shares = known.map(({ row, emission }) => {
    before = before.plus(emission)
    const of = (part: Decimal) => (total.isZero() ? null : part.div(total).times(100).toFixed())
    return { ...row, share: of(emission), cumulated: of(before) }
  })
  const unknown = rows.filter(({ emission }) => emission === null)
  return [...shares, ...unknown.map((row) => ({ ...row, share: null, cumulated: null }))]
}
