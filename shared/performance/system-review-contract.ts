import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { subsystems } from '#shared/organization/boundary'

import { changeId } from './change.ts'
import {
  correction,
  itemConclusions,
  newReviewMethod,
  newSystemReview,
  reviewedItem,
  reviewMethod,
  reviewWork,
  systemReview,
  systemReviewId,
} from './system-review.ts'

const one = z.object({ id: systemReviewId })

/** How the review of one subsystem stands. */
export const subsystemStanding = z.object({
  subsystem: z.enum(subsystems),
  inScope: z.boolean(),
  last: systemReview.nullable(),
  open: systemReview.nullable(),
  /** By its interval; null before the first review. */
  dueOn: day.nullable(),
  /** Major changes that no finished review has looked at. */
  changes: z.array(z.object({ id: changeId, number: z.string(), title: z.string() })),
})
export type SubsystemStanding = Readonly<z.output<typeof subsystemStanding>>

export const openedReview = systemReview.extend({
  items: z.array(reviewedItem),
  lacking: z.array(z.string()),
  corrections: z.array(correction),
  /** The one before, for what changed since. */
  before: z.object({ id: systemReviewId, number: z.string(), heldOn: day.nullable() }).nullable(),
})
export type OpenedReview = Readonly<z.output<typeof openedReview>>

/** System reviews 6.1.2 to 6.1.5 by the method and criteria of 6.1.1. */
export const systemReviewContract = {
  systemReviews: query(
    'performance.read',
    nothing,
    z.object({ standing: z.array(subsystemStanding), reviews: z.array(systemReview) }),
  ),
  systemReview: query('performance.read', one, openedReview),
  reviewMethods: query('performance.read', nothing, z.array(reviewMethod)),
  /** A new version; the ones before stay. */
  addReviewMethod: command('performance.enter', newReviewMethod, reviewMethod),
  planSystemReview: command('performance.enter', newSystemReview, systemReview),
  /** Everything that is not an item; from the first time on the review is in work. */
  workSystemReview: command('performance.enter', reviewWork.extend({ id: systemReviewId }), systemReview),
  concludeReviewItem: command(
    'performance.enter',
    one.extend({
      key: z.string().max(10),
      conclusion: z.enum(itemConclusions).nullable(),
      finding: z.string().trim().max(4000),
    }),
    nothing,
  ),
  /** Only while it is planned and nothing was concluded. */
  removeSystemReview: command('performance.enter', one, nothing),
  /** Signs it with what the records said; from then on it is locked. */
  finishSystemReview: task('performance.approve', one.extend({ password: z.string() }), nothing),
  /** What turned out to be wrong in a finished review, beside what it says. */
  correctSystemReview: command(
    'performance.enter',
    one.extend({ text: z.string().trim().min(1).max(4000) }),
    nothing,
  ),
}
