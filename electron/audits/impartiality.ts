import { rowsMadeBy } from '#db/access/made-queries'
import { peopleById } from '#db/access/queries'
import { justificationsOf, membersOf, sessionsOf } from '#db/audits/queries'
import type { ReadDb } from '#db/kernel/access'
import { descendantsOf } from '#db/organization/queries'
import type { PersonId, Staff } from '#shared/access/model'
import type { Audit } from '#shared/audits/audit'
import { type Conflict, lookBackMonths } from '#shared/audits/impartiality'
import { looksAtArea } from '#shared/audits/scope'
import { type Area, areas } from '#shared/kernel/areas'
import { type Day, monthsLater, dayAt } from '#shared/kernel/period'

/**
 * Everybody of the team who belongs to a department that is audited, or who by the trail made or changed what is
 * looked at (R-SD-1, 9.2.2 c), each with why he audits nevertheless.
 */
export function conflictsOf(db: ReadDb, audit: Audit, today: Day): Conflict[] {
  const known = peopleById(db)
  const given = justificationsOf(db, audit.id)
  const departments = new Set([
    ...audit.departments,
    ...sessionsOf(db, audit.id).map(({ department }) => department),
  ])
  const places = new Set<string>(
    audit.nodes.flatMap((node) => [node, ...descendantsOf(db, node).map(({ id }) => id)]),
  )
  return teamOf(db, audit).flatMap((person) => {
    const staff = known.get(person)
    if (!staff) return []
    return causesOf(db, { audit, staff, departments, places, today }).map(({ key, cause }) => {
      const said = given.findLast((each) => each.person === person && each.key === key)
      return {
        person,
        name: staff.name ?? '—',
        key,
        cause,
        justification: said ? { reason: said.reason, madeBy: said.madeBy, madeAt: said.madeAt } : null,
      }
    })
  })
}

/** Leader and auditors, once each; who only watches judges nothing. */
export function teamOf(db: ReadDb, { id, leader }: Audit): PersonId[] {
  const auditing = membersOf(db, id).filter(({ role }) => role === 'auditor' || role === 'expert')
  return [...new Set([...(leader === null ? [] : [leader]), ...auditing.map(({ person }) => person)])]
}

interface Looked {
  readonly audit: Audit
  readonly staff: Staff
  readonly departments: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  readonly today: Day
}
function causesOf(
  db: ReadDb,
  { audit, staff, departments, places, today }: Looked,
): Pick<Conflict, 'key' | 'cause'>[] {
  const own = staff.department
  const belongs =
    own !== null && departments.has(own)
      ? [{ key: `department/${own}`, cause: { kind: 'department' as const, department: own } }]
      : []
  const since = `${monthsLater(today, -lookBackMonths)}T00:00:00.000Z`
  const made = (staff.userId === null ? [] : rowsMadeBy(db, staff.userId, since)).filter(
    ({ node }) => node === null || places.size === 0 || places.has(node),
  )
  const byArea = Map.groupBy(made, ({ table }) => areaOf(table))
  const worked = [...byArea].flatMap(([area, rows]) => {
    if (area === null || !looksAtArea(area, audit.clauses)) return []
    const tables = [...Map.groupBy(rows, ({ table }) => table)].map(([table, same]) => ({
      table,
      rows: same.reduce((sum, each) => sum + each.rows, 0),
      last: lastDay(same.map(({ last }) => last)),
    }))
    return [{ key: `made/${area}`, cause: { kind: 'made' as const, area, tables } }]
  })
  return [...belongs, ...worked]
}
/** The first word of a table's name, or of the procedure that worked in bulk. */
function areaOf(table: string): Area | null {
  const word = /^[a-z]+/.exec(table)?.[0]
  return areas.find((area) => area === word) ?? null
}

/** The day of the latest of some instants; empty where there is none. */
function lastDay(instants: readonly string[]): string {
  const last = instants.toSorted().at(-1)
  return last === undefined || last === '' ? '' : dayAt(last)
}
