import { join } from 'node:path'

import { peopleById } from '#db/access/queries'
import { receivedFor, sampleRowsOf } from '#db/audits/package-queries'
import { answersOf, itemsOf, membersOf, quotesOf, sessionsOf } from '#db/audits/queries'
import { packages } from '#db/audits/tables'
import type { ReadDb } from '#db/kernel/access'
import { chainHead, storeIdentity } from '#db/kernel/queries'
import { attachmentsOf } from '#db/kernel/record-queries'
import { organizationOf } from '#db/organization/queries'
import type { ReadContext, TaskContext } from '#electron/kernel/context'
import { scryptCost, sha256 } from '#electron/kernel/crypto'
import { evidencePath, hashOfFile } from '#electron/kernel/evidence-store'
import { readKept } from '#electron/kernel/kept-bytes'
import type { OfferedFile } from '#electron/kernel/offer-file'
import { type PackageFile, sealPackage } from '#electron/kernel/sealed-package'
import { offerDownload } from '#electron/kernel/uploads'
import type { PersonId } from '#shared/access/model'
import type { Audit, AuditId } from '#shared/audits/audit'
import type { Item } from '#shared/audits/checklist'
import {
  type Base,
  factsOf,
  type Outgoing,
  type PackageId,
  type PackedFile,
  type Returning,
} from '#shared/audits/package'
import { isWithin } from '#shared/audits/scope'
import { canonical } from '#shared/kernel/canonical'
import type { RecordEntry, RecordRef } from '#shared/kernel/record'
import { Refusal } from '#shared/kernel/refusal'

import { expectedBy, saidToday, type Sources } from './checklist.ts'
import { personOf, requireAudit } from './known.ts'
import { snapshotOf } from './snapshot.ts'

export const packageKinds = { outgoing: 'audit-package', returning: 'audit-result' } as const

interface Wanted {
  readonly audit: AuditId
  readonly auditor: PersonId | null
  readonly withFiles: boolean
  readonly passphrase: string
}

/**
 * Seals an audit for a laptop: its plan, the questions, or those that the timetable sets down for one auditor, the
 * answers so far, and the records that the questions look for as they stand now.
 *
 * @throws Refusal `audits.not-approved-yet`, `audits.no-questions`, `audits.visiting` where it came in a package itself.
 */
export async function makePackage(
  task: TaskContext,
  sources: Sources,
  { audit: of, auditor, withFiles, passphrase }: Wanted,
): Promise<OfferedFile> {
  const { db } = task
  const audit = requireAudit(db, of)
  if (receivedFor(db, of)) throw new Refusal('audits.visiting', { number: audit.number })
  if (audit.state !== 'approved' && audit.state !== 'running')
    throw new Refusal('audits.not-approved-yet', { number: audit.number })
  const items = itemsFor(db, audit, auditor)
  if (items.length === 0) throw new Refusal('audits.no-questions', { number: audit.number })
  const id: PackageId = task.newId<'audit-package'>()
  const content = contentOf(task, sources, { audit, auditor, items, id, withFiles })
  const file = await sealed(
    task,
    packageKinds.outgoing,
    passphrase,
    `${audit.number}`,
    content,
    content.files,
  )
  const base = Object.fromEntries(content.answers.map((each) => [each.item, factsOf(each)])) as Base
  keep(task, { id, audit: of, direction: 'sent', answersTo: null, auditor, items, base })
  return file
}

/** The questions of an audit, or those of the hours in which an auditor is set down. */
function itemsFor(db: ReadDb, { id }: Audit, auditor: PersonId | null): Item[] {
  const all = itemsOf(db, id)
  if (auditor === null) return all
  const own = sessionsOf(db, id).filter(({ auditors }) => auditors.includes(auditor))
  return all.filter((item) =>
    own.some(({ clauses }) => clauses.length === 0 || isWithin(item.clause, clauses)),
  )
}

interface Content {
  readonly id: PackageId
  readonly audit: Audit
  readonly auditor: PersonId | null
  readonly items: readonly Item[]
  readonly withFiles: boolean
}
function contentOf(
  task: TaskContext,
  sources: Sources,
  { audit, auditor, items, id, withFiles }: Content,
): Outgoing {
  const { db } = task
  const ids = new Set(items.map((item) => item.id))
  const team = new Set([audit.leader, ...membersOf(db, audit.id).map(({ person }) => person)])
  const expected = expectedBy(task, sources.register, saidToday(task, sources.signals))
  const signals = items.flatMap((item, at) => {
    if (at % 20 === 0) {
      task.signal.throwIfAborted()
      task.report({ step: 'audits.step-gathering', done: at, total: items.length })
    }
    return expected(audit, item).map(({ isMet, code, facts, records }) => ({
      item: item.id,
      isMet,
      code,
      facts,
      records: records.map(({ record }) => record),
    }))
  })
  const records = [...new Set(signals.flatMap((each) => each.records))].flatMap((record) => {
    const entry = sources.register.find(task, record)
    return entry && sources.register.isOpen(task, record) ? [entry] : []
  })
  return {
    id,
    audit,
    organization: organizationOf(db)?.name ?? '',
    auditor,
    people: [...peopleById(db).values()].filter(({ personId }) => team.has(personId)),
    members: membersOf(db, audit.id),
    sessions: sessionsOf(db, audit.id),
    items: [...items],
    answers: answersIn(db, audit.id).filter(({ item }) => ids.has(item)),
    samples: sampleRowsOf(db, audit.id).filter(({ item }) => ids.has(item)),
    signals,
    records: records.map((entry) => broughtFrom(db, entry)),
    files: withFiles ? records.flatMap(({ record }) => filesOf(db, record)) : [],
  }
}

function broughtFrom(db: ReadDb, entry: RecordEntry): Outgoing['records'][number] {
  const snapshot = canonical(snapshotOf(db, entry))
  const { record, number, title } = entry
  return { record, title: number === null ? title : `${number} ${title}`, snapshot, sha256: sha256(snapshot) }
}

/**
 * Seals what was answered on the laptop, for the plant that the package came from.
 *
 * @throws Refusal `audits.not-visiting`, `audits.nothing-answered`.
 */
export async function returnPackage(
  task: TaskContext,
  { audit: of, passphrase }: Pick<Wanted, 'audit' | 'passphrase'>,
): Promise<OfferedFile> {
  const { db } = task
  const audit = requireAudit(db, of)
  const received = receivedFor(db, of)
  if (!received) throw new Refusal('audits.not-visiting', { number: audit.number })
  const items = itemsOf(db, of)
  const answers = answersIn(db, of)
  const quotes = quotesOf(db, of)
  const nameBehind = namesBehind(db)
  if (answers.length + quotes.length === 0)
    throw new Refusal('audits.nothing-answered', { number: audit.number })
  const id: PackageId = task.newId<'audit-package'>()
  const content: Returning = {
    id,
    answersTo: received.id,
    audit: of,
    auditor: received.auditor,
    auditorName: ownName(task),
    answers,
    quotes: quotes.map((each) => ({ ...each, takenByName: nameBehind(each.takenBy) })),
    samples: sampleRowsOf(db, of),
    files: items.flatMap((item) => filesOf(db, `audits/item/${item.id}`)),
  }
  const file = await sealed(task, packageKinds.returning, passphrase, audit.number, content, content.files)
  const base = Object.fromEntries(answers.map((each) => [each.item, factsOf(each)])) as Base
  keep(task, {
    id,
    audit: of,
    direction: 'returned',
    answersTo: received.id,
    auditor: received.auditor,
    items,
    base,
  })
  return file
}

interface Kept extends Pick<
  typeof packages.$inferInsert,
  'id' | 'audit' | 'direction' | 'answersTo' | 'auditor' | 'base'
> {
  readonly items: readonly Item[]
}
/** Writes down that a package was made, with the end of the trail that it carries. */
function keep(task: TaskContext, { items, ...row }: Kept): void {
  const { device, store, head } = originOf(task.db)
  task.promote(({ db, user, now }) =>
    db
      .insert(packages)
      .values({
        ...row,
        auditorName: row.auditor ? nameOfPerson(db, row.auditor) : '',
        items: items.map(({ id }) => id),
        store,
        device,
        headSeq: head.seq,
        headHash: head.hash,
        taken: 0,
        madeBy: user ?? 'system',
        madeAt: now,
      })
      .run(),
  )
}

/** The store this is, and the end of its trail. */
export function originOf(db: ReadDb) {
  const identity = storeIdentity(db)
  return { store: identity?.storeId ?? '', device: identity?.deviceId ?? '', head: chainHead(db) }
}

async function sealed(
  task: TaskContext,
  kind: string,
  passphrase: string,
  title: string,
  content: Outgoing | Returning,
  files: readonly PackedFile[],
): Promise<OfferedFile> {
  const { db, folder, around, now } = task
  const { store, device, head } = originOf(db)
  const download = task.newId<'export'>()
  const packed: PackageFile[] = [
    { path: 'content.json', content: Buffer.from(canonical(content)) },
    ...[...new Set(files.map((file) => file.sha256))].map((hash) => ({
      path: `files/${hash}`,
      content: readKept(evidencePath(folder, hash)),
    })),
  ]
  const total = packed.reduce((sum, each) => sum + each.content.length, 0)
  const path = join(folder, 'exports', download)
  await sealPackage(
    path,
    { kind, id: content.id, passphrase, cost: around.passwordCost ?? scryptCost },
    { storeId: store, deviceId: device, head, madeAt: now },
    packed,
    (done) => task.report({ step: 'audits.step-sealing', done: Math.min(done, total), total }),
  )
  task.signal.throwIfAborted()
  const fileName = `${title.replace(/[\\/:*?"<>|\s]+/g, '_')}.${kind === packageKinds.outgoing ? 'tanbu-audit' : 'tanbu-result'}`
  offerDownload(folder, download, {
    name: fileName,
    type: 'application/octet-stream',
    sha256: hashOfFile(path),
  })
  return { download, fileName }
}

function answersIn(db: ReadDb, audit: AuditId): Outgoing['answers'] {
  const nameOf = namesBehind(db)
  return [...answersOf(db, audit)].map(([item, each]) => ({
    ...each,
    item,
    answeredByName: nameOf(each.answeredBy),
  }))
}
function filesOf(db: ReadDb, record: RecordRef): PackedFile[] {
  return attachmentsOf(db, record).map(({ id, sha256: hash, name, size, note, attachedAt }) => ({
    id,
    record,
    sha256: hash,
    name,
    size,
    note,
    attachedAt,
  }))
}

/** Gives the name of a user or of a person, whichever an id is of. */
export function namesBehind(db: ReadDb): (id: string | null) => string {
  const names = new Map(
    [...peopleById(db).values()].flatMap(({ userId, personId, name }) => [
      [personId as string, name] as const,
      ...(userId === null ? [] : [[userId as string, name] as const]),
    ]),
  )
  return (id) => names.get(id ?? '') ?? ''
}
function nameOfPerson(db: ReadDb, person: PersonId): string {
  return peopleById(db).get(person)?.name ?? ''
}
function ownName(context: Pick<ReadContext, 'db' | 'user'>): string {
  const person = personOf(context)
  return person === null ? '' : nameOfPerson(context.db, person)
}
