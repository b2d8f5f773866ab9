import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { type Day, day, instant } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { recordRef } from '#shared/kernel/record'
import { subsystem } from '#shared/kernel/subsystem'
import { nodeId } from '#shared/organization/model'

export const caseId = idOf<'nonconformity'>()
export type CaseId = z.output<typeof caseId>
export const actionId = idOf<'corrective-action'>()
export type ActionId = z.output<typeof actionId>

/** Where nonconformities come from. */
export const caseSources = [
  'audit',
  'compliance',
  'data',
  'complaint',
  'deviation',
  'obligation',
  'observation',
] as const
export type CaseSource = (typeof caseSources)[number]
export const severities = ['major', 'minor', 'observation'] as const

/** The six branches of the cause diagram. */
export const branches = ['people', 'machine', 'material', 'method', 'environment', 'measurement'] as const
export type Branch = (typeof branches)[number]

const words = z.string().trim().min(1).max(300)
const account = z.string().trim().max(4000)
const saidAccount = account.min(1)
const causes = z.array(words).max(20)
const fishbone = z.object(
  Object.fromEntries(branches.map((branch) => [branch, causes])) as Record<Branch, typeof causes>,
)
export type Fishbone = Readonly<z.output<typeof fishbone>>
export const noCauses: Fishbone = {
  people: [],
  machine: [],
  material: [],
  method: [],
  environment: [],
  measurement: [],
}

/** A clause (`9.1.1`) or a requirement of one (`9.1.1-p1`). */
export const clause = z
  .string()
  .trim()
  .regex(/^[0-9A-D][0-9A-Za-z.-]{0,39}$/, 'nonconformity.clause-form')

export const caseFacts = {
  title: words,
  source: z.enum(caseSources),
  requirements: z.array(clause).max(20),
  /** What was seen, in the words of who found it. */
  fact: saidAccount,
  severity: z.enum(severities),
  /** How far a deviation went from what was planned, in percent; null where that is no number. */
  size: decimalText.nullable(),
  node: nodeId.nullable(),
  subsystem,
  foundBy: personId.nullable(),
  foundOn: day,
  owner: personId.nullable(),
}
export const newCase = z.object({
  ...caseFacts,
  /** The record it follows from; the two are linked. */
  origin: recordRef.nullable(),
  /** Null: counted from the day it was found. */
  due: day.nullable(),
})
export type NewCase = Readonly<z.output<typeof newCase>>
export const changedFacts = z.object({ ...caseFacts, due: day })
export type ChangedFacts = Readonly<z.output<typeof changedFacts>>

export const containment = z.object({
  /** What was done at once to control and correct it, by whom and when (10.2 a 1). */
  correction: account,
  correctedOn: day.nullable(),
  correctedBy: personId.nullable(),
  /** Reports, claims and records that it touched, and what was done about them (10.2 a 2). */
  consequences: account,
})
export type Containment = Readonly<z.output<typeof containment>>

export const similarCase = z.object({
  what: words,
  /** A record of the same kind of trouble; null for a place without one. */
  record: recordRef.nullable(),
  isChecked: z.boolean(),
  note: z.string().trim().max(1000),
})
export const causeAnalysis = z.object({
  /** Each answers "why?" to the one before it; the first to the nonconformity itself. */
  whys: z.array(words).max(7),
  fishbone,
  rootCause: account,
  /** Who reviewed it, and when (10.2 b 1). */
  reviewedOn: day.nullable(),
  reviewers: z.array(personId).max(30),
  /** What was looked for elsewhere, and what was found (10.2 b 3). */
  similar: z.array(similarCase).max(50),
  similarNote: account,
  /** Whether its causes need to be removed (10.2 b); null until that is judged. */
  needsAction: z.boolean().nullable(),
  needReason: account,
})
export type CauseAnalysis = Readonly<z.output<typeof causeAnalysis>>

export const actionFacts = z.object({
  what: words,
  owner: personId.nullable(),
  due: day.nullable(),
})
export const action = actionFacts.extend({
  id: actionId,
  case: caseId,
  state: z.enum(['open', 'done', 'dropped']),
  doneOn: day.nullable(),
  /** What was done, or why it was dropped. */
  note: z.string().nullable(),
  /** The user who recorded it as done. */
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
})
export type Action = Readonly<z.output<typeof action>>

export const caseStates = [
  'found',
  'contained',
  'analysed',
  'acting',
  'awaiting',
  'proven',
  'closed',
  'withdrawn',
] as const
export type CaseState = (typeof caseStates)[number]
export const caseActs = [
  'contain',
  'analyse',
  'plan',
  'finish',
  'prove',
  'fail',
  'close',
  'reopen',
  'withdraw',
] as const
export type CaseAct = (typeof caseActs)[number]
/** What leads from which state to which (10.2). Without effect it goes back to its cause. */
export const caseTransitions = {
  found: { contain: 'contained', withdraw: 'withdrawn' },
  contained: { analyse: 'analysed' },
  analysed: { plan: 'acting' },
  acting: { finish: 'awaiting' },
  awaiting: { prove: 'proven', fail: 'contained' },
  proven: { close: 'closed' },
  closed: { reopen: 'contained' },
  withdrawn: {},
} as const satisfies Record<CaseState, Partial<Record<CaseAct, CaseState>>>
/** Where an act leads from a state; null where it is not allowed there. */
export function caseAfter(state: CaseState, act: CaseAct): CaseState | null {
  const next: Partial<Record<CaseAct, CaseState>> = caseTransitions[state]
  return next[act] ?? null
}
/** The act that leads on; null at an end. */
export function nextAct(state: CaseState): CaseAct | null {
  const acts = Object.keys(caseTransitions[state]) as CaseAct[]
  return state === 'closed' ? null : (acts[0] ?? null)
}
export function isOpen(state: CaseState): boolean {
  return state !== 'closed' && state !== 'withdrawn'
}

/** The parts of a case, and the states in which each may be written; what is closed is read only. */
export const writableIn = {
  facts: ['found'],
  containment: ['found', 'contained', 'analysed', 'acting'],
  cause: ['contained', 'analysed'],
  plan: ['analysed', 'acting'],
  outcome: ['acting', 'awaiting', 'proven'],
} as const satisfies Record<string, readonly CaseState[]>
export type CasePart = keyof typeof writableIn
export function isWritable(part: CasePart, state: CaseState): boolean {
  return (writableIn[part] as readonly CaseState[]).includes(state)
}

const step = z.object({
  act: z.enum(caseActs),
  from: z.enum(caseStates),
  to: z.enum(caseStates),
  note: z.string(),
  madeBy: z.string(),
  madeAt: instant,
})
/** How a case stood before it began anew, because its actions had no effect or because it was reopened. */
const round = z.object({
  endedBy: z.enum(['fail', 'reopen']),
  reason: z.string(),
  rootCause: z.string(),
  whys: z.array(z.string()),
  actions: z.array(z.string()),
  madeBy: z.string(),
  madeAt: instant,
})

export const caseRecord = z.object({
  id: caseId,
  number: z.string(),
  state: z.enum(caseStates),
  origin: recordRef.nullable(),
  ...caseFacts,
  due: day,
  ...containment.shape,
  ...causeAnalysis.shape,
  /** The day from which it can be seen whether the actions had effect. */
  checkOn: day.nullable(),
  /** What was changed in the management system because of it, or why nothing (10.2 e). */
  systemChange: z.string(),
  effectNote: z.string().nullable(),
  checkedBy: z.string().nullable(),
  checkedAt: instant.nullable(),
  /** Why who carried the action also checked it, where one person runs the plant. */
  aloneReason: z.string().nullable(),
  actions: z.array(action),
  steps: z.array(step),
  rounds: z.array(round),
  raisedBy: z.string().nullable(),
  raisedAt: instant,
})
export type Case = Readonly<z.output<typeof caseRecord>>

/** What the plant decided for all its cases. */
export const caseSettings = z.object({
  /** Percent from which a deviation counts as major (9.1.1). */
  majorDeviation: decimalText.refine((text) => !text.startsWith('-')),
  /** Working days within which something found is contained. */
  containWithin: z.int().min(1).max(60),
  /** Days within which it is to be closed. */
  closeWithin: z.int().min(1).max(730),
  /** Days after the actions, before their effect is looked at. */
  effectAfter: z.int().min(0).max(730),
  /** Days within which a suggestion gets its answer. */
  answerWithin: z.int().min(1).max(365),
})
export type CaseSettings = Readonly<z.output<typeof caseSettings>>
export const usualSettings: CaseSettings = {
  majorDeviation: '10',
  containWithin: 3,
  closeWithin: 90,
  effectAfter: 30,
  answerWithin: 30,
}

export function isCaseLate({ state, due }: Pick<Case, 'state' | 'due'>, today: Day): boolean {
  return isOpen(state) && due < today
}
