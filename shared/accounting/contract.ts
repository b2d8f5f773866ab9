import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { day } from '#shared/kernel/period'
import { nodeId, year } from '#shared/organization/model'

import { changeContract } from './change-contract.ts'
import { comparisonContract } from './comparison-contract.ts'
import {
  figureNode,
  inventory,
  inventoryId,
  newInventory,
  overview,
  publishedFigures,
  reportPlan,
} from './inventory.ts'
import { standing } from './standing.ts'
import { uncertaintyContract } from './uncertainty-contract.ts'
import { unmeasuredYear } from './unmeasured.ts'

const guidelineChoice = z.object({
  id: z.string(),
  urn: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  rounding: z.string(),
  gwpSet: z.string(),
  verification: z.string(),
  notes: z.array(z.object({ zh: z.string(), en: z.string() })),
})

/** Two values of the same place: what was frozen and what comes out today. */
const difference = z.object({ path: z.string(), frozen: z.string().nullable(), now: z.string().nullable() })

/** Inventories: totals that follow the readings, and totals that were frozen and stay. */
export const accountingContract = {
  ...changeContract,
  ...comparisonContract,
  ...uncertaintyContract,
  inventories: query('accounting.read', nothing, z.array(inventory)),
  /** Guideline editions and rounding rule sets to choose from. */
  rules: query(
    'accounting.read',
    nothing,
    z.object({
      guidelines: z.array(guidelineChoice),
      rounding: z.array(z.object({ id: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
    }),
  ),
  create: command('accounting.enter', newInventory, inventory),
  edit: command('accounting.enter', newInventory.extend({ id: inventoryId }), inventory),
  editPlan: command('accounting.enter', z.object({ id: inventoryId, plan: reportPlan }), inventory),
  /** States all figures that others published for the same year; findings say where the inventory gives another. */
  setReported: command(
    'accounting.enter',
    z.object({ id: inventoryId, reported: publishedFigures }),
    inventory,
  ),
  /** Takes out a working inventory; its readings stay. */
  discard: command('accounting.enter', z.object({ id: inventoryId }), nothing),
  /** All totals of an inventory, computed from the readings of this moment or as they were frozen. */
  overview: query('accounting.read', z.object({ id: inventoryId }), overview),
  /** How far the total rests on meters without valid calibration and on data outside the monitoring plan. */
  standing: query('accounting.read', z.object({ id: inventoryId }), standing),
  /** The same for a year by the rules that are usual there; null while there is no organization. */
  standingOfYear: query(
    'accounting.read',
    z.object({ year, facility: nodeId.nullable() }),
    standing.nullable(),
  ),
  /** The year of one facility, or of all, by the rules that are usual there, without an inventory being kept. */
  glance: query(
    'accounting.read',
    z.object({ year, facility: nodeId.nullable() }),
    overview.omit({ inventory: true }).nullable(),
  ),
  /** One figure of an inventory and what it was made of; `at` leads down by the numbers of operands. */
  figure: query(
    'accounting.read',
    z.object({ id: inventoryId, path: z.string().max(300), at: z.array(z.int().min(0)).max(60) }),
    figureNode,
  ),
  /** The months of coal without a valid test, and what falling back on the default costs, tCO2e. */
  unmeasured: query('accounting.read', z.object({ year, facility: nodeId.nullable() }), unmeasuredYear),
  unmeasuredFigure: query(
    'accounting.read',
    z.object({
      year,
      facility: nodeId.nullable(),
      path: z.string().max(300),
      at: z.array(z.int().min(0)).max(60),
    }),
    figureNode,
  ),
  /** Signs and keeps document and tree; a later change of a reading no longer changes it. */
  freeze: task('accounting.approve', z.object({ id: inventoryId, password: z.string() }), inventory),
  /** Computes a frozen inventory again from its kept document: identical, or where not. */
  recompute: query(
    'accounting.read',
    z.object({ id: inventoryId }),
    z.object({
      isIdentical: z.boolean(),
      engine: z.string(),
      now: z.string(),
      /** What no longer has the hash that was signed; nothing is computed from it. */
      damaged: z.array(z.enum(['document', 'account'])),
      /** Nodes of the kept tree that do not follow from their operands. */
      faults: z.array(z.string()),
      differences: z.array(difference),
    }),
  ),
  /** What has changed in the registers since the inventory was frozen. */
  compareWithToday: query('accounting.read', z.object({ id: inventoryId }), z.array(difference)),
  /** A new working inventory with the same rules, that will supersede the frozen one. */
  reopen: command(
    'accounting.approve',
    z.object({ id: inventoryId, reason: z.string().trim().min(1).max(1000) }),
    inventory,
  ),
  /** The machine-readable inventory document. */
  document: query(
    'accounting.read',
    z.object({ id: inventoryId }),
    z.object({ json: z.string(), sha256: z.string() }),
  ),
}
