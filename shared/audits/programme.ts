import { z } from 'zod'

import { personId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day, instant, month } from '#shared/kernel/period'
import { subsystem } from '#shared/kernel/subsystem'

export const programmeId = idOf<'audit-programme'>()
export type ProgrammeId = z.output<typeof programmeId>
export const plannedId = idOf<'planned-audit'>()
export type PlannedId = z.output<typeof plannedId>

const account = z.string().trim().max(4000)
const words = z.string().trim().min(1).max(300)

/** What a programme says in any case: how often, how, by whom, how it is prepared and reported (9.2.2 a). */
export const programmeParts = ['frequency', 'methods', 'duty', 'planning', 'reporting'] as const
export type ProgrammePart = (typeof programmeParts)[number]

export const importances = ['high', 'medium', 'low'] as const
/** How important a process is to the system, by whoever writes the programme (9.2.2 a). */
export const weight = z.object({
  department: z.string().trim().min(1).max(100),
  importance: z.enum(importances),
  reason: z.string().trim().max(300),
})
export type Weight = Readonly<z.output<typeof weight>>

export const programmeInput = z.object({
  /** Within how many months one audit follows the other. */
  intervalMonths: z.int().min(1).max(36),
  frequency: account,
  methods: account,
  duty: account,
  planning: account,
  reporting: account,
  criteria: account,
  weights: z.array(weight).max(60),
})
export type ProgrammeInput = Readonly<z.output<typeof programmeInput>>

/** An audit that the programme sets down for a month. */
export const plannedInput = z.object({
  month,
  title: words,
  subsystems: z.array(subsystem).max(5),
  departments: z.array(z.string().trim().min(1).max(100)).max(60),
  leader: personId.nullable(),
  note: z.string().trim().max(1000),
})
export type PlannedInput = Readonly<z.output<typeof plannedInput>>

/** `overdue`: its month is over and it was not carried out. */
export const plannedStandings = ['planned', 'overdue', 'begun', 'done'] as const
export const planned = plannedInput.extend({
  id: plannedId,
  programme: programmeId,
  /** The audit that was begun for it, and its number. */
  audit: z.string().nullable(),
  number: z.string().nullable(),
  standing: z.enum(plannedStandings),
})
export type Planned = Readonly<z.output<typeof planned>>

/** What earlier audits found at a department, and how often it should be audited in a year therefore. */
export const suggestion = z.object({
  department: z.string(),
  importance: z.enum(importances).nullable(),
  major: z.int(),
  minor: z.int(),
  times: z.int(),
})
export type Suggestion = Readonly<z.output<typeof suggestion>>

export const programme = z.object({
  id: programmeId,
  year: z.int().min(1990).max(2100),
  ...programmeInput.shape,
  /** `draft` again as soon as something of an approved one is changed. */
  state: z.enum(['draft', 'approved']),
  planned: z.array(planned),
  /** Every version that was approved, the oldest first. */
  versions: z.array(
    z.object({ number: z.int(), sha256: z.string(), approvedBy: z.string(), approvedAt: instant }),
  ),
  /** The required parts that say nothing yet. */
  missing: z.array(z.enum(programmeParts)),
  suggestions: z.array(suggestion),
  /** The day by which the next audit is to be carried out; null while none ever was. */
  nextDue: day.nullable(),
})
export type Programme = Readonly<z.output<typeof programme>>

export function missingParts(of: ProgrammeInput): ProgrammePart[] {
  return programmeParts.filter((part) => of[part] === '')
}

/**
 * How often a department is audited in a year: twice where its process is of high importance, else once; once more
 * after a major nonconformity or three minor ones in the audits before (9.2.2 a).
 */
export function suggestedTimes({
  importance,
  major,
  minor,
}: Pick<Suggestion, 'importance' | 'major' | 'minor'>): number {
  return (importance === 'high' ? 2 : 1) + (major > 0 || minor >= 3 ? 1 : 0)
}
