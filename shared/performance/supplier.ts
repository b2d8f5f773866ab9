import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { type Day, day, instant } from '#shared/kernel/period'
import { Decimal, decimalText } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'

export const supplierId = idOf<'supplier'>()
export type SupplierId = z.output<typeof supplierId>
export const scoreCriterionId = idOf<'score-criterion'>()
export const evaluationId = idOf<'supplier-evaluation'>()

/** What is known of a supplier's own emissions (A.8.2.3). */
export const dataStates = ['none', 'asked', 'partly', 'complete', 'verified'] as const
export const supplierDecisions = ['prefer', 'keep', 'improve', 'stop'] as const

const words = z.string().trim().min(1).max(300)
const line = z.string().trim().max(2000)
const positive = decimalText.refine((text) => !text.startsWith('-'))

export const supplierFacts = z.object({
  name: words,
  /** What is bought from it. */
  goods: words,
  dataState: z.enum(dataStates),
  askedOn: day.nullable(),
  /** CNY in a year. */
  spend: positive.nullable(),
  note: line,
})

/** By what suppliers are judged; the weights add up to whatever they do. */
export const newScoreCriterion = z.object({
  name: words,
  weight: positive.refine((text) => /[1-9]/.test(text)),
  note: line,
})
export const scoreCriterion = newScoreCriterion.extend({ id: scoreCriterionId, retired: z.boolean() })
export type ScoreCriterion = Readonly<z.output<typeof scoreCriterion>>

const point = positive.pipe(z.string().refine((text) => new Decimal(text).lessThanOrEqualTo(100)))
/** The points of one criterion, 0 to 100, with its name and weight as they were. */
export const scored = z.object({ name: z.string(), weight: decimalText, points: point })
export type Scored = Readonly<z.output<typeof scored>>

export const newEvaluation = z.object({
  supplier: supplierId,
  evaluatedOn: day,
  points: z.array(z.object({ criterion: scoreCriterionId, points: point })).max(50),
  decision: z.enum(supplierDecisions),
  reason: z.string().trim().min(1).max(2000),
  nextOn: day,
})
export type NewEvaluation = Readonly<z.output<typeof newEvaluation>>
export const evaluation = z.object({
  id: evaluationId,
  supplier: supplierId,
  evaluatedOn: day,
  scores: z.array(scored),
  score: decimalText,
  dataState: z.enum(dataStates),
  decision: z.enum(supplierDecisions),
  reason: z.string(),
  nextOn: day,
  madeBy: z.string(),
  madeAt: instant,
})
export type Evaluation = Readonly<z.output<typeof evaluation>>

export const supplier = supplierFacts.extend({
  id: supplierId,
  retiredOn: day.nullable(),
  /** The newest first. */
  evaluations: z.array(evaluation),
})
export type Supplier = Readonly<z.output<typeof supplier>>
/** `isDue`: its purchases ask for an evaluation that is missing or past its day. */
export const shownSupplier = supplier.extend({ isDue: z.boolean() })
export type ShownSupplier = Readonly<z.output<typeof shownSupplier>>

/** Σ weight × points ÷ Σ weight. @throws Refusal `performance.no-scores` where nothing was scored. */
export function scoreOf(scores: readonly Scored[]): string {
  const weights = scores.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0))
  if (weights.isZero()) throw new Refusal('performance.no-scores')
  const weighted = scores.reduce(
    (sum, { weight, points }) => sum.plus(new Decimal(weight).times(points)),
    new Decimal(0),
  )
  return weighted.div(weights).toFixed()
}

/** The day by which a supplier is to be evaluated; null where its purchases do not ask for it. */
export function evaluationDue(
  { spend, retiredOn, evaluations }: Supplier,
  limit: string,
  today: Day,
): Day | null {
  if (retiredOn !== null) return null
  const [last] = evaluations
  if (last) return last.nextOn
  return spend !== null && new Decimal(spend).greaterThanOrEqualTo(limit) ? today : null
}
