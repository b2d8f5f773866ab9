import { Decimal } from '#shared/kernel/quantity'
import type { Facts } from '#shared/kernel/refusal'
import type { Sheet, SheetCell } from '#shared/kernel/sheet'
import { say, type Language, type Wording } from '#shared/kernel/texts'

import type { Comparison, ShownBridge } from './comparison-contract.ts'
import { comparisonFigureTexts, comparisonTexts } from './comparison-texts.ts'
import type { ShownTotal } from './inventory.ts'
import { inventoryPageTexts } from './page-texts.ts'
import { asEntered } from './report-words.ts'
import { termTexts } from './term-texts.ts'

const texts = { ...comparisonTexts, ...comparisonFigureTexts, ...inventoryPageTexts, ...termTexts }
type Code = keyof typeof texts
type Words = (code: Code, facts?: Facts) => string
type Compared = Comparison['inventories'][number]

/** A workbook of the comparison, a sheet for each bridge: its causes, its lines, and what they come to. */
export function comparisonSheets(
  { inventories, bridges }: Comparison,
  language: Language,
  titles: { readonly guideline: (id: string) => string; readonly rounding: (id: string) => string },
): { readonly title: string; readonly sheets: readonly Sheet[] } {
  const words: Words = (code, facts = {}) => say(texts[code], language, facts)
  const [first] = inventories
  const title = words('accounting.sides.title', { year: first?.inventory.year ?? '' })
  const lineOf = (code: Code, { inventory, total }: Compared) =>
    words(code, {
      title: inventory.title,
      rules: [titles.guideline(inventory.guideline), titles.rounding(inventory.rounding)].join(' · '),
      total: totalText(total, words),
    })
  const sheets = bridges.flatMap((bridge, index) => {
    const second = inventories.find(({ inventory }) => inventory.id === bridge.to)
    if (!first || !second) return []
    return [
      {
        name: words('accounting.sides.sheet', { number: index + 1 }),
        title,
        lines: [
          lineOf('accounting.sides.line-first', first),
          lineOf('accounting.sides.line-second', second),
          words('accounting.sides.unit'),
        ],
        columns: [
          { title: words('accounting.column.source'), width: 34 },
          { title: words('accounting.sides.cause'), width: 34 },
          { title: words('accounting.sides.first'), width: 20 },
          { title: words('accounting.sides.second'), width: 20 },
          { title: words('accounting.sides.difference'), width: 20 },
        ],
        rows: rowsOf(bridge, first, second, words, language),
        notes: [words('accounting.sides.note')],
        landscape: true,
      },
    ]
  })
  return { title, sheets }
}

function rowsOf(
  { lines, rounding, difference }: ShownBridge,
  first: Compared,
  second: Compared,
  words: Words,
  language: Language,
): SheetCell[][] {
  const open = words('accounting.sides.incomplete')
  return [
    ...lines.flatMap((line): SheetCell[][] => [
      [
        line.name,
        line.left === null ? null : leftWord(line.left, language),
        totalCell(line.first, words),
        totalCell(line.second, words),
        line.difference === null ? open : number(line.difference),
      ],
      ...(line.steps ?? []).map(({ cause, value }): SheetCell[] => [
        null,
        words(`accounting.bridge.${cause}`),
        null,
        null,
        number(value),
      ]),
    ]),
    [
      words('accounting.bridge.total-rounding'),
      null,
      null,
      null,
      rounding === null ? open : number(rounding.value),
    ],
    [
      words('accounting.sides.total'),
      null,
      totalCell(first.total, words),
      totalCell(second.total, words),
      difference === null ? open : number(difference.value),
    ],
  ]
}

/** Why an inventory does not count a line. */
export function leftWord(left: string, language: Language): string {
  const wordings: Readonly<Record<string, Wording>> = texts
  const wording = wordings[left === 'absent' ? 'accounting.left.absent' : `accounting.apart.${left}`]
  return wording ? wording[language] : left
}

function totalCell(total: ShownTotal | null, words: Words): SheetCell {
  if (total === null) return words('accounting.sides.not-counted')
  return total.value === null ? totalText(total, words) : number(total.value)
}
function totalText({ value, lines }: ShownTotal, words: Words): string {
  return value === null
    ? words('accounting.sides.open-total', { lines })
    : asEntered(new Decimal(value)).number
}
function number(value: string): SheetCell {
  return asEntered(new Decimal(value))
}
