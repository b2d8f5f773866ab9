import { eq } from 'drizzle-orm'

import { broughtFor, broughtRecord, receivedFor } from '#db/audits/package-queries'
import {
  answersOf,
  correctionsOf,
  itemsOf,
  quoteById,
  quotesOf,
  raisedOf,
  samplesOf,
  sessionsOf,
} from '#db/audits/queries'
import { answers, audits, items, quotes, samples } from '#db/audits/tables'
import type { ReadDb } from '#db/kernel/access'
import { excludedSubsystems } from '#electron/compliance/conformity'
import { treeInUse } from '#electron/compliance/trees'
import type { ReadContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { SignalSource } from '#electron/kernel/offers'
import type { RecordRegister } from '#electron/kernel/record-desk'
import type { Audit, AuditId, Session } from '#shared/audits/audit'
import {
  type AnswerInput,
  asksBack,
  type Correction,
  type Expected,
  inOrder,
  type Item,
  type ItemId,
  type ListedItem,
  type Quote,
} from '#shared/audits/checklist'
import type { SampleInput } from '#shared/audits/sample'
import { isAudited, isWithin } from '#shared/audits/scope'
import { signalsAbout } from '#shared/compliance/conformity'
import { standardTree } from '#shared/compliance/tree'
import { canonical } from '#shared/kernel/canonical'
import type { RecordEntry, RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'
import type { RequirementSignal } from '#shared/kernel/signal'

import { changed, requireAudit, requireDraft, requireItem, requireNext } from './known.ts'
import { obligationQuestions, saidOfObligation } from './obligation-questions.ts'
import { snapshotOf } from './snapshot.ts'

/** What the checklist asks of others: the records that there are, and what they say of the requirements. */
export interface Sources {
  readonly register: RecordRegister
  readonly signals: () => readonly SignalSource[]
}

/**
 * Makes the questions anew from the newest edition of the requirements and from the obligations among the criteria: what
 * must be first, then what should and may. They are the audit's own from then on, so that an old audit stays as it was asked.
 *
 * @throws Refusal `audits.plan-approved`, `audits.no-requirements`.
 */
export function buildChecklist(context: WriteContext, id: AuditId): { items: number } {
  const { db, newId, around, bulk } = context
  const audit = requireDraft(db, id)
  const tree = treeInUse(db, around, audit.tree)
  const titles = new Map(tree?.clauses.map((each) => [each.id, each.title]))
  const left = new Set(excludedSubsystems(db).map(({ subsystem }) => subsystem))
  const asked = (tree?.requirements ?? [])
    .filter((each) => isAudited(each, audit) && !left.has(each.subsystem))
    .map(({ id: requirement, clause, level, subsystem, text, question, evidence }) => ({
      requirement,
      clause,
      level,
      subsystem,
      title: titles.get(clause) ?? text,
      require: text,
      question: question ?? text,
      evidence: [...evidence],
    }))
  const rows = inOrder([...asked, ...obligationQuestions(db, audit)])
  if (!tree || rows.length === 0) throw new Refusal('audits.no-requirements', { number: audit.number })
  bulk({ area: 'audits', audit: audit.number, edition: tree.edition, rows: rows.length }, () => {
    db.delete(items).where(eq(items.audit, id)).run()
    for (const [position, row] of rows.entries())
      db.insert(items)
        .values({ ...row, id: newId<'audit-item'>(), audit: id, position, evidence: [...row.evidence] })
        .run()
  })
  db.update(audits)
    .set({ edition: `${tree.id} ${tree.edition}`, ...changed(context) })
    .where(eq(audits.id, id))
    .run()
  return { items: rows.length }
}

/** Every question with its answer, whom the timetable sets down for it, and what became of it. */
export function checklistOf(context: ReadContext, register: RecordRegister, id: AuditId): ListedItem[] {
  const { db } = context
  const [given, drawn, raised] = [answersOf(db, id), samplesOf(db, id), raisedOf(db, id)]
  const quoted = Map.groupBy(quotesOf(db, id), ({ item }) => item)
  const photos = photosOf(db, id)
  const sessions = sessionsOf(db, id)
  return itemsOf(db, id).map((item) => {
    const own = sessions.filter(({ clauses }) => clauses.length > 0 && isWithin(item.clause, clauses))
    return {
      ...item,
      answer: given.get(item.id) ?? null,
      sample: drawn.get(item.id) ?? null,
      quotes: quoted.get(item.id)?.length ?? 0,
      photos: photos.get(item.id) ?? 0,
      raised: raisedAs(context, register, raised.get(item.id)),
      ...whoAndWhere(own),
    }
  })
}
function whoAndWhere(own: readonly Session[]) {
  return {
    departments: [...new Set(own.map(({ department }) => department))],
    auditors: [...new Set(own.flatMap(({ auditors }) => auditors))],
  }
}
function raisedAs(context: ReadContext, register: RecordRegister, record: RecordRef | undefined) {
  if (record === undefined) return null
  const entry = register.find(context, record)
  return { record, number: entry?.number ?? null, path: entry?.path ?? '' }
}

/** How many files are kept with each question. */
function photosOf(db: ReadDb, audit: AuditId): ReadonlyMap<string, number> {
  const rows = db.ask<{ item: string; count: number }>(
    `SELECT item.id AS item, count(*) AS count FROM audits_items item
     JOIN kernel_attachments file ON file.record = 'audits/item/' || item.id AND file.detached_at IS NULL
     WHERE item.audit_id = ? GROUP BY 1`,
    audit,
  )
  return new Map(rows.map(({ item, count }) => [item, count]))
}

/** What the records say of a question today, what was quoted of them, and what was corrected since. */
export function expectedOf(
  context: ReadContext,
  { register, signals }: Sources,
  id: ItemId,
): { signals: Expected[]; quotes: Quote[]; corrections: Correction[] } {
  const { db } = context
  const { item, audit } = requireItem(db, id)
  const own = {
    quotes: quotesOf(db, audit.id).filter((each) => each.item === id),
    corrections: correctionsOf(db, audit.id).filter((each) => each.item === id),
  }
  if (receivedFor(db, audit.id)) return { signals: broughtSignals(db, audit.id, id), ...own }
  return { signals: expectedBy(context, register, saidToday(context, signals))(audit, item), ...own }
}

/** What all areas say of the requirements today. */
export function saidToday({ db, today }: ReadContext, signals: Sources['signals']): RequirementSignal[] {
  return signals().flatMap((source) => source(db, { today }))
}

/** What of that concerns a question, with the records that show it. */
export function expectedBy(
  context: ReadContext,
  register: RecordRegister,
  said: readonly RequirementSignal[],
): (audit: Pick<Audit, 'tree' | 'criteria'>, item: Item) => Expected[] {
  const named = (record: RecordRef) => {
    const entry = register.find(context, record)
    return entry ? [{ record, title: titleOf(entry), path: entry.path }] : []
  }
  const isOpen = ({ code }: { readonly code: string }) =>
    register.mayRead(context, code.slice(0, code.indexOf('.')))
  return ({ tree, criteria }, item) => {
    const all = [
      ...signalsAbout({ ...item, id: item.requirement, text: item.require }, said, tree === standardTree),
      ...saidOfObligation(context, { criteria }, item),
    ]
    const open = all.filter(isOpen)
    return [
      ...open.map(({ isMet, code, facts, path, records }) => ({
        isMet,
        code,
        facts: { ...facts },
        path,
        records: records.flatMap(named),
      })),
      ...(open.length < all.length ? [withheld] : []),
    ]
  }
}
/** Told, so that nobody takes for missing what is not for the asker's eyes. */
const withheld: Expected = { isMet: false, code: 'audits.signal.withheld', facts: {}, path: '', records: [] }

/** What the records of the plant said when the package was made; on a laptop there is nothing else to ask. */
function broughtSignals(db: ReadDb, audit: AuditId, id: ItemId): Expected[] {
  return broughtFor(db, id).map(({ isMet, code, facts, records }) => ({
    isMet,
    code,
    facts,
    path: '',
    records: records.flatMap((record) => {
      const found = broughtRecord(db, audit, record)
      return found ? [{ record, title: found.title, path: `/audits/${audit}/brought?record=${record}` }] : []
    }),
  }))
}
function titleOf({ number, title }: { readonly number: string | null; readonly title: string }): string {
  return number === null ? title : `${number} ${title}`
}

/**
 * Keeps an answer in place of the one before, which stands in the trail. With the first the audit has begun.
 *
 * @throws Refusal `audits.cannot` before the plan is approved and after the report is signed (R-DC-2),
 *   `audits.asks-back` {clause}.
 */
export function answer(context: WriteContext, { item: id, isConfirmed, ...given }: AnswerInput): void {
  const { db, user, now } = context
  const { item } = beginWith(context, id)
  if (asksBack(item.level, given.verdict) && !isConfirmed)
    throw new Refusal('audits.asks-back', { clause: item.clause })
  const row = { ...given, basis: [...given.basis], answeredBy: user, answeredAt: now }
  db.insert(answers)
    .values({ item: id, ...row })
    .onConflictDoUpdate({ target: answers.item, set: row })
    .run()
}

/** Draws a sample of what is asked about, which anybody can draw again from its seed. */
export function draw(
  context: WriteContext,
  { item: id, sample }: { readonly item: ItemId; readonly sample: SampleInput },
): void {
  const { db, user, now } = context
  beginWith(context, id)
  const row = { ...sample, drawnBy: user ?? 'system', drawnAt: now }
  db.insert(samples)
    .values({ item: id, ...row })
    .onConflictDoUpdate({ target: samples.item, set: row })
    .run()
}

/** Keeps a record as it stands at this moment. @throws Refusal `kernel.no-such-record`. */
export function quote(
  context: WriteContext,
  register: RecordRegister,
  { item: id, record }: { readonly item: ItemId; readonly record: RecordRef },
): { id: Quote['id'] } {
  const { db, newId, user, now } = context
  const { audit } = beginWith(context, id)
  const { title, snapshot } =
    broughtRecord(db, audit.id, record) ?? seenNow(db, requireOpen(context, register, record))
  const kept: Quote['id'] = newId<'audit-quote'>()
  db.insert(quotes)
    .values({
      id: kept,
      item: id,
      record,
      title,
      snapshot,
      sha256: sha256(snapshot),
      takenBy: user ?? 'system',
      takenAt: now,
    })
    .run()
  return { id: kept }
}
/** A record that is no more than a name to the asker is not quoted. @throws Refusal `kernel.no-such-record`. */
function requireOpen(context: ReadContext, register: RecordRegister, record: RecordRef): RecordEntry {
  if (!register.isOpen(context, record)) throw new Refusal('kernel.no-such-record')
  return register.require(context, record)
}
function seenNow(db: ReadDb, entry: RecordEntry) {
  return { title: titleOf(entry), snapshot: canonical(snapshotOf(db, entry)) }
}
export function dropQuote(context: WriteContext, id: Quote['id']): void {
  const found = quoteById(context.db, id)
  if (!found) return
  beginWith(context, found.item)
  context.db.delete(quotes).where(eq(quotes.id, id)).run()
}

/** The question, in an audit that is running from now on if it was not before. */
export function beginWith(context: WriteContext, id: ItemId): { readonly item: Item; readonly audit: Audit } {
  const { item, audit } = requireItem(context.db, id)
  const state = requireNext(audit, 'begin')
  if (state !== audit.state)
    context.db
      .update(audits)
      .set({ state, ...changed(context) })
      .where(eq(audits.id, audit.id))
      .run()
  return { item, audit: requireAudit(context.db, audit.id) }
}
