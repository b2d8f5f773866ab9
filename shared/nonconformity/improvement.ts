import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { subsystem } from '#shared/kernel/subsystem'
import { nodeId } from '#shared/organization/model'

export const improvementId = idOf<'improvement'>()
export type ImprovementId = z.output<typeof improvementId>

/** Channels that ideas come by (10.1). */
export const ideaSources = [
  'suggestion',
  'audit',
  'review',
  'compliance',
  'monitoring',
  'benchmark',
  'party',
] as const

export const improvementStates = ['proposed', 'accepted', 'refused', 'done', 'judged', 'withdrawn'] as const
export type ImprovementState = (typeof improvementStates)[number]
export const improvementActs = ['accept', 'refuse', 'finish', 'judge', 'resume', 'withdraw'] as const
export type ImprovementAct = (typeof improvementActs)[number]
/** What leads from which state to which. A refused idea can be taken up after all. */
export const improvementTransitions = {
  proposed: { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { finish: 'done', refuse: 'refused' },
  refused: { accept: 'accepted' },
  done: { judge: 'judged', resume: 'accepted' },
  judged: {},
  withdrawn: {},
} as const satisfies Record<ImprovementState, Partial<Record<ImprovementAct, ImprovementState>>>
export function improvementAfter(state: ImprovementState, act: ImprovementAct): ImprovementState | null {
  const next: Partial<Record<ImprovementAct, ImprovementState>> = improvementTransitions[state]
  return next[act] ?? null
}

const words = z.string().trim().min(1).max(300)
const account = z.string().trim().max(4000)

export const newImprovement = z.object({
  title: words,
  idea: account.min(1),
  source: z.enum(ideaSources),
  origin: recordRef.nullable(),
  subsystem,
  node: nodeId.nullable(),
  /** What it is expected to bring, and what it costs, in words with numbers. */
  benefit: account,
  cost: account,
  /** Who had the idea, where it is not the one who writes it down. */
  raisedBy: personId.nullable(),
})
export type NewImprovement = Readonly<z.output<typeof newImprovement>>

export const improvementDecision = z
  .object({
    id: improvementId,
    isAccepted: z.boolean(),
    reason: account,
    owner: personId.nullable(),
    due: day.nullable(),
  })
  // Every refused suggestion has a reason.
  .refine(({ isAccepted, reason }) => isAccepted || reason !== '', {
    message: 'nonconformity.refusal-needs-reason',
    path: ['reason'],
  })
  .refine(({ isAccepted, owner, due }) => !isAccepted || (owner !== null && due !== null), {
    message: 'nonconformity.acceptance-needs-owner',
    path: ['owner'],
  })
export type ImprovementDecision = Readonly<z.output<typeof improvementDecision>>

export const improvement = newImprovement.extend({
  id: improvementId,
  number: z.string(),
  state: z.enum(improvementStates),
  raisedOn: day,
  /** By when it gets its answer. */
  answerBy: day,
  reason: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  owner: personId.nullable(),
  due: day.nullable(),
  doneOn: day.nullable(),
  /** What came of it (10.3). */
  effect: z.string(),
  isEffective: z.boolean().nullable(),
  judgedBy: z.string().nullable(),
  judgedAt: instant.nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Improvement = Readonly<z.output<typeof improvement>>
