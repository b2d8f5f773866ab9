import { z } from 'zod'

import { command, nothing, query, task, signed } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'
import { languages } from '#shared/kernel/texts'

import {
  decision,
  decisionFacts,
  decisionId,
  discussion,
  fill,
  fillId,
  fillInput,
  meeting,
  newReview,
  outputText,
  review,
  reviewId,
  reviewSettings,
} from './model.ts'
import { pack, packTopic } from './pack.ts'

const reason = z.string().trim().min(1).max(1000)
const one = z.object({ id: reviewId })
const oneDecision = z.object({ id: decisionId })
const oneFill = z.object({ id: fillId })
const about = packTopic.pick({ topic: true, subsystem: true })

/** A review with what its minutes still lack. */
export const shownReview = review.extend({ gaps: z.array(finding) })
export type ShownReview = Readonly<z.output<typeof shownReview>>
const shownPack = pack.extend({
  /** Null for what the records say at this moment. */
  sha256: z.string().nullable(),
  /** Areas of which something is in it that the asker may not see, and that is left out here. */
  withheld: z.array(z.string()),
})
export type ShownPack = Readonly<z.output<typeof shownPack>>

/** Management review (9.3): from its plan to decisions that are followed until they are verified. */
export const reviewContract = {
  reviews: query(
    'review.read',
    nothing,
    z.object({
      reviews: z.array(review),
      /** The day by which the next one is due. */
      nextDue: day,
      settings: reviewSettings,
    }),
  ),
  review: query('review.read', one, shownReview),
  /** The input pack: what was frozen under a number, or what the records say now. */
  pack: query('review.read', one.extend({ number: z.int().nullable() }), shownPack),
  plan: command('review.enter', newReview, review),
  changePlan: command('review.enter', newReview.extend({ id: reviewId }), review),
  cancel: command('review.enter', one.extend({ reason }), review),
  /** Asks somebody to fill a gap of the pack by a day. */
  ask: command(
    'review.enter',
    about.extend({ review: reviewId, ...fillInput.omit({ text: true }).shape }),
    fill,
  ),
  /** Fills a gap in one's own words. */
  write: command('review.enter', about.extend({ review: reviewId, text: fillInput.shape.text }), fill),
  /** Whoever was asked answers, with whatever role. */
  answer: command('signed-in', oneFill.extend({ text: fillInput.shape.text }), fill),
  removeFill: command('review.enter', oneFill, nothing),
  /** Keeps the pack as it stands, byte for byte; from then on it is what is shown. */
  freeze: command('review.enter', one, review),
  keepMeeting: command('review.enter', meeting.extend({ id: reviewId }), review),
  keepDiscussion: command('review.enter', discussion.extend({ review: reviewId }), nothing),
  keepOutput: command('review.enter', outputText.extend({ review: reviewId }), nothing),
  addDecision: command('review.enter', decisionFacts.extend({ review: reviewId }), decision),
  changeDecision: command('review.enter', decisionFacts.extend({ id: decisionId }), decision),
  removeDecision: command('review.enter', oneDecision, nothing),
  /** Top management signs the minutes; from then on they stay as they are. */
  sign: task('review.approve', one.extend({ password: z.string() }), nothing),
  finishDecision: command('review.enter', oneDecision.extend({ note: reason }), decision),
  resumeDecision: command('review.enter', oneDecision, decision),
  dropDecision: command('review.approve', oneDecision.extend({ reason }), decision),
  /** By somebody else than who did it, unless one person runs the plant. */
  verifyDecision: signed(
    { meaning: 'review.decision-verified', kind: 'review/decision' },
    'review.check',
    oneDecision.extend({ note: reason }),
    decision,
  ),
  /** Takes a decision up as an improvement with its own life. */
  /** Begins the next version of the policy that a decision is about. */
  revisePolicy: command('organization.enter', oneDecision, z.object({ path: z.string() })),
  makeImprovement: command('review.enter', oneDecision, z.object({ number: z.string(), path: z.string() })),
  setSettings: command('review.manage', reviewSettings, reviewSettings),
  print: task(
    'review.read',
    one.extend({
      what: z.enum(['pack', 'minutes']),
      kind: z.enum(['docx', 'pdf']),
      language: z.enum(languages),
    }),
    z.object({ download: z.string(), fileName: z.string() }),
  ),
}
