import { lineKnown, mergesOf, packageBySeal, requestsOf } from '#db/verification/queries'
import { merges } from '#db/verification/tables'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { keepFile } from '#electron/kernel/keep-file'
import { offerWorkbook } from '#electron/kernel/offer-workbook'
import { stagedUpload } from '#electron/kernel/uploads'
import { Refusal } from '#shared/kernel/refusal'
import { type Language, say as word, type Wording } from '#shared/kernel/texts'
import type { CaseId } from '#shared/verification/case'
import { verificationPackageTexts } from '#shared/verification/package-texts'
import type { ReplyLine } from '#shared/verification/request'

import { requireOpen } from './cases.ts'
import { readReplies, replyColumns } from './read-replies.ts'
import { raise, say, verifierEntries } from './requests.ts'
import { requireCase } from './show-case.ts'

interface Merged {
  readonly added: number
  readonly known: number
  readonly differing: number
}

/**
 * Takes in what a verifier sends back. Each line is known by its id: one that came before changes nothing, one that
 * came before with other words stands beside it, and nothing that was said is replaced.
 *
 * @throws Refusal `verification.foreign-replies` for another package's, `verification.reply-unknown-request`
 * {request}, and those of `readReplies`.
 */
export async function mergeReplies(
  task: TaskContext,
  { id, upload }: { readonly id: CaseId; readonly upload: string },
): Promise<Merged> {
  requireOpen(task, id)
  const staged = stagedUpload(task.folder, upload)
  const { seal, lines } = await readReplies(staged)
  if (seal !== null && packageBySeal(task.db, seal)?.case !== id)
    throw new Refusal('verification.foreign-replies', { name: staged.name })
  return task.promote((context) => {
    if (mergesOf(context.db, id).some(({ file }) => file === staged.sha256))
      return { added: 0, known: lines.length, differing: 0 }
    const { sha256: file } = keepFile(context, upload)
    const outcomes = lines.map((line) => mergeLine(context, id, line, file))
    const count = (outcome: keyof Merged) => outcomes.filter((each) => each === outcome).length
    const merged = { added: count('added'), known: count('known'), differing: count('differing') }
    const { db, newId, user, now } = context
    db.insert(merges)
      .values({
        id: newId<'verification-merge'>(),
        case: id,
        file,
        fileName: staged.name,
        seal,
        ...merged,
        madeBy: user ?? 'system',
        madeAt: now,
      })
      .run()
    return merged
  })
}

function mergeLine(context: WriteContext, of: CaseId, line: ReplyLine, file: string): keyof Merged {
  const spoken = { by: line.by, at: line.at ?? context.now, line: line.id, file }
  const before = lineKnown(context.db, of, line.id)
  if (before?.texts.includes(line.text)) return 'known'
  if (before) {
    const entry = {
      request: before.request,
      kind: 'other-wording',
      text: line.text,
      inventory: null,
    } as const
    say(context, entry, ['other-wording'], spoken)
    return 'differing'
  }
  if (line.kind === 'question' || line.kind === 'finding') {
    const { kind, severity, about, text } = line
    raise(context, { case: of, kind, severity, about, text, dueOn: null }, spoken)
    return 'added'
  }
  const request = requestsOf(context.db, of).find(({ number }) => number === line.request)
  if (!request) throw new Refusal('verification.reply-unknown-request', { request: line.request ?? '—' })
  say(
    context,
    { request: request.id, kind: line.kind, text: line.text, inventory: null },
    verifierEntries,
    spoken,
  )
  return 'added'
}

const texts: Readonly<Record<string, Wording>> = verificationPackageTexts
const widths = { kind: 14, request: 10, severity: 12, about: 24, text: 60, by: 16, at: 12, id: 20 } as const

/** The form in which a verifier without the reader writes: a workbook with the requests that are there to be settled. */
export async function repliesForm(
  task: TaskContext,
  { id, language }: { readonly id: CaseId; readonly language: Language },
): Promise<{ readonly download: string; readonly fileName: string }> {
  const of = requireCase(task.db, id)
  const say = (code: string) => (texts[code] ? word(texts[code], language) : code)
  const title = `${of.number} ${say('verification.form.title')}`
  const known = requestsOf(task.db, id).map(({ number, text }) => `${number}: ${text}`)
  return offerWorkbook(task, title, [
    {
      name: say('verification.form.title'),
      title,
      lines: [of.title, say('verification.form.how'), ...known],
      columns: replyColumns.map((column) => ({
        title: say(`verification.form.${column}`),
        width: widths[column],
      })),
      rows: [],
      notes: [],
      landscape: true,
    },
  ])
}
