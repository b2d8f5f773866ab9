import { bodiesOf, requestById } from '#db/verification/queries'
import { serve } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import type { CaseId } from '#shared/verification/case'
import { verificationContract } from '#shared/verification/contract'

import { addBody, cancelCase, confirmWeekdays, createCase, editBody, editCase, editPlan } from './cases.ts'
import { makePackage } from './make-package.ts'
import { mergeReplies, repliesForm } from './merge-replies.ts'
import { checkUploaded, drawn } from './package-desk.ts'
import { addStatement, plantEntries, raise, say, settle } from './requests.ts'
import { isSeen, shownCase, summaries } from './show-case.ts'
import { answerItem, finishStep, returnStep, setStep, signStep } from './steps.ts'
import { workflowsOf } from './workflows.ts'

/** Cases of accounting, carbon inventory and verification. */
export const verificationService = serve(verificationContract, {
  cases: summaries,
  case: (context, { id }) => {
    requireSeen(context, id)
    return shownCase(context, id)
  },
  workflows: ({ around }) => [...workflowsOf(around)],
  createCase,
  editCase,
  editPlan: (context, input) => done(editPlan(context, input)),
  confirmWeekdays: (context, input) => done(confirmWeekdays(context, input)),
  setStep: (context, input) => done(setStep(context, input)),
  answerItem: (context, input) => done(answerItem(context, input)),
  finishStep: (context, input) => done(finishStep(context, input)),
  signStep,
  returnStep: (context, input) => done(returnStep(context, input)),
  cancelCase: (context, input) => done(cancelCase(context, input)),

  bodies: ({ db }) => bodiesOf(db),
  addBody,
  editBody,

  ask: (context, input) => {
    requireSeen(context, input.case)
    return done(raise(context, input))
  },
  answer: (context, input) => done(say(context, input, plantEntries)),
  settle: (context, input) => {
    const asked = requestById(context.db, input.request)
    if (asked) requireSeen(context, asked.case)
    return done(settle(context, input))
  },
  addStatement: (context, input) => {
    requireSeen(context, input.case)
    return done(addStatement(context, input))
  },

  makePackage,
  checkPackage: checkUploaded,
  sample: (context, input) => {
    requireSeen(context, input.case)
    return drawn(context, input)
  },
  mergeReplies: (task, input) => {
    requireSeen(task, input.id)
    return mergeReplies(task, input)
  },
  repliesForm: (task, input) => {
    requireSeen(task, input.id)
    return repliesForm(task, input)
  },
})

/** What was not handed over is not there for a verifier (EM-10). @throws Refusal `verification.no-such-case`. */
function requireSeen(context: Parameters<typeof isSeen>[0], id: CaseId): void {
  if (!isSeen(context, id)) throw new Refusal('verification.no-such-case')
}

/** The answer of what answers nothing. */
function done(_done: unknown): Record<string, never> {
  return {}
}
