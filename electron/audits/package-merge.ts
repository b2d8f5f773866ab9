import { eq } from 'drizzle-orm'

import { peopleById } from '#db/access/queries'
import { clashById, lastMerged, packageById } from '#db/audits/package-queries'
import { answerOf, itemsOf, quoteById } from '#db/audits/queries'
import { answers, clashes, packages, quotes, samples } from '#db/audits/tables'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import type { AuditId } from '#shared/audits/audit'
import type { ItemId } from '#shared/audits/checklist'
import {
  type AnswerField,
  type Base,
  type Clash,
  mergeAnswers,
  type Returning,
  returning,
} from '#shared/audits/package'
import { Refusal } from '#shared/kernel/refusal'

import { beginWith } from './checklist.ts'
import { requireAudit } from './known.ts'
import { packageKinds } from './package-make.ts'
import { baseOf, type Given, keepFiles, opened, originIn } from './package-open.ts'

/**
 * Merges what came back from a laptop with what was written here meanwhile, field by field. What clashes stays as it
 * is here and is laid side by side; quotes and files are added. The same package again changes nothing.
 *
 * @throws Refusal those of opening; `audits.package-unknown` where nothing of the kind went out from here,
 *   `audits.cannot` after the report was signed.
 */
export async function mergePackage(
  task: TaskContext,
  given: Given,
): Promise<{ audit: AuditId; isNew: boolean; taken: number; clashes: number }> {
  const { content, parcel } = await opened(task, given, packageKinds.returning, returning)
  const sent = packageById(task.db, content.answersTo)
  if (sent?.direction !== 'sent' || sent.audit !== content.audit) throw new Refusal('audits.package-unknown')
  const audit = requireAudit(task.db, content.audit)
  if (packageById(task.db, content.id)) return { audit: audit.id, isNew: false, taken: 0, clashes: 0 }
  return task.promote((context) => {
    const own = new Set(sent.items)
    if ([...content.answers, ...content.quotes, ...content.samples].some(({ item }) => !own.has(item)))
      throw new Refusal('audits.package-unknown')
    const [first] = itemsOf(context.db, audit.id)
    if (first) beginWith(context, first.id)
    const merged = mergeAll(context, content, lastMerged(context.db, sent.id)?.base ?? sent.base)
    const auditorName = content.auditorName
    context.db
      .insert(packages)
      .values({
        id: content.id,
        audit: audit.id,
        direction: 'merged',
        answersTo: sent.id,
        auditor: content.auditor,
        auditorName,
        items: content.answers.map(({ item }) => item),
        base: { ...sent.base, ...baseOf(content.answers) },
        ...originIn(parcel.manifest),
        taken: merged.taken,
        madeBy: context.user ?? 'system',
        madeAt: context.now,
      })
      .run()
    for (const each of merged.clashes) context.db.insert(clashes).values(each).run()
    addQuotes(context, content)
    for (const each of content.samples) context.db.insert(samples).values(each).onConflictDoNothing().run()
    keepFiles(
      context,
      content.files.filter(({ record }) => own.has(record.replace('audits/item/', '') as ItemId)),
      parcel,
    )
    // The foreign trail stays what it is; one line of this one says how far it went.
    const { seq, hash } = parcel.manifest.head
    context.note({
      code: 'audits.package-merged',
      name: auditorName,
      device: parcel.manifest.deviceId,
      seq,
      hash,
    })
    return { audit: audit.id, isNew: true, taken: merged.taken, clashes: merged.clashes.length }
  })
}

/** Takes over what only the laptop changed, and lists what both changed. */
function mergeAll(context: WriteContext, content: Returning, base: Base) {
  const { db, newId } = context
  const author = authorOf(context, content)
  let count = 0
  const clashing: (typeof clashes.$inferInsert)[] = []
  for (const theirs of content.answers) {
    const ours = answerOf(db, theirs.item)
    const from = base[theirs.item] ?? null
    const { facts, taken, clashes: differing } = mergeAnswers(from, ours, theirs)
    count += taken.length
    const isTheirs = taken.length > 0
    const row = {
      ...facts,
      basis: [...facts.basis],
      answeredBy: isTheirs ? author : (ours?.answeredBy ?? null),
      answeredAt: isTheirs ? theirs.answeredAt : (ours?.answeredAt ?? context.now),
    }
    if (isTheirs)
      db.insert(answers)
        .values({ item: theirs.item, ...row })
        .onConflictDoUpdate({ target: answers.item, set: row })
        .run()
    for (const field of differing)
      clashing.push({
        id: newId<'audit-clash'>(),
        package: content.id,
        item: theirs.item,
        field,
        base: [from?.[field] ?? null],
        ours: [ours?.[field] ?? null],
        oursBy: ours?.answeredBy ?? null,
        oursAt: ours?.answeredAt ?? null,
        theirs: [theirs[field]],
        theirsBy: theirs.answeredByName === '' ? content.auditorName : theirs.answeredByName,
        theirsAt: theirs.answeredAt,
      })
  }
  return { taken: count, clashes: clashing }
}

/** Who answered, as this store knows him: the person for whom the package was made, else one of the name it bears. */
function authorOf({ db }: WriteContext, { auditor, auditorName }: Returning): string | null {
  const known = peopleById(db)
  const person =
    auditor === null ? [...known.values()].find(({ name }) => name === auditorName) : known.get(auditor)
  return person?.userId ?? person?.personId ?? null
}

function addQuotes(context: WriteContext, content: Returning): void {
  const author = authorOf(context, content)
  for (const { takenByName: name, ...each } of content.quotes) {
    if (quoteById(context.db, each.id)) continue
    if (sha256(each.snapshot) !== each.sha256) throw new Refusal('kernel.sealed-damaged')
    const takenBy = author ?? name
    context.db
      .insert(quotes)
      .values({ ...each, takenBy })
      .run()
  }
}

/** Chooses one side of a clash, which becomes the answer's. @throws Refusal `audits.clash-settled`. */
export function choose(
  context: WriteContext,
  { id, choice }: { readonly id: Clash['id']; readonly choice: 'ours' | 'theirs' },
): void {
  const { db, user, now } = context
  const found = clashById(db, id)
  if (!found || found.choice !== null) throw new Refusal('audits.clash-settled')
  beginWith(context, found.item)
  db.update(clashes).set({ choice, chosenBy: user, chosenAt: now }).where(eq(clashes.id, id)).run()
  if (choice === 'ours') return
  const field: AnswerField = found.field
  db.update(answers)
    .set({ [field]: found.theirs[0], answeredBy: user, answeredAt: now })
    .where(eq(answers.item, found.item))
    .run()
}
