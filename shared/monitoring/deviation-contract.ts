import { z } from 'zod'

import { command, nothing, query, task, signed } from '#shared/kernel/contract'

import { deviation, deviationAnswer, deviationId, newDeviation } from './deviation.ts'

const reason = z.string().trim().min(1).max(1000)
const one = z.object({ id: deviationId })

/** Deviations of practice from the plan, from what set them off to their closing (A.9.1 b, A.9.1.1 b). */
export const deviationContract = {
  deviations: query('monitoring.read', nothing, z.array(deviation)),
  deviation: query('monitoring.read', one, deviation),
  /** Opens a case, usually out of a finding. */
  recordDeviation: command('monitoring.enter', newDeviation, deviation),
  answerDeviation: command('monitoring.enter', deviationAnswer.extend({ id: deviationId }), deviation),
  returnDeviation: command('monitoring.approve', z.object({ id: deviationId, reason }), deviation),
  /** Signs the answer. `reason` is asked of who is alone in the plant. */
  approveDeviation: task(
    'monitoring.approve',
    z.object({ id: deviationId, password: z.string(), reason: reason.nullable() }),
    deviation,
  ),
  closeDeviation: signed(
    { meaning: 'monitoring.deviation-closed', kind: 'monitoring/deviation' },
    'monitoring.enter',
    z.object({ id: deviationId, note: reason }),
    deviation,
  ),
}
