import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant } from '#shared/kernel/period'
import { reviewTopic } from '#shared/kernel/review-input'
import { subsystem } from '#shared/kernel/subsystem'
import { subsystems as adoptable } from '#shared/organization/boundary'

import { outputNames } from './outputs.ts'

export const reviewId = idOf<'management-review'>()
export type ReviewId = z.output<typeof reviewId>
export const decisionId = idOf<'review-decision'>()
export type DecisionId = z.output<typeof decisionId>
export const fillId = idOf<'review-fill'>()
export type FillId = z.output<typeof fillId>

export const reviewStates = ['planned', 'prepared', 'signed', 'cancelled'] as const
export type ReviewState = (typeof reviewStates)[number]
export const reviewActs = ['freeze', 'sign', 'cancel'] as const
export type ReviewAct = (typeof reviewActs)[number]
/** What leads from which state to which (9.3). A pack may be frozen again until the minutes are signed. */
export const reviewTransitions = {
  planned: { freeze: 'prepared', cancel: 'cancelled' },
  prepared: { freeze: 'prepared', sign: 'signed', cancel: 'cancelled' },
  signed: {},
  cancelled: {},
} as const satisfies Record<ReviewState, Partial<Record<ReviewAct, ReviewState>>>
/** Where an act leads from a state; null where it is not allowed there. */
export function reviewAfter(state: ReviewState, act: ReviewAct): ReviewState | null {
  const next: Partial<Record<ReviewAct, ReviewState>> = reviewTransitions[state]
  return next[act] ?? null
}
export function isOpenReview(state: ReviewState): boolean {
  return state === 'planned' || state === 'prepared'
}

const words = z.string().trim().min(1).max(300)
const account = z.string().trim().max(4000)

const planFacts = {
  title: words,
  plannedOn: day,
  /** What is looked back at, `[from, to)`. */
  from: day,
  to: day,
  place: z.string().trim().max(300),
  /** Who of top management leads it. */
  chair: personId,
  invited: z.array(personId).max(100),
}
export const newReview = z.object(planFacts)
export type NewReview = Readonly<z.output<typeof newReview>>

export const meeting = z.object({
  heldOn: day.nullable(),
  present: z.array(personId).max(100),
  /** What else the minutes have to say. */
  note: account,
})
export type Meeting = Readonly<z.output<typeof meeting>>

const about = { topic: reviewTopic, subsystem }
/** What somebody adds where the records say nothing, or is asked for by a day. */
export const fill = z.object({
  id: fillId,
  ...about,
  owner: personId.nullable(),
  due: day.nullable(),
  question: z.string(),
  /** Null while it was asked for and not yet given. */
  text: z.string().nullable(),
  filledBy: z.string().nullable(),
  filledAt: instant.nullable(),
})
export type Fill = Readonly<z.output<typeof fill>>

/** What is typed to fill a gap: in one's own words, or by asking somebody. */
export const fillInput = z.object({
  text: account.min(1),
  owner: personId,
  due: day,
  question: z.string().trim().min(1).max(1000),
})

export const discussion = z.object({ ...about, text: account })
export type Discussion = Readonly<z.output<typeof discussion>>

export const outputText = z.object({
  output: z.enum(outputNames),
  subsystem,
  text: account,
  /** What was concluded of each property that the output asks for. */
  verdicts: z.record(z.string().max(40), z.string().max(40)),
  /** The inputs that a judgement rests on. */
  grounds: z.array(reviewTopic).max(20),
})
export type OutputText = Readonly<z.output<typeof outputText>>

export const decisionFacts = z.object({
  output: z.enum(outputNames),
  subsystem,
  text: z.string().trim().min(1).max(2000),
  owner: personId,
  due: day,
})
export const decisionStates = ['open', 'done', 'verified', 'dropped'] as const
export type DecisionState = (typeof decisionStates)[number]
export const decisionTransitions = {
  open: { finish: 'done', drop: 'dropped' },
  done: { verify: 'verified', resume: 'open' },
  verified: {},
  dropped: { resume: 'open' },
} as const satisfies Record<DecisionState, Partial<Record<string, DecisionState>>>
export type DecisionAct = 'finish' | 'drop' | 'verify' | 'resume'
export function decisionAfter(state: DecisionState, act: DecisionAct): DecisionState | null {
  const next: Partial<Record<DecisionAct, DecisionState>> = decisionTransitions[state]
  return next[act] ?? null
}
export const decision = decisionFacts.extend({
  id: decisionId,
  review: reviewId,
  number: z.string(),
  state: z.enum(decisionStates),
  /** What was done, or why it was dropped. */
  note: z.string(),
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  verifyNote: z.string(),
  verifiedBy: z.string().nullable(),
  verifiedAt: instant.nullable(),
})
export type Decision = Readonly<z.output<typeof decision>>

export const packMeta = z.object({
  number: z.int(),
  asOf: day,
  sha256: z.string(),
  frozenBy: z.string().nullable(),
  frozenAt: instant,
})

export const review = z.object({
  id: reviewId,
  number: z.string(),
  state: z.enum(reviewStates),
  ...planFacts,
  /** The subsystems that were adopted when it was planned; what belongs to all comes besides. */
  subsystems: z.array(z.enum(adoptable)),
  ...meeting.shape,
  fills: z.array(fill),
  discussions: z.array(discussion),
  outputs: z.array(outputText),
  decisions: z.array(decision),
  packs: z.array(packMeta),
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  changedAt: instant,
})
export type Review = Readonly<z.output<typeof review>>

export const reviewSettings = z.object({
  /** Months between two reviews. */
  interval: z.int().min(1).max(60),
  /** Days before its day on which a review is begun to be prepared. */
  prepare: z.int().min(1).max(180),
})
export type ReviewSettings = Readonly<z.output<typeof reviewSettings>>
export const usualReviewSettings: ReviewSettings = { interval: 12, prepare: 45 }

/** The day on which the next review is due after one that was held; the month's last day where it has no such day. */
export function monthsLater(from: Day, months: number): Day {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const year = Math.floor(count / 12)
  const month = (count % 12) + 1
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const on = Math.min(Number(from.slice(8)), last)
  return [year, month, on].map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
}
