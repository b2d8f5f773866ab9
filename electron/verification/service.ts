import { bodiesOf } from '#db/verification/queries'
import { serve } from '#electron/kernel/context'
import { Refusal } from '#shared/kernel/refusal'
import { verificationContract } from '#shared/verification/contract'

import { addBody, cancelCase, confirmWeekdays, createCase, editBody, editCase, editPlan } from './cases.ts'
import { makePackage } from './make-package.ts'
import { mergeReplies, repliesForm } from './merge-replies.ts'
import { checkUploaded, drawn } from './package-desk.ts'
import { addStatement, plantEntries, raise, say, verifierEntries } from './requests.ts'
import { isSeen, shownCase, summaries } from './show-case.ts'
import { answerItem, finishStep, returnStep, setStep, signStep } from './steps.ts'
import { workflowsOf } from './workflows.ts'

/** Cases of accounting, carbon inventory and verification. */
export const verificationService = serve(verificationContract, {
  cases: summaries,
  case: (context, { id }) => {
    if (!isSeen(context, id)) throw new Refusal('verification.no-such-case')
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

  ask: (context, input) => done(raise(context, input)),
  answer: (context, input) => done(say(context, input, plantEntries)),
  settle: (context, input) => done(say(context, input, verifierEntries)),
  addStatement: (context, input) => done(addStatement(context, input)),

  makePackage,
  checkPackage: checkUploaded,
  sample: (context, input) => drawn(context, input),
  mergeReplies,
  repliesForm,
})

/** The answer of what answers nothing. */
function done(_done: unknown): Record<string, never> {
  return {}
}
