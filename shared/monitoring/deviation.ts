import { z } from 'zod'

import { finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { nodeId } from '#shared/organization/model'

import { parameterId } from './model.ts'

export const deviationId = idOf<'deviation'>()
export type DeviationId = z.output<typeof deviationId>

export const deviationStates = ['open', 'answered', 'approved', 'closed'] as const
export type DeviationState = (typeof deviationStates)[number]
/** What leads from which state to which. Whoever approves the answer is somebody else than who gave it. */
export const deviationTransitions = {
  open: { answer: 'answered' },
  answered: { answer: 'answered', approve: 'approved', return: 'open' },
  approved: { close: 'closed' },
  closed: {},
} as const satisfies Record<DeviationState, Partial<Record<string, DeviationState>>>
export const deviationActs = ['answer', 'return', 'approve', 'close'] as const
export type DeviationAct = (typeof deviationActs)[number]
/** Where an act leads from a state; null where it is not allowed there. */
export function deviationAfter(state: DeviationState, act: DeviationAct): DeviationState | null {
  const next: Partial<Record<DeviationAct, DeviationState>> = deviationTransitions[state]
  return next[act] ?? null
}

const words = z.string().trim().min(1).max(300)
const account = z.string().trim().min(1).max(4000)

/** Days within which a deviation is to be answered, unless another day is given. */
export const answerDays = 10

export const newDeviation = z.object({
  facility: nodeId,
  title: words,
  /** The finding that set it off; null where a person saw it. */
  trigger: finding.nullable(),
  parameters: z.array(parameterId).max(200),
  from: day,
  /** Half-open; null while it goes on. */
  to: day.nullable(),
  /** Null: ten days from now. */
  dueOn: day.nullable(),
  responsible: words.nullable(),
})
export type NewDeviation = Readonly<z.output<typeof newDeviation>>

export const deviationAnswer = z.object({
  cause: account,
  response: account,
  /** The method or value that stands in meanwhile; null where none is needed. */
  substitute: account.nullable(),
  /** Half-open; null while it goes on. */
  to: day.nullable(),
})

export const deviation = z.object({
  id: deviationId,
  /** The number people know it by, `DV-2026-003`. */
  code: z.string(),
  facility: nodeId,
  state: z.enum(deviationStates),
  title: z.string(),
  trigger: finding.nullable(),
  parameters: z.array(parameterId),
  from: day,
  to: day.nullable(),
  noticedOn: day,
  dueOn: day,
  responsible: z.string().nullable(),
  cause: z.string().nullable(),
  response: z.string().nullable(),
  substitute: z.string().nullable(),
  returnReason: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  aloneReason: z.string().nullable(),
  closingNote: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: instant.nullable(),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Deviation = Readonly<z.output<typeof deviation>>
