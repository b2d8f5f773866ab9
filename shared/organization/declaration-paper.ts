import type { Block, Column, Paper } from '#shared/kernel/paper'
import { dayAt } from '#shared/kernel/period'
import type { Language } from '#shared/kernel/texts'

import { type Declaration, isPolicy } from './declaration.ts'
import type { Organization } from './model.ts'
import type { ScopeBasis } from './scope.ts'
import { type SystemWords, systemWords } from './system-words.ts'

/** Everything that a printed policy or scope says. */
export interface DeclarationPrint {
  readonly declaration: Declaration
  /** Every version of the same, for the history. */
  readonly versions: readonly Declaration[]
  readonly organization: Organization | null
  readonly approvedBy: string | null
  readonly language: Language
  readonly isSample: boolean
  readonly madeOn: string
  /** What identifies this content. */
  readonly hash: string
}

/** A policy on a page of its own, or the scope of the system with all that it rests on. */
export function declarationPaper(print: DeclarationPrint): Paper {
  const words = systemWords(print.language)
  const { declaration, organization, language, isSample } = print
  const { content, number, state, validFrom, reviewOn, subsystem } = declaration
  const name = (language === 'en' ? organization?.nameEn : null) ?? organization?.name ?? null
  const title = isPolicy(declaration)
    ? words(`organization.policy.of.${subsystem}`)
    : words('organization.scope.document')
  // A title of the user's own, which is in one language, adds to what the paper calls itself.
  const isOwnTitle = language === 'zh' && content.title !== title
  return {
    title,
    subtitle: name,
    facts: [
      [
        words('organization.declaration.version'),
        `${number} · ${words(`organization.declaration.state.${state}`)}`,
      ],
      [words('organization.declaration.validFrom'), validFrom],
      [words('organization.declaration.reviewOn'), reviewOn],
      ...(declaration.reason === null
        ? []
        : [[words('organization.declaration.reason'), declaration.reason] as const]),
    ],
    blocks: [
      ...(isOwnTitle ? [{ kind: 'heading' as const, level: 1 as const, text: content.title }] : []),
      ...(isPolicy(declaration)
        ? paragraphs((language === 'en' ? declaration.content.textEn : null) ?? declaration.content.text)
        : scopeBlocks(print, words)),
      ...approval(print, words),
    ],
    footer: `${words('organization.declaration.version')} ${number} · ${print.madeOn} · SHA-256 ${print.hash.slice(0, 16)}`,
    watermark: isSample
      ? words('organization.declaration.sample')
      : state === 'approved'
        ? null
        : words(`organization.declaration.state.${state}`),
  }
}

function paragraphs(text: string): Block[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line }))
}

function scopeBlocks({ declaration, versions }: DeclarationPrint, words: SystemWords): Block[] {
  const { content, basis } = declaration
  if (content.kind !== 'scope') return []
  const heading = (part: 'activities' | 'interfaces'): Block => ({
    kind: 'heading',
    level: 2,
    text: words(`organization.scope.part.${part}`),
  })
  return [
    ...paragraphs(content.statement),
    ...(content.activities === null ? [] : [heading('activities'), ...paragraphs(content.activities)]),
    ...(content.interfaces === null ? [] : [heading('interfaces'), ...paragraphs(content.interfaces)]),
    ...(basis === null ? [] : basisBlocks(basis, words)),
    table(
      words('organization.scope.part.history'),
      [
        [words('organization.declaration.version'), 1],
        [words('organization.declaration.validFrom'), 2],
        [words('organization.declaration.state'), 2],
        [words('organization.declaration.reason'), 5],
      ],
      versions.map(({ number, validFrom, state, reason }) => [
        String(number),
        validFrom,
        words(`organization.declaration.state.${state}`),
        reason ?? '—',
      ]),
    ),
  ]
}

/** What the scope rests on, as the registers have it: boundary, places, products, subsystems, exclusions. */
function basisBlocks({ boundary, places, products, adoptions }: ScopeBasis, words: SystemWords): Block[] {
  const heading = (part: 'boundary' | 'products'): Block => ({
    kind: 'heading',
    level: 2,
    text: words(`organization.scope.part.${part}`),
  })
  return [
    heading('boundary'),
    {
      kind: 'paragraph',
      text: boundary
        ? words('organization.scope.rests-on', {
            number: boundary.number,
            title: boundary.title,
            from: boundary.validFrom,
            approach: words(`organization.approach.${boundary.approach}`),
          })
        : words('organization.scope.no-boundary'),
    },
    table(
      words('organization.scope.places'),
      [
        [words('organization.scope.place'), 5],
        [words('organization.scope.share'), 2],
      ],
      places.map(({ name, depth, share }) => [
        `${'　'.repeat(depth)}${name}`,
        share === null ? words('organization.scope.whole') : `${share} %`,
      ]),
    ),
    ...(products.length === 0
      ? []
      : [heading('products'), { kind: 'paragraph' as const, text: products.join('、') }]),
    subsystemTable(adoptions, words),
    ...(boundary && boundary.exclusions.length > 0
      ? [
          table(
            words('organization.scope.part.exclusions'),
            [
              [words('organization.scope.what'), 3],
              [words('organization.scope.size'), 2],
              [words('organization.scope.why'), 5],
            ],
            boundary.exclusions.map(({ what, reason, size }) => [
              what,
              size === null ? '—' : `${size.value} ${size.in}`,
              reason,
            ]),
          ),
        ]
      : []),
  ]
}

function subsystemTable(adoptions: ScopeBasis['adoptions'], words: SystemWords): Block {
  return table(
    words('organization.scope.part.subsystems'),
    [
      [words('organization.scope.subsystem'), 2],
      [words('organization.scope.decision'), 2],
      [words('organization.scope.since'), 2],
      [words('organization.scope.why'), 5],
    ],
    adoptions.map(({ subsystem, isAdopted, since, reason }) => [
      words(`organization.subsystem.${subsystem}`),
      words(isAdopted ? 'organization.adopted' : 'organization.left-out'),
      since ?? words('organization.undecided'),
      reason ?? '—',
    ]),
  )
}

function approval({ declaration, approvedBy }: DeclarationPrint, words: SystemWords): Block[] {
  const { approvedAt, alone } = declaration
  if (approvedAt === null) return [{ kind: 'note', text: words('organization.declaration.not-approved') }]
  return [
    {
      kind: 'paragraph',
      text: words('organization.declaration.approved-by', {
        name: approvedBy ?? '—',
        on: dayAt(approvedAt),
      }),
    },
    ...(alone === null
      ? []
      : [{ kind: 'note' as const, text: words('organization.declaration.alone', { reason: alone }) }]),
  ]
}

export function table(
  caption: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly string[])[],
): Block {
  const heads = columns.map(([title, width]): Column => ({ title, width, align: 'left' }))
  return { kind: 'table', caption, columns: heads, rows, totals: 0 }
}
