import { z } from 'zod'

import { command, nothing, query } from '#shared/kernel/contract'

import {
  evaluation,
  newEvaluation,
  newScoreCriterion,
  scoreCriterion,
  scoreCriterionId,
  shownSupplier,
  supplierFacts,
  supplierId,
} from './supplier.ts'

const one = z.object({ id: supplierId })

/** Suppliers, what is known of their emissions, and how they were judged (A.8.2.3). */
export const supplierContract = {
  suppliers: query('performance.read', nothing, z.array(shownSupplier)),
  addSupplier: command('performance.enter', supplierFacts, shownSupplier),
  editSupplier: command(
    'performance.enter',
    supplierFacts.extend({ id: supplierId, seen: supplierFacts.optional() }),
    shownSupplier,
  ),
  retireSupplier: command('performance.enter', one, nothing),
  resumeSupplier: command('performance.enter', one, nothing),
  /** Only one without evaluations. */
  removeSupplier: command('performance.enter', one, nothing),
  scoreCriteria: query('performance.read', nothing, z.array(scoreCriterion)),
  addScoreCriterion: command('performance.enter', newScoreCriterion, scoreCriterion),
  editScoreCriterion: command(
    'performance.enter',
    newScoreCriterion.extend({ id: scoreCriterionId }),
    scoreCriterion,
  ),
  retireScoreCriterion: command('performance.enter', z.object({ id: scoreCriterionId }), nothing),
  /** Locked as it is made; a later one takes its place. */
  evaluateSupplier: command('performance.enter', newEvaluation, evaluation),
}
