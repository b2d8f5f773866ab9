import { z } from 'zod'

import type { Figure } from '#shared/kernel/figure'
import { constant, over, sumOf } from '#shared/kernel/figure-algebra'
import { type Finding, finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { instant } from '#shared/kernel/period'
import { Decimal, decimalText, measure } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import type { Measure } from '#shared/kernel/units'

import { differenceIn } from './history.ts'
import { indicatorId } from './indicator.ts'

export const baselineId = idOf<'baseline'>()
export type BaselineId = z.output<typeof baselineId>
export const baseValueId = idOf<'baseline-value'>()
export type BaseValueId = z.output<typeof baseValueId>

/** For what it is held: own performance, compliance (A.6.3), or a claim to others. Several may stand side by side. */
export const purposes = ['performance', 'compliance', 'claim'] as const
export const baselineModes = ['last-year', 'typical-year', 'mean-of-years', 'recent-year'] as const
export type BaselineMode = (typeof baselineModes)[number]
/** Why a baseline was adjusted, 6.3 a, b and c; `first` is none of them. */
export const causes = ['not-representative', 'static-factors', 'preset-rule'] as const
export type Cause = (typeof causes)[number]

const told = z.string().trim().min(1).max(1000)
const baseYears = z.array(z.int().min(1990).max(2100)).min(1).max(10)

/** A mean is of two years or more, everything else of one. */
const fits = ({ mode, years }: { readonly mode: BaselineMode; readonly years: readonly number[] }) =>
  mode === 'mean-of-years' ? new Set(years).size === years.length && years.length > 1 : years.length === 1
/** @throws Refusal `performance.base-years` for years that are not of this kind of baseline. */
export function refuseOtherYears(mode: BaselineMode, years: readonly number[]): void {
  if (!fits({ mode, years })) throw new Refusal('performance.base-years', { years: years.join(', ') })
}
/** A difference beyond this, in percent, asks for an adjustment. */
const threshold = decimalText.refine((text) => !text.startsWith('-'))

export const newBaseline = z
  .object({
    indicator: indicatorId,
    purpose: z.enum(purposes),
    mode: z.enum(baselineModes),
    years: baseYears,
    threshold,
    reason: told,
  })
  .refine(fits, { path: ['years'] })
export type NewBaseline = Readonly<z.output<typeof newBaseline>>

/** One value of a baseline: the first, or an adjusted one. None is ever changed. */
export const baseValue = z.object({
  id: baseValueId,
  number: z.int().positive(),
  years: baseYears,
  version: z.int(),
  value: decimalText,
  unit: measure,
  cause: z.enum(['first', ...causes]),
  reason: z.string(),
  state: z.enum(['draft', 'approved']),
  /** Where its figure is found. */
  path: z.string(),
  /** The boundary by which it was computed; null where there was none. */
  boundary: z.string().nullable(),
  madeBy: z.string(),
  madeAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
})
export type BaseValue = Readonly<z.output<typeof baseValue>>

export const baseline = z.object({
  id: baselineId,
  indicator: indicatorId,
  purpose: z.enum(purposes),
  mode: z.enum(baselineModes),
  threshold,
  /** The first stands first. */
  values: z.array(baseValue),
})
export type Baseline = Readonly<z.output<typeof baseline>>

export const shownBaseline = baseline.extend({
  /** What the same years come to today; null where something is missing. */
  now: z.object({ value: decimalText.nullable(), path: z.string(), difference: decimalText.nullable() }),
  findings: z.array(finding),
  /** For what it is to be looked at again, as codes; null where nothing is, or somebody concluded on just that. */
  about: z.string().nullable(),
})
export type ShownBaseline = Readonly<z.output<typeof shownBaseline>>

/** The value that is in force: the last that was approved. */
export function inForce({ values }: Pick<Baseline, 'values'>): BaseValue | null {
  return values.findLast(({ state }) => state === 'approved') ?? null
}
export function draftOf({ values }: Pick<Baseline, 'values'>): BaseValue | null {
  return values.find(({ state }) => state === 'draft') ?? null
}

/** The mean of the years' values, or the one year's own. */
export function baseFigure(unit: Measure, years: readonly Figure[]): Figure {
  const [only, ...others] = years
  if (only && others.length === 0) return only
  const sum = sumOf(unit, years, { code: 'performance.figure.base-sum' })
  const count = constant(String(years.length), 'ratio', { code: 'performance.figure.years' })
  return { ...over(sum, count), code: 'performance.figure.base-mean' }
}

/** What stands around a baseline today. */
export interface Standing {
  /** What its years come to today, in its unit; null where something is missing. */
  readonly value: string | null
  /** The newest version of the indicator that computes its years. */
  readonly version: number
  readonly boundary: string | null
}

/** What speaks for looking at a baseline again (6.3 a to c), and what it still lacks. */
export function baselineFindings(of: Baseline, name: string, now: Standing): Finding[] {
  const last = of.values.at(-1)
  if (!last) return []
  const at = (severity: Finding['severity'], code: string, facts: Finding['facts'] = {}): Finding => ({
    severity,
    code,
    where: of.id,
    facts: { name, ...facts },
  })
  const difference = now.value === null ? null : differenceIn(now.value, last.value)
  return [
    ...(inForce(of) ? [] : [at('explain', 'performance.baseline-unapproved')]),
    ...(now.value === null
      ? [at('explain', 'performance.baseline-incomplete', { years: last.years.join(' ') })]
      : []),
    ...(difference !== null && isBeyond(difference, of.threshold)
      ? [
          at('explain', 'performance.baseline-drift', {
            percent: twoDecimals(difference),
            threshold: of.threshold,
          }),
        ]
      : []),
    ...(now.boundary !== last.boundary ? [at('explain', 'performance.baseline-boundary')] : []),
    ...(now.version === last.version
      ? []
      : [at('explain', 'performance.baseline-method', { before: last.version, version: now.version })]),
  ]
}

/**
 * An adjustment for a changed boundary or by a rule set in advance needs a difference beyond the threshold; that an
 * indicator no longer tells the performance is for people to judge (6.3 a).
 *
 * @throws Refusal `performance.below-threshold`, `performance.same-base`.
 */
export function refuseNeedless(
  last: Pick<BaseValue, 'value' | 'years'>,
  next: {
    readonly value: string
    readonly years: readonly number[]
    readonly cause: Cause
    readonly threshold: string
  },
): void {
  const difference = differenceIn(next.value, last.value)
  const isSame = new Decimal(next.value).equals(last.value) && last.years.join() === next.years.join()
  if (isSame) throw new Refusal('performance.same-base', { value: next.value })
  if (next.cause === 'not-representative' || difference === null || isBeyond(difference, next.threshold))
    return
  throw new Refusal('performance.below-threshold', {
    percent: twoDecimals(difference),
    threshold: next.threshold,
  })
}
function isBeyond(difference: string, limit: string): boolean {
  return new Decimal(difference).abs().greaterThan(limit)
}
/** A percent as a sentence says it. */
function twoDecimals(percent: string): string {
  return new Decimal(percent).toDecimalPlaces(2).toFixed()
}
