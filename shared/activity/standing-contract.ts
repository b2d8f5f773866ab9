import { z } from 'zod'

import { command } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import { meterId } from '#shared/monitoring/meter'

import { actId } from './model.ts'

/** What is done to data because of how their meters stand. */
export const standingContract = {
  /**
   * Multiplies every reading that a meter took in a time without valid calibration, as corrections with a reason, and
   * so settles that time: all or nothing.
   */
  correctByMeter: command(
    'activity.enter',
    z.object({
      meter: meterId,
      from: day,
      /** Half-open. */
      to: day,
      factor: decimalText,
      reason: z.string().trim().min(1).max(1000),
    }),
    z.object({ act: actId, count: z.int() }),
  ),
}
