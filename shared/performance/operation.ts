import { z } from 'zod'

import { type Finding, finding } from '#shared/kernel/finding'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'
import { conversion, Decimal, decimalText, measure } from '#shared/kernel/quantity'
import type { Measure } from '#shared/kernel/units'
import { deviationId, deviationStates } from '#shared/monitoring/deviation'
import { parameterId } from '#shared/monitoring/model'
import { subsystems } from '#shared/organization/boundary'
import { nodeId } from '#shared/organization/model'

import { differenceIn } from './history.ts'

export const criterionId = idOf<'criterion'>()
export type CriterionId = z.output<typeof criterionId>

const words = z.string().trim().min(1).max(300)
const line = z.string().trim().max(2000)

const facts = {
  /** The process that is controlled. */
  process: words,
  subsystem: z.enum(['core', ...subsystems]),
  node: nodeId.nullable(),
  /** What is required of it. */
  requirement: line,
  /** What is watched; null while nothing is. */
  parameter: parameterId.nullable(),
  /** Each single reading, or what a month comes to. */
  per: z.enum(['reading', 'month']),
  low: decimalText.nullable(),
  high: decimalText.nullable(),
  unit: measure.nullable(),
  /** Where the requirement and its limit come from. */
  source: line,
  resource: line,
  /** The records that are kept of it. */
  records: line,
  person: z.string().nullable(),
  reviewOn: day.nullable(),
}
export const criterionFacts = z.object(facts)
export type CriterionFacts = Readonly<z.output<typeof criterionFacts>>
export const criterion = criterionFacts.extend({
  id: criterionId,
  retiredOn: day.nullable(),
  /** How it stood before each change, and why it was changed. */
  former: z.array(
    z.object({ before: criterionFacts, reason: z.string(), changedBy: z.string(), changedAt: instant }),
  ),
})
export type Criterion = Readonly<z.output<typeof criterion>>

/** A reading, or a month, beyond the limit of a criterion. */
export const breach = z.object({
  criterion: criterionId,
  parameter: parameterId,
  /** `2026-05`, or the first and last moment of the reading. */
  period: z.string(),
  from: z.string(),
  to: z.string(),
  value: decimalText,
  limit: decimalText,
  unit: measure,
  side: z.enum(['below', 'above']),
  /** By how much, in percent of the limit; null where the limit is nothing. */
  percent: decimalText.nullable(),
  isMajor: z.boolean(),
  /** The finding that a deviation is opened by. */
  finding,
  deviation: z.object({ id: deviationId, code: z.string(), state: z.enum(deviationStates) }).nullable(),
})
export type Breach = Readonly<z.output<typeof breach>>

export const shownCriterion = criterion.extend({
  parameterName: z.string().nullable(),
  /** The facility whose deviations it opens; null where it watches nothing. */
  facility: nodeId.nullable(),
  findings: z.array(finding),
  breaches: z.array(breach),
})
export type ShownCriterion = Readonly<z.output<typeof shownCriterion>>

/** Readings that are looked at reach back so many months. */
export const watchedMonths = 12

/** One value that a criterion is held against. */
export interface Watched {
  readonly period: string
  readonly from: string
  readonly to: string
  readonly value: string
  readonly unit: Measure
}

/** Which of the values are beyond the limits, the newest first; on the limit is within it. */
export function breachesOf(
  { id, process, parameter, low, high, unit }: Criterion,
  values: readonly Watched[],
  majorPercent: string,
): Omit<Breach, 'deviation'>[] {
  if (parameter === null || unit === null) return []
  return values
    .flatMap((each) => {
      const value = conversion(each.unit, unit).times(each.value)
      const side = sideOf(value, low, high)
      if (side === null) return []
      const limit = (side === 'below' ? low : high) ?? '0'
      const difference = differenceIn(value.toFixed(), limit)
      const percent = difference === null ? null : new Decimal(difference).abs().toFixed()
      const told = percent === null ? '' : new Decimal(percent).toDecimalPlaces(1).toFixed()
      const isMajor = percent === null || new Decimal(percent).greaterThanOrEqualTo(majorPercent)
      return [
        {
          criterion: id,
          parameter,
          period: each.period,
          from: each.from,
          to: each.to,
          value: value.toFixed(),
          limit,
          unit,
          side,
          percent,
          isMajor,
          finding: {
            severity: isMajor ? ('explain' as const) : ('note' as const),
            code: side === 'below' ? 'performance.beyond-low' : 'performance.beyond-high',
            where: `criterion/${id}/${each.period}`,
            facts: { process, period: each.period, value: value.toFixed(), limit, unit, percent: told },
          },
        },
      ]
    })
    .toSorted((a, b) => b.from.localeCompare(a.from))
}
function sideOf(value: Decimal, low: string | null, high: string | null): Breach['side'] | null {
  if (low !== null && value.lessThan(low)) return 'below'
  return high !== null && value.greaterThan(high) ? 'above' : null
}

/** What keeps a criterion from controlling anything (8.1 a, b, c, e). */
export function criterionFindings(of: Criterion): Finding[] {
  const at = (code: string): Finding => ({
    severity: 'explain',
    code,
    where: `criterion/${of.id}`,
    facts: { process: of.process },
  })
  const isMeasurable = of.parameter !== null && (of.low !== null || of.high !== null) && of.unit !== null
  return [
    ...(of.requirement === '' ? [at('performance.criterion-no-requirement')] : []),
    ...(isMeasurable ? [] : [at('performance.criterion-vague')]),
    ...(of.resource === '' ? [at('performance.criterion-no-resource')] : []),
    ...(of.records === '' ? [at('performance.criterion-no-records')] : []),
    ...(of.person === null ? [at('performance.criterion-no-person')] : []),
  ]
}
