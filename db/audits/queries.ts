import { and, asc, desc, eq, inArray } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { Audit, AuditId, Member, Session } from '#shared/audits/audit'
import type { Answer, AuditProgress, Correction, Item, ItemId, Quote } from '#shared/audits/checklist'
import { drawSample, type Sample } from '#shared/audits/sample'
import type { RecordRef } from '#shared/kernel/record'

import {
  answers,
  audits,
  corrections,
  findings,
  items,
  justifications,
  members,
  quotes,
  receipts,
  samples,
  sessions,
} from './tables.ts'

/** Every audit, the newest first. */
export function allAudits(db: ReadDb): Audit[] {
  return db.select().from(audits).orderBy(desc(audits.number)).all().map(toAudit)
}
export function auditById(db: ReadDb, id: AuditId): Audit | undefined {
  return db.select().from(audits).where(eq(audits.id, id)).all().map(toAudit)[0]
}
function toAudit({ signature: _signature, ...row }: typeof audits.$inferSelect): Audit {
  return row
}

/** The team without the leader, in the order in which it was put together. */
export function membersOf(db: ReadDb, audit: AuditId): Member[] {
  return db
    .select()
    .from(members)
    .where(eq(members.audit, audit))
    .orderBy(asc(members.id))
    .all()
    .map(({ audit: _audit, changedBy: _by, changedAt: _at, ...row }) => row)
}

/** The timetable by day and time. */
export function sessionsOf(db: ReadDb, audit: AuditId): Session[] {
  return db
    .select()
    .from(sessions)
    .where(eq(sessions.audit, audit))
    .orderBy(asc(sessions.day), asc(sessions.from), asc(sessions.id))
    .all()
    .map(({ audit: _audit, changedBy: _by, changedAt: _at, ...row }) => row)
}
export function auditOfSession(db: ReadDb, id: Session['id']): AuditId | undefined {
  return db.select({ audit: sessions.audit }).from(sessions).where(eq(sessions.id, id)).all()[0]?.audit
}
export function auditOfMember(db: ReadDb, id: Member['id']): AuditId | undefined {
  return db.select({ audit: members.audit }).from(members).where(eq(members.id, id)).all()[0]?.audit
}

export function justificationsOf(db: ReadDb, audit: AuditId) {
  return db
    .select()
    .from(justifications)
    .where(eq(justifications.audit, audit))
    .orderBy(asc(justifications.id))
    .all()
}

/** The questions of an audit in their order. */
export function itemsOf(db: ReadDb, audit: AuditId): Item[] {
  return db
    .select()
    .from(items)
    .where(eq(items.audit, audit))
    .orderBy(asc(items.position))
    .all()
    .map(({ audit: _audit, ...row }) => row)
}
/** The questions that something was said to, as others name them. */
export function itemsNamed(db: ReadDb) {
  return db
    .select({
      id: items.id,
      audit: items.audit,
      number: audits.number,
      requirement: items.requirement,
      title: items.title,
      question: items.question,
      note: answers.note,
      state: audits.state,
      reportedAt: audits.reportedAt,
    })
    .from(items)
    .innerJoin(audits, eq(audits.id, items.audit))
    .innerJoin(answers, eq(answers.item, items.id))
    .all()
}
export function itemWithAudit(db: ReadDb, id: ItemId): { item: Item; audit: Audit } | undefined {
  const [row] = db.select().from(items).where(eq(items.id, id)).all()
  const audit = row && auditById(db, row.audit)
  if (!row || !audit) return undefined
  const { audit: _audit, ...item } = row
  return { item, audit }
}

const ofAudit = (db: ReadDb, audit: AuditId) =>
  db.select({ id: items.id }).from(items).where(eq(items.audit, audit))

export function answersOf(db: ReadDb, audit: AuditId): ReadonlyMap<ItemId, Answer> {
  const rows = db
    .select()
    .from(answers)
    .where(inArray(answers.item, ofAudit(db, audit)))
    .all()
  return new Map(rows.map(({ item, ...row }) => [item, row]))
}
export function answerOf(db: ReadDb, item: ItemId): Answer | null {
  const [row] = db.select().from(answers).where(eq(answers.item, item)).all()
  if (!row) return null
  const { item: _item, ...answer } = row
  return answer
}
export function samplesOf(db: ReadDb, audit: AuditId): ReadonlyMap<ItemId, Sample> {
  const rows = db
    .select()
    .from(samples)
    .where(inArray(samples.item, ofAudit(db, audit)))
    .all()
  return new Map(
    rows.map(({ item, drawnAt: _at, ...row }) => [item, { ...row, chosen: [...drawSample(row)] }]),
  )
}
export function quotesOf(db: ReadDb, audit: AuditId): Quote[] {
  return db
    .select()
    .from(quotes)
    .where(inArray(quotes.item, ofAudit(db, audit)))
    .orderBy(asc(quotes.id))
    .all()
}
export function quoteById(db: ReadDb, id: Quote['id']): Quote | undefined {
  return db.select().from(quotes).where(eq(quotes.id, id)).all()[0]
}
/** The nonconformities that findings became, by the question. */
export function raisedOf(db: ReadDb, audit: AuditId): ReadonlyMap<ItemId, RecordRef> {
  const rows = db
    .select()
    .from(findings)
    .where(inArray(findings.item, ofAudit(db, audit)))
    .all()
  return new Map(rows.map(({ item, nonconformity }) => [item, nonconformity]))
}
export function correctionsOf(db: ReadDb, audit: AuditId): Correction[] {
  return db
    .select()
    .from(corrections)
    .where(inArray(corrections.item, ofAudit(db, audit)))
    .orderBy(asc(corrections.id))
    .all()
    .map(({ id: _id, ...row }) => row)
}

export function receiptsOf(db: ReadDb, audit: AuditId) {
  return db.select().from(receipts).where(eq(receipts.audit, audit)).orderBy(asc(receipts.id)).all()
}
export type ReceiptRow = ReturnType<typeof receiptsOf>[number]
export function receiptById(db: ReadDb, id: ReceiptRow['id']): ReceiptRow | undefined {
  return db.select().from(receipts).where(eq(receipts.id, id)).all()[0]
}
export function receiptFor(
  db: ReadDb,
  { audit, what, person }: Pick<ReceiptRow, 'audit' | 'what' | 'person'>,
): ReceiptRow | undefined {
  const same = and(eq(receipts.audit, audit), eq(receipts.what, what), eq(receipts.person, person))
  return db.select().from(receipts).where(same).all()[0]
}

/** How many findings of each verdict the signed audits made: by department, by clause and by the year they ended in. */
export interface CountedFindings {
  readonly audit: AuditId
  readonly department: string
  readonly clause: string
  readonly subsystem: string
  readonly verdict: string
  readonly count: number
}
export function countedFindings(db: ReadDb): CountedFindings[] {
  return db.ask(
    `SELECT item.audit_id AS audit, answer.department, item.clause, item.subsystem, answer.verdict, count(*) AS count
     FROM audits_answers answer
     JOIN audits_items item ON item.id = answer.item_id
     JOIN audits_audits audit ON audit.id = item.audit_id
     WHERE answer.verdict IN ('major', 'minor', 'observation') AND audit.state <> 'cancelled'
     GROUP BY 1, 2, 3, 4, 5`,
  )
}

/** How far each audit is: what was asked, looked at and found, by the audit. */
export function countsOfAudits(db: ReadDb): ReadonlyMap<AuditId, AuditProgress> {
  const rows = db.ask<{
    audit: AuditId
    items: number
    looked: number
    major: number
    minor: number
    observation: number
  }>(
    `SELECT item.audit_id AS audit, count(*) AS items,
       coalesce(sum(answer.verdict <> 'not-looked-at'), 0) AS looked,
       coalesce(sum(answer.verdict = 'major'), 0) AS major,
       coalesce(sum(answer.verdict = 'minor'), 0) AS minor,
       coalesce(sum(answer.verdict = 'observation'), 0) AS observation
     FROM audits_items item LEFT JOIN audits_answers answer ON answer.item_id = item.id GROUP BY 1`,
  )
  return new Map(
    rows.map(({ audit, items: asked, looked, ...found }) => [
      audit,
      { items: asked, looked, left: asked - looked, findings: found },
    ]),
  )
}
