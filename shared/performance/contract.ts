import { z } from 'zod'

import { figureNode } from '#shared/accounting/inventory'
import { command, nothing, query } from '#shared/kernel/contract'

import { abatementContract } from './abatement-contract.ts'
import { appraisalContract } from './appraisal-contract.ts'
import { baselineContract } from './baseline-contract.ts'
import { changeContract } from './change-contract.ts'
import { energyYear, equalValue } from './energy.ts'
import { history } from './history.ts'
import {
  indicator,
  indicatorFacts,
  indicatorId,
  newIndicator,
  newReference,
  newVersion,
  reference,
  referenceId,
} from './indicator.ts'
import { lookContract } from './look-contract.ts'
import { objectiveContract } from './objective-contract.ts'
import { operationContract } from './operation-contract.ts'
import { supplierContract } from './supplier-contract.ts'
import { systemReviewContract } from './system-review-contract.ts'
import { technologyContract } from './technology-contract.ts'

const shippedReference = z.object({
  id: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  value: z.string(),
  unit: z.string(),
  year: z.int(),
  source: z.string(),
  isDraft: z.boolean(),
})

/** Indicators, baselines, objectives with targets and measures, and what reduction costs. */
export const performanceContract = {
  indicators: query('performance.read', nothing, z.array(indicator)),
  addIndicator: command('performance.enter', newIndicator, indicator),
  editIndicator: command(
    'performance.enter',
    indicatorFacts.extend({ id: indicatorId, seen: indicatorFacts.optional() }),
    indicator,
  ),
  /** A new formula from a month on; what was computed by the ones before stays computed by them. */
  changeMethod: command('performance.enter', newVersion.extend({ id: indicatorId }), indicator),
  /** Takes the newest version back, while nothing was concluded from it. */
  dropMethod: command('performance.enter', z.object({ id: indicatorId }), indicator),
  retireIndicator: command('performance.enter', z.object({ id: indicatorId }), indicator),
  resumeIndicator: command('performance.enter', z.object({ id: indicatorId }), indicator),
  /** Only what nothing was concluded from and nothing rests on. */
  removeIndicator: command('performance.enter', z.object({ id: indicatorId }), nothing),

  /** Year by year, and the months of one year; `version` computes all of it by that one instead of the one in force. */
  history: query(
    'performance.read',
    z.object({ id: indicatorId, year: z.int(), version: z.int().nullable() }),
    history,
  ),
  /** Keeps the value of a period with its figure, what it was held against and what was concluded (6.2). */
  review: command(
    'performance.enter',
    z.object({
      id: indicatorId,
      period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
      conclusion: z.string().trim().min(1).max(1000),
    }),
    nothing,
  ),

  addReference: command('performance.enter', newReference, reference),
  removeReference: command('performance.enter', z.object({ id: referenceId }), nothing),
  /** Benchmarks that come with the program. */
  shippedReferences: query('performance.read', nothing, z.array(shippedReference)),

  /** Standard coal year by year, beside the emission. */
  energy: query('performance.read', nothing, z.array(energyYear)),
  equalValues: query('performance.read', nothing, z.array(equalValue)),
  setEqualValue: command('performance.enter', equalValue, nothing),
  dropEqualValue: command('performance.enter', equalValue.pick({ year: true }), nothing),

  /** One figure of this area; `at` leads down by the numbers of operands. */
  figure: query(
    'performance.read',
    z.object({ path: z.string().max(300), at: z.array(z.int().min(0)).max(60) }),
    figureNode,
  ),

  ...baselineContract,
  ...objectiveContract,
  ...abatementContract,
  ...changeContract,
  ...systemReviewContract,
  ...operationContract,
  ...appraisalContract,
  ...supplierContract,
  ...technologyContract,
  ...lookContract,
}
