import type { Block, Column, Paper } from '#shared/kernel/paper'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'
import type { Facts } from '#shared/kernel/refusal'
import { grouped } from '#shared/kernel/sheet'
import { type Language, say, type Wording } from '#shared/kernel/texts'
import { type Measure, symbolOf } from '#shared/kernel/units'
import type { LapseCause } from '#shared/monitoring/calibration'
import type { Deviation } from '#shared/monitoring/deviation'
import { monitoringDeviationTexts } from '#shared/monitoring/deviation-texts'
import { monitoringMeterTexts } from '#shared/monitoring/meter-texts'
import { monitoringTexts } from '#shared/monitoring/texts'

import { monitoringReportTexts } from './monitoring-report-texts.ts'
import { activityQualityTexts } from './quality-texts.ts'
import type { SubstitutionRule } from './substitution.ts'

/** One parameter over a year. */
export interface MonitoredLine {
  /** Null for a parameter of the facility itself. */
  readonly source: string | null
  readonly name: string
  readonly unit: Measure
  readonly determination: string
  /** Number of its meter; null where there is none. */
  readonly meter: string | null
  readonly adds: boolean
  /** Whether a plan in force in the year asks for it. */
  readonly isAsked: boolean
  /** Months that are due, and those of them that are there. */
  readonly due: number
  readonly had: number
  readonly months: ReadonlyMap<string, DecimalText>
}

export interface MonitoredGap {
  readonly source: string
  readonly name: string
  readonly month: string
  readonly unit: Measure
  /** What the plan in force in the month says of a missing value. */
  readonly gapRule: string
  readonly applied: {
    readonly rule: SubstitutionRule
    readonly value: DecimalText
    readonly reason: string | null
  } | null
}

/** Everything that the monitoring report of a facility and year says. */
export interface MonitoringReport {
  readonly organization: string
  readonly facility: string
  readonly year: number
  readonly plans: readonly {
    readonly number: number
    readonly title: string
    readonly validFrom: string
    readonly validTo: string | null
  }[]
  readonly lines: readonly MonitoredLine[]
  readonly gaps: readonly MonitoredGap[]
  readonly lapses: readonly {
    readonly tag: string
    readonly name: string
    readonly from: string
    readonly to: string
    readonly cause: LapseCause
    readonly months: readonly string[]
  }[]
  readonly deviations: readonly Pick<
    Deviation,
    'code' | 'title' | 'from' | 'to' | 'state' | 'cause' | 'response'
  >[]
  /** Sentences on data that are not as the plan has them. */
  readonly besidePlan: readonly string[]
  readonly isSample: boolean
  readonly madeOn: string
}

const wordings: Readonly<Record<string, Wording>> = {
  ...monitoringTexts,
  ...monitoringMeterTexts,
  ...monitoringDeviationTexts,
  ...activityQualityTexts,
  ...monitoringReportTexts,
}
type Words = (code: string, facts?: Facts) => string
/** The words of the report in one language, the same on paper and in the workbook. */
export function wordsIn(language: Language): Words {
  return (code, facts = {}) => {
    const wording = wordings[code]
    return wording ? say(wording, language, facts) : code
  }
}
export const titleOf = ({ year, facility }: MonitoringReport, words: Words) =>
  words('activity.report.title', { year, name: facility })

/** The report as a paper; the months themselves stand in the workbook. */
export function monitoringPaper(report: MonitoringReport, language: Language): Paper {
  const words = wordsIn(language)
  const title = titleOf(report, words)
  return {
    title,
    subtitle: report.organization,
    facts: [
      [words('activity.report.organization'), report.organization],
      [words('activity.report.facility'), report.facility],
      [words('activity.report.period'), `${report.year}-01-01 – ${report.year}-12-31`],
      [words('activity.report.made-on'), report.madeOn],
    ],
    blocks: [
      ...plans(report, words),
      ...results(report, words),
      ...gaps(report, words),
      ...exceptions(report, words),
      heading('statement', words),
      paragraph(words('activity.report.statement')),
      paragraph(words('activity.report.signature')),
    ],
    footer: words('activity.report.footer', { title, date: report.madeOn }),
    watermark: report.isSample ? words('activity.report.sample') : null,
  }
}

function plans({ plans: known }: MonitoringReport, words: Words): Block[] {
  const rows = known.map(({ number, title, validFrom, validTo }) => [
    String(number),
    title,
    validFrom,
    validTo ?? '—',
  ])
  return [
    heading('plan', words),
    known.length === 0
      ? paragraph(words('activity.report.no-plan'))
      : table(
          words('activity.report.plan-title'),
          columns(words, [
            ['version', 1],
            ['plan-title', 5],
            ['from', 2],
            ['to', 2],
          ]),
          rows,
        ),
  ]
}

function results({ lines }: MonitoringReport, words: Words): Block[] {
  const groups = Map.groupBy(lines, ({ source }) => source ?? words('activity.report.of-facility'))
  const heads = columns(words, [
    ['parameter', 5],
    ['unit', 2],
    ['determination', 2],
    ['meter', 2],
    ['had', 2, 'right'],
    ['year-value', 4, 'right'],
  ])
  return [
    heading('results', words),
    ...[...groups].map(([name, own]) =>
      table(
        name,
        heads,
        own.map((line) => [
          line.name + (line.isAsked ? '' : words('activity.report.not-asked')),
          symbolOf(line.unit),
          words(`monitoring.determination.${line.determination}`),
          line.meter ?? '—',
          line.due === 0 && line.had === 0 ? '—' : `${line.had}/${line.due}`,
          yearOf(line),
        ]),
      ),
    ),
    { kind: 'note', text: words('activity.report.results-note') },
  ]
}

/** The sum of an amount whose every due month is there; of a property the lowest and the highest month. */
function yearOf({ adds, due, had, months }: MonitoredLine): string {
  const values = [...months.values()].map((value) => new Decimal(value))
  const [first] = values
  if (!first || (adds && had < due)) return '—'
  if (adds) return grouped(values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed())
  const shown = (value: Decimal) => grouped(value.toSignificantDigits(6).toFixed())
  const [low, high] = [Decimal.min(...values), Decimal.max(...values)]
  return low.eq(high) ? shown(low) : `${shown(low)} – ${shown(high)}`
}

/** A gap as a row under `gapHeads`. */
export function gapRow(gap: MonitoredGap, words: Words): readonly string[] {
  const { source, name, month, unit, gapRule, applied } = gap
  return [
    source,
    name,
    month,
    words(`monitoring.gapRule.${gapRule}`),
    applied === null
      ? words('activity.report.left-open')
      : words('activity.report.stood-in', {
          rule: words(`activity.rule.${applied.rule}`),
          value: applied.value,
          unit: symbolOf(unit),
          reason: applied.reason ?? '',
        }).trim(),
  ]
}
export const gapHeads = [
  ['source', 3],
  ['parameter', 3],
  ['month', 2],
  ['plan-rule', 3],
  ['done', 5],
] as const

function gaps({ gaps: known }: MonitoringReport, words: Words): Block[] {
  return [
    heading('gaps', words),
    known.length === 0
      ? paragraph(words('activity.report.no-gaps'))
      : table(
          words('activity.report.done'),
          columns(words, gapHeads),
          known.map((gap) => gapRow(gap, words)),
        ),
  ]
}

function exceptions({ lapses, deviations, besidePlan }: MonitoringReport, words: Words): Block[] {
  if (lapses.length + deviations.length + besidePlan.length === 0)
    return [heading('exceptions', words), paragraph(words('activity.report.no-exceptions'))]
  return [
    heading('exceptions', words),
    ...optional(
      words('activity.report.lapses'),
      columns(words, [
        ['meter', 2],
        ['parameter', 4],
        ['time', 4],
        ['cause', 2],
        ['months', 4],
      ]),
      lapses.map(({ tag, name, from, to, cause, months }) => [
        tag,
        name,
        `${from} – ${to}`,
        words(`monitoring.lapse.cause.${cause}`),
        months.join(' '),
      ]),
    ),
    ...optional(
      words('activity.report.deviations'),
      columns(words, [
        ['code', 2],
        ['what', 4],
        ['time', 3],
        ['response', 5],
        ['state', 2],
      ]),
      deviations.map(({ code, title, from, to, state, cause, response }) => [
        code,
        title,
        `${from} – ${to ?? ''}`,
        [cause, response].filter(Boolean).join('；') || '—',
        words(`monitoring.deviation.state.${state}`),
      ]),
    ),
    ...(besidePlan.length === 0
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, text: words('activity.report.beside-plan') }]),
    ...besidePlan.map(paragraph),
  ]
}

type Head = readonly [code: string, width: number, align?: Column['align']]
function columns(words: Words, heads: readonly Head[]): Column[] {
  return heads.map(([code, width, align = 'left']) => ({
    title: words(`activity.report.${code}`),
    width,
    align,
  }))
}
function table(caption: string, heads: readonly Column[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', caption, columns: heads, rows, totals: 0 }
}
function optional(caption: string, heads: readonly Column[], rows: readonly (readonly string[])[]): Block[] {
  return rows.length === 0 ? [] : [table(caption, heads, rows)]
}
function heading(part: string, words: Words): Block {
  return { kind: 'heading', level: 1, text: words(`activity.report.h-${part}`) }
}
function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
