import type { Measure } from '#shared/kernel/units'
import type { IndicatorKind, Item } from '#shared/performance/indicator'

import type { TextCode } from '../kernel/texts.ts'

const emission: Item = { kind: 'emission', node: null, category: null, scope: null, source: null }
const energy: Item = { kind: 'energy', node: null, carrier: 'all', electricity: 'equivalent' }
const outputValue: Item = { kind: 'output-value' }

/** An indicator that most plants begin with; its names are worded when it is made. */
export interface Starter {
  readonly id: 'total' | 'per-output-value' | 'per-energy' | 'energy' | 'energy-intensity'
  readonly kind: IndicatorKind
  readonly titleCode: TextCode
  readonly unit: Measure
  /** What is divided by what; only the first where nothing is. */
  readonly items: readonly { readonly nameCode: TextCode; readonly item: Item }[]
}
const emitted = { nameCode: 'performance.term.emission', item: emission } as const
const used = { nameCode: 'performance.term.energy', item: energy } as const
const earned = { nameCode: 'performance.term.output-value', item: outputValue } as const

export const starters: readonly Starter[] = [
  { id: 'total', kind: 'emission', titleCode: 'performance.starter.total', unit: 'tCO2e', items: [emitted] },
  {
    id: 'per-output-value',
    kind: 'per-output-value',
    titleCode: 'performance.starter.per-output-value',
    unit: 'tCO2e/10^4 CNY',
    items: [emitted, earned],
  },
  {
    id: 'per-energy',
    kind: 'per-energy',
    titleCode: 'performance.starter.per-energy',
    unit: 'tCO2e/tce',
    items: [emitted, used],
  },
  { id: 'energy', kind: 'energy', titleCode: 'performance.starter.energy', unit: 'tce', items: [used] },
  {
    id: 'energy-intensity',
    kind: 'energy',
    titleCode: 'performance.starter.energy-intensity',
    unit: 'tce/10^4 CNY',
    items: [used, earned],
  },
]
