import type { Block, Column } from '#shared/kernel/paper'
import { Decimal } from '#shared/kernel/quantity'
import { grouped } from '#shared/kernel/sheet'
import { type Language, say } from '#shared/kernel/texts'
import { monitoringMeterTexts } from '#shared/monitoring/meter-texts'

import { printed } from './report-words.ts'
import { standingTexts } from './standing-texts.ts'
import type { Standing, Touched } from './standing.ts'

/**
 * What the report says of meters without valid calibration, of times that were settled, of data outside the
 * monitoring plan and of deviations that are open; nothing where there is none of it.
 */
export function standingBlocks(known: Standing, language: Language): Block[] {
  const words = (code: keyof typeof standingTexts) => say(standingTexts[code], language)
  const [what, period, sources, emission, share] = (
    ['what', 'period', 'sources', 'emission', 'share'] as const
  ).map((name) => words(`accounting.standing.${name}`))
  const columns = [
    column(what, 2),
    column(period, 3),
    column(sources, 4),
    column(emission, 2, 'right'),
    column(share, 1, 'right'),
  ]
  const all = (touched: Touched) => [words('accounting.standing.all'), '', '', ...amounts(touched)]
  const blocks = [
    table(
      words('accounting.standing.uncalibrated'),
      columns,
      known.uncalibrated.map(({ tag, cause, from, to, ...touched }) => [
        tag,
        `${from} – ${to} ${say(monitoringMeterTexts[`monitoring.lapse.cause.${cause}`], language)}`,
        placesOf(touched),
        ...amounts(touched),
      ]),
      all(known.allUncalibrated),
    ),
    table(
      words('accounting.standing.settled'),
      [column(what, 2), column(period, 3), column(words('accounting.standing.how'), 6)],
      known.settled.map(({ tag, from, to, kind, reason }) => [
        tag,
        `${from} – ${to}`,
        `${words(`accounting.standing.kind.${kind as 'proven'}`)}: ${reason}`,
      ]),
      null,
    ),
    table(
      words('accounting.standing.outside'),
      columns,
      known.outsidePlan.map(({ name, ...touched }) => [name, '', placesOf(touched), ...amounts(touched)]),
      all(known.allOutsidePlan),
    ),
    table(
      words('accounting.standing.deviations'),
      [column(what, 2), column(period, 9)],
      known.openDeviations.map(({ code, title }) => [code, title]),
      null,
    ),
  ].flat()
  if (blocks.length === 0) return []
  return [{ kind: 'heading', level: 2, text: words('accounting.standing') }, ...blocks]
}

function placesOf({ parts }: Touched): string {
  return parts.map(({ name, months }) => `${name}: ${months.join(' ')}`).join('; ')
}
function amounts({ emission, share }: Touched): string[] {
  const shown = (value: string) => grouped(printed(new Decimal(value)).number)
  return [shown(emission), share === null ? '—' : shown(share)]
}

function column(title = '', width = 1, align: Column['align'] = 'left'): Column {
  return { title, align, width }
}
function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total: readonly string[] | null,
): Block[] {
  if (rows.length === 0) return []
  const all = total === null ? rows : [...rows, total]
  return [{ kind: 'table', caption, columns, rows: all, totals: total === null ? 0 : 1 }]
}
