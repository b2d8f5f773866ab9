import type { Block, Paper } from '#shared/kernel/paper'
import { dayAt } from '#shared/kernel/period'

import { conclusions } from './audit.ts'
import {
  type Answer,
  type Correction,
  coverageOf,
  type CoverageRow,
  isFinding,
  type ListedItem,
  progressOf,
  type Quote,
} from './checklist.ts'
import {
  approval,
  type AuditWords,
  auditWords,
  heading,
  headOf,
  listed,
  paragraph,
  planBlocks,
  type PlanPrint,
  table,
} from './paper.ts'
import type { Receipt } from './receipt.ts'

export interface ReportPrint extends PlanPrint {
  readonly items: readonly ListedItem[]
  readonly quotes: readonly Quote[]
  readonly corrections: readonly Correction[]
  readonly receipts: readonly Receipt[]
}

/** The report: how the audit went, what was found, what is concluded, and what was covered (A.9.3 c). */
export function reportPaper(print: ReportPrint): Paper {
  const { audit, isSample, language } = print
  const words = auditWords(language)
  return {
    title: `${words('audits.paper.report')} ${audit.number}`,
    subtitle: audit.title,
    facts: headOf(print, words),
    blocks: [
      ...summary(print, words),
      ...conclusions.flatMap((part): Block[] => [
        heading(words(`audits.conclude.${part}`)),
        paragraph(audit.report[part] || '—'),
      ]),
      ...findings(print, words),
      ...coverage(coverageOf(print.items), words),
      ...sampling(print, words),
      ...corrections(print, words),
      ...planBlocks(print, words),
      approval(print, words),
      ...distribution(print, words),
      ...signed(print, words),
    ],
    footer: `${audit.number} · ${print.madeOn}`,
    watermark: isSample
      ? words('audits.paper.sample')
      : audit.reportedAt === null
        ? words('audits.paper.not-signed')
        : null,
  }
}

function summary({ items }: ReportPrint, words: AuditWords): Block[] {
  const { findings: found, ...counts } = progressOf(items)
  const rests = (basis: Answer['basis'][number]) =>
    items.filter(({ answer }) => answer?.basis.includes(basis)).length
  return [
    heading(words('audits.paper.summary')),
    paragraph(words('audits.paper.looked', { ...counts, ...found })),
    paragraph(
      words('audits.paper.rests', {
        interview: rests('interview'),
        site: rests('site'),
        record: rests('record'),
      }),
    ),
  ]
}

function findings({ items, quotes, language }: ReportPrint, words: AuditWords): Block[] {
  const found = (['major', 'minor', 'observation'] as const).flatMap((verdict) =>
    items.filter(({ answer }) => answer?.verdict === verdict),
  )
  if (found.length === 0)
    return [heading(words('audits.paper.findings')), paragraph(words('audits.paper.no-findings'))]
  return [
    heading(words('audits.paper.findings')),
    ...found.flatMap((item): Block[] => {
      const { clause, title, require, answer, raised } = item
      if (!answer || !isFinding(answer.verdict)) return []
      return [
        heading(`${words(`audits.verdict.${answer.verdict}`)} · ${clause} ${title[language]}`, 3),
        paragraph(require[language]),
        table(
          `${clause} ${title[language]}`,
          [
            [words('audits.paper.matter'), 2],
            [words('audits.paper.says'), 8],
          ],
          [
            [words('audits.paper.fact'), answer.note || '—'],
            [
              words('audits.paper.department'),
              [answer.department, answer.place, answer.interviewed]
                .filter((each) => each !== '')
                .join(' · ') || '—',
            ],
            [words('audits.paper.evidence'), evidenceOf(item, answer, quotes, words)],
            [words('audits.paper.case'), raised?.number ?? '—'],
          ],
        ),
      ]
    }),
  ]
}
function evidenceOf(
  { id, quotes: quoted, photos }: ListedItem,
  { basis }: Answer,
  quotes: readonly Quote[],
  words: AuditWords,
): string {
  const own = quotes.filter(({ item }) => item === id)
  const parts = [
    listed(
      words,
      basis.map((each) => words(`audits.basis.${each}`)),
    ),
    words('audits.paper.evidence-is', { quotes: quoted, photos }),
    ...own.map(({ title, sha256, takenAt }) =>
      words('audits.paper.quoted', {
        title,
        at: takenAt.slice(0, 16).replace('T', ' '),
        hash: sha256.slice(0, 16),
      }),
    ),
  ]
  return parts.filter((each) => each !== '').join('; ')
}

function coverage(rows: readonly CoverageRow[], words: AuditWords): Block[] {
  const numbers = ({ items, looked, findings: found }: Omit<CoverageRow, 'clause'>) => [
    String(items),
    String(looked),
    String(found.major),
    String(found.minor),
    String(found.observation),
    looked === 0
      ? words('audits.paper.no')
      : words(looked === items ? 'audits.paper.yes' : 'audits.paper.partly'),
  ]
  const sum = rows.reduce(
    (all, each) => ({
      items: all.items + each.items,
      looked: all.looked + each.looked,
      left: all.left + each.left,
      findings: {
        major: all.findings.major + each.findings.major,
        minor: all.findings.minor + each.findings.minor,
        observation: all.findings.observation + each.findings.observation,
      },
    }),
    { items: 0, looked: 0, left: 0, findings: { major: 0, minor: 0, observation: 0 } },
  )
  return [
    heading(words('audits.paper.coverage')),
    table(
      words('audits.paper.coverage'),
      [
        [words('audits.paper.clause'), 2],
        [words('audits.paper.questions'), 1],
        [words('audits.paper.covered'), 1],
        [words('audits.verdict.major'), 1],
        [words('audits.verdict.minor'), 1],
        [words('audits.verdict.observation'), 1],
        [words('audits.paper.audited'), 1],
      ],
      [...rows.map((row) => [row.clause, ...numbers(row)]), [words('audits.paper.sum'), ...numbers(sum)]],
      1,
    ),
  ]
}

function sampling({ items }: ReportPrint, words: AuditWords): Block[] {
  const drawn = items.flatMap(({ clause, sample }) => (sample ? [{ clause, ...sample }] : []))
  if (drawn.length === 0) return []
  return [
    heading(words('audits.paper.sampling')),
    table(
      words('audits.paper.sampling'),
      [
        [words('audits.paper.clause'), 1],
        [words('audits.paper.population'), 3],
        [words('audits.paper.sampling'), 1],
        [words('audits.paper.seed'), 1],
        [words('audits.paper.chosen'), 4],
      ],
      drawn.map(({ clause, population, size, count, seed, chosen }) => [
        clause,
        population,
        words('audits.paper.of', { size, count }),
        String(seed),
        chosen.join(', '),
      ]),
    ),
  ]
}

function corrections({ corrections: made, items, names }: ReportPrint, words: AuditWords): Block[] {
  if (made.length === 0) return []
  const clauseOf = (id: string) => items.find((each) => each.id === id)?.clause ?? '—'
  return [
    heading(words('audits.paper.corrections')),
    table(
      words('audits.paper.corrections'),
      [
        [words('audits.paper.clause'), 1],
        [words('audits.paper.corrected'), 4],
        [words('audits.paper.reason'), 3],
        [words('audits.paper.person'), 2],
      ],
      made.map(({ item, verdict, note, reason, madeBy, madeAt }) => [
        clauseOf(item),
        [words(`audits.verdict.${verdict}`), note].filter((each) => each !== '').join(': '),
        reason,
        `${names.get(madeBy) ?? '—'} ${dayAt(madeAt)}`,
      ]),
    ),
  ]
}

function distribution({ receipts, names }: ReportPrint, words: AuditWords): Block[] {
  const sent = receipts.filter(({ what }) => what === 'report')
  if (sent.length === 0) return []
  return [
    heading(words('audits.paper.distribution')),
    table(
      words('audits.paper.distribution'),
      [
        [words('audits.paper.person'), 3],
        [words('audits.paper.sent'), 2],
        [words('audits.paper.due'), 2],
        [words('audits.paper.received'), 2],
      ],
      sent.map(({ person, sentAt, due, receivedAt }) => [
        names.get(person) ?? '—',
        dayAt(sentAt),
        due,
        receivedAt === null ? '—' : dayAt(receivedAt),
      ]),
    ),
  ]
}

function signed({ audit, names }: ReportPrint, words: AuditWords): Block[] {
  if (audit.reportedAt === null) return [paragraph(words('audits.paper.not-signed'))]
  const facts = {
    name: names.get(audit.reportedBy ?? '') ?? '—',
    at: dayAt(audit.reportedAt),
    hash: audit.reportHash ?? '',
  }
  return [
    paragraph(words('audits.paper.signed', facts)),
    ...(audit.signedFor === null
      ? []
      : [{ kind: 'note', text: words('audits.paper.signed-for', { reason: audit.signedFor }) } as const]),
  ]
}
