import { z } from 'zod'

import { instant } from '#shared/kernel/period'

/** The six classes of 6.5.1.2 a to f, and what fits none of them. */
export const riskClasses = [
  'strategic',
  'operational',
  'financial',
  'market',
  'legal',
  'credit',
  'other',
] as const
export const riskClass = z.enum(riskClasses)
export type RiskClass = (typeof riskClasses)[number]

export const levels = ['low', 'medium', 'high'] as const
export type Level = (typeof levels)[number]

const step = z.object({
  name: z.string().trim().min(1).max(40),
  /** What has to be so for this step to be chosen: words, amounts, frequencies. */
  meaning: z.string().trim().min(1).max(400),
})
/** A scale from its lowest step (1) to its highest. */
const scale = z.array(step).min(3).max(6)
export type Scale = Readonly<z.output<typeof scale>>

const points = z.int().min(1).max(36)
const months = z.int().min(1).max(60)

/** The criteria as somebody writes them: what each step means, where a level begins, what is acceptable. */
export const newCriteria = z
  .object({
    likelihood: scale,
    impact: scale,
    /** From how many points (likelihood × impact) on a risk is medium, and high. */
    mediumFrom: points,
    highFrom: points,
    /** The most points that are borne without treatment, where a class has a limit of its own (C.6.2). */
    acceptable: z.partialRecord(riskClass, points),
    /** After how many months a risk of each level is rated anew. */
    reviewMonths: z.object({ low: months, medium: months, high: months }),
    /** How risks are found, analysed and rated (C.6.3.1.2). */
    method: z.string().trim().min(1).max(4000),
    reason: z.string().trim().min(1).max(1000),
  })
  .refine(({ mediumFrom, highFrom }) => mediumFrom < highFrom, { path: ['highFrom'] })
export type NewCriteria = Readonly<z.output<typeof newCriteria>>

/** One version of the criteria. What was rated by an older one keeps it. */
export const criteria = z.object({
  ...newCriteria.shape,
  number: z.int(),
  madeBy: z.string(),
  madeAt: instant,
})
export type Criteria = Readonly<z.output<typeof criteria>>

/** Likelihood × impact. */
export function pointsOf({ likelihood, impact }: { readonly likelihood: number; readonly impact: number }) {
  return likelihood * impact
}

export function levelOf(
  points: number,
  { mediumFrom, highFrom }: Pick<Criteria, 'mediumFrom' | 'highFrom'>,
): Level {
  if (points >= highFrom) return 'high'
  return points >= mediumFrom ? 'medium' : 'low'
}

/** The most points that a class bears without treatment: its own limit, else all below high. */
export function limitOf(of: RiskClass, { acceptable, highFrom }: Criteria): number {
  return acceptable[of] ?? highFrom - 1
}
