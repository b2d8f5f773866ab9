import type { ReviewTopic } from '#shared/kernel/review-input'
import type { Subsystem } from '#shared/kernel/subsystem'

import { type OutputName, subsystemOutputs } from './outputs.ts'

/** Which requirement of 9.3.2 and 9.3.3 asks for which input. */
const coreInputs: Readonly<Partial<Record<ReviewTopic, string>>> = {
  'earlier-reviews': '9.3.2-a',
  'context-and-risks': '9.3.2-b',
  nonconformities: '9.3.2-c-1',
  monitoring: '9.3.2-c-2',
  audits: '9.3.2-c-3',
  compliance: '9.3.2-c-4',
  resources: '9.3.2-d',
  communication: '9.3.2-e',
  improvement: '9.3.2-f',
  policy: '9.3.2-g',
  objectives: '9.3.3-1',
  performance: '9.3.3-2',
  plans: '9.3.3-3',
}
/** The ten inputs that annexes A, C and D ask for, in their order (A.9.4 a); trading follows them. */
export const annexInputs: readonly ReviewTopic[] = [
  'earlier-reviews',
  'policy',
  'performance',
  'compliance',
  'objectives',
  'communication',
  'audits',
  'nonconformities',
  'plans',
  'improvement',
]
const coreOutputs: Readonly<Partial<Record<OutputName, string>>> = {
  judgement: '9.3.1-p1',
  opportunities: '9.3.4-1',
  policy: '9.3.4-2',
  indicators: '9.3.4-3',
  objectives: '9.3.4-4',
  processes: '9.3.4-5',
  resources: '9.3.4-6',
  competence: '9.3.4-7',
  records: '9.3.4-8',
}

/** The clause of each annex that asks for a review; trading is asked for one without a list. */
const clauses: Readonly<Partial<Record<Subsystem, string>>> = {
  emission: 'A.9.4',
  asset: 'C.9.3',
  neutrality: 'D.9.4',
}

/** Ids of the requirements that an input answers. */
export function inputRequirements(topic: ReviewTopic, subsystem: Subsystem): string[] {
  return requirement(coreInputs[topic], clauses[subsystem], 'a', annexInputs.indexOf(topic), subsystem)
}
/** Ids of the requirements that an output answers. */
export function outputRequirements(output: OutputName, subsystem: Subsystem): string[] {
  return requirement(
    coreOutputs[output],
    clauses[subsystem],
    'b',
    subsystemOutputs.indexOf(output),
    subsystem,
  )
}
function requirement(
  core: string | undefined,
  clause: string | undefined,
  list: 'a' | 'b',
  at: number,
  subsystem: Subsystem,
): string[] {
  if (subsystem === 'core') return core === undefined ? [] : [core]
  return clause === undefined || at < 0 ? [] : [`${clause}-${list}-${at + 1}`]
}
