import { z } from 'zod'

import type { Area } from '#shared/kernel/areas'
import { subsystem, type Subsystem } from '#shared/kernel/subsystem'
import { nodeId } from '#shared/organization/model'

/** A clause of the standard, as far down as it is meant: `9`, `A.6`, `9.2.1`. */
export const clause = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/)

/** What an audit looks at. Nothing named in a list means all of its kind. */
export const scope = z.object({
  subsystems: z.array(subsystem).max(5),
  clauses: z.array(clause).max(200),
  nodes: z.array(nodeId).max(200),
  departments: z.array(z.string().trim().min(1).max(100)).max(100),
})
export type Scope = Readonly<z.output<typeof scope>>

/** Whether a clause is one of those chosen or stands below one of them. */
export function isWithin(of: string, chosen: readonly string[]): boolean {
  return chosen.length === 0 || chosen.some((each) => of === each || of.startsWith(`${each}.`))
}

interface Placed {
  readonly clause: string
  readonly subsystem: Subsystem
}
/** Whether a requirement belongs to what is audited. */
export function isAudited(of: Placed, { subsystems, clauses }: Pick<Scope, 'subsystems' | 'clauses'>) {
  return (subsystems.length === 0 || subsystems.includes(of.subsystem)) && isWithin(of.clause, clauses)
}

/** The chapters of the standard whose records an area keeps: an audit of chapter 7 does not look at readings. */
const chaptersOf: Readonly<Partial<Record<Area, readonly number[]>>> = {
  organization: [4, 5, 6],
  documents: [7],
  competence: [7],
  factors: [6, 8, 9],
  monitoring: [6, 8, 9],
  activity: [6, 8, 9],
  accounting: [6, 8, 9],
  performance: [6, 8, 9],
  risks: [6],
  compliance: [4, 6, 9],
  nonconformity: [10],
  assets: [6, 8, 9],
  trading: [6, 8, 9],
  projects: [6, 8, 9],
  footprint: [6, 8, 9],
  neutrality: [6, 8, 9],
  verification: [6, 8, 9],
  group: [5, 9],
  review: [9],
}
/** Whether records of an area are looked at where these clauses are audited. */
export function looksAtArea(area: Area, clauses: readonly string[]): boolean {
  const own = chaptersOf[area]
  if (!own) return false
  return clauses.length === 0 || clauses.some((each) => own.includes(chapterOf(each)))
}
/** `A.6.5` belongs to chapter 6 of the standard. */
function chapterOf(of: string): number {
  return Number(of.replace(/^[A-Z]\./, '').split('.')[0])
}
