import type { Paper } from '#shared/kernel/paper'
import type { Language } from '#shared/kernel/texts'

import type { Disposal } from './disposal.ts'
import { documentWords } from './words.ts'

export interface Certificate {
  readonly disposal: Disposal
  readonly organization: string | null
  /** The name behind a person's or a user's id. */
  readonly nameOf: (id: string | null) => string
  /** The plant's calendar day of an instant. */
  readonly dayOf: (instant: string) => string
  readonly language: Language
  readonly isSample: boolean
}

/** The certificate that stays of a version when its file is gone: what it was, why and how it went, on whose word (7.4.3). */
export function certificatePaper(certificate: Certificate): Paper {
  const { disposal, organization, nameOf, dayOf, language, isSample } = certificate
  const words = documentWords(language)
  const day = (instant: string | null) => (instant === null ? '—' : dayOf(instant))
  return {
    title: `${words('documents.paper.disposal')} ${disposal.number}`,
    subtitle: organization,
    facts: [
      [words('documents.paper.number'), disposal.documentNumber],
      [words('documents.paper.name'), disposal.title],
      [words('documents.paper.version'), disposal.label],
      [words('documents.field.file'), disposal.fileName],
      ['SHA-256', disposal.sha256],
      [words('documents.retention.method'), words(`documents.method.${disposal.method}`)],
      [words('documents.field.reason'), disposal.reason],
    ],
    blocks: [
      { kind: 'paragraph', text: words('documents.paper.disposal-text', { on: day(disposal.decidedAt) }) },
      {
        kind: 'paragraph',
        text: words(disposal.isFileGone === true ? 'documents.retention.gone' : 'documents.retention.kept'),
      },
      ...(disposal.aloneReason === null
        ? []
        : [
            {
              kind: 'note' as const,
              text: words('documents.version.alone', { reason: disposal.aloneReason }),
            },
          ]),
      {
        kind: 'table',
        caption: words('documents.paper.disposal-signatures'),
        columns: [
          { title: words('documents.paper.step'), align: 'left', width: 2 },
          { title: words('documents.paper.who'), align: 'left', width: 3 },
          { title: words('documents.paper.on'), align: 'left', width: 2 },
        ],
        rows: [
          [words('documents.retention.propose'), nameOf(disposal.proposedBy), day(disposal.proposedAt)],
          [words('documents.retention.approve'), nameOf(disposal.decidedBy), day(disposal.decidedAt)],
        ],
        totals: 0,
      },
    ],
    footer: `${disposal.number} · ${disposal.documentNumber} ${disposal.label}`,
    watermark: isSample ? words('documents.paper.sample') : null,
  }
}
