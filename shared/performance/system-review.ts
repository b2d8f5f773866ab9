import { z } from 'zod'

import type { EvidenceKind } from '#shared/kernel/evidence-kinds'
import { facts } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant, monthAfter, monthOf, daysIn } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { subsystems, type Subsystem } from '#shared/organization/boundary'

import { changeId } from './change.ts'

export const systemReviewId = idOf<'system-review'>()
export type SystemReviewId = z.output<typeof systemReviewId>
export const reviewMethodId = idOf<'review-method'>()
export type ReviewMethodId = z.output<typeof reviewMethodId>

/** One thing a review looks at: the requirement of the standard, and what shows it. */
export interface ReviewItem {
  readonly key: string
  readonly requirement: string
  readonly evidence: readonly EvidenceKind[]
}
const item = (requirement: string, ...evidence: readonly EvidenceKind[]): ReviewItem => ({
  key: requirement.slice(requirement.indexOf('-') + 1),
  requirement,
  evidence,
})

/** The clause of each of the four reviews and what it looks at. */
export const systemReviewItems = {
  emission: [
    item('6.1.2-a', 'compliance-obligation'),
    item('6.1.2-b', 'boundary'),
    item('6.1.2-c', 'product-register'),
    item('6.1.2-d', 'source-register'),
    item('6.1.2-e', 'activity-data', 'emission-factor'),
    item('6.1.2-f', 'inventory'),
    item('6.1.2-g', 'performance-evaluation'),
    item('6.1.2-h', 'reduction-measure'),
    item('6.1.2-i', 'baseline', 'benchmark'),
    item('6.1.2-j', 'equipment-register', 'calibration-record'),
  ],
  trading: [
    item('6.1.3-a', 'trade'),
    item('6.1.3-b', 'trade', 'reduction-project'),
    item('6.1.3-c', 'trade'),
    item('6.1.3-d', 'finance-instrument'),
    item('6.1.3-e', 'surrender', 'compliance-evaluation'),
  ],
  asset: [
    item('6.1.4-a', 'asset-register'),
    item('6.1.4-b', 'compliance-obligation', 'valuation'),
    item('6.1.4-c', 'risk-register'),
    item('6.1.4-d', 'investment-appraisal', 'reduction-project'),
    item('6.1.4-e', 'finance-instrument', 'risk-register'),
    item('6.1.4-f', 'valuation'),
  ],
  neutrality: [
    item('6.1.5-1', 'compliance-obligation', 'market-watch'),
    item('6.1.5-2', 'neutrality-subject', 'reduction-measure', 'offset-purchase'),
    item('6.1.5-3', 'neutrality-plan'),
    item('6.1.5-4', 'offset-retirement', 'neutrality-claim'),
  ],
} as const satisfies Record<Subsystem, readonly ReviewItem[]>
export const clauseOf = {
  emission: '6.1.2',
  trading: '6.1.3',
  asset: '6.1.4',
  neutrality: '6.1.5',
} as const satisfies Record<Subsystem, string>

export const systemReviewStates = ['planned', 'in-work', 'finished'] as const
export const itemConclusions = ['in-order', 'gap', 'not-applicable'] as const

const told = z.string().trim().min(1).max(4000)
const line = z.string().trim().max(4000)

/** The method and criteria of reviews, version by version (6.1.1). */
export const newReviewMethod = z.object({
  title: z.string().trim().min(1).max(300),
  method: told,
  criteria: told,
  /** The controlled document that holds it; null where there is none. */
  document: recordRef.nullable(),
})
export const reviewMethod = newReviewMethod.extend({
  id: reviewMethodId,
  number: z.int().positive(),
  madeBy: z.string(),
  madeAt: instant,
})
export type ReviewMethod = Readonly<z.output<typeof reviewMethod>>

/** What the records say of an item, as code and facts. */
export const recordLine = z.object({ code: z.string(), facts, path: z.string().nullable() })
export type RecordLine = Readonly<z.output<typeof recordLine>>

export const reviewedItem = z.object({
  key: z.string(),
  requirement: z.string(),
  /** Null until somebody concluded. */
  conclusion: z.enum(itemConclusions).nullable(),
  finding: z.string(),
  /** As the records stand; in a finished review as they stood then. */
  shown: z.array(recordLine),
})
export type ReviewedItem = Readonly<z.output<typeof reviewedItem>>

const reviewFacts = {
  method: reviewMethodId.nullable(),
  heldOn: day.nullable(),
  /** Persons of the register. */
  participants: z.array(z.string()).max(100),
  /** What is different since the last review. */
  changesSince: line,
  /** The changes that it looked at. */
  changes: z.array(changeId).max(200),
  result: line,
  nextOn: day.nullable(),
}
export const reviewWork = z.object(reviewFacts)
export type ReviewWork = Readonly<z.output<typeof reviewWork>>
export const newSystemReview = z.object({
  subsystem: z.enum(subsystems),
  occasion: z.enum(['first', 'interval', 'change', 'other']),
  plannedOn: day,
  changes: reviewFacts.changes,
})
export type NewSystemReview = Readonly<z.output<typeof newSystemReview>>

export const systemReview = newSystemReview.extend({
  id: systemReviewId,
  number: z.string(),
  ...reviewFacts,
  state: z.enum(systemReviewStates),
  madeBy: z.string(),
  madeAt: instant,
  finishedBy: z.string().nullable(),
  finishedAt: instant.nullable(),
})
export type SystemReview = Readonly<z.output<typeof systemReview>>

export const correction = z.object({ text: z.string(), madeBy: z.string(), madeAt: instant })

/** What a review lacks for being finished, as codes that have a wording; empty when it may be signed. */
export function lackingToFinish(
  of: Pick<SystemReview, 'method' | 'heldOn' | 'participants' | 'result' | 'nextOn' | 'changesSince'>,
  items: readonly Pick<ReviewedItem, 'conclusion' | 'finding'>[],
): string[] {
  const needs: readonly (readonly [string, boolean])[] = [
    ['performance.system-review.method', of.method !== null],
    ['performance.system-review.heldOn', of.heldOn !== null],
    ['performance.system-review.participants', of.participants.length > 0],
    [
      'performance.system-review.items',
      items.every(
        ({ conclusion, finding }) =>
          conclusion !== null && (conclusion === 'in-order' || finding.trim() !== ''),
      ),
    ],
    ['performance.system-review.changesSince', of.changesSince !== ''],
    ['performance.system-review.result', of.result !== ''],
    ['performance.system-review.nextOn', of.nextOn !== null],
  ]
  return needs.flatMap(([code, isThere]) => (isThere ? [] : [code]))
}

/** The day so many months later; on the last day of a month that is shorter. */
export function monthsLater(from: Day, months: number): Day {
  const month = monthAfter(monthOf(from), months)
  return `${month}-${String(Math.min(Number(from.slice(8)), daysIn(month))).padStart(2, '0')}`
}

/** The last finished review of a subsystem; null before there is one. */
export function lastFinished(reviews: readonly SystemReview[], of: Subsystem): SystemReview | null {
  const own = reviews.filter(({ subsystem, state }) => subsystem === of && state === 'finished')
  return own.toSorted((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? '')).at(-1) ?? null
}

/** Whether a finished review of a subsystem looked at a change. */
export function isReviewedFor(reviews: readonly SystemReview[], of: Subsystem, change: string): boolean {
  return reviews.some(
    ({ subsystem, state, changes }) =>
      subsystem === of && state === 'finished' && changes.some((each) => each === change),
  )
}
