import { z } from 'zod'

import { gwpSetNames } from '#shared/factors/gwp'
import { bilingual, factorPointer } from '#shared/factors/model'
import { verifications } from '#shared/kernel/figure'
import { day } from '#shared/kernel/period'
import { instrumentKinds } from '#shared/monitoring/methods'
import { categories } from '#shared/monitoring/model'

import { methods } from './source.ts'

/** A factor that the guideline gives for an input that is not measured. */
const guidelineDefault = z.strictObject({
  /** The parameter of a source that it stands for, `carbonContent`. */
  parameter: z.string(),
  /** The fuel or material, as factors name their subject. */
  subject: z.string(),
  factor: factorPointer,
})

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
  methods: z.array(z.enum(methods)),
  /** The categories inside the guideline's boundary: desulfurization is in some and out of others. */
  categories: z.array(z.enum(categories)),
  /** Whether more energy may be sold than bought; otherwise a negative net amount is refused. */
  negativeNetAllowed: z.boolean(),
  /** Green power that the guideline takes off the purchase; left out: none. */
  greenPower: z.array(z.enum(instrumentKinds)).optional(),
  rounding: z.string(),
  gwpSet: z.enum(gwpSetNames),
  /** Clause numbers by method, as printed. */
  clauses: z.partialRecord(z.enum(methods), z.string()),
  defaults: z.array(guidelineDefault),
  /** What a user must know about this edition, for example a change that is known by name only. */
  notes: z.array(bilingual),
})
export type Guideline = Readonly<z.output<typeof guideline>>
