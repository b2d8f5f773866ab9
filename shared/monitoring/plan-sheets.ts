import type { Sheet } from '#shared/kernel/sheet'

import { differenceRow, type PlanPrint } from './plan-paper.ts'
import { planValue, type PlanWords, planWords } from './plan-words.ts'
import { type PlanLine, planTexts } from './plan.ts'

/** Columns of the sheet of parameters: every field of a line, in the order of the guideline. */
const lineColumns = [
  ['sourceName', 20],
  ['name', 22],
  ['unit', 10],
  ['determination', 14],
  ['form', 13],
  ['meter', 14],
  ['meterModel', 14],
  ['meterPlace', 16],
  ['meterAccuracy', 10],
  ['calibrationMonths', 12],
  ['factor', 22],
  ['frequency', 11],
  ['recordFrequency', 11],
  ['recordForm', 18],
  ['methodStandard', 18],
  ['gapRule', 16],
  ['department', 14],
  ['responsible', 14],
] as const satisfies readonly (readonly [keyof PlanLine, number])[]

/** The plan as a workbook: heading, parameters, methods, sampling, and what changed against the version before. */
export function planSheets(print: PlanPrint): Sheet[] {
  const words = planWords(print.language)
  const all = [
    headingSheet(print, words),
    linesSheet(print, words),
    methodsSheet(print, words),
    samplingSheet(print, words),
    ...(print.differences.length === 0 ? [] : [compareSheet(print, words)]),
  ]
  return all.map((sheet) => ({ ...sheet, name: sheet.name.slice(0, 31) }))
}

function sheetOf(
  { plan, facility }: PlanPrint,
  words: PlanWords,
  name: string,
  columns: Sheet['columns'],
  rows: Sheet['rows'],
): Sheet {
  const { title, organization } = plan.content
  return {
    name,
    title: `${title} · ${name}`,
    lines: [
      `${organization.name} · ${facility} · ${words('monitoring.plan.version', { number: plan.number })}`,
    ],
    columns,
    rows,
    notes: [],
    landscape: true,
  }
}

const field = (words: PlanWords, name: string) => words(`monitoring.plan.field.${name}`)

function headingSheet(print: PlanPrint, words: PlanWords): Sheet {
  const { plan, versions, reasons } = print
  const { content } = plan
  const { contacts, ...organization } = content.organization
  const columns = [
    { title: words('monitoring.plan.compare-what'), width: 30 },
    { title: words('monitoring.plan.says'), width: 90 },
  ]
  const rows: readonly (readonly [string, string])[] = [
    [words('monitoring.plan.state'), words(`monitoring.plan.state.${plan.state}`)],
    [field(words, 'validFrom'), plan.validFrom],
    [field(words, 'reason'), content.reason],
    ...versions.map(({ number, validFrom, validTo }): readonly [string, string] => [
      words('monitoring.plan.version', { number }),
      `${validFrom} – ${validTo ?? ''} ${reasons.get(number) ?? ''}`,
    ]),
    ...Object.entries(organization).map(([name, value]) => [field(words, name), value ?? ''] as const),
    [field(words, 'contacts'), contacts.join('; ')],
    ...content.units.map(({ kind, name, capacity, model, place }): readonly [string, string] => [
      `${planValue(words, 'kind', kind)} ${name}`,
      [capacity, model, place].filter((each) => each !== null).join(' · '),
    ]),
    [field(words, 'approach'), planValue(words, 'approach', content.boundary.approach)],
    [field(words, 'facilities'), content.boundary.facilities.join('; ')],
    [
      field(words, 'exclusions'),
      content.boundary.exclusions.map(({ what, reason }) => `${what}: ${reason}`).join('; '),
    ],
    ...planTexts.map((part): readonly [string, string] => [field(words, part), content[part]]),
  ]
  return { ...sheetOf(print, words, words('monitoring.plan.tab.heading'), columns, rows), landscape: false }
}

function linesSheet(print: PlanPrint, words: PlanWords): Sheet {
  return sheetOf(
    print,
    words,
    words('monitoring.plan.part.lines'),
    lineColumns.map(([name, width]) => ({
      title: field(words, name === 'name' ? 'parameter' : name),
      width,
    })),
    print.plan.content.lines.map((line) =>
      lineColumns.map(([name]) =>
        name === 'factor' && line.factor !== null
          ? (print.factorNames.get(line.factor) ?? line.factor)
          : planValue(words, name, line[name]),
      ),
    ),
  )
}

function methodsSheet(print: PlanPrint, words: PlanWords): Sheet {
  const { methods, uncertainties } = print.plan.content
  const columns = [
    { title: field(words, 'sourceName'), width: 26 },
    { title: field(words, 'method'), width: 20 },
    { title: field(words, 'gas'), width: 8 },
    { title: words('monitoring.field.methodReason'), width: 40 },
    { title: field(words, 'size'), width: 10 },
    { title: field(words, 'cause'), width: 30 },
    { title: field(words, 'measure'), width: 30 },
  ]
  const rows = methods.map(({ source, name, method, gas, reason }) => {
    const doubt = uncertainties.find((each) => each.source === source)
    const { size = '', cause = '', measure = '' } = doubt ?? {}
    return [name, planValue(words, 'method', method), gas, reason ?? '', size, cause, measure]
  })
  return sheetOf(print, words, words('monitoring.plan.part.methods'), columns, rows)
}

function samplingSheet(print: PlanPrint, words: PlanWords): Sheet {
  const names = ['material', 'place', 'frequency', 'standard', 'preparation', 'storage', 'testedBy'] as const
  return sheetOf(
    print,
    words,
    words('monitoring.plan.part.samplings'),
    names.map((name) => ({
      title: name === 'frequency' ? words('monitoring.plan.sampling-frequency') : field(words, name),
      width: 20,
    })),
    print.plan.content.samplings.map((row) => names.map((name) => row[name])),
  )
}

function compareSheet(print: PlanPrint, words: PlanWords): Sheet {
  return sheetOf(
    print,
    words,
    words('monitoring.plan.tab.compare'),
    [
      { title: words('monitoring.plan.compare-what'), width: 50 },
      { title: words('monitoring.plan.compare-kind'), width: 10 },
      { title: words('monitoring.plan.compare-before'), width: 40 },
      { title: words('monitoring.plan.compare-after'), width: 40 },
    ],
    print.differences.map((difference) => differenceRow(difference, words)),
  )
}
