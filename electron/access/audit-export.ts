import { renderSVG } from 'uqr'

import { auditLineAt, chainHead, searchAudit, type StoredAuditLine } from '#db/access/audit-queries'
import type { Handlers, TaskContext } from '#electron/kernel/context'
import { giveAnchor, givenAnchors, spelledAnchor } from '#electron/kernel/given-anchors'
import { offerFile, offerPaper } from '#electron/kernel/offer-file'
import type { accessContract } from '#shared/access/contract'
import { accessTexts } from '#shared/access/texts'
import { csvText } from '#shared/kernel/csv'
import type { Paper } from '#shared/kernel/paper'
import { Refusal } from '#shared/kernel/refusal'
import { type Language, say } from '#shared/kernel/texts'

import { questionOf } from './audit-trail.ts'

type ExportHandlers = Pick<Handlers<typeof accessContract>, 'auditExport' | 'anchorSheet' | 'anchors'>

/** The trail and its head, to be taken out of the house. */
export function auditExportHandlers(): ExportHandlers {
  return {
    auditExport: exportTrail,
    anchorSheet: async (task, { language }) => {
      const head = chainHead(task.db)
      if (!head) throw new Refusal('access.no-trail')
      const offered = await offerPaper(task, sheetOf(head, task.now, language), 'pdf')
      giveAnchor(task.folder, { purpose: 'sheet', sha256: null })
      return offered
    },
    anchors: ({ db, folder }) =>
      givenAnchors(folder)
        .toReversed()
        .slice(0, shown)
        .map((given) => {
          const line = auditLineAt(db, given.seq)
          return { ...given, at: line?.at ?? null, holds: line?.hash === given.hash }
        }),
  }
}
/** Anchors that a screen lists; all of them are compared when the chain is verified. */
const shown = 200

/** Lines that are read at a time, newest first. */
const stretch = 2000

async function exportTrail(
  task: TaskContext,
  { filter, kind }: Parameters<ExportHandlers['auditExport']>[1],
): ReturnType<ExportHandlers['auditExport']> {
  const lines: StoredAuditLine[] = []
  for (let before: number | undefined; ;) {
    task.signal.throwIfAborted()
    const found = searchAudit(task.db, questionOf(task.db, { ...filter, before }), stretch)
    lines.push(...found)
    task.report({ step: 'access.exporting', done: lines.length, total: null })
    before = found.at(-1)?.seq
    if (found.length < stretch || before === undefined) break
  }
  if (lines.length === 0) throw new Refusal('access.no-trail')
  lines.reverse()
  const text = kind === 'csv' ? csvOf(lines) : jsonLinesOf(lines)
  const title = `tanbu-audit-${lines.at(-1)?.seq ?? 0}`
  const offered = await offerFile(task, title, kind, Buffer.from(text))
  giveAnchor(task.folder, { purpose: 'trail', sha256: null })
  task.promote(({ note }) =>
    note({ code: 'access.trail-exported', lines: lines.length, head: lines.at(-1)?.hash ?? '' }),
  )
  return { ...offered, lines: lines.length }
}

const columns = ['seq', 'at', 'actor', 'procedure', 'outcome', 'detail', 'previous', 'hash'] as const

/** With a head; the columns are those that the hash covers, and the hash. */
function csvOf(lines: readonly StoredAuditLine[]): string {
  return csvText([columns, ...lines.map((line) => columns.map((column) => line[column]))])
}
/** One JSON object a line, the first of which says what follows. */
function jsonLinesOf(lines: readonly StoredAuditLine[]): string {
  const last = lines.at(-1)
  const head = { format: 'tanbu-audit/1', lines: lines.length, head: { seq: last?.seq, hash: last?.hash } }
  const rows = lines.map((line) => Object.fromEntries(columns.map((column) => [column, line[column]])))
  return `${[head, ...rows].map((row) => JSON.stringify(row)).join('\n')}\n`
}

function sheetOf(
  head: { readonly seq: number; readonly hash: string },
  now: string,
  language: Language,
): Paper {
  const word = (code: keyof typeof accessTexts, facts = {}) => say(accessTexts[code], language, facts)
  const spelled = spelledAnchor(head)
  const grouped = head.hash.match(/.{8}/g)?.join(' ') ?? ''
  return {
    title: word('access.anchor.sheet'),
    subtitle: null,
    facts: [
      [word('access.audit.seq'), String(head.seq)],
      [word('access.anchor.hash'), grouped],
      [word('access.anchor.printed'), now],
    ],
    blocks: [
      { kind: 'paragraph', text: word('access.anchor.what') },
      {
        kind: 'picture',
        caption: spelled,
        svg: renderSVG(spelled, { pixelSize: 6 }),
        width: 240,
        height: 240,
      },
      { kind: 'paragraph', text: word('access.anchor.how', { anchor: spelled }) },
      { kind: 'note', text: word('access.anchor.signed-by') },
    ],
    footer: spelled,
    watermark: null,
  }
}
