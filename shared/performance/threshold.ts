import { z } from 'zod'

import { decimalText } from '#shared/kernel/quantity'
import type { Measure } from '#shared/kernel/units'

/** Limits beyond which something has to be looked at, with the value that holds until the plant sets its own. */
export const thresholds = {
  /** Change of a product's yearly output that counts as major (6.1.1). */
  'output-change': { unit: '%', value: '20' },
  /** Change of output or of the traded volume that asks for a trading review (B.6.3). */
  'trading-change': { unit: '%', value: '20' },
  /** How far beyond its limit a reading is a major deviation (9.1.1, A.9.1 b). */
  'deviation-major': { unit: '%', value: '10' },
  /** Below this share of explained variance an indicator no longer tells the performance (6.3 a). */
  'indicator-fit': { unit: '%', value: '50' },
  /** Yearly purchases from which on a supplier is evaluated (A.8.2.3). */
  'supplier-spend': { unit: 'CNY', value: '1000000' },
  /** Months from one system review to the next (6.1.1). */
  'review-months': { unit: null, value: '12' },
  /** Working days from a major change to the review that it asks for. */
  'review-days': { unit: null, value: '20' },
} as const satisfies Record<string, { readonly unit: Measure | null; readonly value: string }>
export type ThresholdKey = keyof typeof thresholds
export const thresholdKeys = Object.keys(thresholds) as [ThresholdKey, ...ThresholdKey[]]

/** What holds: of every key its own value, or the one above. */
export type Thresholds = Readonly<Record<ThresholdKey, string>>

export const shownThreshold = z.object({
  key: z.enum(thresholdKeys),
  value: decimalText,
  unit: z.string().nullable(),
  /** True where the plant set it. */
  isOwn: z.boolean(),
})
export type ShownThreshold = Readonly<z.output<typeof shownThreshold>>

/** Counts are whole; nothing is below zero. */
export const thresholdInput = z
  .object({ key: z.enum(thresholdKeys), value: decimalText })
  .refine(({ value }) => !value.startsWith('-'), { path: ['value'] })
  .refine(({ key, value }) => thresholds[key].unit !== null || /^[1-9]\d{0,2}$/.test(value), {
    path: ['value'],
  })
