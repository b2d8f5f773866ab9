import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'

import { baselineId, causes, newBaseline, shownBaseline } from './baseline.ts'

export const baselineContract = {
  baselines: query('performance.read', nothing, z.array(shownBaseline)),
  /** Computes the first value, which waits for approval. */
  setBaseline: command('performance.enter', newBaseline, z.object({ id: baselineId })),
  setThreshold: command(
    'performance.enter',
    z.object({ id: baselineId, threshold: newBaseline.shape.threshold }),
    nothing,
  ),
  /** Computes the value again, which waits for approval; the one before stays. */
  adjustBaseline: command(
    'performance.enter',
    z.object({
      id: baselineId,
      years: newBaseline.shape.years,
      cause: z.enum(causes),
      reason: newBaseline.shape.reason,
    }),
    nothing,
  ),
  /** Takes back the value that waits; a baseline that has no other goes with it. */
  discardBaseValue: command('performance.enter', z.object({ id: baselineId }), nothing),
  /** Signs the value that waits. */
  approveBaseline: task('performance.approve', z.object({ id: baselineId, password: z.string() }), nothing),
}
