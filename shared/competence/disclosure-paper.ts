import type { Block, Paper } from '#shared/kernel/paper'
import { dayAt } from '#shared/kernel/period'
import { type Language, say, type Wording } from '#shared/kernel/texts'

import { competenceMessageTexts } from './message-texts.ts'
import type { Disclosure } from './message.ts'
import { competenceTexts } from './texts.ts'

const texts = { ...competenceTexts, ...competenceMessageTexts }

/** What is disclosed, with the hash under which it was approved on every page (7.3.1). */
export function disclosurePaper(disclosure: Disclosure, organization: string, language: Language): Paper {
  const word = (code: keyof typeof texts) => say(texts[code] as Wording, language)
  const { number, title, recipient, basis, secrecy, figures, words, sha256, approvedAt, state } = disclosure
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: word('competence.disclosure.figures'),
      columns: [
        { title: word('competence.disclosure.label'), align: 'left', width: 5 },
        { title: word('competence.disclosure.value'), align: 'right', width: 3 },
        { title: word('competence.field.unit'), align: 'left', width: 2 },
      ],
      rows: figures.map(({ label, value, unit }) => [label, value, unit]),
      totals: 0,
    },
    ...(words === '' ? [] : [{ kind: 'paragraph' as const, text: words }]),
    ...(basis === ''
      ? []
      : [{ kind: 'note' as const, text: `${word('competence.disclosure.basis')}: ${basis}` }]),
  ]
  return {
    title: `${number} ${title}`,
    subtitle: organization,
    facts: [
      [word('competence.disclosure.recipient'), recipient],
      [word('competence.field.secrecy'), word(`competence.secrecy.${secrecy}`)],
      [word('competence.field.state'), word(`competence.disclosure.state.${state}`)],
    ],
    blocks,
    footer: `${number} · ${approvedAt === null ? '' : dayAt(approvedAt)} · SHA-256 ${sha256 ?? ''}`,
    watermark: secrecy === 'confidential' ? word('competence.secrecy.confidential') : null,
  }
}
