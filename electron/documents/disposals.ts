import { rm } from 'node:fs/promises'

import { eq } from 'drizzle-orm'
import type { z } from 'zod'

import {
  disposalById,
  disposalsOf,
  type DocumentRecord,
  documentRecords,
  isFileUsedElsewhere,
} from '#db/documents/queries'
import { bodies, disposals, versions } from '#db/documents/tables'
import type { ReadDb } from '#db/kernel/access'
import { refuseOwnWork } from '#electron/access/duties'
import { confirmPassword } from '#electron/access/prove'
import { sign } from '#electron/access/signatures'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { evidencePath } from '#electron/kernel/evidence-store'
import { takeNumber } from '#electron/kernel/numbers'
import type { Disposal, DisposalId, proposedDisposal, Retained } from '#shared/documents/disposal'
import { endOf, retainedUntil, stateOf } from '#shared/documents/document'
import type { Day } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

import { requireDocument, requireVersion } from './known.ts'
import { sealOfDisposal } from './seals.ts'

/** Versions that ended and whose files are still kept, those first whose time is over first. */
export function retainedOf(records: readonly DocumentRecord[], today: Day): Retained[] {
  return records
    .flatMap(({ item, versions: own }) =>
      own.flatMap((version): Retained[] => {
        const state = stateOf(version, own, item, today)
        const endedOn = endOf(version, own, item)
        if ((state !== 'superseded' && state !== 'obsolete') || endedOn === null) return []
        const { id: document, number, title } = item
        const until = retainedUntil(item, endedOn)
        return [{ version: version.id, document, number, title, label: version.label, state, endedOn, until }]
      }),
    )
    .toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'))
}

/** @throws Refusal `documents.still-used`, `documents.still-retained`, `documents.disposal-waits`. */
export function proposeDisposal(
  context: WriteContext,
  { version: id, method, reason }: z.output<typeof proposedDisposal>,
): DisposalId {
  const { db, newId, user, now, today } = context
  const version = requireVersion(db, id)
  const record = requireDocument(db, version.document)
  const retained = retainedOf([record], today).find((each) => each.version === id)
  if (!retained) throw new Refusal('documents.still-used', { label: version.label })
  if (retained.until === null || retained.until > today)
    throw new Refusal('documents.still-retained', { label: version.label, until: retained.until ?? '—' })
  if (disposalsOf(db).some((each) => each.version === id && each.state !== 'declined'))
    throw new Refusal('documents.disposal-waits', { label: version.label })
  if (user === null) throw new Refusal('kernel.sign-in-first')
  const disposal: DisposalId = newId<'document-disposal'>()
  db.insert(disposals)
    .values({
      id: disposal,
      number: takeNumber(context, 'DSP'),
      document: version.document,
      version: id,
      method,
      reason,
      state: 'proposed',
      proposedBy: user,
      proposedAt: now,
    })
    .run()
  return disposal
}

export function declineDisposal(
  context: WriteContext,
  { id, reason }: { readonly id: DisposalId; readonly reason: string },
): Record<string, never> {
  const { db, user, now } = context
  requireProposed(db, id)
  db.update(disposals)
    .set({ state: 'declined', decidedBy: user as Disposal['decidedBy'], decidedAt: now, note: reason })
    .where(eq(disposals.id, id))
    .run()
  return {}
}

interface Approval {
  readonly id: DisposalId
  readonly password: string
  readonly aloneReason: string | null
}
/**
 * Signs the disposal by somebody else than who proposed it, and destroys the file once that is on record. A file that
 * another record rests on stays, and the certificate says so.
 */
export async function approveDisposal(
  task: TaskContext,
  { id, password, aloneReason }: Approval,
): Promise<Record<string, never>> {
  requireProposed(task.db, id)
  await confirmPassword(task, password)
  const { file, isFileGone } = task.promote((context) => {
    const { db, now, today } = context
    const known = requireProposed(db, id)
    const alone = refuseOwnWork(context, 'disposal', { by: [known.proposedBy], reason: aloneReason })
    const isGone = !isFileUsedElsewhere(db, known.sha256, known.version)
    const decided = { decidedBy: context.user as Disposal['decidedBy'], decidedAt: now, aloneReason: alone }
    db.update(disposals)
      .set({ state: 'done', isFileGone: isGone, ...decided })
      .where(eq(disposals.id, id))
      .run()
    db.update(versions).set({ disposedOn: today }).where(eq(versions.id, known.version)).run()
    db.delete(bodies).where(eq(bodies.version, known.version)).run()
    const signedHash = sealOfDisposal(db, id) ?? ''
    sign(context, {
      record: `documents/document/${known.document}`,
      meaning: 'documents.signed-disposed',
      signedHash,
    })
    return { file: known.sha256, isFileGone: isGone }
  })
  // Only now: a file that is gone while its record says it is there would be a lost file.
  if (isFileGone) await rm(evidencePath(task.folder, file), { force: true })
  return {}
}

function requireProposed(db: ReadDb, id: DisposalId): Disposal {
  const found = disposalById(db, id)
  if (found?.state !== 'proposed') throw new Refusal('documents.no-such-disposal')
  return found
}

export function retentionOf(db: ReadDb, today: Day) {
  return { retained: retainedOf(documentRecords(db), today), disposals: disposalsOf(db) }
}
