import { z } from 'zod'

import { facts } from '#shared/kernel/finding'
import { instant } from '#shared/kernel/period'
import { recordRef } from '#shared/kernel/record'
import { subsystem } from '#shared/kernel/subsystem'

/** What a management review takes into account: 9.3.2 a to g with its trends, 9.3.3, and the inputs of A/B/C/D.9. */
export const reviewTopics = [
  'earlier-reviews',
  'context-and-risks',
  'nonconformities',
  'monitoring',
  'audits',
  'compliance',
  'resources',
  'communication',
  'improvement',
  'policy',
  'objectives',
  'performance',
  'plans',
] as const
export const reviewTopic = z.enum(reviewTopics)
export type ReviewTopic = (typeof reviewTopics)[number]

const line = z.object({
  /** Worded from code and facts; amounts are texts with their unit beside them. */
  code: z.string(),
  facts,
  record: recordRef.nullable(),
  path: z.string(),
})
/** Numbers over time for a chart with its table, as decimal texts; null where there is none, which is not zero. */
const series = z.object({
  code: z.string(),
  facts,
  unit: z.string(),
  /** `2026`, `2026-11`. */
  periods: z.array(z.string()),
  values: z.array(z.string().nullable()),
})

/** One area's word on one topic, as of a day. */
export const reviewInput = z.object({
  topic: reviewTopic,
  subsystem,
  area: z.string(),
  lines: z.array(line),
  series: z.array(series),
  /** When what it rests on changed last; null while there is nothing. */
  changedAt: instant.nullable(),
  /** True where a figure rests on months that are not sealed. */
  isProvisional: z.boolean(),
})
export type ReviewInput = Readonly<z.output<typeof reviewInput>>
