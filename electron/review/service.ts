import { allReviews, reviewSettingsOf } from '#db/review/queries'
import { type ReadContext, serve } from '#electron/kernel/context'
import type { ReviewSource } from '#electron/kernel/offers'
import type { Spine } from '#electron/kernel/spine'
import type { Area } from '#shared/kernel/areas'
import { reviewContract } from '#shared/review/contract'
import { gapsToSign } from '#shared/review/lacking'

import {
  addDecision,
  changeDecision,
  makeImprovement,
  moveDecision,
  removeDecision,
  signReview,
  verifyDecision,
} from './decisions.ts'
import {
  answerFill,
  askOwner,
  freezePack,
  keepDiscussion,
  keepOutput,
  removeFill,
  shownPack,
  writeFill,
} from './packs.ts'
import { printReview } from './print.ts'
import {
  cancelReview,
  changePlan,
  keepMeeting,
  nextDue,
  planReview,
  requireReview,
  setSettings,
} from './reviews.ts'
import { revisePolicy } from './revise-policy.ts'

/** `sources`: what areas lay before a review; asked when it is wanted, as this area comes after nearly all. */
export function createReviewService({ gate }: Pick<Spine, 'gate'>, sources: () => readonly ReviewSource[]) {
  const mayWrite = ({ db, user, today }: ReadContext) =>
    user !== null && gate.may(db, user, 'review.enter', today, null)
  const shown = () => ({
    inputs: sources(),
    mayRead: ({ db, user, today }: ReadContext, area: string) =>
      user !== null && gate.may(db, user, `${area as Area}.read`, today, undefined),
  })
  return serve(reviewContract, {
    reviews: ({ db, today }) => ({
      reviews: allReviews(db),
      nextDue: nextDue(db, today),
      settings: reviewSettingsOf(db),
    }),
    review: ({ db }, { id }) => {
      const found = requireReview(db, id)
      return { ...found, gaps: gapsToSign(found) }
    },
    pack: (context, input) => shownPack(context, input, shown()),
    plan: planReview,
    changePlan,
    cancel: cancelReview,
    ask: askOwner,
    write: writeFill,
    answer: (context, input) => answerFill(context, input, mayWrite(context)),
    removeFill: (context, { id }) => {
      removeFill(context, id)
      return {}
    },
    freeze: (context, { id }) => freezePack(context, id, sources()),
    keepMeeting,
    keepDiscussion: (context, input) => {
      keepDiscussion(context, input)
      return {}
    },
    keepOutput: (context, input) => {
      keepOutput(context, input)
      return {}
    },
    addDecision,
    changeDecision,
    removeDecision: (context, { id }) => {
      removeDecision(context, id)
      return {}
    },
    sign: signReview,
    finishDecision: (context, { id, note }) => moveDecision(context, id, 'finish', note),
    resumeDecision: (context, { id }) => moveDecision(context, id, 'resume', ''),
    dropDecision: (context, { id, reason }) => moveDecision(context, id, 'drop', reason),
    verifyDecision,
    makeImprovement: (context, { id }) => makeImprovement(context, id),
    revisePolicy: (context, { id }) => revisePolicy(context, id),
    setSettings,
    print: (task, input) => printReview(task, input, shown()),
  })
}
