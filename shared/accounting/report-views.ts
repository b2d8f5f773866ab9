import type { Block } from '#shared/kernel/paper'
import { Decimal } from '#shared/kernel/quantity'
import { textOfCell } from '#shared/kernel/sheet'
import { type Language, say, type Wording } from '#shared/kernel/texts'
import { symbolOf } from '#shared/kernel/units'
import { monitoringScope3Texts } from '#shared/monitoring/scope3-texts'
import { organizationTexts } from '#shared/organization/texts'

import type { ShownProduction } from './comparison-contract.ts'
import { comparisonTexts } from './comparison-texts.ts'
import { productionFigureTexts } from './production-texts.ts'
import { productionDecimals, productionKeys } from './production.ts'
import { lowered } from './report-rows.ts'
import { printed, printedTotal, type Words } from './report-words.ts'
import { termTexts } from './term-texts.ts'
import { protocolRowCode } from './view-row.ts'
import type { View, ViewRow } from './views.ts'

/** The three views of an inventory, each a table of its categories or scopes by gas. */
export function viewBlocks(views: readonly View[], language: Language, words: Words): Block[] {
  return views.map(({ name, columns, rows }, index) => ({
    kind: 'table',
    caption: words('report.view', {
      number: index + 3,
      name: say(comparisonTexts[`accounting.view-name.${name}`], language),
    }),
    columns: [
      { title: words('report.kind'), align: 'left', width: 6 },
      ...columns.map((column) => ({
        title:
          column === 'total'
            ? say(comparisonTexts['accounting.view-column.total'], language)
            : lowered(column),
        align: 'right' as const,
        width: 3,
      })),
    ],
    rows: rows.map((row) => [
      rowWord(name, row, language),
      ...columns.map((column) => {
        const total = row.cells.get(column)
        return total ? textOfCell(printedTotal(total, words)) : '—'
      }),
    ]),
    totals: 0,
  }))
}

function rowWord(view: View['name'], { key, kind }: ViewRow, language: Language): string {
  const wordings: Readonly<Record<string, Wording>> = {
    ...comparisonTexts,
    ...monitoringScope3Texts,
    ...organizationTexts,
    ...termTexts,
  }
  const code = {
    'iso-14064-1': `organization.iso.${key}`,
    'ghg-protocol': protocolRowCode(key),
    guideline: `accounting.category.${key}`,
  }[view]
  const wording = wordings[kind === 'part' ? code : `accounting.view-row.${key}`]
  return wording ? wording[language] : key
}

/** Production of each facility in the year, and what its emission comes to per unit; nothing where none is registered. */
export function productionBlocks(
  productions: readonly ShownProduction[],
  language: Language,
  words: Words,
): Block[] {
  return productions.map(({ name, year }) => ({
    kind: 'table',
    caption: words('report.production', { name }),
    columns: [
      { title: words('report.item'), align: 'left', width: 6 },
      { title: words('report.unit'), align: 'left', width: 3 },
      { title: words('report.value'), align: 'right', width: 3 },
    ],
    rows: productionKeys.flatMap((key) => {
      const figure = year[key]
      if (!figure) return []
      const word = say(productionFigureTexts[`accounting.production.${key}`], language)
      const cell = printed(new Decimal(figure.value), productionDecimals[key])
      return [[word, symbolOf(figure.unit), textOfCell(cell)]]
    }),
    totals: 0,
  }))
}
