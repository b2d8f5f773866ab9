import { z } from 'zod'

import { type Day, day, daysIn, endOf, month, type Month } from '#shared/kernel/period'
import { measure } from '#shared/kernel/quantity'
import { Refusal } from '#shared/kernel/refusal'
import { addDays, addWorkingDays, type WorkCalendar } from '#shared/kernel/working-days'
import { frequencies, type Parameter, parameterId } from '#shared/monitoring/model'
import { nodeId } from '#shared/organization/model'

import { periodOfKey } from './model.ts'

/** By when the data of a month is due: so many days after its last day. */
export const collectionRule = z.object({
  days: z.int().min(1).max(120),
  counting: z.enum(['calendar', 'working']),
})
export type CollectionRule = Readonly<z.output<typeof collectionRule>>

/** The ministry's guideline for power plants has test reports and records in place 40 days after the month. */
export const powerRule = { days: 40, counting: 'calendar' } as const satisfies CollectionRule
/** Where neither the guideline nor the plant says anything. */
export const usualRule = { days: 15, counting: 'calendar' } as const satisfies CollectionRule

/** The day on which the data of a month is due. `isProvisional`: the holidays are not known, calendar days stand in. */
export function dueOf(
  of: Month,
  { days, counting }: CollectionRule,
  calendar: WorkCalendar,
): { readonly due: Day; readonly isProvisional: boolean } {
  const last = addDays(endOf(of), -1)
  if (counting === 'calendar') return { due: addDays(last, days), isProvisional: false }
  try {
    return { due: addWorkingDays(calendar, last, days), isProvisional: false }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { due: addDays(last, days), isProvisional: true }
  }
}

/** Whether somebody has to bring a value: not where a value of the library is all that is wanted. */
export function isCollected({ factor, determination }: Pick<Parameter, 'factor' | 'determination'>): boolean {
  return factor === null || determination !== 'default'
}

/** How many readings make a month or year key whole; one will do where deliveries or whole months are recorded. */
export function readingsWanted({ frequency }: Pick<Parameter, 'frequency'>, key: string): number {
  if (key.length === 4 || (frequency !== 'day' && frequency !== 'hour')) return 1
  return daysIn(key) * (frequency === 'hour' ? 24 : 1)
}

/** Whether the days that readings cover are all the days of a key. */
export function coversAll(key: string, days: number): boolean {
  const { from, to } = periodOfKey(key)
  return days >= (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** What one department has to bring for one month of one facility, and how much of it is there. */
export const collection = z.object({
  facility: nodeId,
  place: z.string(),
  department: z.string().nullable(),
  month,
  due: day,
  isProvisional: z.boolean(),
  isSealed: z.boolean(),
  responsible: z.array(z.string()),
  asked: z.int(),
  present: z.int(),
  parameters: z.array(
    z.object({
      id: parameterId,
      /** `2026-12`, or `2026` for a value of the whole year. */
      key: z.string(),
      name: z.string(),
      source: z.string().nullable(),
      unit: measure,
      frequency: z.enum(frequencies),
      isPresent: z.boolean(),
    }),
  ),
})
export type Collection = Readonly<z.output<typeof collection>>

/** How a department without a name stands in an address. */
export const noDepartment = '-'

/** The grid with just what a department has to bring for a month. */
export function pathOfCollection({
  facility,
  department,
  month: of,
}: Pick<Collection, 'facility' | 'department' | 'month'>): string {
  const who = encodeURIComponent(department ?? noDepartment)
  return `/activity?facility=${facility}&year=${of.slice(0, 4)}&month=${of}&department=${who}`
}
