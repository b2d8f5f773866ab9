import { monthsOf } from '#shared/kernel/period'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'
import type { Sheet, SheetCell } from '#shared/kernel/sheet'
import type { Language } from '#shared/kernel/texts'
import { symbolOf } from '#shared/kernel/units'

import { gapHeads, gapRow, type MonitoringReport, titleOf, wordsIn } from './monitoring-report.ts'

/** The report as a workbook: every month of every parameter, and the gaps. */
export function monitoringSheets(report: MonitoringReport, language: Language): Sheet[] {
  const words = wordsIn(language)
  const months = monthsOf(report.year)
  const head = { title: titleOf(report, words), landscape: true }
  const lines = [report.organization, ...(report.isSample ? [words('activity.report.sample')] : [])]
  return [
    {
      ...head,
      name: words('activity.report.h-results'),
      lines,
      columns: [
        ...(['source', 'parameter', 'unit', 'meter'] as const).map((code) => ({
          title: words(`activity.report.${code}`),
          width: code === 'unit' ? 12 : 22,
        })),
        ...months.map((title) => ({ title, width: 12 })),
      ],
      rows: report.lines.map(({ source, name, unit, meter, months: values }): SheetCell[] => [
        source ?? words('activity.report.of-facility'),
        name,
        symbolOf(unit),
        meter ?? '',
        ...months.map((month) => numberCell(values.get(month))),
      ]),
      notes: [],
    },
    {
      ...head,
      name: words('activity.report.h-gaps'),
      lines,
      columns: gapHeads.map(([code, width]) => ({
        title: words(`activity.report.${code}`),
        width: width * 8,
      })),
      rows: report.gaps.map((gap) => [...gapRow(gap, words)]),
      notes: report.gaps.length === 0 ? [words('activity.report.no-gaps')] : [],
    },
  ]
}
function numberCell(value: DecimalText | undefined): SheetCell {
  if (value === undefined) return null
  const number = new Decimal(value).toDecimalPlaces(6).toFixed()
  return { number, decimals: number.split('.')[1]?.length ?? 0 }
}
