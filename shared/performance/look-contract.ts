import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'

import { changeId } from './change.ts'
import { coverage } from './coverage.ts'
import { look, newLook } from './look.ts'
import { objectiveId } from './objective.ts'

/** What was concluded when something had changed (6.3 a to c, 6.4.3), and which sources no target speaks of. */
export const lookContract = {
  looks: query('performance.read', nothing, z.array(look)),
  /** Objectives that a change of circumstances asks to look at again. */
  objectivesToLookAt: query(
    'performance.read',
    nothing,
    z.array(
      z.object({
        objective: objectiveId,
        change: changeId,
        number: z.string(),
        title: z.string(),
      }),
    ),
  ),
  lookAgain: command('performance.enter', newLook, look),
  coverage: query('performance.read', nothing, coverage),
}
