import type { Block, Column, Paper } from '#shared/kernel/paper'
import { dayAt } from '#shared/kernel/period'
import type { Language } from '#shared/kernel/texts'

import type { PlanDifference } from './plan-compare.ts'
import { planValue, type PlanWords, planWords } from './plan-words.ts'
import { type PlanContent, type PlanLine, planTexts, type PlanVersion } from './plan.ts'

/** Everything that the printed plan says. */
export interface PlanPrint {
  readonly plan: PlanVersion
  readonly facility: string
  /** Every version up to this one, for the history. */
  readonly versions: readonly Pick<PlanVersion, 'number' | 'validFrom' | 'validTo' | 'state' | 'approvedAt'>[]
  readonly reasons: ReadonlyMap<number, string>
  /** Against the version before; empty for the first. */
  readonly differences: readonly PlanDifference[]
  readonly approvedBy: string | null
  /** What the library calls a default, by its `urn#ref`. */
  readonly factorNames: ReadonlyMap<string, string>
  readonly language: Language
  readonly isSample: boolean
  /** Day on which it is printed, and what identifies this content. */
  readonly madeOn: string
  readonly hash: string
}

/** The plan as a paper, part by part in the order of section 8 of the guideline. */
export function planPaper(print: PlanPrint): Paper {
  const words = planWords(print.language)
  const { plan } = print
  const { content } = plan
  return {
    title: content.title,
    subtitle: `${content.organization.name} · ${print.facility}`,
    facts: [
      [words('monitoring.plan.number'), String(plan.number)],
      [words('monitoring.plan.state'), words(`monitoring.plan.state.${plan.state}`)],
      [field(words, 'validFrom'), plan.validFrom],
      [field(words, 'reason'), content.reason],
      ...organizationFacts(content, words),
    ],
    blocks: [
      ...history(print, words),
      ...units(content, words),
      ...boundary(content, words),
      ...methods(content, words),
      ...lineTables(print, words),
      ...samplings(content, words),
      heading('texts', words),
      ...planTexts
        .filter((part) => part !== 'boundaryChange')
        .flatMap((part) => written(part, content[part], words)),
      ...differences(print, words),
      ...signature(print, words),
    ],
    footer: `${words('monitoring.plan.version', { number: plan.number })} · ${print.madeOn} · SHA-256 ${print.hash.slice(0, 16)}`,
    watermark: watermarkOf(print, words),
  }
}

function watermarkOf({ plan, isSample }: PlanPrint, words: PlanWords): string | null {
  if (isSample) return words('monitoring.plan.sample')
  return plan.state === 'in-force' ? null : words(`monitoring.plan.state.${plan.state}`)
}

const field = (words: PlanWords, name: string) => words(`monitoring.plan.field.${name}`)

function organizationFacts({ organization }: PlanContent, words: PlanWords) {
  const { contacts, ...facts } = organization
  return [
    ...Object.entries(facts).map(([name, value]) => [field(words, name), value ?? '—'] as const),
    [field(words, 'contacts'), contacts.join('; ') || '—'] as const,
  ]
}

function history({ versions, reasons }: PlanPrint, words: PlanWords): Block[] {
  const rows = versions.map(({ number, validFrom, validTo, state, approvedAt }) => [
    String(number),
    validFrom,
    validTo ?? '',
    approvedAt === null ? words(`monitoring.plan.state.${state}`) : dayAt(approvedAt),
    reasons.get(number) ?? '',
  ])
  return [
    heading('heading', words),
    table(
      words('monitoring.plans.all'),
      [
        [words('monitoring.plan.number'), 1],
        [field(words, 'validFrom'), 2],
        [field(words, 'validTo'), 2],
        [words('monitoring.plan.approved-on'), 2],
        [field(words, 'reason'), 5],
      ],
      rows,
    ),
  ]
}

function units({ units: known }: PlanContent, words: PlanWords): Block[] {
  if (known.length === 0) return []
  const columns = ['kind', 'name', 'capacity', 'model', 'place'] as const
  return [
    heading('units', words),
    table(
      words('monitoring.plan.part.units'),
      columns.map((name) => [field(words, name), name === 'kind' ? 1 : 2]),
      known.map((unit) => columns.map((name) => planValue(words, name, unit[name]))),
    ),
  ]
}

function boundary({ boundary: known, boundaryChange }: PlanContent, words: PlanWords): Block[] {
  const rows = [
    [field(words, 'number'), known.number === null ? '—' : String(known.number)],
    [field(words, 'approach'), planValue(words, 'approach', known.approach) || '—'],
    [field(words, 'facilities'), known.facilities.join('; ')],
    [
      field(words, 'exclusions'),
      known.exclusions.map(({ what, reason }) => `${what}: ${reason}`).join('; ') || '—',
    ],
    [field(words, 'boundaryChange'), boundaryChange || '—'],
  ]
  return [heading('boundary', words), pairs(words('monitoring.plan.part.boundary'), rows, words)]
}

function methods({ methods: known, uncertainties }: PlanContent, words: PlanWords): Block[] {
  return [
    heading('methods', words),
    table(
      words('monitoring.plan.part.methods'),
      [
        [field(words, 'sourceName'), 3],
        [field(words, 'method'), 2],
        [field(words, 'gas'), 1],
        [words('monitoring.field.methodReason'), 4],
      ],
      known.map(({ name, method, gas, reason }) => [
        name,
        planValue(words, 'method', method),
        gas,
        reason ?? '—',
      ]),
    ),
    heading('uncertainties', words),
    table(
      words('monitoring.plan.part.uncertainties'),
      [
        [field(words, 'sourceName'), 3],
        [field(words, 'size'), 1],
        [field(words, 'cause'), 3],
        [field(words, 'measure'), 3],
      ],
      uncertainties.map(({ name, size, cause, measure }) => [name, size, cause, measure]),
    ),
  ]
}

/** One table for each source; a page is not wide enough for twenty columns, so kindred fields share one. */
function lineTables({ plan, factorNames }: PlanPrint, words: PlanWords): Block[] {
  const { lines } = plan.content
  const groups = Map.groupBy(lines, ({ sourceName }) => sourceName ?? words('monitoring.facility-parameters'))
  const columns: readonly (readonly [string, number])[] = [
    [field(words, 'parameter'), 3],
    [field(words, 'determination'), 2],
    [field(words, 'meter'), 3],
    [`${field(words, 'frequency')} / ${field(words, 'recordFrequency')}`, 2],
    [field(words, 'recordForm'), 3],
    [field(words, 'gapRule'), 2],
    [`${field(words, 'department')} / ${field(words, 'responsible')}`, 2],
  ]
  return [
    heading('lines', words),
    ...[...groups].map(([name, own]) =>
      table(
        name,
        columns,
        own.map((line) => lineRow(line, factorNames, words)),
      ),
    ),
  ]
}
function lineRow(line: PlanLine, factorNames: PlanPrint['factorNames'], words: PlanWords): string[] {
  const standIn = line.factor === null ? null : (factorNames.get(line.factor) ?? line.factor)
  const value = (name: keyof PlanLine) => planValue(words, name, line[name])
  const interval =
    line.calibrationMonths === null ? '' : `${field(words, 'calibrationMonths')} ${line.calibrationMonths}`
  const parts = (...all: readonly string[]) => all.filter((part) => part !== '').join(' · ')
  return [
    `${line.name} (${value('unit')})`,
    parts(value('determination'), value('form')),
    parts(value('meter'), value('meterModel'), value('meterPlace'), value('meterAccuracy'), interval) ||
      (standIn ?? '—'),
    `${value('frequency')} / ${value('recordFrequency')}`,
    parts(value('recordForm'), value('methodStandard')),
    value('gapRule'),
    parts(value('department'), value('responsible')) || '—',
  ]
}

function samplings({ samplings: known }: PlanContent, words: PlanWords): Block[] {
  if (known.length === 0) return []
  const columns = [
    'material',
    'place',
    'frequency',
    'standard',
    'preparation',
    'storage',
    'testedBy',
  ] as const
  const titles = columns.map(
    (name) =>
      [name === 'frequency' ? words('monitoring.plan.sampling-frequency') : field(words, name), 1] as const,
  )
  return [
    heading('samplings', words),
    table(
      words('monitoring.plan.part.samplings'),
      titles,
      known.map((row) => columns.map((name) => row[name])),
    ),
  ]
}

function written(part: string, text: string, words: PlanWords): Block[] {
  return [
    { kind: 'heading', level: 2, text: field(words, part) },
    { kind: 'paragraph', text: text === '' ? '—' : text },
  ]
}

function differences({ differences: known }: PlanPrint, words: PlanWords): Block[] {
  if (known.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: words('monitoring.plan.tab.compare') },
    table(
      words('monitoring.plan.tab.compare'),
      [
        [words('monitoring.plan.compare-what'), 4],
        [words('monitoring.plan.compare-kind'), 1],
        [words('monitoring.plan.compare-before'), 3],
        [words('monitoring.plan.compare-after'), 3],
      ],
      known.map((difference) => differenceRow(difference, words)),
    ),
  ]
}
/** What a difference is about, its kind, and what each version says. */
export function differenceRow(
  { part, kind, line, field: name, before, after }: PlanDifference,
  words: PlanWords,
): [what: string, kind: string, before: string, after: string] {
  const what = [
    words(`monitoring.plan.part.${part}`),
    line,
    name === null ? null : field(words, name),
  ].filter((each) => each !== null)
  return [
    what.join(' · '),
    words(`monitoring.plan.kind.${kind}`),
    name === null ? '' : planValue(words, name, before),
    name === null ? '' : planValue(words, name, after),
  ]
}

function signature({ plan, approvedBy }: PlanPrint, words: PlanWords): Block[] {
  if (plan.approvedAt === null) return []
  const at = dayAt(plan.approvedAt)
  return [
    { kind: 'paragraph', text: words('monitoring.plan.approved-by', { name: approvedBy ?? '—', at }) },
    ...(plan.aloneReason === null
      ? []
      : [{ kind: 'note', text: words('monitoring.plan.alone', { reason: plan.aloneReason }) } as const]),
  ]
}

function heading(part: string, words: PlanWords): Block {
  return { kind: 'heading', level: 1, text: words(`monitoring.plan.part.${part}`) }
}
function table(
  caption: string,
  titles: readonly (readonly [string, number])[],
  rows: readonly (readonly string[])[],
): Block {
  const columns = titles.map(([title, width]): Column => ({ title, width, align: 'left' }))
  return { kind: 'table', caption, columns, rows, totals: 0 }
}
function pairs(caption: string, rows: readonly (readonly string[])[], words: PlanWords): Block {
  return table(
    caption,
    [
      [words('monitoring.plan.compare-what'), 3],
      [words('monitoring.plan.says'), 7],
    ],
    rows,
  )
}
