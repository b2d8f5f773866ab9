import { z } from 'zod'

import { gases } from '#shared/factors/gases'
import { factorPointer } from '#shared/factors/model'
import { determinations } from '#shared/kernel/figure'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'
import { nodeId } from '#shared/organization/model'

import { reportedFuels } from './fuels.ts'
import { calculation, rollUps } from './methods.ts'

export const sourceId = idOf<'source'>()
export type SourceId = z.output<typeof sourceId>
export const parameterId = idOf<'parameter'>()
export type ParameterId = z.output<typeof parameterId>

/** The kinds of emission that Chinese guidelines report in lines of their own. */
export const categories = [
  'fuel-combustion',
  'desulfurization',
  'process',
  'waste-treatment',
  'fugitive',
  'recovery',
  'electricity',
  'heat',
  'transport',
  'products-used',
  'products-sold',
  'other-indirect',
] as const
export type Category = (typeof categories)[number]

/** A planned source emits nothing yet, a closed one no longer; both stay in the register. */
export const sourceStates = ['planned', 'building', 'running', 'closed'] as const
export type SourceState = (typeof sourceStates)[number]
/** What may follow what. A closed source is not opened again: what starts anew is a new line of the register. */
export const sourceTransitions = {
  planned: ['building', 'running', 'closed'],
  building: ['running', 'closed'],
  running: ['closed'],
  closed: [],
} as const satisfies Record<SourceState, readonly SourceState[]>

/** The categories of scope 3 of the GHG Protocol. */
export const scope3Categories = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const
export type Scope3Category = (typeof scope3Categories)[number]
export const scope3Category = z.literal(scope3Categories)

export const reports = ['both', 'location-based', 'market-based'] as const

const words = z.string().trim().min(1).max(300)
const wordsOrNone = words.nullable()

const sourceFacts = {
  node: nodeId,
  /** The plant's own number of the line, unique below its node. */
  code: z.string().trim().min(1).max(40),
  name: words,
  category: z.enum(categories),
  /** ISO 14064-1:2018 categories 1 to 6. */
  isoCategory: z.int().min(1).max(6),
  scope: z.int().min(1).max(3),
  /** Of a source of scope 3; null while it is not classed. */
  scope3Category: scope3Category.nullable().optional(),
  /** The substance that is emitted, or `CO2e` where only the equivalent is known. */
  gas: z.enum(['CO2e', ...gases]),
  calculation,
  /** The line of tables E.3 and E.5 in which a burnt fuel stands; null for other methods and for fuels of no line. */
  fuel: z.enum(reportedFuels).nullable(),
  /** Carbon dioxide of biomass is reported apart from the total. */
  biogenic: z.boolean(),
  /** Energy indirect emission is reported twice; a line may stand in one of the two reports only. */
  reportedIn: z.enum(reports),
  state: z.enum(sourceStates),
  validFrom: day,
  validTo: day.nullable(),
  /** Why this method and no other (A.9.1 b). */
  methodReason: z.string().trim().max(1000).nullable(),
  note: z.string().trim().max(1000).nullable(),
}
export const newSource = z.object(sourceFacts)
export type NewSource = Readonly<z.output<typeof newSource>>
const changed = { changedBy: z.string().nullable(), changedAt: instant }
export const source = z.object({ id: sourceId, ...sourceFacts, ...changed })
export type Source = Readonly<z.output<typeof source>>

/** How often a value is expected. `batch`: with each delivery or shift. */
export const frequencies = ['hour', 'day', 'batch', 'month', 'year'] as const
/** What stands in for a value that was not obtained (A.9.1.1 b). */
export const gapRules = [
  'none',
  'conservative-default',
  'mean-of-month',
  'last-month',
  'supplier-value',
] as const

const parameterFacts = {
  node: nodeId,
  /** Null for a parameter of the facility itself, such as the electricity it generates. */
  source: sourceId.nullable(),
  /** The role in the source's method, or a word of the plant's own for a parameter without a source. */
  role: z.string().trim().min(1).max(100),
  name: words,
  unit: measure,
  determination: z.enum(determinations),
  rollUp: z.enum(rollUps),
  /** The parameter whose amounts weight this one's mean. */
  weightedBy: parameterId.nullable(),
  /** The meter or weighing device, by the number on it. */
  meter: wordsOrNone,
  /** A value of the factor library, used in every month without a reading of its own. */
  factor: factorPointer.nullable(),
  frequency: z.enum(frequencies),
  gapRule: z.enum(gapRules),
  /** What a month usually comes to, in `unit`. */
  bandLow: decimalText.nullable(),
  bandHigh: decimalText.nullable(),
  /** Whether less than nothing makes sense, as for a stock change. */
  mayBeNegative: z.boolean(),
  responsible: wordsOrNone,
  department: wordsOrNone,
  /** Place in its list. */
  position: z.int().min(0),
  validFrom: day,
  validTo: day.nullable(),
}
export const newParameter = z.object(parameterFacts)
export type NewParameter = Readonly<z.output<typeof newParameter>>
export const parameter = z.object({
  id: parameterId,
  /** A short number under which readings know it, in this data folder only. */
  seq: z.int(),
  ...parameterFacts,
  ...changed,
})
export type Parameter = Readonly<z.output<typeof parameter>>
