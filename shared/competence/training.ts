import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'

import { skillId } from './skill.ts'

export const trainingId = idOf<'training'>()
export type TrainingId = z.output<typeof trainingId>

/** What trainings are about, 7.2.3 b 1 to 9, and the rest. */
export const trainingTopics = [
  'law',
  'system',
  'accounting',
  'trading',
  'assets',
  'news',
  'border-and-label',
  'projects',
  'abatement',
  'other',
] as const
export const attendanceResults = ['attended', 'passed', 'failed', 'absent'] as const

export const trainingStates = ['planned', 'held', 'judged', 'cancelled'] as const
export type TrainingState = (typeof trainingStates)[number]
export const trainingActs = ['hold', 'judge', 'cancel'] as const
export type TrainingAct = (typeof trainingActs)[number]
export const trainingTransitions = {
  planned: { hold: 'held', cancel: 'cancelled' },
  held: { judge: 'judged' },
  judged: {},
  cancelled: {},
} as const satisfies Record<TrainingState, Partial<Record<TrainingAct, TrainingState>>>
/** Where an act leads from a state; null where it is not allowed there. */
export function trainingAfter(state: TrainingState, act: TrainingAct): TrainingState | null {
  const next: Partial<Record<TrainingAct, TrainingState>> = trainingTransitions[state]
  return next[act] ?? null
}

const words = z.string().trim().min(1).max(300)
export const newTraining = z.object({
  title: words,
  topic: z.enum(trainingTopics),
  /** What whoever passes is able to do afterwards; null where the training gives no competence of its own. */
  skill: skillId.nullable(),
  hours: decimalText.refine((text) => !text.startsWith('-')),
  plannedOn: day,
  trainer: z.string().trim().max(200),
  place: z.string().trim().max(200),
  people: z.array(personId).max(500),
})
export type NewTraining = Readonly<z.output<typeof newTraining>>

export const attendance = z.object({ person: personId, result: z.enum(attendanceResults).nullable() })
export type Attendance = Readonly<z.output<typeof attendance>>
export const training = newTraining.omit({ people: true }).extend({
  id: trainingId,
  number: z.string(),
  heldOn: day.nullable(),
  state: z.enum(trainingStates),
  heldBy: z.string().nullable(),
  isEffective: z.boolean().nullable(),
  effect: z.string(),
  judgedBy: z.string().nullable(),
  judgedAt: instant.nullable(),
  attendances: z.array(attendance),
  changedBy: z.string().nullable(),
  changedAt: instant,
})
export type Training = Readonly<z.output<typeof training>>

/** What people must be aware of, 7.2.2 a to d. */
export const awarenessTopics = ['policy', 'contribution', 'influence', 'consequences'] as const
export const awarenessId = idOf<'awareness'>()
export const awareness = z.object({
  id: awarenessId,
  person: personId,
  topic: z.enum(awarenessTopics),
  toldOn: day,
  how: z.string(),
  confirmedAt: instant.nullable(),
  madeBy: z.string(),
  madeAt: instant,
})
export type Awareness = Readonly<z.output<typeof awareness>>
