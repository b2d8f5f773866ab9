import { z } from 'zod'

import { verifications } from '#shared/kernel/figure'
import { day } from '#shared/kernel/period'
import { decimalText, measure } from '#shared/kernel/quantity'

import { categories } from './source.ts'

const bilingual = z.strictObject({ zh: z.string(), en: z.string() })

/** A value that the guideline gives for an input that is not measured. */
const guidelineDefault = z.strictObject({
  ref: z.string(),
  name: bilingual,
  method: z.string(),
  parameter: z.string(),
  /** What it holds for, `coal`, `coal-unconventional`; null: for all. */
  subject: z.string().nullable(),
  value: decimalText,
  unit: measure,
  /** The data it may be used for, half-open. */
  validFrom: day.nullable(),
  validTo: day.nullable(),
  source: z.string(),
  verification: z.enum(verifications),
})
export type GuidelineDefault = Readonly<z.output<typeof guidelineDefault>>

/** One edition of an accounting guideline, as data: what it covers, by which methods and with which defaults. */
export const guideline = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/),
  urn: z.string(),
  title: bilingual,
  document: z.string(),
  /** The data it may be used for, half-open. */
  validFrom: day.nullable(),
  validTo: day.nullable(),
  verification: z.enum(verifications),
  methods: z.array(z.string()),
  /** The categories inside the guideline's boundary: desulfurization is in some and out of others. */
  categories: z.array(z.enum(categories)),
  /** Whether more energy may be sold than bought; otherwise a negative net amount is refused. */
  negativeNetAllowed: z.boolean(),
  rounding: z.string(),
  gwpSet: z.string(),
  /** Clause numbers by method, as printed. */
  clauses: z.record(z.string(), z.string()),
  defaults: z.array(guidelineDefault),
  /** What a user must know about this edition, for example a change that is known by name only. */
  notes: z.array(bilingual),
})
export type Guideline = Readonly<z.output<typeof guideline>>
