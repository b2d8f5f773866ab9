import { z } from 'zod'

import { textOf } from '#shared/kernel/figure'
import { idOf } from '#shared/kernel/id'
import { Decimal, decimalText } from '#shared/kernel/quantity'
import { recordRef } from '#shared/kernel/record'

export const resourceId = idOf<'resource'>()
export type ResourceId = z.output<typeof resourceId>
export const resourceKinds = ['people', 'equipment', 'money', 'technology'] as const
export type ResourceKind = (typeof resourceKinds)[number]

const amount = decimalText.refine((text) => !text.startsWith('-'))
export const newResource = z.object({
  year: z.int().min(1990).max(2100),
  kind: z.enum(resourceKinds),
  name: z.string().trim().min(1).max(300),
  /** In the plant's own words: 人, 台, 万元. */
  unit: z.string().trim().min(1).max(30),
  needed: amount,
  requested: amount.nullable(),
  granted: amount.nullable(),
  used: amount.nullable(),
  /** What a gap would endanger: an objective or a plan. */
  endangers: recordRef.nullable(),
  note: z.string().trim().max(2000),
})
export type NewResource = Readonly<z.output<typeof newResource>>
export const resource = newResource.extend({
  id: resourceId,
  /** What is needed less what was granted, in the resource's unit; null while nothing was decided. */
  gap: decimalText.nullable(),
})
export type Resource = Readonly<z.output<typeof resource>>

/** Needed less granted, never below zero; null while nobody decided. */
export function gapOf({ needed, granted }: Pick<NewResource, 'needed' | 'granted'>): string | null {
  if (granted === null) return null
  const gap = new Decimal(needed).minus(granted)
  return textOf(gap.isNegative() ? new Decimal(0) : gap)
}
