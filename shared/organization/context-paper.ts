import type { Block, Paper } from '#shared/kernel/paper'
import type { Language } from '#shared/kernel/texts'

import { fieldsOf, isCurrent, type Issue, type Strategy, strategyKinds, swotFields } from './context.ts'
import { table } from './declaration-paper.ts'
import type { Organization } from './model.ts'
import type { Party } from './parties.ts'
import { type SystemWords, systemWords } from './system-words.ts'

/** Everything that the printed context says. */
export interface ContextPrint {
  readonly issues: readonly Issue[]
  readonly strategies: readonly Strategy[]
  readonly parties: readonly Party[]
  readonly nameOf: (person: string | null) => string
  readonly organization: Organization | null
  readonly language: Language
  readonly isSample: boolean
  readonly madeOn: string
}

/** Issues by field, the strategies that combine them, and the interested parties with their needs (4.1, 4.2). */
export function contextPaper(print: ContextPrint): Paper {
  const { organization, language, isSample, madeOn } = print
  const words = systemWords(language)
  return {
    title: words('organization.context.document'),
    subtitle: (language === 'en' ? organization?.nameEn : null) ?? organization?.name ?? null,
    facts: [],
    blocks: [
      ...swotFields.flatMap((field) => issueBlocks(print, field, words)),
      ...strategyBlocks(print, words),
      ...partyBlocks(print, words),
    ],
    footer: `${words('organization.context.document')} · ${madeOn}`,
    watermark: isSample ? words('organization.declaration.sample') : null,
  }
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text }
}

function issueBlocks({ issues, nameOf }: ContextPrint, field: Issue['field'], words: SystemWords): Block[] {
  const own = issues.filter((each) => each.field === field && isCurrent(each))
  const title = words(`organization.swot.${field}`)
  if (own.length === 0) return [heading(title), { kind: 'paragraph', text: words('organization.swot.none') }]
  return [
    table(
      title,
      [
        [words('organization.issue.title'), 4],
        [words('organization.issue.theme'), 2],
        [words('organization.issue.effect'), 5],
        [words('organization.issue.owner'), 2],
        [words('organization.issue.reviewOn'), 2],
      ],
      own.map((each) => [
        each.title,
        words(`organization.theme.${each.theme}`),
        each.effect,
        nameOf(each.owner),
        each.reviewOn,
      ]),
    ),
  ]
}

function strategyBlocks({ strategies, issues }: ContextPrint, words: SystemWords): Block[] {
  if (strategies.length === 0) return []
  const title = words('organization.strategies')
  const rows = strategyKinds.flatMap((kind) =>
    strategies
      .filter((each) => each.kind === kind)
      .map((each) => [
        words(`organization.strategy.${kind}`),
        fieldsOf[kind].map((field) => words(`organization.swot.${field}`)).join(' × '),
        each.statement,
        each.issues.flatMap((id) => issues.find((issue) => issue.id === id)?.title ?? []).join('；'),
      ]),
  )
  return [
    table(
      title,
      [
        [words('organization.strategy.kind'), 2],
        [words('organization.strategy.fields'), 2],
        [words('organization.strategy.statement'), 5],
        [words('organization.strategy.issues'), 5],
      ],
      rows,
    ),
  ]
}

function partyBlocks({ parties }: ContextPrint, words: SystemWords): Block[] {
  const current = parties.filter(isCurrent)
  if (current.length === 0) return []
  const title = words('organization.parties.title')
  const decided = { true: 'yes', false: 'no', null: 'open' } as const
  return [
    table(
      title,
      [
        [words('organization.party.name'), 3],
        [words('organization.party.category'), 2],
        [words('organization.need.what'), 5],
        [words('organization.need.answer'), 4],
        [words('organization.need.isObligation'), 2],
      ],
      current.flatMap(({ name, category, needs }) =>
        needs.map(({ what, answer, isObligation }) => [
          name,
          words(`organization.party-category.${category}`),
          what,
          answer ?? '—',
          words(`organization.need.${decided[`${isObligation}`]}`),
        ]),
      ),
    ),
  ]
}
