import { readTable } from '#electron/activity/read-table'
import { sha256 } from '#electron/kernel/crypto'
import { readKept } from '#electron/kernel/kept-bytes'
import type { Upload } from '#electron/kernel/uploads'
import { cellAt, type TableRow } from '#shared/activity/cell'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import type { Wording } from '#shared/kernel/texts'
import { verificationPackageTexts } from '#shared/verification/package-texts'
import { replyFile, type ReplyFile, type ReplyLine, replyLine } from '#shared/verification/request'

import { parsedOrNull } from './open-package.ts'

/** Lines of a file, and the seal of the package they are about where the file says it. */
interface Replies {
  readonly seal: string | null
  readonly lines: readonly ReplyLine[]
}

/** The columns of the form in their order; their heads are known in both languages. */
export const replyColumns = ['kind', 'request', 'severity', 'about', 'text', 'by', 'at', 'id'] as const
export type ReplyColumn = (typeof replyColumns)[number]

/**
 * Reads what a verifier sends back: the file that the reader of the package saves, or the form as CSV or workbook.
 *
 * @throws Refusal `verification.replies-unreadable` {name, row}.
 */
export async function readReplies({ path, name }: Upload): Promise<Replies> {
  const isJson = /\.json$/i.test(name)
  return isJson
    ? fromJson(readKept(path).toString('utf8'), name)
    : { seal: null, lines: await fromTable(path, name) }
}

function fromJson(text: string, name: string): ReplyFile {
  const parsed = replyFile.safeParse(parsedOrNull(text.replace(/^\uFEFF/, '')))
  if (!parsed.success)
    throw new Refusal('verification.replies-unreadable', { name, row: firstPlace(parsed.error.issues) })
  return parsed.data
}
function firstPlace(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  return issues[0]?.path.map(String).join('.') ?? ''
}

async function fromTable(path: string, name: string): Promise<ReplyLine[]> {
  const lines: ReplyLine[] = []
  let columns: ReadonlyMap<ReplyColumn, number> | null = null
  for await (const row of readTable(path, name)) {
    if (columns === null) {
      columns = columnsIn(row)
      continue
    }
    const at = (column: ReplyColumn) => {
      const place = columns?.get(column)
      return place === undefined ? '' : cellAt(row, place).text.trim()
    }
    // What stands below the table in a printed form has neither kind nor text.
    if (at('text') === '' || at('kind') === '') continue
    const parsed = replyLine.safeParse(lineOf(at))
    if (!parsed.success) throw new Refusal('verification.replies-unreadable', { name, row: row.number })
    lines.push(parsed.data)
  }
  if (columns === null) throw new Refusal('verification.replies-unreadable', { name, row: 1 })
  return lines
}

/** Where the columns stand, if this row is the head of the table. */
function columnsIn({ cells }: TableRow): ReadonlyMap<ReplyColumn, number> | null {
  const found = new Map<ReplyColumn, number>()
  for (const [place, { text }] of cells.entries()) {
    const column = replyColumns.find((each) => isWordFor(`verification.form.${each}`, each, text))
    if (column) found.set(column, place)
  }
  return found.has('kind') && found.has('text') && found.has('by') ? found : null
}

const known: Readonly<Record<string, Wording>> = verificationPackageTexts
function isWordFor(code: string, plain: string, text: string): boolean {
  const wording = known[code]
  const said = text.trim().toLowerCase()
  return said === plain || said === wording?.zh.toLowerCase() || said === wording?.en.toLowerCase()
}
function codeOf(codes: readonly string[], prefix: string, text: string): string | null {
  return codes.find((code) => isWordFor(`${prefix}${code}`, code, text)) ?? null
}

function lineOf(at: (column: ReplyColumn) => string): unknown {
  const facts = {
    kind: codeOf(replyLine.shape.kind.options, 'verification.form.kind.', at('kind')),
    request: /^\d{1,9}$/.test(at('request')) ? Number.parseInt(at('request'), 10) : null,
    severity: codeOf(['minor', 'major', 'observation'], 'verification.form.severity.', at('severity')),
    about: at('about'),
    text: at('text'),
    by: at('by'),
  }
  const id = at('id') === '' ? sha256(canonical(facts)).slice(0, 32) : at('id')
  const day = /^\d{4}-\d{2}-\d{2}/.exec(at('at'))?.[0]
  return { ...facts, id, at: day === undefined ? null : `${day}T00:00:00.000Z` }
}
