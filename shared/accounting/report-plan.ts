import type { Day } from '#shared/kernel/period'

import type { ReportPlan } from './inventory.ts'

/** The parts a to h of A.6.5.2.3, with the fields that hold each. */
const parts = {
  a: ['purpose'],
  b: ['users'],
  c: ['preparedBy', 'checkedBy', 'approvedBy'],
  d: ['frequency'],
  e: ['validUntil'],
  f: ['format'],
  g: ['contents'],
  h: ['delivery'],
} as const satisfies Record<string, readonly (keyof ReportPlan)[]>

/** The parts of the plan in which something is not written yet. */
export function lackingParts(plan: ReportPlan): string[] {
  return Object.entries(parts)
    .filter(([, fields]) => fields.some((field) => (plan[field] ?? '').trim() === ''))
    .map(([part]) => part)
}

/** Whether the report may no longer be quoted; on its last day it still may. */
export function isExpired({ validUntil }: Pick<ReportPlan, 'validUntil'>, today: Day): boolean {
  return validUntil !== null && validUntil < today
}
