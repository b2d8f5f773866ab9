import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'

import { measureId } from './measure.ts'
import {
  measureKind,
  milestone,
  milestoneId,
  resource,
  resourceId,
  technology,
  technologyFacts,
  technologyId,
} from './technology.ts'

/** Reduction technologies (A.8.2.4), and the milestones and resources of measures as rows (6.4.4). */
export const technologyContract = {
  technologies: query('performance.read', nothing, z.array(technology)),
  addTechnology: command('performance.enter', technologyFacts, z.object({ id: technologyId })),
  editTechnology: command(
    'performance.enter',
    technologyFacts.extend({ id: technologyId }),
    z.object({ id: technologyId }),
  ),
  /** Only one that no measure rests on. */
  removeTechnology: command('performance.enter', z.object({ id: technologyId }), nothing),

  measureParts: query(
    'performance.read',
    nothing,
    z.object({
      kinds: z.array(measureKind),
      milestones: z.array(milestone),
      resources: z.array(resource),
    }),
  ),
  setMeasureKind: command('performance.enter', measureKind, nothing),
  addMilestone: command(
    'performance.enter',
    milestone.pick({ measure: true, title: true, due: true }),
    milestone,
  ),
  reachMilestone: command(
    'performance.enter',
    z.object({ id: milestoneId, doneOn: day.nullable() }),
    milestone,
  ),
  /** Another day, with the reason; the one before stays on record. */
  extendMilestone: command(
    'performance.enter',
    z.object({ id: milestoneId, due: day, reason: z.string().trim().min(1).max(500) }),
    milestone,
  ),
  removeMilestone: command('performance.enter', z.object({ id: milestoneId }), nothing),
  addResource: command('performance.enter', resource.omit({ id: true }), resource),
  editResource: command('performance.enter', resource.omit({ measure: true }), resource),
  removeResource: command('performance.enter', z.object({ id: resourceId, measure: measureId }), nothing),
}
