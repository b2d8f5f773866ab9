import { z } from 'zod'

import { determinations } from '#shared/kernel/figure'
import { month } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'

/** Where a value comes from and what proves it; all of it goes into the leaf of the figure. */
const proof = {
  /** The unit of this value where it is not the parameter's own. */
  unit: measure.optional(),
  determination: z.enum(determinations).optional(),
  /** The rule by which it was made, where nobody took it because the real value is missing. */
  substituted: z.string().optional(),
  /** How many readings stand behind the value; 1 if not given. */
  count: z.int().positive().optional(),
  /** SHA-256 over those readings. */
  digest: z.string().optional(),
  /** SHA-256 of the evidence files, or the numbers of the papers. */
  evidence: z.array(z.string()).optional(),
}

/**
 * What is known of a parameter in one month. A month that is not listed is missing, which is not zero; a true zero is
 * given as `"0"`.
 */
export const monthValue = z.union([
  z.strictObject({ value: decimalText, ...proof }),
  /** The month uses this factor instead of a value of the plant's own. */
  z.strictObject({ factor: z.string() }),
  /** Deliveries, invoices, days: the month is their sum. */
  z.strictObject({
    sum: z.array(z.strictObject({ label: z.string().optional(), value: decimalText })).min(1),
    ...proof,
  }),
  /** Days or batches: the month is the mean weighted with the consumption of each. */
  z.strictObject({
    weighted: z
      .array(z.strictObject({ label: z.string().optional(), value: decimalText, weight: decimalText }))
      .min(1),
    weightUnit: measure,
    ...proof,
  }),
  /** One value for each hour of the month in order; `null` is an hour without a valid measurement. */
  z.strictObject({ hourly: z.array(decimalText.nullable()).min(1), ...proof }),
])
export type MonthValue = Readonly<z.output<typeof monthValue>>

/** One input of a calculation: own values by month, a factor for the months without one, or both. */
export const parameter = z
  .strictObject({
    /** The parameter's id in the register of the plant. */
    id: z.string().optional(),
    /** What the plant calls it, `1# belt scale`. */
    name: z.string().optional(),
    /** Needed as soon as a month has a value of its own. */
    unit: measure.optional(),
    determination: z.enum(determinations).optional(),
    /** The id of a factor of this document, used in every month that has no value of its own. */
    factor: z.string().optional(),
    /** Factors that take its place from a month on, the earliest first: a default changes with its guideline. */
    laterFactors: z.array(z.strictObject({ from: month, factor: z.string() })).optional(),
    months: z.record(z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/), monthValue).optional(),
  })
  .superRefine(({ unit, months = {} }, context) => {
    for (const [step, given] of Object.entries(months))
      if (!('factor' in given) && !unit && !given.unit)
        context.addIssue({ code: 'custom', message: 'A value needs a unit', path: ['months', step] })
  })
export type Parameter = Readonly<z.output<typeof parameter>>

/** The factor that stands for the parameter in a month without a value of its own; undefined where there is none. */
export function factorIn({ factor, laterFactors = [] }: Parameter, step: string): string | undefined {
  return laterFactors.findLast(({ from }) => from <= step)?.factor ?? factor
}
