import type { Block, Paper } from '#shared/kernel/paper'
import type { Language } from '#shared/kernel/texts'

import type { ShownDocument, ShownVersion } from './contract.ts'
import { type DocumentWords, documentWords } from './words.ts'

export interface Card {
  readonly document: ShownDocument
  readonly version: ShownVersion
  readonly organization: string | null
  /** The name behind a person's or a user's id. */
  readonly nameOf: (id: string | null) => string
  /** The plant's calendar day of an instant. */
  readonly dayOf: (instant: string) => string
  readonly language: Language
}

/**
 * The control sheet of a version: what it is, who wrote, reviewed and approved it, who has it. One that is no longer
 * in force says so across every page, with the day.
 */
export function cardPaper(card: Card): Paper {
  const { document, version, organization, nameOf, language } = card
  const words = documentWords(language)
  const state = words(`documents.state.${version.state}`)
  const isOver =
    version.state === 'superseded' || version.state === 'obsolete' || version.state === 'disposed'
  return {
    title: `${words('documents.paper.card')} ${document.number} ${version.label}`,
    subtitle: organization,
    facts: [
      [words('documents.paper.number'), document.number],
      [words('documents.paper.name'), document.title],
      [words('documents.field.level'), words(`documents.level.${document.level}`)],
      [words('documents.paper.version'), version.label],
      [words('documents.paper.state'), state],
      [words('documents.field.inForceFrom'), version.inForceFrom ?? '—'],
      [words('documents.field.secrecy'), words(`documents.grade.${document.secrecy}`)],
      [words('documents.field.owner'), nameOf(document.owner)],
      [words('documents.field.file'), version.fileName],
      ['SHA-256', version.sha256 ?? '—'],
    ],
    blocks: [
      signatures(card, words),
      ...aloneNote(card, words),
      history(card, words),
      distribution(card, words),
    ],
    footer: `${document.number} · ${version.label} · ${document.title}`,
    watermark: isOver ? words('documents.paper.over', { state, on: version.endedOn ?? '—' }) : null,
  }
}

function signatures(card: Card, words: DocumentWords): Block {
  const { version, nameOf } = card
  return tableOf(
    words('documents.paper.signatures'),
    [words('documents.paper.step'), words('documents.paper.who'), words('documents.paper.on')],
    [
      [words('documents.field.author'), nameOf(version.author), day(card, version.madeAt)],
      [words('documents.field.reviewer'), nameOf(version.reviewedBy), day(card, version.reviewedAt)],
      [words('documents.field.approver'), nameOf(version.approvedBy), day(card, version.approvedAt)],
    ],
  )
}
function aloneNote({ version }: Card, words: DocumentWords): Block[] {
  if (version.aloneReason === null) return []
  return [{ kind: 'note', text: words('documents.version.alone', { reason: version.aloneReason }) }]
}
function history({ document }: Card, words: DocumentWords): Block {
  return tableOf(
    words('documents.paper.history'),
    [words('documents.paper.version'), words('documents.field.change'), words('documents.paper.state')],
    document.versions.map(({ label, change, state, endedOn }) => [
      label,
      change,
      [words(`documents.state.${state}`), endedOn].filter(Boolean).join(' '),
    ]),
  )
}
function distribution(card: Card, words: DocumentWords): Block {
  const { document, nameOf } = card
  const now = document.distribution.filter(({ endedAt }) => endedAt === null)
  return tableOf(
    words('documents.paper.distribution'),
    [words('documents.paper.who'), words('documents.field.copyNumber'), words('documents.paper.read-on')],
    now.map(({ person, copyNumber, readAt }) => [nameOf(person), copyNumber ?? '—', day(card, readAt)]),
  )
}

function day({ dayOf }: Card, instant: string | null): string {
  return instant === null ? '—' : dayOf(instant)
}
function tableOf(caption: string, titles: readonly string[], rows: readonly (readonly string[])[]): Block {
  const columns = titles.map((title, at) => ({ title, align: 'left' as const, width: at === 1 ? 3 : 2 }))
  return { kind: 'table', caption, columns, rows, totals: 0 }
}
