import type { Subsystem } from '#shared/kernel/subsystem'

/**
 * What a review has to yield: its judgement (9.3.1), the eight outputs of 9.3.4, and for each adopted subsystem the
 * five of A.9.4 b, C.9.3 b and D.9.4 b.
 */
export const outputNames = [
  'judgement',
  'opportunities',
  'policy',
  'indicators',
  'objectives',
  'processes',
  'resources',
  'competence',
  'records',
  'changes',
] as const
export type OutputName = (typeof outputNames)[number]

const ofCore = outputNames.filter((name) => name !== 'changes')
/** In the order of A.9.4 b. */
export const subsystemOutputs: readonly OutputName[] = [
  'judgement',
  'policy',
  'objectives',
  'opportunities',
  'changes',
]

export interface Required {
  readonly output: OutputName
  readonly subsystem: Subsystem
}
/** Every output that minutes need before they can be signed, in the order in which they stand in the minutes. */
export function requiredOutputs(subsystems: readonly Subsystem[]): Required[] {
  return [
    ...ofCore.map((output): Required => ({ output, subsystem: 'core' })),
    ...subsystems.flatMap((subsystem) => subsystemOutputs.map((output): Required => ({ output, subsystem }))),
  ]
}

/** The page on which what an output decides is carried out. */
export const pageOfOutput: Readonly<Record<OutputName, string>> = {
  judgement: '/compliance',
  opportunities: '/nonconformity/improvements',
  policy: '/organization/policy',
  indicators: '/performance/indicators',
  objectives: '/performance/targets',
  processes: '/performance/operation',
  resources: '/competence/resources',
  competence: '/competence/trainings',
  records: '/documents',
  changes: '/performance/changes',
}

/** The properties of the system that a judgement names each. */
const properties = ['suitable', 'adequate', 'effective'] as const
/** What each output asks to be concluded besides its text. */
export function verdictsOf({ output, subsystem }: Required): readonly string[] {
  if (output === 'policy') return ['policy']
  if (output !== 'judgement') return []
  return subsystem === 'core' ? [...properties, 'aligned'] : properties
}
/** What can be concluded of one. */
export function verdictChoices(verdict: string): readonly string[] {
  return verdict === 'policy' ? ['keep', 'revise', 'replace'] : ['yes', 'partly', 'no']
}
