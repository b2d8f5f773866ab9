import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { z } from 'zod'

import { receivedFor } from '#db/audits/package-queries'
import { kernelAttachments } from '#db/kernel/tables'
import type { ReadContext, TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { putEvidence } from '#electron/kernel/evidence-store'
import { writeKept } from '#electron/kernel/kept-bytes'
import { type OpenedPackage, openPackage } from '#electron/kernel/sealed-package'
import { stagedUpload } from '#electron/kernel/uploads'
import type { AuditId } from '#shared/audits/audit'
import { type Base, factsOf, type Outgoing, type PackedFile } from '#shared/audits/package'
import { Refusal } from '#shared/kernel/refusal'

import { requireAudit } from './known.ts'

export interface Given {
  readonly upload: string
  readonly passphrase: string
}
interface Opened<T> {
  readonly content: T
  readonly parcel: OpenedPackage
}

/** Opens an upload and holds what is in it against its schema before any of it is believed. */
export async function opened<S extends z.ZodType>(
  task: TaskContext,
  { upload, passphrase }: Given,
  kind: string,
  schema: S,
): Promise<Opened<z.output<S>>> {
  const { path } = stagedUpload(task.folder, upload)
  task.report({ step: 'audits.step-opening', done: 0, total: null })
  const parcel = await openPackage(path, { kind, passphrase })
  const parsed = schema.safeParse(jsonIn(parcel.files.get('content.json')))
  if (!parsed.success) throw new Refusal('kernel.sealed-damaged')
  task.signal.throwIfAborted()
  return { content: parsed.data, parcel }
}
function jsonIn(text: Buffer | undefined): unknown {
  try {
    return JSON.parse(text?.toString('utf8') ?? '') as unknown
  } catch {
    return null
  }
}

/** Where a package came from, as its row says it. */
export function originIn({ storeId, deviceId, head }: OpenedPackage['manifest']) {
  return { store: storeId, device: deviceId, headSeq: head.seq, headHash: head.hash }
}
/** Answers by question, for the merge that comes later. */
export function baseOf(given: Outgoing['answers']): Base {
  return Object.fromEntries(given.map((each) => [each.item, factsOf(each)])) as Base
}

/** Files come along by their hash; a file that a record has already is not attached twice. */
export function keepFiles(
  { db, folder, user, now }: WriteContext,
  files: readonly PackedFile[],
  parcel: OpenedPackage,
): void {
  const place = mkdtempSync(join(folder, 'staging', 'package-'))
  try {
    for (const file of files) {
      const content = parcel.files.get(`files/${file.sha256}`)
      if (!content || sha256(content) !== file.sha256) throw new Refusal('kernel.sealed-damaged')
      const staged = join(place, file.sha256)
      writeKept(staged, content)
      putEvidence(folder, staged)
      const row = { ...file, attachedBy: user ?? 'system', attachedAt: now }
      db.insert(kernelAttachments).values(row).onConflictDoNothing().run()
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Refuses for an audit that came in a package what only the plant it belongs to does. */
export function refuseVisiting({ db }: Pick<ReadContext, 'db'>, id: AuditId): void {
  if (receivedFor(db, id)) throw new Refusal('audits.visiting', { number: requireAudit(db, id).number })
}
