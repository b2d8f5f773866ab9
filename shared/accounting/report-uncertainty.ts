import type { Block, Column } from '#shared/kernel/paper'
import { Decimal, type DecimalText } from '#shared/kernel/quantity'
import { grouped } from '#shared/kernel/sheet'
import { type Language, say } from '#shared/kernel/texts'

import { printed } from './report-words.ts'
import type { Propagated, Simulation, StatedUncertainty } from './uncertainty-model.ts'
import { uncertaintyTexts } from './uncertainty-texts.ts'

/** How sure a report says its total is: by slopes, and by draws where these were kept of the same figures. */
export interface ReportedUncertainty {
  /** What it rests on. */
  readonly inputs: readonly StatedUncertainty[]
  readonly propagated: Propagated
  readonly simulation: Simulation | null
}

/** One paragraph and a table of the sources; nothing where nothing is stated of any input. */
export function uncertaintyBlocks(known: ReportedUncertainty | null, language: Language): Block[] {
  if (known === null) return []
  const words = (code: keyof typeof uncertaintyTexts, facts = {}) =>
    say(uncertaintyTexts[code], language, facts)
  const { total, sources } = known.propagated
  const row = (name: string, { value, halfWidth, percent, covered }: typeof total) => [
    name,
    shown(value),
    shown(halfWidth),
    percent === null ? '—' : shown(percent),
    covered === null ? '—' : shown(covered),
  ]
  return [
    { kind: 'heading', level: 2, text: words('accounting.uncertainty.title') },
    {
      kind: 'paragraph',
      text: words('accounting.uncertainty.report', {
        value: shown(total.value),
        percent: shown(total.percent ?? '0'),
        halfWidth: shown(total.halfWidth),
        covered: shown(total.covered ?? '0'),
      }),
    },
    ...simulationBlocks(known.simulation, words),
    {
      kind: 'table',
      caption: words('accounting.uncertainty.by-source'),
      columns: [
        column(words('accounting.uncertainty.source'), 4, 'left'),
        column(words('accounting.uncertainty.emission-unit'), 3),
        column(words('accounting.uncertainty.half-width'), 2),
        column(words('accounting.uncertainty.relative-percent'), 2),
        column(words('accounting.uncertainty.covered-percent'), 2),
      ],
      rows: [
        ...sources.map((each) => row(each.name, each)),
        row(words('accounting.uncertainty.total'), total),
      ],
      totals: 1,
    },
  ]
}

type Words = (code: keyof typeof uncertaintyTexts, facts?: Record<string, string | number>) => string

function simulationBlocks(simulation: Simulation | null, words: Words): Block[] {
  const total = simulation?.outputs.find(({ key }) => key === 'total')
  if (!simulation || !total) return []
  const { draws, seed, engine } = simulation
  const [mean, low, high] = [total.mean, total.low, total.high].map(shown)
  return [
    {
      kind: 'paragraph',
      text: words('accounting.uncertainty.report-simulation', {
        draws: grouped(String(draws)),
        seed,
        engine,
        mean: mean ?? '',
        low: low ?? '',
        high: high ?? '',
      }),
    },
  ]
}

function shown(value: DecimalText): string {
  return grouped(printed(new Decimal(value)).number)
}
function column(title: string, width: number, align: Column['align'] = 'right'): Column {
  return { title, width, align }
}
