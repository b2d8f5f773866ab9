import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'

import { criterionFacts, criterionId, shownCriterion } from './operation.ts'
import { shownThreshold, thresholdInput } from './threshold.ts'

const told = z.string().trim().min(1).max(1000)

/** Operating criteria of processes and the readings beyond them (8.1 a to d), and the limits of this area's rules. */
export const operationContract = {
  criteria: query('performance.read', nothing, z.array(shownCriterion)),
  addCriterion: command('performance.enter', criterionFacts, shownCriterion),
  /** The former criterion is kept with the reason. */
  editCriterion: command(
    'performance.enter',
    criterionFacts.extend({ id: criterionId, reason: told }),
    shownCriterion,
  ),
  retireCriterion: command('performance.enter', z.object({ id: criterionId }), nothing),
  resumeCriterion: command('performance.enter', z.object({ id: criterionId }), nothing),
  thresholds: query('performance.read', nothing, z.array(shownThreshold)),
  setLimit: command('performance.manage', thresholdInput, nothing),
}
