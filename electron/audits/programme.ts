import { and, eq } from 'drizzle-orm'

import {
  plannedRow,
  plannedRows,
  programmeRow,
  type ProgrammeRow,
  programmeRows,
  versionsOf,
} from '#db/audits/programme-queries'
import { allAudits, countedFindings } from '#db/audits/queries'
import { planned, programmes, programmeVersions } from '#db/audits/tables'
import type { ReadDb } from '#db/kernel/access'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { sealOf } from '#electron/kernel/signed-acts'
import {
  missingParts,
  type Planned,
  type PlannedId,
  type PlannedInput,
  type Programme,
  type ProgrammeId,
  type ProgrammeInput,
  suggestedTimes,
  type Suggestion,
} from '#shared/audits/programme'
import { canonical } from '#shared/kernel/canonical'
import { type Day, monthOf, monthsLater } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

import { changed, refuseUnknownPeople } from './known.ts'

export function shownProgrammes({ db, today }: Pick<ReadContext, 'db' | 'today'>): Programme[] {
  const all = allPlanned(db, today)
  return programmeRows(db).map(({ changedBy: _by, changedAt: _at, ...row }) => ({
    ...row,
    planned: all.filter(({ programme }) => programme === row.id),
    versions: versionsOf(db, row.id).map(({ number, sha256: hash, approvedBy, approvedAt }) => ({
      number,
      sha256: hash,
      approvedBy,
      approvedAt,
    })),
    missing: missingParts(row),
    suggestions: suggestionsFor(db, row),
    nextDue: nextDue(db, row.intervalMonths),
  }))
}

/** Everything that programmes set down, and how far each is. */
export function allPlanned(db: ReadDb, today: Day): Planned[] {
  return plannedRows(db).map(
    ({ planned: { changedBy: _by, changedAt: _at, ...row }, audit, number, state }) => ({
      ...row,
      audit,
      number,
      standing:
        state === 'reported' || state === 'closed'
          ? ('done' as const)
          : row.month < monthOf(today)
            ? ('overdue' as const)
            : state === null
              ? ('planned' as const)
              : ('begun' as const),
    }),
  )
}

/** The last day on which an audit that was reported ended, in all or in one subsystem. */
export function lastAudited(db: ReadDb, subsystem: string | null = null): Day | null {
  const ended = allAudits(db)
    .filter(({ state }) => state === 'reported' || state === 'closed')
    .filter(
      ({ subsystems: of }) => subsystem === null || of.length === 0 || of.some((each) => each === subsystem),
    )
    .flatMap(({ ends }) => ends ?? [])
  return ended.toSorted().at(-1) ?? null
}
/** By when the next audit is to be carried out (R-RV-7); null while none ever was. */
export function nextDue(db: ReadDb, intervalMonths: number): Day | null {
  const last = lastAudited(db)
  return last === null ? null : monthsLater(last, intervalMonths)
}

/** What was found at each department, and what follows from it for how often it is audited (9.2.2 a). */
function suggestionsFor(db: ReadDb, { weights }: Pick<ProgrammeRow, 'weights'>): Suggestion[] {
  const found = countedFindings(db).filter(({ department }) => department !== '')
  const names = new Set([
    ...weights.map(({ department }) => department),
    ...found.map(({ department }) => department),
  ])
  return [...names].map((department) => {
    const own = found.filter((each) => each.department === department)
    const count = (of: string) =>
      own.filter(({ verdict }) => verdict === of).reduce((sum, each) => sum + each.count, 0)
    const importance = weights.find((each) => each.department === department)?.importance ?? null
    const earlier = { importance, major: count('major'), minor: count('minor') }
    return { department, ...earlier, times: suggestedTimes(earlier) }
  })
}

/** @throws Refusal `audits.programme-twice`. */
export function beginProgramme(
  context: WriteContext,
  input: ProgrammeInput & { readonly year: number },
): { id: ProgrammeId } {
  const { db, newId } = context
  if (programmeRows(db).some(({ year }) => year === input.year))
    throw new Refusal('audits.programme-twice', { year: input.year })
  const id: ProgrammeId = newId<'audit-programme'>()
  db.insert(programmes)
    .values({ id, ...input, weights: [...input.weights], state: 'draft', ...changed(context) })
    .run()
  return { id }
}

/** What is changed of an approved programme is a draft again until it is approved; the approved one is kept. */
export function editProgramme(
  context: WriteContext,
  { id, ...input }: ProgrammeInput & { readonly id: ProgrammeId },
): void {
  requireProgramme(context.db, id)
  context.db
    .update(programmes)
    .set({ ...input, weights: [...input.weights], state: 'draft', ...changed(context) })
    .where(eq(programmes.id, id))
    .run()
}

export function addPlanned(
  context: WriteContext,
  { programme, ...input }: PlannedInput & { readonly programme: ProgrammeId },
): { id: PlannedId } {
  const { db, newId } = context
  requireMonth(requireProgramme(db, programme), input)
  refuseUnknownPeople(db, [input.leader])
  const id: PlannedId = newId<'planned-audit'>()
  db.insert(planned)
    .values({ id, programme, ...input, ...changed(context) })
    .run()
  reopen(context, programme)
  return { id }
}
export function editPlanned(
  context: WriteContext,
  { id, ...input }: PlannedInput & { readonly id: PlannedId },
): void {
  const { programme } = requirePlanned(context.db, id)
  requireMonth(requireProgramme(context.db, programme), input)
  refuseUnknownPeople(context.db, [input.leader])
  context.db
    .update(planned)
    .set({ ...input, ...changed(context) })
    .where(eq(planned.id, id))
    .run()
  reopen(context, programme)
}
/** @throws Refusal `audits.planned-begun`. */
export function removePlanned(context: WriteContext, id: PlannedId): void {
  const { db } = context
  const { programme, title } = requirePlanned(db, id)
  if (allAudits(db).some((audit) => audit.planned === id))
    throw new Refusal('audits.planned-begun', { title })
  db.delete(planned).where(eq(planned.id, id)).run()
  reopen(context, programme)
}

/** Signs a programme as it stands with its calendar. @throws Refusal of the password, `audits.programme-incomplete`. */
export async function approveProgramme(
  task: TaskContext,
  { id, password }: { readonly id: ProgrammeId; readonly password: string },
): Promise<Record<string, never>> {
  refuseIncomplete(task.db, id)
  await confirmPassword(task, password)
  return task.promote((context) => {
    const { db, user, now, newId, today } = context
    const content = canonical(contentOf(db, refuseIncomplete(db, id), today))
    const signature = sign(context, {
      record: `audits/programme/${id}`,
      meaning: 'audits.programme-signed',
      signedHash: sha256(content),
    })
    db.insert(programmeVersions)
      .values({
        id: newId<'programme-version'>(),
        programme: id,
        number: versionsOf(db, id).length + 1,
        content,
        sha256: sha256(content),
        signature,
        approvedBy: user ?? 'system',
        approvedAt: now,
      })
      .run()
    db.update(programmes)
      .set({ state: 'approved', ...changed(context) })
      .where(eq(programmes.id, id))
      .run()
    return {}
  })
}

/** What the signature covers: the programme with its calendar, and not how far that is. */
function contentOf(
  db: ReadDb,
  { state: _state, changedBy: _by, changedAt: _at, ...row }: ProgrammeRow,
  today: Day,
) {
  const calendar = allPlanned(db, today)
    .filter(({ programme }) => programme === row.id)
    .map(({ audit: _audit, number: _number, standing: _standing, ...each }) => each)
  return { ...row, planned: calendar }
}
/** The hash of a programme as it stands; null where it is gone. */
export function sealOfProgramme(db: ReadDb, id: ProgrammeId, today: Day): string | null {
  const row = programmeRows(db).find((each) => each.id === id)
  return row ? sealOf(contentOf(db, row, today)) : null
}

function refuseIncomplete(db: ReadDb, id: ProgrammeId): ProgrammeRow {
  const row = requireProgramme(db, id)
  if (row.state === 'approved') throw new Refusal('audits.programme-approved', { year: row.year })
  const missing = missingParts(row).length
  if (missing > 0) throw new Refusal('audits.programme-incomplete', { year: row.year, missing })
  if (!plannedRows(db).some(({ planned: each }) => each.programme === id))
    throw new Refusal('audits.programme-empty', { year: row.year })
  return row
}
function requireProgramme(db: ReadDb, id: ProgrammeId): ProgrammeRow {
  const found = programmeRow(db, id)
  if (!found) throw new Refusal('audits.unknown-programme')
  return found
}
function requirePlanned(db: ReadDb, id: PlannedId) {
  const found = plannedRow(db, id)
  if (!found) throw new Refusal('audits.unknown-planned')
  return found
}
function requireMonth({ year }: ProgrammeRow, { month }: PlannedInput): void {
  if (month.slice(0, 4) !== String(year)) throw new Refusal('audits.planned-elsewhere', { month, year })
}
/** A calendar that differs from the one signed is not approved. */
function reopen(context: WriteContext, id: ProgrammeId): void {
  context.db
    .update(programmes)
    .set({ state: 'draft', ...changed(context) })
    .where(and(eq(programmes.id, id), eq(programmes.state, 'approved')))
    .run()
}
