import { z } from 'zod'

import type { Finding } from '#shared/kernel/finding'
import { dayAt, instant } from '#shared/kernel/period'

import { closingDeadline } from './quality-balance.ts'

/** What a file says of itself; null where it says nothing. */
export const fileTrace = z.object({
  sha256: z.string(),
  madeAt: z.string().nullable(),
  editedAt: z.string().nullable(),
  program: z.string().nullable(),
  author: z.string().nullable(),
  readAt: instant,
})
export type FileTrace = Readonly<z.output<typeof fileTrace>>

/** One value of one month that a file proves. */
export interface EvidenceUse {
  readonly sha256: string
  readonly file: string
  readonly type: string
  readonly parameter: string
  readonly name: string
  /** Null for a parameter of the facility itself. */
  readonly source: string | null
  /** A property that a laboratory finds, such as carbon or moisture, as against an amount that a meter counts. */
  readonly isProperty: boolean
  readonly month: string
  readonly reportNo: string | null
  readonly sampleDate: string | null
  readonly testDate: string | null
}

/**
 * The traces that the frauds published by the ministry left, as questions for a person. None of them proves anything:
 * a report can be reissued, a scan be made later, a number be typed wrongly.
 */
export function askAboutEvidence(
  uses: readonly EvidenceUse[],
  traceOf: (sha256: string) => FileTrace | undefined,
): Finding[] {
  return [
    ...sameFile(uses),
    ...sameReport(uses),
    ...testedBeforeSampled(uses),
    ...testedTogether(uses),
    ...testedLate(uses),
    ...filesOfOthers(uses),
    ...edited(uses, traceOf),
  ]
}

function ask(
  use: EvidenceUse,
  code: string,
  facts: Finding['facts'],
  severity: Finding['severity'] = 'explain',
): Finding {
  const { sha256, file, parameter, name, month } = use
  return {
    severity,
    code,
    where: `${parameter}/${month}/${sha256.slice(0, 12)}`,
    facts: { name, month, file, ...facts },
  }
}

/** Whether a file is one paper, such as a report, and not a ledger of many months. */
function isPaper({ type, file }: EvidenceUse): boolean {
  return (
    type.startsWith('image/') ||
    type === 'application/pdf' ||
    /\.(pdf|jpe?g|png|tiff?|webp|heic)$/i.test(file)
  )
}

/** One laboratory report proves one month. */
function sameFile(uses: readonly EvidenceUse[]): Finding[] {
  const reports = uses.filter(
    (use) => use.isProperty && (use.reportNo !== null || use.sampleDate !== null || isPaper(use)),
  )
  return [...Map.groupBy(reports, ({ sha256, parameter }) => `${sha256} ${parameter}`).values()].flatMap(
    (own) => {
      const months = eachOnce(own.map(({ month }) => month))
      const [first] = own
      if (!first || months.length < 2) return []
      return [ask(first, 'activity.same-report-file', { months: months.join(' '), count: months.length })]
    },
  )
}

/** A report number is given once; on another file, or for another month, it asks for the reason. */
function sameReport(uses: readonly EvidenceUse[]): Finding[] {
  const numbered = uses.flatMap((use) =>
    use.reportNo === null ? [] : [{ ...use, number: plainNumber(use.reportNo) }],
  )
  return [...Map.groupBy(numbered, ({ number }) => number).values()].flatMap((own) => {
    const [first] = own
    const files = eachOnce(own.map(({ sha256 }) => sha256))
    const months = eachOnce(own.map(({ month }) => month))
    if (!first || (files.length < 2 && months.length < 2)) return []
    const facts = { reportNo: first.reportNo, months: months.join(' '), files: files.length }
    return [
      ask(first, files.length > 1 ? 'activity.report-number-files' : 'activity.report-number-months', facts),
    ]
  })
}
function plainNumber(reportNo: string): string {
  return reportNo
    .normalize('NFKC')
    .replace(/[\s_\-–—]/g, '')
    .toUpperCase()
}

function testedBeforeSampled(uses: readonly EvidenceUse[]): Finding[] {
  return uses.flatMap((use) => {
    const { sampleDate, testDate } = use
    if (sampleDate === null || testDate === null || testDate >= sampleDate) return []
    return [ask(use, 'activity.tested-before-sampled', { sampleDate, testDate })]
  })
}

const fewMonths = 3

/** Monthly tests made on one day, or under numbers that follow each other, were probably made in one go. */
function testedTogether(uses: readonly EvidenceUse[]): Finding[] {
  return [
    ...Map.groupBy(
      uses.filter(({ isProperty }) => isProperty),
      ({ parameter }) => parameter,
    ).values(),
  ].flatMap((own) => [...onOneDay(own), ...inARow(own)])
}
function onOneDay(uses: readonly EvidenceUse[]): Finding[] {
  const tested = uses.filter(({ testDate }) => testDate !== null)
  return [...Map.groupBy(tested, ({ testDate }) => testDate).values()].flatMap((own) => {
    const months = eachOnce(own.map(({ month }) => month))
    const [first] = own
    if (!first || months.length < fewMonths) return []
    const facts = { testDate: first.testDate, months: months.join(' '), count: months.length }
    return [ask(first, 'activity.tested-on-one-day', facts)]
  })
}
function inARow(uses: readonly EvidenceUse[]): Finding[] {
  const numbered = uses
    .flatMap((use) => {
      const [, head = '', tail] = /^(.*?)(\d{1,12})$/.exec(use.reportNo ?? '') ?? []
      return tail === undefined ? [] : [{ use, head, number: Number(tail) }]
    })
    .toSorted((a, b) => a.number - b.number)
  return [...Map.groupBy(numbered, ({ head }) => head).values()].flatMap((own) => {
    const months = new Map(own.map((each) => [each.use.month, each]))
    const sorted = [...months.values()].toSorted((a, b) => a.number - b.number)
    const [first] = sorted
    const last = sorted.at(-1)
    if (!first || !last || sorted.length < fewMonths) return []
    // As many numbers as months, without a gap: no other customer's report came between them.
    if (last.number - first.number !== sorted.length - 1) return []
    const facts = { from: first.use.reportNo, to: last.use.reportNo, count: sorted.length }
    return [ask(first.use, 'activity.report-numbers-in-a-row', facts)]
  })
}

/** A test is valid only when it is made within 40 days after the month. */
function testedLate(uses: readonly EvidenceUse[]): Finding[] {
  return uses.flatMap((use) => {
    const { testDate, month, isProperty } = use
    if (testDate === null || !isProperty || month.length !== 7) return []
    const deadline = closingDeadline(month)
    return testDate > deadline ? [ask(use, 'activity.tested-late', { testDate, deadline })] : []
  })
}

/** A paper that proves a value of one source seldom proves one of another. */
function filesOfOthers(uses: readonly EvidenceUse[]): Finding[] {
  const papers = uses.filter(isPaper)
  return [...Map.groupBy(papers, ({ sha256 }) => sha256).values()].flatMap((own) => {
    const [first] = own
    const sources = eachOnce(own.map(({ source, parameter }) => source ?? parameter))
    if (!first || sources.length < 2) return []
    const names = eachOnce(own.map(({ name }) => name))
    return [
      ask(
        first,
        'activity.file-of-others',
        { names: names.slice(0, 5).join('、'), count: sources.length },
        'note',
      ),
    ]
  })
}

/** Programs made to change pictures, by how they sign. */
const editors =
  /photoshop|gimp|pixelmator|affinity photo|paint\.net|snapseed|picsart|meitu|美图|醒图|lightroom|canva|pixlr|photopea|photoscape/i

/** The last day of which a file can speak by what it proves: its test, its sample, or the month. */
function provenDay({ testDate, sampleDate, month }: EvidenceUse): string {
  return testDate ?? sampleDate ?? (month.length === 7 ? closingDeadline(month) : `${month}-12-31`)
}

function edited(uses: readonly EvidenceUse[], traceOf: (sha256: string) => FileTrace | undefined): Finding[] {
  return [...Map.groupBy(uses, ({ sha256 }) => sha256).values()].flatMap((own) => {
    const [first] = own.toSorted((a, b) => (provenDay(a) < provenDay(b) ? -1 : 1))
    const trace = first && traceOf(first.sha256)
    if (!first || !trace) return []
    const { editedAt, madeAt, program } = trace
    const day = editedAt === null ? null : dayAt(editedAt)
    const proven = provenDay(first)
    const changedLater = day !== null && day > proven && day !== (madeAt === null ? null : dayAt(madeAt))
    const facts = { editedOn: day, proven, program: program ?? '—' }
    const found: Finding[] = []
    if (changedLater) found.push(ask(first, 'activity.edited-later', facts))
    if (program !== null && editors.test(program))
      found.push(ask(first, 'activity.image-editor', { program }))
    return found
  })
}

function eachOnce(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted()
}
