import { z } from 'zod'

import { userId } from '#shared/access/model'
import { idOf } from '#shared/kernel/id'
import { day, instant } from '#shared/kernel/period'

import { documentId, versionId } from './document.ts'

export const disposalId = idOf<'document-disposal'>()
export type DisposalId = z.output<typeof disposalId>

/** What is done with paper; the file is erased in any case. */
export const disposalMethods = ['erased', 'shredded', 'burnt', 'handed-over'] as const
const reason = z.string().trim().min(1).max(1000)

/** What was disposed of, on whose word: the certificate that stays when the file is gone (7.4.3). */
export const disposal = z.object({
  id: disposalId,
  number: z.string(),
  document: documentId,
  version: versionId,
  documentNumber: z.string(),
  title: z.string(),
  label: z.string(),
  method: z.enum(disposalMethods),
  reason,
  state: z.enum(['proposed', 'done', 'declined']),
  fileName: z.string(),
  sha256: z.string(),
  /** False where another record rests on the same file, which then stays. Null before it is decided. */
  isFileGone: z.boolean().nullable(),
  proposedBy: userId,
  proposedAt: instant,
  decidedBy: userId.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  aloneReason: z.string().nullable(),
})
export type Disposal = Readonly<z.output<typeof disposal>>

export const proposedDisposal = z.object({
  version: versionId,
  method: z.enum(disposalMethods),
  reason,
})

/** A version that is no longer used and waits for the end of its time. */
export const retained = z.object({
  version: versionId,
  document: documentId,
  number: z.string(),
  title: z.string(),
  label: z.string(),
  state: z.enum(['superseded', 'obsolete']),
  endedOn: day,
  /** Null: kept for good. */
  until: day.nullable(),
})
export type Retained = Readonly<z.output<typeof retained>>
