import { z } from 'zod'

import { command, nothing, query, signed } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { languages } from '#shared/kernel/texts'

import { deadlineId, newDeadline } from './deadline.ts'
import { evaluationId, newEvaluation } from './evaluation.ts'
import { shownLibrary } from './obligation-library.ts'
import {
  newObligation,
  obligationFacts,
  obligationId,
  obligationText,
  shownObligation,
} from './obligation.ts'

const reason = z.string().trim().min(1).max(2000)
const one = z.object({ id: obligationId })
const upload = z.string().nullable()

/** Compliance obligations: their texts, to what they apply, their deadlines and evaluations (4.2, 6.1.2 a, 9.1.2). */
export const obligationContract = {
  obligations: query('compliance.read', nothing, z.array(shownObligation)),
  /** `from`: what it follows from, such as a need of an interested party. `upload`: the document itself. */
  addObligation: command(
    'compliance.enter',
    newObligation.extend({ from: recordRef.nullable(), upload }),
    shownObligation,
  ),
  /** `seen`: as it was when it was opened, for merging with what others saved since. */
  editObligation: command(
    'compliance.enter',
    obligationFacts.extend({ ...one.shape, seen: obligationFacts.optional() }),
    shownObligation,
  ),
  /** A new version of the text; the old one stays. */
  changeObligationText: command(
    'compliance.enter',
    obligationText.extend({ ...one.shape, reason, upload }),
    shownObligation,
  ),
  /** Only what nothing was recorded of. */
  removeObligation: command('compliance.enter', one, nothing),
  endObligation: command('compliance.enter', one.extend({ on: day, reason }), shownObligation),
  resumeObligation: command('compliance.enter', one, shownObligation),
  /** Looked at whether it is still so; what was concluded and when it is looked at again. */
  reviewObligation: command(
    'compliance.enter',
    one.extend({ conclusion: reason, nextReview: day }),
    shownObligation,
  ),

  addDeadline: command('compliance.enter', newDeadline.extend({ obligation: obligationId }), shownObligation),
  endDeadline: command('compliance.enter', z.object({ id: deadlineId }), shownObligation),
  fulfilDeadline: command(
    'compliance.enter',
    z.object({ id: deadlineId, due: day, doneOn: day, note: reason }),
    shownObligation,
  ),

  /** Locked as soon as it is recorded, with its files. */
  evaluateObligation: command(
    'compliance.check',
    newEvaluation.extend({ obligation: obligationId, uploads: z.array(z.string()).max(20) }),
    shownObligation,
  ),
  /** By somebody else than who evaluated; who is alone in the plant says why. */
  approveEvaluation: signed(
    { meaning: 'compliance.evaluation-signed', kind: 'compliance/evaluation' },
    'compliance.approve',
    z.object({ id: evaluationId, aloneReason: reason.nullable() }),
    shownObligation,
  ),

  obligationLibrary: query('compliance.read', nothing, shownLibrary),
  takeObligations: command(
    'compliance.enter',
    z.object({ refs: z.array(z.string()).min(1).max(100), language: z.enum(languages) }),
    z.array(shownObligation),
  ),
}
