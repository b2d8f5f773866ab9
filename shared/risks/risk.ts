import { z } from 'zod'

import { personId } from '#shared/access/model'
import { finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { recordRef } from '#shared/kernel/record'
import { subsystem } from '#shared/kernel/subsystem'
import { nodeId } from '#shared/organization/model'

import { levels, riskClass } from './criteria.ts'

export const riskId = idOf<'risk'>()
export type RiskId = z.output<typeof riskId>
export const treatmentId = idOf<'treatment'>()
export type TreatmentId = z.output<typeof treatmentId>

export const riskKinds = ['risk', 'opportunity'] as const
/** What it bears upon (6.5.1.1): the intended results, undesired effects, or continual improvement. */
export const aims = ['result', 'prevent', 'improve'] as const

const words = z.string().trim().min(1).max(300)
const account = z.string().trim().max(4000)
const owner = personId.nullable()

export const newRisk = z.object({
  kind: z.enum(riskKinds),
  title: words,
  class: riskClass,
  subsystem,
  aim: z.enum(aims),
  cause: account.min(1),
  effect: account.min(1),
  /** Where in the organization; null: all of it. */
  node: nodeId.nullable(),
  /** The person who answers for it. */
  owner,
})
export type NewRisk = Readonly<z.output<typeof newRisk>>

/** `initial`: before anything is done; `review`: looked at anew; `residual`: after a treatment was found to work or not. */
export const occasions = ['initial', 'review', 'residual'] as const
export type Occasion = (typeof occasions)[number]
const grade = z.int().min(1).max(6)
export const newRating = z.object({ likelihood: grade, impact: grade, reason: account.min(1) })
export type NewRating = Readonly<z.output<typeof newRating>>
export const rating = newRating.extend({
  number: z.int(),
  occasion: z.enum(occasions),
  /** Version of the criteria by which it was rated. */
  criteria: z.int(),
  on: day,
  points: z.int(),
  level: z.enum(levels),
  madeBy: z.string(),
  madeAt: instant,
})
export type Rating = Readonly<z.output<typeof rating>>

export const ways = ['avoid', 'reduce', 'transfer', 'prepare', 'seize'] as const
/** Before it happens, or once it has. */
export const natures = ['preventive', 'reactive'] as const

/** One way that was weighed (6.5.2: technology, money, operation, business). */
const option = z.object({
  what: words,
  technology: account,
  finance: account,
  operation: account,
  business: account,
  isChosen: z.boolean(),
})
export type Option = Readonly<z.output<typeof option>>

export const newTreatment = z.object({
  what: words,
  way: z.enum(ways),
  nature: z.enum(natures),
  options: z.array(option).max(8),
  /** Process, plan or procedure that it becomes part of (6.5.2 c 1). */
  process: account,
  owner,
  due: day.nullable(),
  /** In CNY. */
  cost: decimalText.nullable(),
  /** By what its effect will be judged (6.5.2 c 2), and when. */
  test: account,
  checkDue: day.nullable(),
})
export type NewTreatment = Readonly<z.output<typeof newTreatment>>

export const treatmentStates = ['planned', 'done', 'effective', 'ineffective', 'dropped'] as const
export type TreatmentState = (typeof treatmentStates)[number]
/** What leads from which state to which. Whoever checks the effect is somebody else than who carried it out. */
export const treatmentTransitions = {
  planned: { finish: 'done', drop: 'dropped' },
  done: { confirm: 'effective', deny: 'ineffective' },
  effective: {},
  ineffective: {},
  dropped: { resume: 'planned' },
} as const satisfies Record<TreatmentState, Partial<Record<string, TreatmentState>>>
export const treatmentActs = ['finish', 'drop', 'confirm', 'deny', 'resume'] as const
export type TreatmentAct = (typeof treatmentActs)[number]
/** Where an act leads from a state; null where it is not allowed there. */
export function treatmentAfter(state: TreatmentState, act: TreatmentAct): TreatmentState | null {
  const next: Partial<Record<TreatmentAct, TreatmentState>> = treatmentTransitions[state]
  return next[act] ?? null
}

export const treatment = newTreatment.extend({
  id: treatmentId,
  risk: riskId,
  state: z.enum(treatmentStates),
  doneOn: day.nullable(),
  doneBy: z.string().nullable(),
  doneNote: z.string().nullable(),
  checkedOn: day.nullable(),
  checkedBy: z.string().nullable(),
  checkNote: z.string().nullable(),
  /** Why one person did both, where there is but one. */
  aloneReason: z.string().nullable(),
  dropReason: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Treatment = Readonly<z.output<typeof treatment>>

export const risk = newRisk.extend({
  id: riskId,
  /** The number people know it by, `RK-2026-003`. */
  number: z.string(),
  foundOn: day,
  /** The rating that was accepted as it is, and by whom; a later rating asks anew. */
  acceptedRating: z.int().nullable(),
  acceptedReason: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: instant.nullable(),
  closedOn: day.nullable(),
  closedReason: z.string().nullable(),
  ratings: z.array(rating),
  treatments: z.array(treatment),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Risk = Readonly<z.output<typeof risk>>

/** Where a risk stands, from what is recorded of it. */
export const standings = ['unrated', 'gap', 'treating', 'checking', 'watched', 'closed'] as const
export const shownRisk = risk.extend({
  standing: z.enum(standings),
  /** When it is rated anew, by the level it was given; null while it has none. */
  nextReview: day.nullable(),
  findings: z.array(finding),
  /** Records that it endangers, comes from or is linked with otherwise. */
  linked: z.array(recordRef),
})
export type ShownRisk = Readonly<z.output<typeof shownRisk>>
