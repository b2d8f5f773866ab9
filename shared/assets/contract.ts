import { z } from 'zod'

import { figureNode } from '#shared/accounting/inventory'
import { bilingual } from '#shared/factors/model'
import { command, nothing, query } from '#shared/kernel/contract'
import { finding } from '#shared/kernel/finding'
import { day } from '#shared/kernel/period'
import { decimalText } from '#shared/kernel/quantity'

import { newUnit, planned, plannedItems, unit, unitId, yearTerms } from './model.ts'
import { plan, priceList } from './plan.ts'
import { worthContract } from './worth-contract.ts'

const monthKind = z.enum(['actual', 'planned', 'estimated', 'missing'])
/** A number of the estimate; null while something it needs is missing. */
const shown = z.object({ path: z.string(), value: decimalText.nullable() })
const shownMonth = z.object({ month: z.string(), kind: monthKind, value: decimalText.nullable() })

export const estimate = z.object({
  year: z.int(),
  plan: z
    .object({
      id: z.string(),
      title: bilingual,
      document: z.string(),
      status: z.enum(['final', 'draft']),
      verification: z.string(),
      deadline: day.nullable(),
      notes: z.array(bilingual),
    })
    .nullable(),
  /** Whether months to come are in it. */
  isForecast: z.boolean(),
  terms: yearTerms,
  units: z.array(
    z.object({
      unit,
      allocation: shown,
      /** Inputs without which there is no allocation. */
      missing: z.array(z.string()),
      /** Load rate, and the factor that the plan makes of it, where it does. */
      load: shown.nullable(),
      months: z.array(z.object({ item: z.enum(plannedItems), months: z.array(shownMonth) })),
    }),
  ),
  emission: shown.extend({ months: z.array(shownMonth) }),
  /** What the months alone would be given, by the factors of the year. */
  allocationByMonth: z.array(shownMonth),
  /** Allowances less emission of a month and all before it. */
  leftByMonth: z.array(shown.extend({ month: z.string() })),
  allocation: shown,
  obligation: shown,
  /** Above zero: short; below: left over. */
  gap: shown,
  usableCredits: shown,
  gapAfterCredits: shown,
  borrowable: shown.nullable(),
  preAllocated: shown.nullable(),
  /** What the gap is worth at the price of the year, CNY. */
  money: shown.nullable(),
  findings: z.array(finding),
})
export type Estimate = Readonly<z.output<typeof estimate>>

const tonnes = z.string().regex(/^\d{1,12}$/)

/** Allowances: what a plant will be given by the plan of the year, what it will owe, and what is left or short. */
export const assetsContract = {
  ...worthContract,
  plans: query('assets.read', nothing, z.object({ plans: z.array(plan), prices: priceList })),
  units: query('assets.read', nothing, z.array(unit)),
  addUnit: command('assets.enter', newUnit, unit),
  editUnit: command('assets.enter', z.object({ id: unitId, facts: newUnit }), unit),
  removeUnit: command('assets.enter', z.object({ id: unitId }), nothing),
  /** What is expected of months to come; a null value takes it back. */
  setPlanned: command(
    'assets.enter',
    z.object({
      values: z
        .array(planned.extend({ value: decimalText.nullable() }))
        .min(1)
        .max(500),
    }),
    nothing,
  ),
  setTerms: command('assets.enter', yearTerms, yearTerms),
  estimate: query('assets.read', z.object({ year: z.int().min(2019).max(2100) }), estimate),
  /** What of the allowances of 2019 to 2024 may be kept (whole tonnes). */
  carryOver: query(
    'assets.read',
    z.object({ sector: z.enum(['power', 'industry']), holding: tonnes, sold: tonnes, bought: tonnes }),
    z.object({ most: decimalText, carried: decimalText, toSell: decimalText }),
  ),
  /** One figure of the estimate; `at` leads down by the numbers of operands. */
  figure: query(
    'assets.read',
    z.object({
      year: z.int().min(2019).max(2100),
      path: z.string().max(300),
      at: z.array(z.int().min(0)).max(60),
    }),
    figureNode,
  ),
}
