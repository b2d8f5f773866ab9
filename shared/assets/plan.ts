import { z } from 'zod'

import { bilingual } from '#shared/factors/model'
import { roundingModes, verifications } from '#shared/kernel/figure'
import { day } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'

/** Conventional coal above 300 MW, conventional coal up to 300 MW, unconventional coal, gas. */
export const unitClasses = ['I', 'II', 'III', 'IV'] as const
export type UnitClass = (typeof unitClasses)[number]
export const isConventionalCoal = (unitClass: UnitClass) => unitClass === 'I' || unitClass === 'II'
export const isGas = (unitClass: UnitClass) => unitClass === 'IV'

/** How a plan corrects for a low load; see `load-factor.ts`. */
export const loadRules = ['bands-from-85', 'power-below-65', 'exponential-below-50'] as const
export type LoadRule = (typeof loadRules)[number]

const yearKey = z.string().regex(/^\d{4}$/)
/** Allowances for each MWh and each GJ, tCO2. */
const benchmark = z.strictObject({ electricity: decimalText, heat: decimalText })
const byYearAndClass = z.record(yearKey, z.record(z.enum(unitClasses), benchmark))

export const planRounding = z.strictObject({
  decimals: z.int().min(0).max(4),
  mode: z.enum(roundingModes),
})
export type PlanRounding = Readonly<z.output<typeof planRounding>>

const common = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  /** The number of the notice, as printed. */
  document: z.string(),
  /** A draft is an estimate of what the rule may become, and is marked so wherever its results stand. */
  status: z.enum(['final', 'draft']),
  sources: bilingual,
  verification: z.enum(verifications),
  years: z.array(z.int()).min(1),
  /** The last day to surrender, by data year. */
  deadlines: z.record(yearKey, day),
  /** The share of the allowances to be surrendered that credits may stand for. */
  ccer: z.strictObject({ share: decimalText }),
  rounding: planRounding,
  notes: z.array(bilingual),
}

/** The rules by which generating units are given allowances in some years. */
export const powerPlan = z.strictObject({
  ...common,
  kind: z.literal('power'),
  /** Net supplied or gross generated electricity. */
  output: z.enum(['supplied', 'gross']),
  benchmarks: byYearAndClass,
  /** Published balance values, shown beside the benchmarks. */
  balance: byYearAndClass,
  /** Factor of air cooling; what a back-pressure unit takes instead (null: as it is cooled), and a gas unit. */
  cooling: z
    .strictObject({ air: decimalText, backPressure: decimalText.nullable(), gas: decimalText })
    .nullable(),
  /** By how much each unit of heat-supply ratio lowers the factor. */
  heatSupply: z.strictObject({ coal: decimalText, gas: decimalText }).nullable(),
  load: z.enum(loadRules),
  /** What is settled: with the emission of purchased electricity or without. */
  settles: z.enum(['direct-and-electricity', 'direct']),
  /** No more need be surrendered than the allocation and this share of the emission. */
  shortfallCap: decimalText.nullable(),
  /** A gas unit above its allocation surrenders its allocation. */
  gasRelief: z.boolean(),
  /** Allowances of the next year that may be used: a share of the gap, where the gap is large enough. */
  borrowing: z.strictObject({ share: decimalText, leastGap: decimalText }).nullable(),
  /** The share of an earlier output that is given out beforehand; null: of the year before. */
  preAllocation: z.strictObject({ share: decimalText, baseYear: z.int().nullable() }),
})
export type PowerPlan = Readonly<z.output<typeof powerPlan>>

/** The rules for steel, cement and aluminium: the verified emission, corrected by how far a line beats the balance. */
export const industryPlan = z.strictObject({
  ...common,
  kind: z.literal('industry'),
  /** Years in which the allocation is the verified emission itself. */
  asVerified: z.array(z.int()),
  /** α = slope × X while |X| is below the band; beyond, the limit with the sign of X. */
  slope: decimalText,
  band: decimalText,
  limit: decimalText,
  /** Direct emission from which a plant is a key emitting unit, tCO2e. */
  threshold: decimalText,
})
export type IndustryPlan = Readonly<z.output<typeof industryPlan>>

/** One allocation plan, as data. `resources/assets/plans/<id>.json` holds the shipped ones. */
export const plan = z.discriminatedUnion('kind', [powerPlan, industryPlan])
export type Plan = Readonly<z.output<typeof plan>>

/** Monthly mean prices of the national market, for reference beside a price of the plant's own. */
export const priceList = z.strictObject({
  source: bilingual,
  verification: z.enum(verifications),
  months: z.array(
    z.strictObject({
      month: z.string(),
      averagePrice: decimalText,
      volume: decimalText,
      amount: decimalText,
    }),
  ),
})
export type PriceList = Readonly<z.output<typeof priceList>>

/** The plan of a kind that governs a year; undefined where none does yet. */
export function planOf<K extends Plan['kind']>(
  plans: readonly Plan[],
  kind: K,
  year: number,
): Extract<Plan, { readonly kind: K }> | undefined {
  return plans.find(
    (each): each is Extract<Plan, { readonly kind: K }> => each.kind === kind && each.years.includes(year),
  )
}
