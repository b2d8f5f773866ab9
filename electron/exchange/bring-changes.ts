import { z } from 'zod'

import { peopleById } from '#db/access/queries'
import { broughtPackage, broughtPackages, hasLine } from '#db/exchange/change-queries'
import { changePackages } from '#db/exchange/change-tables'
import type { ReadDb } from '#db/kernel/access'
import { storeIdentity } from '#db/kernel/queries'
import type { TaskContext } from '#electron/kernel/context'
import { openPackage } from '#electron/kernel/sealed-package'
import { discardUpload, stagedUpload } from '#electron/kernel/uploads'
import { changeKindFacts } from '#shared/exchange/change-kinds'
import {
  type ChangedRecord,
  type ChangePackage,
  changePackage,
  type ChangePackageId,
} from '#shared/exchange/changes'
import { Refusal } from '#shared/kernel/refusal'

import { changesKind } from './make-changes.ts'

interface Given {
  readonly upload: string
  readonly passphrase: string
}

/**
 * Takes in what a copy of this folder gives back, for looking at; nothing of it is taken over yet. The same package
 * again changes nothing.
 *
 * @throws Refusal those of `openPackage`; `exchange.changes-other-plant`, `exchange.changes-own` for what was made in this
 *   very folder, `exchange.changes-unknown-base` where the last line that both should have is not in this trail.
 */
export async function bringChanges(
  task: TaskContext,
  { upload, passphrase }: Given,
): Promise<{ id: ChangePackageId; isNew: boolean }> {
  const { path } = stagedUpload(task.folder, upload)
  task.report({ step: 'exchange.changes.step-opening', done: 0, total: null })
  const { manifest, files } = await openPackage(path, { kind: changesKind, passphrase })
  const content = contentIn(files.get('content.json'))
  const { db } = task
  if (manifest.storeId !== storeIdentity(db)?.storeId)
    throw new Refusal('exchange.changes-other-plant', { name: content.organization })
  if (hasLine(db, manifest.head)) throw new Refusal('exchange.changes-own')
  if (!hasLine(db, content.shared))
    throw new Refusal('exchange.changes-unknown-base', { seq: content.shared.seq })
  task.signal.throwIfAborted()
  const isNew = task.promote((context) => {
    if (broughtPackage(context.db, content.id)) return false
    context.db
      .insert(changePackages)
      .values({
        id: content.id,
        branch: content.branch,
        device: manifest.deviceId,
        headSeq: manifest.head.seq,
        headHash: manifest.head.hash,
        madeAt: manifest.madeAt,
        content: withoutKnownNames(context.db, content),
        broughtBy: context.user ?? 'system',
        broughtAt: context.now,
      })
      .run()
    const { seq, hash } = manifest.head
    context.note({ code: 'exchange.changes-brought', records: content.records.length, seq, hash })
    return true
  })
  discardUpload(task.folder, upload)
  return { id: content.id, isNew }
}

/** @throws Refusal `kernel.sealed-damaged`, `exchange.changes-newer` where a later program made it. */
function contentIn(bytes: Buffer | undefined): ChangePackage {
  const given = jsonIn(bytes)
  const format = z.object({ format: z.int().min(2) }).safeParse(given)
  if (format.success) throw new Refusal('exchange.changes-newer')
  const content = changePackage.safeParse(given)
  if (!content.success || !content.data.records.every(isWellFormed))
    throw new Refusal('kernel.sealed-damaged')
  return content.data
}
/** Whether the facts are of the kind that they are said to be. */
function isWellFormed({ kind, base, there }: ChangedRecord): boolean {
  const { facts } = changeKindFacts[kind]
  return (
    [base, there].every((each) => each === null || facts.safeParse(each).success) && (base ?? there) !== null
  )
}
function jsonIn(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '') as unknown
  } catch {
    return null
  }
}

/** Names of people who are known here stand where they can be taken out, and not in what was brought. */
function withoutKnownNames(db: ReadDb, content: ChangePackage): ChangePackage {
  const known = new Set<string>([...peopleById(db).values()].flatMap(({ userId }) => userId ?? []))
  const someone = <T extends ChangePackage['madeBy'] | null>(each: T): T =>
    each?.user && known.has(each.user) ? { ...each, name: '' } : each
  return {
    ...content,
    madeBy: someone(content.madeBy),
    records: content.records.map((record) => ({ ...record, by: someone(record.by) })),
  }
}

/**
 * The records of a package against what its copy was known to have: where an earlier package of the same copy was
 * merged, both sides agreed upon what that one held.
 */
export function recordsAgainst(db: ReadDb, id: ChangePackageId): ChangedRecord[] {
  const found = broughtPackage(db, id)
  if (!found) return []
  const agreed = new Map<string, ChangedRecord['base']>()
  for (const { brought, merge } of broughtPackages(db).toReversed()) {
    if (merge === null || brought.branch !== found.branch || brought.headSeq >= found.headSeq) continue
    const settled = new Set(merge.records.flatMap((each) => (each.outcome === 'left' ? [] : [each.id])))
    for (const record of brought.content.records)
      if (settled.has(record.id)) agreed.set(record.id, record.there)
  }
  return found.content.records.map((record) => {
    const base = agreed.get(record.id)
    return base === undefined ? record : { ...record, base }
  })
}
