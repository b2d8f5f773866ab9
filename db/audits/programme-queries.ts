import { asc, desc, eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { PlannedId, ProgrammeId } from '#shared/audits/programme'

import { audits, planned, programmes, programmeVersions } from './tables.ts'

/** Every programme as it is written, the latest year first. */
export function programmeRows(db: ReadDb) {
  return db.select().from(programmes).orderBy(desc(programmes.year)).all()
}
export function programmeRow(db: ReadDb, id: ProgrammeId) {
  return db.select().from(programmes).where(eq(programmes.id, id)).all()[0]
}
export type ProgrammeRow = ReturnType<typeof programmeRows>[number]

/** What programmes set down, by month, each with the audit that was begun for it. */
export function plannedRows(db: ReadDb) {
  return db
    .select({ planned, audit: audits.id, number: audits.number, state: audits.state })
    .from(planned)
    .leftJoin(audits, eq(audits.planned, planned.id))
    .orderBy(asc(planned.month), asc(planned.id))
    .all()
    .filter(({ state }) => state !== 'cancelled')
}
export function plannedRow(db: ReadDb, id: PlannedId) {
  return db.select().from(planned).where(eq(planned.id, id)).all()[0]
}

/** What was approved of a programme, the oldest first. */
export function versionsOf(db: ReadDb, id: ProgrammeId) {
  return db
    .select()
    .from(programmeVersions)
    .where(eq(programmeVersions.programme, id))
    .orderBy(asc(programmeVersions.number))
    .all()
}
