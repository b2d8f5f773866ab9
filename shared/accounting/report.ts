import type { Block, Column, Paper } from '#shared/kernel/paper'
import { type Sheet, textOfCell } from '#shared/kernel/sheet'
import type { Approach } from '#shared/organization/boundary'

import type { Account, Apart } from './account.ts'
import type { ReportInput } from './report-input.ts'
import { lowered } from './report-rows.ts'
import { standingBlocks } from './report-standing.ts'
import { tablesE } from './report-tables.ts'
import type { ReportCode } from './report-texts.ts'
import { uncertaintyBlocks } from './report-uncertainty.ts'
import { productionBlocks, viewBlocks } from './report-views.ts'
import { inWords, organizationIn, printedTotal, type Words } from './report-words.ts'

/**
 * The emission report of one inventory as a paper: planning of the report (A.6.5.2.3 a to h), boundary, emissions,
 * what is reported apart, data quality, tables E.1 to E.6 and the statement of truth.
 */
export function reportOf(input: ReportInput): Paper {
  const words = inWords(input.language)
  const current = input.years.at(-1)
  return {
    title: input.title,
    subtitle: organizationIn(input.language, input.organization),
    facts: factsOf(input, words),
    blocks: [
      ...planning(input, words),
      ...boundary(input, words),
      ...(current?.account ? emissions(current.account, input, words) : []),
      ...quality(input, words),
      ...standingBlocks(input.standing, input.language),
      ...uncertaintyBlocks(input.uncertainty, input.language),
      heading('report.h-tables', words),
      ...tablesE(input).flatMap(asBlocks),
      heading('report.h-statement', words),
      paragraph(words('report.statement')),
      ...input.signatures.map(({ name, at, holds }) =>
        paragraph(words(holds ? 'report.signed' : 'report.signed-before', { name, at })),
      ),
      paragraph(words('report.signature-line')),
    ],
    footer: words('report.footer', {
      version: input.version,
      date: input.madeOn,
      hash: input.hash.slice(0, 16),
    }),
    watermark: watermarkOf(input, words),
  }
}

/** The file name of an export, without its ending, that every file system takes. */
export function fileNameOf(input: ReportInput): string {
  const year = input.years.at(-1)?.year ?? ''
  return `${input.organization.name}-${year}-v${input.version}`.replace(/[\\/:*?"<>|\s]+/g, '_')
}

function watermarkOf(input: ReportInput, words: Words): string | null {
  if (input.isSample) return words('report.sample')
  if (input.isExpired) return words('report.expired')
  return input.isFrozen ? null : words('report.working')
}

function factsOf(
  { organization, guideline, editions, language, gwpSet, rounding, isFrozen }: ReportInput,
  words: Words,
) {
  const [contact] = organization.contacts
  const typed: readonly (readonly [ReportCode, string | null])[] = [
    ['report.credit-code', organization.creditCode],
    ['report.industry-code', organization.industryCode],
    ['report.legal-representative', organization.legalRepresentative],
    ['report.registered-address', organization.registeredAddress],
    ['report.production-address', organization.productionAddress],
    ['report.permit', organization.permitNo],
    [
      'report.contact',
      contact ? [contact.name, contact.post, contact.phone].filter(Boolean).join(' · ') : null,
    ],
    ['report.guideline', [guideline.title[language], ...editions].join(words('report.semicolon'))],
    ['report.gwp-set', gwpSet],
    ['report.rounding', rounding],
    ['report.state', words(isFrozen ? 'report.frozen' : 'report.working')],
  ]
  return typed.map(([label, value]) => [words(label), value ?? words('report.not-said')] as const)
}

function planning({ plan }: ReportInput, words: Words): Block[] {
  const duties = [plan.preparedBy, plan.checkedBy, plan.approvedBy]
  const said = (text: string) => (text === '' ? words('report.not-said') : text)
  const rows: readonly (readonly [ReportCode, string])[] = [
    ['report.plan-purpose', said(plan.purpose)],
    ['report.plan-users', said(plan.users)],
    ['report.plan-duties', duties.map(said).join(' / ')],
    ['report.plan-frequency', said(plan.frequency)],
    ['report.plan-validity', plan.validUntil ?? words('report.not-said')],
    ['report.plan-format', said(plan.format)],
    ['report.plan-contents', said(plan.contents)],
    ['report.plan-delivery', said(plan.delivery)],
  ]
  const columns: Column[] = [
    { title: words('report.item'), align: 'left', width: 3 },
    { title: words('report.remark'), align: 'left', width: 7 },
  ]
  return [
    heading('report.h-plan', words),
    {
      kind: 'table',
      caption: words('report.plan-matters'),
      columns,
      rows: rows.map(([code, text]) => [words(code), text]),
      totals: 0,
    },
  ]
}

const approachCodes = {
  'operational-control': 'report.operational-control',
  'financial-control': 'report.financial-control',
  'equity-share': 'report.equity-share',
} as const satisfies Record<Approach, ReportCode>

function boundary({ boundary: version, facilities, drawing }: ReportInput, words: Words): Block[] {
  const exclusions = version?.exclusions ?? []
  return [
    heading('report.h-organization', words),
    paragraph(
      version
        ? words('report.approach', { approach: words(approachCodes[version.approach]) })
        : words('report.no-boundary'),
    ),
    paragraph(words('report.facilities', { names: facilities.join(words('report.comma')) })),
    ...exclusions.map(({ what, reason }) => paragraph(words('report.exclusion', { what, reason }))),
    ...(drawing ? [{ kind: 'picture' as const, caption: words('report.drawing'), ...drawing }] : []),
  ]
}

function emissions(account: Account, input: ReportInput, words: Words): Block[] {
  const gases = account.byGas.map(({ key, total }) => [lowered(key), textOfCell(printedTotal(total, words))])
  const sum = [words('report.sum'), textOfCell(printedTotal(account.total, words))]
  const sources = account.bySource.map(({ source, total }) => [
    source.name,
    textOfCell(printedTotal(total, words)),
  ])
  const months = account.byMonth.map(({ key, total }) => [key, textOfCell(printedTotal(total, words))])
  return [
    heading('report.h-totals', words),
    amounts('report.by-source', 'report.source', [...sources, sum], 1, words),
    amounts('report.by-gas', 'report.gas', [...gases, sum], 1, words),
    ...viewBlocks(input.views, input.language, words),
    { kind: 'note', text: words('report.rounding-note') },
    heading('report.h-months', words),
    amounts('report.by-month', 'report.month', [...months, sum], 1, words),
    ...productionBlocks(input.productions, input.language, words),
    heading('report.h-apart', words),
    ...apart(account, words),
  ]
}

const apartCodes = {
  biogenic: 'report.apart-biogenic',
  'other-gases': 'report.apart-other-gases',
  'outside-guideline': 'report.apart-outside-guideline',
  'other-scope-2-report': 'report.apart-other-scope-2-report',
} as const satisfies Record<Apart, ReportCode>

function apart(account: Account, words: Words): Block[] {
  if (account.apart.length === 0) return [paragraph(words('report.no-apart'))]
  return account.apart.map(({ why, sources, total }) => {
    const rows = sources.map(({ source, total: part }) => [
      source.name,
      textOfCell(printedTotal(part, words)),
    ])
    return amounts(
      apartCodes[why],
      'report.source',
      [...rows, [words('report.sum'), textOfCell(printedTotal(total, words))]],
      1,
      words,
    )
  })
}

function amounts(
  caption: ReportCode,
  first: ReportCode,
  rows: readonly (readonly string[])[],
  totals: number,
  words: Words,
): Block {
  return {
    kind: 'table',
    caption: words(caption),
    columns: [
      { title: words(first), align: 'left', width: 6 },
      { title: words('report.emission'), align: 'right', width: 4 },
    ],
    rows,
    totals,
  }
}

function quality({ findings, explained, isSinglePerson }: ReportInput, words: Words): Block[] {
  const lines = findings.length === 0 ? [words('report.no-findings')] : findings
  return [
    heading('report.h-quality', words),
    ...(isSinglePerson ? [paragraph(words('report.single-person'))] : []),
    ...lines.map(paragraph),
    paragraph(words('report.open-findings', { open: explained.open, answered: explained.answers.length })),
    ...explained.answers.map((answer) => paragraph(words('report.explained', answer))),
  ]
}

/** A sheet as a table of the paper: numbers stand right, words left. */
function asBlocks(sheet: Sheet): Block[] {
  const isNumeric = (at: number) => sheet.rows.some((row) => typeof row[at] === 'object' && row[at] !== null)
  return [
    {
      kind: 'table',
      caption: sheet.title,
      columns: sheet.columns.map(({ title, width }, at) => ({
        title,
        width,
        align: isNumeric(at) ? 'right' : 'left',
      })),
      rows: sheet.rows.map((row) => row.map(textOfCell)),
      totals: 0,
    },
    ...sheet.notes.map((text): Block => ({ kind: 'note', text })),
  ]
}

function heading(code: ReportCode, words: Words): Block {
  return { kind: 'heading', level: 1, text: words(code) }
}
function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
