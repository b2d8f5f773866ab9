import type { Block, Paper } from '#shared/kernel/paper'
import type { Language } from '#shared/kernel/texts'

import { filled, type Piece, type Template, type TemplateFacts } from './template.ts'
import { documentWords } from './words.ts'

/** A record as a register in a document names it. */
export interface RegisterRow {
  readonly number: string | null
  readonly title: string
  readonly state: string | null
}

export interface Filling {
  readonly template: Template
  readonly language: Language
  readonly number: string
  readonly label: string
  readonly facts: TemplateFacts
  /** The rows of each register that a template asks for, by kind. */
  readonly registers: (kind: string) => readonly RegisterRow[]
  readonly isSample: boolean
}

/** A document of the system, filled from the records of the organization; what they do not say is left blank. */
export function templatePaper(filling: Filling): Paper {
  const { template, language, number, label, facts, isSample } = filling
  const words = documentWords(language)
  return {
    title: template.title[language],
    subtitle: facts['organization'] ?? null,
    facts: [
      [words('documents.paper.number'), number],
      [words('documents.paper.version'), label],
      [words('documents.paper.clauses'), template.clauses],
      [words('documents.paper.made-on'), facts['today'] ?? ''],
    ],
    blocks: template.pieces.flatMap((piece) => blocksOf(piece, filling)),
    footer: `${number} · ${label} · ${template.title[language]}`,
    watermark: isSample ? words('documents.paper.sample') : null,
  }
}

function blocksOf(piece: Piece, { language, facts, registers }: Filling): Block[] {
  const words = documentWords(language)
  const said = (text: { readonly zh: string; readonly en: string }) => filled(text[language], facts)
  if ('heading' in piece) return [{ kind: 'heading', level: 1, text: said(piece.heading) }]
  if ('text' in piece) return [{ kind: 'paragraph', text: said(piece.text) }]
  if ('steps' in piece)
    return piece.steps.map((step, at) => ({ kind: 'paragraph', text: `${at + 1}. ${said(step)}` }))
  if ('blank' in piece)
    return [
      {
        kind: 'table',
        caption: said(piece.caption),
        columns: piece.blank.map((title) => ({ title: said(title), align: 'left' as const, width: 2 })),
        rows: Array.from({ length: piece.rows }, () => piece.blank.map(() => '')),
        totals: 0,
      },
    ]
  const rows = registers(piece.register)
  if (rows.length === 0)
    return [{ kind: 'note', text: words('documents.paper.no-records', { caption: said(piece.caption) }) }]
  return [
    {
      kind: 'table',
      caption: said(piece.caption),
      columns: [
        { title: words('documents.paper.number'), align: 'left', width: 2 },
        { title: words('documents.paper.name'), align: 'left', width: 5 },
        { title: words('documents.paper.state'), align: 'left', width: 2 },
      ],
      rows: rows.map(({ number, title, state }) => [number ?? '', title, state ?? '']),
      totals: 0,
    },
  ]
}
