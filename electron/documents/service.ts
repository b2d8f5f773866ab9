import { eq } from 'drizzle-orm'

import {
  bodiesOf,
  clearancesOf,
  type DocumentRecord,
  documentRecords,
  externalsOf,
} from '#db/documents/queries'
import { items, reviews } from '#db/documents/tables'
import { isSinglePerson } from '#electron/access/alone'
import { type ReadContext, serve, type WriteContext } from '#electron/kernel/context'
import type { Offers } from '#electron/kernel/offers'
import { documentsContract } from '#shared/documents/contract'
import { type DocumentFacts, type DocumentId, inForceOn, openVersion } from '#shared/documents/document'
import { mergedEdit } from '#shared/kernel/merge-edit'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

import { approveDisposal, declineDisposal, proposeDisposal, retentionOf } from './disposals.ts'
import {
  confirmReading,
  distribute,
  endDistribution,
  openVersion as handOut,
  refuseUncleared,
  setClearance,
  versionText,
} from './distribution.ts'
import { addExternal, changeExternal, checkExternal } from './externals.ts'
import { personOf, requireClearance, requireDocument } from './known.ts'
import { printCard, printDisposal } from './print.ts'
import { askingOf, leading, shownDocument, summaryOf } from './show.ts'
import { addDocument, fromTemplate, refuseTaken, shippedTemplates } from './templates.ts'
import {
  approveVersion,
  draftVersion,
  passVersion,
  replaceFile,
  returnVersion,
  sendVersion,
  withdrawVersion,
} from './versions.ts'
import { addWriting, removeWriting, writingOf } from './writing.ts'

/** Controlled documents. `offers`: what other areas' records hold, for templates and for what must be in writing. */
export function createDocumentsService(offers: () => Pick<Offers, 'records' | 'signals'>) {
  return serve(documentsContract, {
    register: (context, { text }) => {
      const asking = askingOf(context, personOf(context))
      const isFound = text === null || text === '' ? () => true : containing(context, text)
      return documentRecords(context.db)
        .map((record) => ({ record, summary: summaryOf(record, asking) }))
        .filter(({ record, summary }) => isFound(record, summary.isOpenToMe))
        .map(({ summary }) => summary)
    },
    document: (context, { id }) =>
      shownDocument(context, requireDocument(context.db, id), askingOf(context, personOf(context))),
    addDocument,
    changeDocument,
    draftVersion,
    replaceFile,
    sendVersion,
    withdrawVersion,
    returnVersion,
    passVersion,
    approveVersion,
    endDocument,
    judgeFitness,
    distribute,
    endDistribution,
    confirmReading,
    openVersion: handOut,
    versionText,
    clearances: ({ db }) => clearancesOf(db),
    setClearance,
    retention: ({ db, today }) => ({ ...retentionOf(db, today), isAlone: isSinglePerson(db) }),
    proposeDisposal,
    declineDisposal,
    approveDisposal,
    externals: ({ db }) => externalsOf(db),
    addExternal,
    changeExternal,
    checkExternal,
    writing: (context) => writingOf(context, offers().signals),
    addWriting,
    removeWriting,
    printCard,
    printDisposal,
    templates: ({ around }) => shippedTemplates(around).map(({ pieces: _pieces, ...rest }) => rest),
    fromTemplate: (task, wanted) => fromTemplate(task, wanted, offers()),
  })
}

/** Number, title, or the content of the version that counts, as far as the person may see it. */
function containing({ db, today }: ReadContext, text: string) {
  const wanted = text.toLowerCase()
  const bodies = bodiesOf(db)
  return (record: DocumentRecord, isOpen: boolean): boolean => {
    const { number, title } = record.item
    if (`${number} ${title}`.toLowerCase().includes(wanted)) return true
    const lead = leading(record, today)
    return isOpen && lead !== null && (bodies.get(lead.id) ?? '').toLowerCase().includes(wanted)
  }
}

/** @throws Refusal `documents.number-taken`, `documents.below-grade`. */
function changeDocument(
  context: WriteContext,
  {
    id,
    seen,
    ...typed
  }: DocumentFacts & { readonly id: DocumentId; readonly seen?: DocumentFacts | undefined },
): Record<string, never> {
  const { db, user, now } = context
  const known = requireDocument(db, id)
  // Else whoever may not read it could lower its grade first.
  requireClearance(db, personOf(context), known)
  const facts = mergedEdit(typed, seen, known.item)
  refuseTaken(db, facts.number, id)
  refuseUncleared(context, id, facts.secrecy)
  db.update(items)
    .set({ ...facts, changedBy: user, changedAt: now })
    .where(eq(items.id, id))
    .run()
  return {}
}

interface Ending {
  readonly id: DocumentId
  readonly on: Day
  readonly reason: string
}
/** @throws Refusal `documents.draft-waits`, `documents.not-in-force`, `documents.ends-in-past`. */
function endDocument(context: WriteContext, { id, on, reason }: Ending): Record<string, never> {
  const { db, user, now, today } = context
  const { item, versions } = requireDocument(db, id)
  const open = openVersion(versions)
  if (open) throw new Refusal('documents.draft-waits', { number: item.number, label: open.label })
  if (!inForceOn(versions, item, today)) throw new Refusal('documents.not-in-force', { number: item.number })
  if (on < today) throw new Refusal('documents.ends-in-past', { today })
  db.update(items)
    .set({ obsoleteOn: on, obsoleteReason: reason, changedBy: user, changedAt: now })
    .where(eq(items.id, id))
    .run()
  return {}
}

interface Judgement {
  readonly id: DocumentId
  readonly outcome: 'fit' | 'to-revise'
  readonly note: string
}
/** @throws Refusal `documents.not-in-force`. */
function judgeFitness(context: WriteContext, { id, outcome, note }: Judgement): Record<string, never> {
  const { db, newId, user, today } = context
  const { item, versions } = requireDocument(db, id)
  if (!inForceOn(versions, item, today)) throw new Refusal('documents.not-in-force', { number: item.number })
  if (user === null) throw new Refusal('kernel.sign-in-first')
  db.insert(reviews)
    .values({ id: newId<'document-review'>(), document: id, outcome, note, on: today, by: user })
    .run()
  return {}
}
