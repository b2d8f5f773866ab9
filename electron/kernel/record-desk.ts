import { and, eq, isNull, or } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import { attachmentsOf, commentsOf, linksOf } from '#db/kernel/record-queries'
import { kernelAttachments, kernelComments, kernelLinks } from '#db/kernel/tables'
import type { Handlers, ReadContext, WriteContext } from '#electron/kernel/context'
import { keepFile } from '#electron/kernel/keep-file'
import type { Offers } from '#electron/kernel/offers'
import { signatureStates } from '#electron/kernel/signature-state'
import type { Seals } from '#electron/kernel/signed-acts'
import type { Spine } from '#electron/kernel/spine'
import type { Area } from '#shared/kernel/areas'
import type { Id } from '#shared/kernel/id'
import type { RecordEntry, RecordRef, Relation } from '#shared/kernel/record'
import type { NamedRecord, recordContract, SeenLink } from '#shared/kernel/record-contract'
import { Refusal } from '#shared/kernel/refusal'

/** How many records a search for the other end of a link gives. */
const offered = 20

/** Finds the records that areas offer, for those who may see them. */
export interface RecordRegister {
  /** @throws Refusal `kernel.no-such-record` where it is gone, or not for this person's eyes. */
  readonly require: (context: ReadContext, record: RecordRef) => RecordEntry
  readonly find: (context: ReadContext, record: RecordRef) => RecordEntry | null
  /** Whether this person may see more of a record than how it is called. */
  readonly isOpen: (context: ReadContext, record: RecordRef) => boolean
  /** Whether this person may see what an area keeps at all. */
  readonly mayRead: (context: Pick<ReadContext, 'db' | 'user' | 'today'>, area: string) => boolean
  /** Everything that this person may see. */
  readonly all: (context: ReadContext) => RecordEntry[]
}

export function createRecordRegister(
  { gate }: Pick<Spine, 'gate'>,
  { records, guards }: Pick<Offers, 'records' | 'guards'>,
): RecordRegister {
  const isSeen = ({ db, user, today }: ReadContext, { seenWith, node }: RecordEntry) =>
    seenWith === 'signed-in' ||
    (user !== null && gate.may(db, user, seenWith, today, node === null ? undefined : [node]))
  const offeredBy = remembered((context, area) => records[area as Area]?.(context.db, context.around) ?? [])
  const find = (context: ReadContext, record: RecordRef): RecordEntry | null => {
    const entry = offeredBy(context, record.slice(0, record.indexOf('/'))).get(record)
    return entry && isSeen(context, entry) ? entry : null
  }
  return {
    find,
    isOpen: ({ db, user }, record) => user !== null && guards.every((mayOpen) => mayOpen(db, user, record)),
    mayRead: ({ db, user, today }, area) =>
      user !== null && gate.may(db, user, `${area as Area}.read`, today, undefined),
    require: (context, record) => {
      const found = find(context, record)
      if (!found) throw new Refusal('kernel.no-such-record')
      return found
    },
    all: (context) =>
      Object.values(records).flatMap((source) =>
        source(context.db, context.around).filter((entry) => isSeen(context, entry)),
      ),
  }
}

type ByRef = ReadonlyMap<RecordRef, RecordEntry>
/**
 * An area's records by their name, read once for a request however many links it follows. What is being written is
 * read anew each time: a command must see its own changes.
 */
function remembered(read: (context: ReadContext, area: string) => readonly RecordEntry[]) {
  const requests = new WeakMap<ReadContext, Map<string, ByRef>>()
  return (context: ReadContext, area: string): ByRef => {
    const known = requests.get(context) ?? new Map<string, ByRef>()
    const found = known.get(area)
    if (found) return found
    const entries = new Map(read(context, area).map((entry) => [entry.record, entry]))
    if (!('bulk' in context)) requests.set(context, known.set(area, entries))
    return entries
  }
}

/** What any record can have, whichever area it is of: links, files, remarks, signatures. */
export function createRecordDesk(register: RecordRegister, seals: Seals): Handlers<typeof recordContract> {
  return {
    recordsLike: (context, { text }) => {
      const wanted = text.toLowerCase()
      return register
        .all(context)
        .filter(({ title, number }) => `${number ?? ''} ${title}`.toLowerCase().includes(wanted))
        .slice(0, offered)
        .map(named)
    },
    aboutRecord: (context, { record }) => about(context, register, seals, record),
    link: (context, { from, relation, to }) => {
      register.require(context, from)
      register.require(context, to)
      if (from === to) throw new Refusal('kernel.link-to-itself')
      return addLink(context, { from, relation, to })
    },
    unlink: (context, { id }) => {
      const [link] = context.db.select().from(kernelLinks).where(eq(kernelLinks.id, id)).all()
      if (!link) return {}
      // Whoever sees one end may part them: the other may be long gone.
      if (!register.find(context, link.fromRecord)) register.require(context, link.toRecord)
      context.db.delete(kernelLinks).where(eq(kernelLinks.id, id)).run()
      return {}
    },
    attach: (context, input) => {
      register.require(context, input.record)
      return attachFile(context, input).id
    },
    detach: (context, { id }) => detach(context, register, id),
    comment: (context, { record, text }) => {
      register.require(context, record)
      const id = context.newId<'comment'>()
      const { user, now } = context
      context.db
        .insert(kernelComments)
        .values({ id, record, text, writtenBy: user ?? '', writtenAt: now })
        .run()
      return id
    },
    withdrawComment: ({ db, user, now }, { id }) => {
      const [known] = db.select().from(kernelComments).where(eq(kernelComments.id, id)).all()
      if (known?.writtenBy !== user) throw new Refusal('kernel.not-your-comment')
      if (known.withdrawnAt === null)
        db.update(kernelComments).set({ withdrawnAt: now }).where(eq(kernelComments.id, id)).run()
      return {}
    },
  }
}

function about(context: ReadContext, register: RecordRegister, seals: Seals, record: RecordRef) {
  register.require(context, record)
  const { db, user } = context
  return {
    links: linksOf(db, record).map((link) => seenFrom(context, register, record, link)),
    attachments: attachmentsOf(db, record).map(({ id, ...rest }) => ({
      ...rest,
      id: id as Id<'attachment'>,
    })),
    comments: commentsOf(db, record).map(({ id, text, withdrawnAt, writtenBy, writtenAt }) => ({
      id: id as Id<'comment'>,
      text: withdrawnAt === null ? text : null,
      writtenBy,
      writtenAt,
      isMine: writtenBy === user,
    })),
    signatures: signatureStates(context, seals, record).map(({ signerId, ...rest }) => ({
      ...rest,
      signer: signerId,
    })),
  }
}

interface NewAttachment {
  readonly record: RecordRef
  readonly upload: string
  readonly note: string | null
}
/** Takes a staged file over into the evidence store and keeps it with a record. */
export function attachFile(
  context: WriteContext,
  { record, upload, note }: NewAttachment,
): { readonly id: Id<'attachment'>; readonly sha256: string; readonly name: string } {
  const { db, user, now, newId } = context
  const id = newId<'attachment'>()
  const file = keepFile(context, upload)
  db.insert(kernelAttachments)
    .values({ ...file, id, record, note, attachedBy: user ?? '', attachedAt: now })
    .run()
  return { ...file, id }
}

function detach(context: WriteContext, register: RecordRegister, id: string): Record<string, never> {
  const { db, user, now } = context
  const [known] = db.select().from(kernelAttachments).where(eq(kernelAttachments.id, id)).all()
  if (!known) return {}
  // What was decided rests on its files.
  if (register.require(context, known.record).isFinal === true) throw new Refusal('kernel.record-final')
  db.update(kernelAttachments)
    .set({ detachedBy: user, detachedAt: now })
    .where(and(eq(kernelAttachments.id, id), isNull(kernelAttachments.detachedAt)))
    .run()
  return {}
}

interface Ends {
  readonly from: RecordRef
  readonly relation: Relation
  readonly to: RecordRef
}
/** Links two records, once: asked again it gives the link that there is. */
export function addLink({ db, newId }: WriteContext, { from, relation, to }: Ends): Id<'link'> {
  const same = and(
    eq(kernelLinks.fromRecord, from),
    eq(kernelLinks.relation, relation),
    eq(kernelLinks.toRecord, to),
  )
  const [known] = db.select({ id: kernelLinks.id }).from(kernelLinks).where(same).all()
  if (known) return known.id as Id<'link'>
  const id = newId<'link'>()
  db.insert(kernelLinks).values({ id, fromRecord: from, relation, toRecord: to }).run()
  return id
}

/** Parts a record that is removed from all others: nothing is left to lead to. */
export function dropLinks({ db }: Pick<WriteContext, 'db'>, record: RecordRef): void {
  const { fromRecord, toRecord } = kernelLinks
  db.delete(kernelLinks)
    .where(or(eq(fromRecord, record), eq(toRecord, record)))
    .run()
}

/** The records at the other ends of a record's links of one kind. */
export function linkedWith(db: ReadDb, record: RecordRef, relation: Relation): RecordRef[] {
  return linksOf(db, record)
    .filter((link) => link.relation === relation)
    .map(({ fromRecord, toRecord }) => (fromRecord === record ? toRecord : fromRecord))
}

function seenFrom(
  context: ReadContext,
  register: RecordRegister,
  record: RecordRef,
  link: typeof kernelLinks.$inferSelect,
): SeenLink {
  const isFrom = link.fromRecord === record
  const other = register.find(context, isFrom ? link.toRecord : link.fromRecord)
  return {
    id: link.id as Id<'link'>,
    relation: link.relation as Relation,
    isFrom,
    other: other && named(other),
  }
}

function named({ record, kind, title, number, state, path }: RecordEntry): NamedRecord {
  return { record, kind, title, number, state, path }
}
