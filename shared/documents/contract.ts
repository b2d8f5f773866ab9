import { z } from 'zod'

import { language, personId, userId } from '#shared/access/model'
import { command, nothing, query, task, signed } from '#shared/kernel/contract'
import { day, instant } from '#shared/kernel/period'

import { disposal, disposalId, proposedDisposal, retained } from './disposal.ts'
import {
  documentFacts,
  documentId,
  grade,
  newDocument,
  version,
  versionId,
  versionState,
} from './document.ts'
import { external, externalFacts, externalId, checkOutcomes } from './external.ts'
import { ownWriting, writing } from './required.ts'
import { templateContract } from './template-contract.ts'

const reason = z.string().trim().min(1).max(1000)
const password = z.string()
const alone = reason.nullable()
const one = z.object({ id: documentId })
const ofVersion = z.object({ id: versionId })
const upload = z.string().max(100)

export const shownVersion = version.extend({
  state: versionState,
  /** Null where the file is gone, or is only handed out one by one, or is not for the person who asks. */
  sha256: z.string().nullable(),
  /** The day on which it stopped being in force. */
  endedOn: day.nullable(),
  retainedUntil: day.nullable(),
})
export type ShownVersion = Readonly<z.output<typeof shownVersion>>

const summary = documentFacts.extend({
  id: documentId,
  /** Of the version that counts most: in force, else on its way, else the last. */
  state: versionState.nullable(),
  label: z.string().nullable(),
  inForceFrom: day.nullable(),
  /** The stage of a version on its way beside the one in force. */
  next: versionState.nullable(),
  reviewDue: day.nullable(),
  readers: z.object({ asked: z.int(), done: z.int() }),
  /** Whether the person who asks may see what is in it. */
  isOpenToMe: z.boolean(),
  /** Whether the person who asks is still to read it. */
  isForMe: z.boolean(),
})
export type DocumentSummary = Readonly<z.output<typeof summary>>

const reader = z.object({
  id: z.string(),
  person: personId,
  mustRead: z.boolean(),
  /** Number of the printed copy, where one was handed out. */
  copyNumber: z.string().nullable(),
  addedAt: instant,
  endedAt: instant.nullable(),
  /** When the version in force was confirmed as read. */
  readAt: instant.nullable(),
})
export type Reader = Readonly<z.output<typeof reader>>

const fitness = z.object({
  id: z.string(),
  on: day,
  outcome: z.enum(['fit', 'to-revise']),
  note: z.string(),
  by: userId,
})
export const shownDocument = summary.extend({
  versions: z.array(shownVersion),
  distribution: z.array(reader),
  reviews: z.array(fitness),
  obsoleteOn: day.nullable(),
  obsoleteReason: z.string().nullable(),
  /** Who works here alone may do what two should, and says why. */
  isAlone: z.boolean(),
  /** Whether the person who asks is named for the next step of the version on its way. */
  isMyStep: z.boolean(),
})
export type ShownDocument = Readonly<z.output<typeof shownDocument>>

const draft = z.object({
  label: version.shape.label,
  change: version.shape.change,
  author: personId,
})
const stored = z.object({ sha256: z.string(), fileName: z.string(), type: z.string(), text: z.string() })

const printing = { language, kind: z.enum(['pdf', 'docx']) }
const printed = z.object({ download: z.string(), fileName: z.string() })

/** Controlled documents from draft to disposal, with who reads them; what comes from outside; what must be in writing. */
export const documentsContract = {
  ...templateContract,
  /** `text`: found in number, title or content, as far as the person who asks may see it. */
  register: query(
    'documents.read',
    z.object({ text: z.string().trim().max(100).nullable() }),
    z.array(summary),
  ),
  document: query('documents.read', one, shownDocument),
  addDocument: command('documents.enter', newDocument, documentId),
  /** `seen`: as it was when it was opened, for merging with what others saved since. */
  changeDocument: command(
    'documents.enter',
    documentFacts.extend({ id: documentId, seen: documentFacts.optional() }),
    nothing,
  ),
  /** A new version out of a staged file; its text is read for the search. */
  draftVersion: task('documents.enter', draft.extend({ document: documentId, upload }), versionId),
  /** Another file for the draft. */
  replaceFile: task('documents.enter', draft.extend({ id: versionId, upload: upload.nullable() }), nothing),
  sendVersion: command(
    'documents.enter',
    z.object({ id: versionId, reviewer: personId, approver: personId, inForceFrom: day }),
    nothing,
  ),
  withdrawVersion: command('documents.enter', ofVersion.extend({ reason }), nothing),
  returnVersion: command('documents.check', ofVersion.extend({ reason }), nothing),
  /** The review, signed by the person named for it. */
  passVersion: task(
    'documents.check',
    ofVersion.extend({ password, note: z.string().trim().max(1000).nullable(), aloneReason: alone }),
    nothing,
  ),
  /** The approval, signed by the person named for it, who did not write it. */
  approveVersion: task('documents.approve', ofVersion.extend({ password, aloneReason: alone }), nothing),
  /** Takes a document out of use on a day, without one that takes its place. */
  endDocument: signed(
    { meaning: 'documents.signed-ended', kind: 'documents/document' },
    'documents.approve',
    one.extend({ on: day, reason }),
    nothing,
  ),
  /** The periodic review: still fit, or to be revised. */
  judgeFitness: signed(
    { meaning: 'documents.signed-fitness', kind: 'documents/document' },
    'documents.check',
    one.extend({ outcome: fitness.shape.outcome, note: z.string().trim().min(1).max(1000) }),
    nothing,
  ),
  distribute: command(
    'documents.enter',
    one.extend({
      people: z.array(personId).min(1).max(500),
      mustRead: z.boolean(),
      copyNumber: z.string().trim().max(40).nullable(),
    }),
    nothing,
  ),
  endDistribution: command('documents.enter', z.object({ reader: z.string() }), nothing),
  confirmReading: command('signed-in', ofVersion, nothing),
  /** Hands out a file whose grade asks for it; that it was opened stands in the trail. */
  openVersion: command('signed-in', ofVersion, stored),
  /** What a version says as plain text, to be looked at without another program; empty where it cannot be read. */
  versionText: query('documents.read', ofVersion, z.object({ text: z.string() })),
  clearances: query('documents.read', nothing, z.array(z.object({ person: personId, grade }))),
  setClearance: command('documents.manage', z.object({ person: personId, grade }), nothing),
  retention: query(
    'documents.read',
    nothing,
    z.object({ retained: z.array(retained), disposals: z.array(disposal), isAlone: z.boolean() }),
  ),
  proposeDisposal: command('documents.enter', proposedDisposal, disposalId),
  declineDisposal: command('documents.approve', z.object({ id: disposalId, reason }), nothing),
  /** Signs the disposal and destroys the file; the record stays. */
  approveDisposal: task(
    'documents.approve',
    z.object({ id: disposalId, password, aloneReason: alone }),
    nothing,
  ),
  externals: query('documents.read', nothing, z.array(external)),
  addExternal: task('documents.enter', externalFacts.extend({ upload: upload.nullable() }), externalId),
  changeExternal: command('documents.enter', externalFacts.extend({ id: externalId }), nothing),
  /** Somebody looked whether the edition is still the current one. */
  checkExternal: task(
    'documents.enter',
    z.object({
      id: externalId,
      outcome: z.enum(checkOutcomes),
      edition: externalFacts.shape.edition.nullable(),
      note: z.string().trim().max(1000).nullable(),
      upload: upload.nullable(),
    }),
    nothing,
  ),
  /** What must be in writing, and what there is of it. */
  writing: query('documents.read', nothing, z.array(writing)),
  addWriting: command('documents.manage', ownWriting, z.string()),
  removeWriting: command('documents.manage', z.object({ code: z.string() }), nothing),
  /** A sheet with everything about a version: what it is, who signed it, who has it; an old one says so on every page. */
  printCard: task('documents.enter', ofVersion.extend(printing), printed),
  /** The certificate of what was disposed of, as a paper to be kept with the files. */
  printDisposal: task('documents.read', z.object({ id: disposalId, ...printing }), printed),
}
