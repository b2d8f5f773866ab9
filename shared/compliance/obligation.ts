import { z } from 'zod'

import { personId } from '#shared/access/model'
import { finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { subsystem } from '#shared/kernel/subsystem'
import { nodeId } from '#shared/organization/model'

import { deadline } from './deadline.ts'
import { evaluation } from './evaluation.ts'

export const obligationId = idOf<'obligation'>()
export type ObligationId = z.output<typeof obligationId>

export const obligationKinds = ['law', 'standard', 'permit', 'contract', 'customer', 'commitment'] as const
export const applicabilities = ['applies', 'excluded', 'undecided'] as const
export const weights = ['low', 'medium', 'high'] as const
export type Weight = (typeof weights)[number]

/** Months between two evaluations that the weight of an obligation suggests (9.1.2 b). */
export const suggestedMonths: Readonly<Record<Weight, number>> = { high: 3, medium: 6, low: 12 }

const words = z.string().trim().min(1).max(300)
const account = z.string().trim().max(4000)
const names = z.array(z.string().trim().min(1).max(100)).max(30)

/** What the obligation says: changed only by a version that follows, with the old text kept. */
export const obligationText = z.object({
  title: words,
  /** Number of the document, such as 国务院令第775号; empty where it has none. */
  code: z.string().trim().max(120),
  issuer: words,
  /** Null while nobody looked it up. */
  effectiveOn: day.nullable(),
  /** What is asked of the organization, or the text itself; the document can be kept as a file beside it. */
  text: z.string().trim().max(60_000),
})
export type ObligationText = Readonly<z.output<typeof obligationText>>
export const textVersion = obligationText.extend({
  number: z.int(),
  /** SHA-256 of the kept file, and its name. */
  file: z.string().nullable(),
  fileName: z.string().nullable(),
  reason: z.string(),
  madeBy: z.string(),
  madeAt: instant,
})

/** How the organization takes it up. */
export const obligationFacts = z.object({
  kind: z.enum(obligationKinds),
  subsystem,
  /** What it applies to: processes, posts, clauses of the standard, places. */
  processes: names,
  posts: names,
  clauses: names,
  nodes: z.array(nodeId).max(50),
  owner: personId.nullable(),
  weight: z.enum(weights),
  evaluationMonths: z.int().min(1).max(60),
  /** Why the interval is another than the weight suggests. */
  intervalReason: account,
  nextReview: day,
  applicability: z.enum(applicabilities),
  applicabilityReason: account,
})
export type ObligationFacts = Readonly<z.output<typeof obligationFacts>>

export const newObligation = obligationText.extend(obligationFacts.shape)
export type NewObligation = Readonly<z.output<typeof newObligation>>

export const obligationReview = z.object({
  on: day,
  conclusion: z.string(),
  nextReview: day,
  madeBy: z.string(),
  madeAt: instant,
})

export const obligation = newObligation.extend({
  id: obligationId,
  /** The number people know it by, `OB-2026-003`. */
  number: z.string(),
  /** Edition and entry of the library that it was taken from. */
  origin: z.string().nullable(),
  registeredOn: day,
  /** From when on it is no longer in force. */
  endedOn: day.nullable(),
  endReason: z.string().nullable(),
  versions: z.array(textVersion),
  reviews: z.array(obligationReview),
  deadlines: z.array(deadline),
  evaluations: z.array(evaluation),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Obligation = Readonly<z.output<typeof obligation>>

/** Where an obligation stands: how it was found to be met, or what is wanting before that can be said. */
export const obligationStandings = [
  'undecided',
  'excluded',
  'ended',
  'never-evaluated',
  'met',
  'partly',
  'not-met',
  'not-applicable',
] as const
export const shownObligation = obligation.extend({
  standing: z.enum(obligationStandings),
  /** By when it is evaluated next; null where it is not evaluated. */
  nextEvaluation: day.nullable(),
  findings: z.array(finding),
  linked: z.array(recordRef),
})
export type ShownObligation = Readonly<z.output<typeof shownObligation>>
