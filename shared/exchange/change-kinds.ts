import { z } from 'zod'

import type { Permission } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { meterId, newMeter } from '#shared/monitoring/meter'
import { newParameter, newSource, parameterId } from '#shared/monitoring/model'
import { node } from '#shared/organization/model'
import { measureInput, measureStates } from '#shared/performance/measure'
import { newObjective, objectiveId, objectiveStates, targetInput } from '#shared/performance/objective'

interface ChangeKindFacts {
  /** What travels of a record. */
  readonly facts: z.ZodObject
  /** Facts that are told and never taken over: a state is reached by an act here, not by a file. */
  readonly told: readonly string[]
  /** Objects whose own fields are merged one by one. */
  readonly parts: readonly string[]
  /** The tables from which it is read; the first one names it. */
  readonly tables: readonly string[]
  readonly permission: Permission
}

/**
 * Every kind of record whose changes come back from a copy of the data folder, in the order in which they are brought in:
 * what others point at first.
 */
export const changeKindFacts = {
  node: {
    facts: node.omit({ id: true, position: true }),
    told: ['kind', 'validFrom'],
    parts: [],
    tables: ['organization_nodes'],
    permission: 'organization.enter',
  },
  source: {
    facts: newSource,
    told: [],
    parts: [],
    tables: ['monitoring_sources'],
    permission: 'monitoring.manage',
  },
  parameter: {
    facts: newParameter,
    told: [],
    parts: [],
    tables: ['monitoring_parameters'],
    permission: 'monitoring.manage',
  },
  meter: {
    facts: newMeter.extend({
      replaces: meterId.nullable(),
      /** What it measures now, and since when. */
      uses: z.array(z.object({ parameter: parameterId, validFrom: day })),
    }),
    told: ['replaces'],
    parts: [],
    tables: ['monitoring_meters', 'monitoring_meter_uses'],
    permission: 'monitoring.manage',
  },
  objective: {
    facts: newObjective.extend({ state: z.enum(objectiveStates) }),
    told: ['state'],
    parts: ['considerations'],
    tables: ['performance_objectives'],
    permission: 'performance.enter',
  },
  target: {
    facts: targetInput.extend({ objective: objectiveId }),
    told: [],
    parts: [],
    tables: ['performance_targets'],
    permission: 'performance.enter',
  },
  measure: {
    facts: measureInput.extend({ objective: objectiveId, state: z.enum(measureStates) }),
    told: ['state'],
    parts: [],
    tables: ['performance_measures'],
    permission: 'performance.enter',
  },
} as const satisfies Readonly<Record<string, ChangeKindFacts>>

export type ChangeKind = keyof typeof changeKindFacts
export type ChangeFacts<K extends ChangeKind> = z.output<(typeof changeKindFacts)[K]['facts']>
export const changeKinds = Object.keys(changeKindFacts) as ChangeKind[]
