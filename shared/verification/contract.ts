import { z } from 'zod'

import { personId } from '#shared/access/model'
import { command, nothing, query, task } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'

import { body, bodyFacts, bodyId, statement, statementFacts } from './body.ts'
import {
  caseFacts,
  caseId,
  casePlan,
  caseStep,
  itemAnswer,
  newCase,
  planParts,
  stepId,
  verificationCase,
} from './case.ts'
import { packageContract, packageRecord } from './package-contract.ts'
import { newEntry, newRequest, request } from './request.ts'
import { workflow } from './workflow.ts'

/** A step with its dates, counted anew at every look, and what still keeps it from being closed. */
export const shownStep = caseStep.extend({
  state: z.enum(['waiting', 'running', 'late', 'done', 'returned']),
  startsOn: day,
  usualOn: day,
  dueOn: day,
  daysLate: z.int(),
  daysUsed: z.int(),
  files: z.int(),
  /** What it is gone through by: keys with their words, and what was found. */
  items: z.array(
    z.object({
      key: z.string(),
      title: z.object({ zh: z.string(), en: z.string() }),
      clause: z.string(),
      /** Whether tier and data quality flag are asked, with the tier that follows from the register. */
      tier: z.int().nullable(),
      answer: itemAnswer.nullable(),
    }),
  ),
  /** Codes of what is missing before it can be closed, worded `verification.lacks.…`. */
  gaps: z.array(z.string()),
})
export type ShownStep = Readonly<z.output<typeof shownStep>>

export const shownCase = verificationCase.extend({
  steps: z.array(shownStep),
  missingParts: z.array(z.enum(planParts)),
  /** Working days from the first day to the last. */
  daysUsed: z.int(),
  /** Limits of one pass through all steps. */
  least: z.int(),
  most: z.int(),
  /** Years whose holidays are not known and that nobody has confirmed as Monday to Friday only. */
  uncertainYears: z.array(z.int()),
  requests: z.array(request),
  statements: z.array(statement),
  packages: z.array(packageRecord),
  merges: z.array(
    z.object({
      id: z.string(),
      fileName: z.string(),
      added: z.int(),
      known: z.int(),
      differing: z.int(),
      madeBy: z.string(),
      madeAt: z.string(),
    }),
  ),
})
export type ShownCase = Readonly<z.output<typeof shownCase>>

const caseSummary = verificationCase
  .pick({
    id: true,
    number: true,
    kind: true,
    title: true,
    year: true,
    state: true,
    startsOn: true,
    owner: true,
  })
  .extend({
    /** Key of the step that runs; null once all are done. */
    step: z.string().nullable(),
    round: z.int(),
    dueOn: day.nullable(),
    daysLate: z.int(),
    daysUsed: z.int(),
    open: z.int(),
  })
export type CaseSummary = Readonly<z.output<typeof caseSummary>>

const reason = z.string().trim().min(1).max(1000)
const one = z.object({ id: caseId })
const closing = z.object({ id: stepId, note: z.string().trim().max(2000), reason: reason.nullable() })

/** Cases of accounting, carbon inventory and verification. `check` is the plant's side, `enter` the verifier's too. */
export const verificationContract = {
  cases: query('verification.read', nothing, z.array(caseSummary)),
  case: query('verification.read', one, shownCase),
  workflows: query('verification.read', nothing, z.array(workflow)),
  createCase: command('verification.check', newCase, verificationCase),
  editCase: command(
    'verification.check',
    one.extend({ ...caseFacts, seen: z.object(caseFacts).optional() }),
    verificationCase,
  ),
  editPlan: command('verification.check', one.extend({ plan: casePlan }), nothing),
  /** Counts a year without known holidays as Monday to Friday only, and says so. */
  confirmWeekdays: command('verification.check', one.extend({ year: z.int().min(1990).max(2100) }), nothing),
  setStep: command(
    'verification.check',
    z.object({
      id: stepId,
      owner: personId.nullable(),
      least: z.int().min(0).max(200),
      most: z.int().min(1).max(250),
    }),
    nothing,
  ),
  answerItem: command('verification.check', itemAnswer.extend({ id: stepId }), nothing),
  finishStep: command('verification.check', closing, nothing),
  /** Closes a step under a signature; the last one delivers the case and locks it. */
  signStep: task('verification.check', closing.extend({ password: z.string() }), nothing),
  /** Sends the running step back: the steps from `to` on are worked once more, as the next round. */
  returnStep: command('verification.check', z.object({ id: stepId, to: z.string(), reason }), nothing),
  cancelCase: command('verification.check', one.extend({ reason }), nothing),

  bodies: query('verification.read', nothing, z.array(body)),
  addBody: command('verification.check', bodyFacts, body),
  editBody: command('verification.check', bodyFacts.extend({ id: bodyId, seen: bodyFacts.optional() }), body),

  ask: command('verification.enter', newRequest, nothing),
  /** An answer or a correction, by the plant. What was said before stays. */
  answer: command('verification.check', newEntry, nothing),
  /** Whether that settles it, by whoever asked. */
  settle: command('verification.enter', newEntry, nothing),
  addStatement: command('verification.enter', statementFacts.extend({ case: caseId }), nothing),

  ...packageContract,
}
