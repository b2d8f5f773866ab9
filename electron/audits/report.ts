import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import {
  answersOf,
  itemsOf,
  membersOf,
  quotesOf,
  receiptById,
  receiptFor,
  receiptsOf,
  sessionsOf,
} from '#db/audits/queries'
import { audits, receipts } from '#db/audits/tables'
import type { ReadDb } from '#db/kernel/access'
import { caseById } from '#db/nonconformity/queries'
import { isSinglePerson } from '#electron/access/alone'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import type { RecordRegister } from '#electron/kernel/record-desk'
import { sealOf } from '#electron/kernel/signed-acts'
import type { PersonId } from '#shared/access/model'
import { type Audit, type AuditId, auditInput, conclusions, type ReportTexts } from '#shared/audits/audit'
import { isFinding, type ListedItem, wasLooked } from '#shared/audits/checklist'
import type { ReceiptId, ReceiptOf } from '#shared/audits/receipt'
import { weightOf } from '#shared/compliance/tree'
import type { Finding } from '#shared/kernel/finding'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'
import { type Case, caseId, isOpen } from '#shared/nonconformity/model'

import { checklistOf } from './checklist.ts'
import { changed, personOf, refuseUnknownPeople, requireAudit, requireNext } from './known.ts'

export function saveReport(
  context: WriteContext,
  { id, report }: { readonly id: AuditId; readonly report: ReportTexts },
): void {
  const audit = requireAudit(context.db, id)
  if (audit.state === 'draft')
    throw new Refusal('audits.cannot', { act: 'report', state: audit.state, number: audit.number })
  if (audit.reportedAt !== null || audit.state === 'cancelled')
    throw new Refusal('audits.report-signed', { number: audit.number })
  context.db
    .update(audits)
    .set({ report, ...changed(context) })
    .where(eq(audits.id, id))
    .run()
}

/** What the report still lacks: its conclusions, and for each finding what was seen, on what it rests, and its case. */
export function reportGaps(audit: Audit, items: readonly ListedItem[]): Finding[] {
  const at = (
    severity: Finding['severity'],
    code: string,
    facts: Finding['facts'] = {},
    where = '',
  ): Finding => ({
    severity,
    code,
    where: where === '' ? `audit/${audit.id}` : where,
    facts,
  })
  const left = items.filter((each) => weightOf(each.level) === 'must' && !wasLooked(each)).length
  const found = items.filter(({ answer }) => answer !== null && isFinding(answer.verdict))
  const seen = items.filter(({ answer }) => answer?.basis.includes('site')).length
  return [
    ...conclusions
      .filter((part) => audit.report[part] === '')
      .map((part) => at('blocks-report', `audits.report-gap.${part}`)),
    ...found.flatMap((each) =>
      findingGaps(each).map((code) => at('blocks-report', code, { clause: each.clause }, `item/${each.id}`)),
    ),
    ...(left > 0 ? [at('explain', 'audits.report-gap.left', { left })] : []),
    ...(seen === 0 ? [at('note', 'audits.report-gap.site')] : []),
  ]
}
function findingGaps({ answer, quotes, photos, raised }: ListedItem): string[] {
  if (!answer) return []
  const rests = quotes > 0 || photos > 0 || answer.basis.length > 0
  return [
    ...(answer.note === '' ? ['audits.report-gap.fact'] : []),
    ...(rests ? [] : ['audits.report-gap.evidence']),
    ...(raised === null && answer.verdict !== 'observation' ? ['audits.report-gap.raised'] : []),
  ]
}

/**
 * Whether the signed-in user may sign the report: the leader; anybody where the leader has no account; and who is
 * alone in the plant. Only the leader needs no reason.
 */
export function signerOf({ db, user }: Pick<ReadContext, 'db' | 'user'>, { leader }: Audit) {
  const isLeader = leader !== null && personOf({ db, user }) === leader
  const account = leader === null ? null : (peopleById(db).get(leader)?.userId ?? null)
  return { isLeader, maySign: isLeader || account === null || isSinglePerson(db) }
}

interface SignedReport {
  readonly id: AuditId
  readonly signedFor: string | null
  readonly password: string
}
/**
 * Signs the report: nothing of it changes any more (R-DC-2).
 *
 * @throws Refusal of the password, `audits.only-leader`, `audits.signed-for-reason`, `audits.report-incomplete` {missing}.
 */
export async function signReport(
  task: TaskContext,
  register: RecordRegister,
  { id, signedFor, password }: SignedReport,
): Promise<Record<string, never>> {
  refuseUnready(task, register, id, signedFor)
  await confirmPassword(task, password)
  return task.promote((context) => {
    const { db, user, now } = context
    const { audit, isLeader } = refuseUnready(context, register, id, signedFor)
    const hash = sealOfReport(db, audit)
    sign(context, { record: `audits/audit/${id}`, meaning: 'audits.report-signed-by', signedHash: hash })
    db.update(audits)
      .set({
        state: requireNext(audit, 'report'),
        reportedBy: user,
        reportedAt: now,
        signedFor: isLeader ? null : signedFor,
        reportHash: hash,
        ...changed(context),
      })
      .where(eq(audits.id, id))
      .run()
    return {}
  })
}
/** What the signature covers. */
export function sealOfReport(db: ReadDb, audit: Audit): string {
  const { id: of, number, edition, report } = audit
  const answers = answersOf(db, of)
  return sealOf({
    audit: { id: of, number, edition, report, ...auditInput.parse(audit) },
    members: membersOf(db, audit.id),
    sessions: sessionsOf(db, audit.id),
    answers: itemsOf(db, of).map(({ id, requirement }) => [requirement, answers.get(id) ?? null]),
    quotes: quotesOf(db, audit.id).map(({ id, item, record, sha256: hash }) => ({
      id,
      item,
      record,
      sha256: hash,
    })),
  })
}
function refuseUnready(
  context: ReadContext,
  register: RecordRegister,
  id: AuditId,
  signedFor: string | null,
) {
  const audit = requireAudit(context.db, id)
  const { number } = audit
  requireNext(audit, 'report')
  const { isLeader, maySign } = signerOf(context, audit)
  if (!maySign) throw new Refusal('audits.only-leader', { number })
  if (!isLeader && signedFor === null) throw new Refusal('audits.signed-for-reason', { number })
  const items = checklistOf(context, register, id)
  const missing = reportGaps(audit, items).filter(({ severity }) => severity === 'blocks-report').length
  if (missing > 0) throw new Refusal('audits.report-incomplete', { number, missing })
  return { audit, isLeader }
}

interface Sending {
  readonly audit: AuditId
  readonly what: ReceiptOf
  readonly people: readonly PersonId[]
  readonly due: Day
}
/** Sends plan or report; who has it already keeps the receipt that there is. @throws Refusal `audits.not-to-send`. */
export function send(context: WriteContext, { audit: id, what, people, due }: Sending): void {
  const { db, newId, user, now } = context
  const audit = requireAudit(db, id)
  const isThere = what === 'plan' ? audit.approvedAt !== null : audit.reportedAt !== null
  if (!isThere || audit.state === 'cancelled')
    throw new Refusal('audits.not-to-send', { number: audit.number })
  refuseUnknownPeople(db, people)
  for (const person of people)
    if (!receiptFor(db, { audit: id, what, person }))
      db.insert(receipts)
        .values({
          id: newId<'audit-receipt'>(),
          audit: id,
          what,
          person,
          sentBy: user ?? 'system',
          sentAt: now,
          due,
          note: '',
        })
        .run()
  if (what === 'plan')
    db.update(audits)
      .set({ sentAt: now, ...changed(context) })
      .where(eq(audits.id, id))
      .run()
}

/** @throws Refusal `audits.not-your-receipt`. */
export function acknowledge(context: WriteContext, id: ReceiptId, note: string): void {
  const found = receiptById(context.db, id)
  if (!found || found.person !== personOf(context)) throw new Refusal('audits.not-your-receipt')
  receive(context, id, note)
}
/** For somebody who cannot say so here. @throws Refusal `audits.acknowledges-alone` for who has an account. */
export function noteReceipt(context: WriteContext, id: ReceiptId, note: string): void {
  const { db } = context
  const found = receiptById(db, id)
  if (!found) throw new Refusal('audits.not-your-receipt')
  const staff = peopleById(db).get(found.person)
  if (staff?.userId && staff.userId !== context.user)
    throw new Refusal('audits.acknowledges-alone', { name: staff.name ?? '—' })
  receive(context, id, note)
}
/** The first time counts. */
function receive({ db, user, now }: WriteContext, id: ReceiptId, note: string): void {
  if (receiptById(db, id)?.receivedAt) return
  db.update(receipts).set({ receivedBy: user, receivedAt: now, note }).where(eq(receipts.id, id)).run()
}

export function shownReceipts(context: ReadContext, id: AuditId) {
  const { db } = context
  const known = peopleById(db)
  const own = personOf(context)
  return receiptsOf(db, id).map(({ audit: _audit, sentBy: _by, receivedBy, ...row }) => ({
    ...row,
    byOther: receivedBy !== null && receivedBy !== known.get(row.person)?.userId,
    isMine: row.person === own,
  }))
}

/** The nonconformities of an audit that are not closed. */
export function openCases(db: ReadDb, items: readonly Pick<ListedItem, 'raised'>[]): Case[] {
  return items.flatMap(({ raised }) => {
    const id = caseId.safeParse(raised?.record.split('/')[2])
    const found = id.success ? caseById(db, id.data) : undefined
    return found && isOpen(found.state) ? [found] : []
  })
}

/** Ends an audit. @throws Refusal `audits.open-cases` {count}, `audits.unreceived` {count}. */
export function closeAudit(
  context: WriteContext,
  register: RecordRegister,
  { id, note }: { readonly id: AuditId; readonly note: string },
): void {
  const { db, user, now } = context
  const audit = requireAudit(db, id)
  const { number } = audit
  const state = requireNext(audit, 'close')
  const open = openCases(db, checklistOf(context, register, id))
  if (open.length > 0)
    throw new Refusal('audits.open-cases', {
      number,
      count: open.length,
      cases: open.map((each) => each.number).join(', '),
    })
  const sent = receiptsOf(db, id).filter(({ what }) => what === 'report')
  const waiting = sent.filter(({ receivedAt }) => receivedAt === null).length
  if (sent.length === 0) throw new Refusal('audits.never-sent', { number })
  if (waiting > 0) throw new Refusal('audits.unreceived', { number, count: waiting })
  db.update(audits)
    .set({ state, closedBy: user, closedAt: now, closingNote: note, ...changed(context) })
    .where(eq(audits.id, id))
    .run()
}
