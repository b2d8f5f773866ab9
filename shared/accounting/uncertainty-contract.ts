import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'

import { inventoryId } from './inventory.ts'
import {
  coverages,
  draws,
  seed,
  simulation,
  statedUncertainty,
  subject,
  uncertaintyAnalysis,
} from './uncertainty-model.ts'

/** How sure people are of inputs, and what that makes of the total. */
export const uncertaintyContract = {
  /** Inputs of an inventory, what is stated of them, and what it comes to by the IPCC analytical approach. */
  uncertainty: query(
    'accounting.read',
    z.object({ id: inventoryId, coverage: z.enum(coverages) }),
    uncertaintyAnalysis,
  ),
  /** States the uncertainty of inputs, in place of what was stated of them. */
  setUncertainties: command('accounting.enter', z.array(statedUncertainty).min(1).max(500), nothing),
  clearUncertainties: command('accounting.enter', z.array(subject).min(1).max(500), nothing),
  /** Draws the inventory many times and keeps the result with it. */
  simulate: task('accounting.enter', z.object({ id: inventoryId, seed, draws }), simulation),
}
