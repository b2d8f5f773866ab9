import { z } from 'zod'

import { gwpSetNames } from '#shared/factors/gwp'
import { figureRecord } from '#shared/kernel/figure'
import { finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'
import { plainAmount } from '#shared/kernel/typed-amount'
import { isConvertible } from '#shared/kernel/units'
import { nodeId } from '#shared/organization/model'

import { laterEdition } from './document.ts'

export const inventoryId = idOf<'inventory'>()
export type InventoryId = z.output<typeof inventoryId>

/** A working inventory follows the readings; a frozen one is signed and stays; a superseded one was replaced. */
export const inventoryStates = ['working', 'frozen', 'superseded'] as const
export type InventoryState = (typeof inventoryStates)[number]

const line = z.string().trim().max(1000)
/** The eight matters that the planning of a report considers (A.6.5.2.3 a to h). Empty is "not said yet". */
export const reportPlan = z.object({
  purpose: line,
  users: line,
  preparedBy: line,
  checkedBy: line,
  approvedBy: line,
  frequency: line,
  validUntil: day.nullable(),
  format: line,
  contents: line,
  delivery: line,
})
export type ReportPlan = Readonly<z.output<typeof reportPlan>>
export const emptyReportPlan: ReportPlan = {
  purpose: '',
  users: '',
  preparedBy: '',
  checkedBy: '',
  approvedBy: '',
  frequency: '',
  validUntil: null,
  format: '',
  contents: '',
  delivery: '',
}

/** A figure that someone published for the same year: a statement, a disclosure, a verifier's report. */
export const publishedFigure = z.object({
  /** The total, a source, or a source in a month. */
  of: z.string().regex(/^(total|source\/[^/]+(\/\d{4}-\d{2})?)$/),
  /** As printed: its last digit says how exactly the two must agree. */
  value: decimalText,
  unit: measure.refine((unit) => isConvertible(unit, 'tCO2') || isConvertible(unit, 'tCO2e')),
  /** Where it was published. */
  source: z.string().trim().min(1).max(300),
})
export type PublishedFigure = Readonly<z.output<typeof publishedFigure>>
/** The same as people type it: full-width digits, commas between thousands; a last zero stays, for it was printed. */
export const typedFigure = publishedFigure.extend({
  value: z.string().transform(plainAmount).pipe(decimalText),
})
export type TypedFigure = Readonly<z.input<typeof typedFigure>>
export const publishedFigures = z.array(publishedFigure).max(100)

/** By which rules an inventory counts. */
export const inventoryRules = {
  title: z.string().trim().min(1).max(200),
  year: z.int().min(1990).max(2100),
  /** The facilities it covers; null: every facility inside the boundary. */
  facilities: z.array(nodeId).min(1).nullable(),
  guideline: z.string().min(1),
  gwpSet: z.enum(gwpSetNames),
  rounding: z.string().min(1),
  /** Editions that take over in the course of the year; none where the guideline stays as it is. */
  editions: z.array(laterEdition).max(6).optional(),
  view: z.enum(['guideline', 'iso-14064-1']),
  scope2: z.enum(['location-based', 'market-based']),
}
export const newInventory = z.object(inventoryRules)
export type NewInventory = Readonly<z.output<typeof newInventory>>

export const inventory = z.object({
  id: inventoryId,
  ...inventoryRules,
  version: z.int().positive(),
  state: z.enum(inventoryStates),
  plan: reportPlan,
  reported: publishedFigures,
  /** Set when it is frozen: hashes of the document and of the account, and the engine that made it. */
  documentHash: z.string().nullable(),
  accountHash: z.string().nullable(),
  engine: z.string().nullable(),
  frozenBy: z.string().nullable(),
  frozenAt: instant.nullable(),
  replaces: inventoryId.nullable(),
  changedAt: instant,
})
export type Inventory = Readonly<z.output<typeof inventory>>

/** A total for a screen: no value while a line is missing; `known` is what the other lines add up to. */
export const shownTotal = z.object({
  /** Where its figure is found, `total`, `source/<id>/2025-03`, `gas/CH4`. */
  path: z.string(),
  key: z.string(),
  value: decimalText.nullable(),
  known: decimalText,
  lines: z.int(),
  /** To how many decimals a rule rounded it; not there where none did. */
  decimals: z.int().optional(),
})
export type ShownTotal = Readonly<z.output<typeof shownTotal>>

/** A figure that forms show beside the emission of a month: heat of the fuel, carbon as received, supplied heat. */
const shownBeside = z.object({ path: z.string(), code: z.string(), value: decimalText, unit: measure })

export const shownSource = shownTotal.extend({
  name: z.string(),
  facility: z.string(),
  category: z.string(),
  gas: z.string(),
  method: z.string(),
  months: z.array(shownTotal.extend({ beside: z.array(shownBeside) })),
})

/**
 * A total of the year before, and by how much this year's differs from it in percent of it; null where one of them
 * has no value or there was nothing before.
 */
const formerTotal = shownTotal.extend({ change: decimalText.nullable() })
export type FormerTotal = Readonly<z.output<typeof formerTotal>>

export const overview = z.object({
  inventory,
  total: shownTotal,
  sources: z.array(shownSource),
  byGas: z.array(shownTotal),
  byFacility: z.array(shownTotal.extend({ name: z.string() })),
  byMonth: z.array(shownTotal),
  byCategory: z.array(shownTotal),
  byIsoCategory: z.array(shownTotal),
  byScope: z.array(shownTotal),
  apart: z.array(shownTotal.extend({ sources: z.array(shownSource) })),
  findings: z.array(finding),
  /** Totals of the year before under the same rules; null where there are no readings of it. */
  before: z
    .object({ total: formerTotal, byMonth: z.array(formerTotal), sources: z.array(formerTotal) })
    .nullable(),
})
export type Overview = Readonly<z.output<typeof overview>>

/** One node of a figure's tree: the figure without what lies two floors below it, which is asked for when opened. */
export const figureNode = z.object({
  figure: figureRecord,
  /** How many operands each operand has of its own. */
  below: z.array(z.int()),
})
export type FigureNode = Readonly<z.output<typeof figureNode>>
