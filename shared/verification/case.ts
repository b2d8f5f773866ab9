import { z } from 'zod'

import { personId } from '#shared/access/model'
import { inventoryId } from '#shared/accounting/inventory'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'

import { bodyId } from './body.ts'
import { caseKind } from './workflow.ts'

export const caseId = idOf<'verification-case'>()
export type CaseId = z.output<typeof caseId>
export const stepId = idOf<'verification-step'>()
export type StepId = z.output<typeof stepId>

export const caseStates = ['open', 'delivered', 'cancelled'] as const
export type CaseState = (typeof caseStates)[number]

const line = z.string().trim().max(2000)

/** The eight matters of A.6.5.2.4 that are laid down before a verification. Empty is "not said yet". */
export const casePlan = z.object({
  /** a */
  scopeAndAim: line,
  /** b */
  requirements: line,
  /** c, with the reason for it. */
  assurance: z.enum(['reasonable', 'limited']).nullable(),
  assuranceReason: line,
  /** d: what was agreed with the verifier, and when. A threshold in percent of the total. */
  materiality: decimalText.nullable(),
  criteria: line,
  agreedOn: day.nullable(),
  /** e */
  duties: line,
  /** f */
  records: line,
  /** g: who comes, and by what right. */
  verifiers: line,
  /** h */
  statement: line,
  references: line,
})
export type CasePlan = Readonly<z.output<typeof casePlan>>
export const emptyPlan: CasePlan = {
  scopeAndAim: '',
  requirements: '',
  assurance: null,
  assuranceReason: '',
  materiality: null,
  criteria: '',
  agreedOn: null,
  duties: '',
  records: '',
  verifiers: '',
  statement: '',
  references: '',
}

export const planParts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
export type PlanPart = (typeof planParts)[number]

/** The parts of the plan in which something is still to be said. */
export function missingParts(plan: CasePlan): PlanPart[] {
  const said: Readonly<Record<PlanPart, boolean>> = {
    a: plan.scopeAndAim !== '',
    b: plan.requirements !== '',
    c: plan.assurance !== null && plan.assuranceReason !== '',
    d: plan.materiality !== null && plan.criteria !== '' && plan.agreedOn !== null,
    e: plan.duties !== '',
    f: plan.records !== '',
    g: plan.verifiers !== '',
    h: plan.statement !== '',
  }
  return planParts.filter((part) => !said[part])
}

export const caseFacts = {
  title: z.string().trim().min(1).max(200),
  year: z.int().min(1990).max(2100),
  inventory: inventoryId.nullable(),
  owner: personId.nullable(),
  body: bodyId.nullable(),
  /** Who wants it (A.4.1), and whether the government does (A.4.2) or nobody has to (A.4.3). */
  requester: z.string().trim().max(300),
  isCompulsory: z.boolean(),
  /** In CNY. */
  cost: decimalText.refine((text) => !text.startsWith('-')).nullable(),
}
export const newCase = z.object({
  ...caseFacts,
  kind: caseKind,
  startsOn: day,
  /** Years whose holidays are not known and that count as Monday to Friday only. */
  weekdayYears: z.array(z.int().min(1990).max(2100)).max(5),
})
export type NewCase = Readonly<z.output<typeof newCase>>

/** `returned`: it was sent back, and a step of the next round stands behind it. */
export const stepOutcomes = ['done', 'returned'] as const
export type StepOutcome = (typeof stepOutcomes)[number]

export const caseStep = z.object({
  id: stepId,
  case: caseId,
  /** Place among all steps of all rounds. */
  sequence: z.int().positive(),
  key: z.string(),
  round: z.int().positive(),
  owner: personId.nullable(),
  least: z.int().min(0),
  most: z.int().positive(),
  /** As the plan stood when the step was made; it stays. */
  plannedUsual: day,
  plannedDue: day,
  doneOn: day.nullable(),
  outcome: z.enum(stepOutcomes).nullable(),
  doneBy: z.string().nullable(),
  doneAt: instant.nullable(),
  note: z.string(),
  /** Why somebody checked his own work; only where one person runs the plant. */
  aloneReason: z.string().nullable(),
  signature: z.string().nullable(),
})
export type CaseStep = Readonly<z.output<typeof caseStep>>

export const answers = ['yes', 'partly', 'no', 'not-applicable'] as const
export const flags = ['good', 'fair', 'poor'] as const
/** What was found of one item of a step; of a parameter also its tier and the flag of its data quality. */
export const itemAnswer = z.object({
  item: z.string().min(1).max(200),
  answer: z.enum(answers),
  tier: z.int().min(1).max(3).nullable(),
  flag: z.enum(flags).nullable(),
  note: z.string().trim().max(1000),
})
export type ItemAnswer = Readonly<z.output<typeof itemAnswer>>

export const verificationCase = z.object({
  id: caseId,
  number: z.string(),
  kind: caseKind,
  ...caseFacts,
  startsOn: day,
  weekdayYears: z.array(z.int()),
  state: z.enum(caseStates),
  /** Edition of the workflow by which it runs. */
  edition: z.string(),
  plan: casePlan,
  /** SHA-256 over all that was delivered. */
  deliveredHash: z.string().nullable(),
  closedOn: day.nullable(),
  closingNote: z.string(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type VerificationCase = Readonly<z.output<typeof verificationCase>>
