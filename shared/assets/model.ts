import { z } from 'zod'

import { idOf } from '#shared/kernel/id'
import { day, instant, month } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'
import type { Measure } from '#shared/kernel/units'
import { parameterId } from '#shared/monitoring/model'
import { amount, nodeId } from '#shared/organization/model'

import { planRounding, unitClasses } from './plan.ts'
import { creditBases } from './settlement.ts'

export const unitId = idOf<'allowance-unit'>()
export type UnitId = z.output<typeof unitId>

const words = z.string().trim().min(1).max(300)
const parameterOrNone = parameterId.nullable()

/** A generating unit, or a line of an industrial plant, that is given allowances of its own. */
export const newUnit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('power'),
    node: nodeId,
    name: words,
    unitClass: z.enum(unitClasses),
    cooling: z.enum(['water', 'air']),
    isBackPressure: z.boolean(),
    isCondensing: z.boolean(),
    /** Rated capacity, MW. */
    capacity: decimalText.refine((value) => Number(value) > 0),
    gross: parameterOrNone,
    supplied: parameterOrNone,
    heat: parameterOrNone,
    heatRatio: parameterOrNone,
    hours: parameterOrNone,
    validFrom: day,
    validTo: day.nullable(),
  }),
  z.strictObject({
    kind: z.literal('industry'),
    node: nodeId,
    name: words,
    /** Output of the product that its intensity is per. */
    output: parameterOrNone,
    /** Gets its verified emission whatever its intensity, as some lines of special clinker do. */
    keepsVerified: z.boolean(),
    validFrom: day,
    validTo: day.nullable(),
  }),
])
export type NewUnit = Readonly<z.output<typeof newUnit>>
export type PowerUnit = Extract<Unit, { readonly kind: 'power' }>
export type IndustryUnit = Extract<Unit, { readonly kind: 'industry' }>

export type Unit = NewUnit & { readonly id: UnitId; readonly changedAt: string }
export const unit: z.ZodType<Unit> = z.intersection(newUnit, z.object({ id: unitId, changedAt: instant }))

/** What may be planned by hand for a month to come, with its unit. */
export const plannedUnits = {
  gross: 'MWh',
  supplied: 'MWh',
  heat: 'GJ',
  heatRatio: 'ratio',
  hours: 'h',
  output: 't',
  emission: 'tCO2e',
} as const satisfies Record<string, Measure>
export const plannedItems = ['gross', 'supplied', 'heat', 'heatRatio', 'hours', 'output', 'emission'] as const
export type PlannedItem = (typeof plannedItems)[number]
export type UnitOf<I extends PlannedItem> = (typeof plannedUnits)[I]

/** A value that is expected of a month to come; of a unit, or (emission) of the whole plant. */
export const planned = z.object({
  /** Null for the emission of the plant. */
  unit: unitId.nullable(),
  item: z.enum(plannedItems),
  month,
  value: decimalText,
})
export type Planned = Readonly<z.output<typeof planned>>

const wholeTonnes = z.string().regex(/^\d{1,12}$/)
/** What a year is settled with; every part may be unknown, and then what rests on it is not stated. */
export const yearTerms = z.object({
  year: z.int().min(2019).max(2100),
  /** Allowances at hand besides the allocation: carried over or bought. */
  allowancesHeld: wholeTonnes.nullable(),
  creditsHeld: wholeTonnes.nullable(),
  creditBase: z.enum(creditBases),
  /** Instead of the plan's. */
  rounding: planRounding.nullable(),
  /** CNY for each allowance, where it was seen, and when. */
  price: amount.nullable(),
  priceSource: z.string().trim().max(300),
  priceDate: day.nullable(),
  /** Published balance value of the product for a line of industry, tCO2e for each tonne. */
  balance: amount.nullable(),
})
export type YearTerms = Readonly<z.output<typeof yearTerms>>
export function emptyTerms(year: number): YearTerms {
  return {
    year,
    allowancesHeld: null,
    creditsHeld: null,
    creditBase: 'obligation',
    rounding: null,
    price: null,
    priceSource: '',
    priceDate: null,
    balance: null,
  }
}
