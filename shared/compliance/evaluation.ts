import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day, type Day, instant } from '#shared/kernel/period'

export const evaluationId = idOf<'evaluation'>()
export type EvaluationId = z.output<typeof evaluationId>

export const results = ['met', 'partly', 'not-met', 'not-applicable'] as const
export type Result = (typeof results)[number]

const account = z.string().trim().min(1).max(4000)
export const newEvaluation = z.object({
  result: z.enum(results),
  /** What was found, and against what it was held. */
  finding: account,
  /** What shows it, in words; the files are kept with it. */
  proof: account,
  evaluatedOn: day,
})
export type NewEvaluation = Readonly<z.output<typeof newEvaluation>>
export const evaluation = newEvaluation.extend({
  id: evaluationId,
  /** `CE-2026-004`. */
  number: z.string(),
  /** Version of the text that it was held against. */
  version: z.int(),
  madeBy: z.string(),
  madeAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  /** Why one person did both, where there is but one. */
  aloneReason: z.string().nullable(),
})
export type Evaluation = Readonly<z.output<typeof evaluation>>

/** The newest evaluation up to a day. */
export function evaluationOn(evaluations: readonly Evaluation[], on: Day): Evaluation | null {
  const known = evaluations.filter(({ evaluatedOn }) => evaluatedOn <= on)
  return known.toSorted((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1)).at(-1) ?? null
}
const order = ({ evaluatedOn }: Evaluation) => Date.parse(evaluatedOn)

/** How many evaluations of each year came to which result, oldest year first (9.3.2 c). */
export function resultsByYear(
  evaluations: readonly Evaluation[],
): readonly (Readonly<Record<Result, number>> & { readonly year: string })[] {
  const years = [...new Set(evaluations.map(({ evaluatedOn }) => evaluatedOn.slice(0, 4)))].toSorted()
  return years.map((year) => {
    const own = evaluations.filter(({ evaluatedOn }) => evaluatedOn.startsWith(year))
    const count = (result: Result) => own.filter((each) => each.result === result).length
    return {
      year,
      met: count('met'),
      partly: count('partly'),
      'not-met': count('not-met'),
      'not-applicable': count('not-applicable'),
    }
  })
}
