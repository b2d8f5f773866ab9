import type { GasFamily } from '#shared/factors/gases'
import type { Figure } from '#shared/kernel/figure'
import type { Finding } from '#shared/kernel/finding'
import type { Category } from '#shared/monitoring/model'

import type { Source } from './source.ts'

/** A missing input: where it is expected. The line that needs it has no result. */
export interface Missing {
  readonly parameter: string
  readonly month: string
}

/** One line of the inventory in one month: what the source emitted, or why there is no answer. */
export type MonthAccount =
  | {
      readonly state: 'complete'
      readonly source: string
      readonly month: string
      /** The mass of the gas, or CO₂e where only that is known. */
      readonly mass: Figure
      readonly emission: Figure<'tCO2e'>
      /** Figures that forms show beside the emission: heat of the fuel, carbon as received, supplied heat. */
      readonly beside: readonly Figure[]
      readonly findings: readonly Finding[]
    }
  | {
      readonly state: 'incomplete'
      readonly source: string
      readonly month: string
      readonly missing: readonly Missing[]
      readonly findings: readonly Finding[]
    }
  /** The rules do not allow the calculation; the finding says which. */
  | {
      readonly state: 'refused'
      readonly source: string
      readonly month: string
      readonly findings: readonly Finding[]
    }

/**
 * A total of months. One without a result gives no total; `known` is then what the other lines add up to, and is
 * never to be shown as the total.
 */
export type Total =
  | { readonly state: 'complete'; readonly figure: Figure<'tCO2e'> }
  | { readonly state: 'incomplete'; readonly lines: number; readonly known: Figure<'tCO2e'> }

export interface SourceAccount {
  readonly source: Source
  readonly months: readonly MonthAccount[]
  readonly total: Total
}

/** Why a line is not part of the total. */
export type Apart = 'biogenic' | 'other-gases' | 'outside-guideline' | 'other-scope-2-report'

export interface Grouped<Key extends string | number> {
  readonly key: Key
  readonly total: Total
}

export interface Account {
  readonly total: Total
  readonly bySource: readonly SourceAccount[]
  readonly byGas: readonly Grouped<GasFamily | 'CO2e'>[]
  readonly byFacility: readonly Grouped<string>[]
  readonly byMonth: readonly Grouped<string>[]
  readonly byCategory: readonly Grouped<Category>[]
  readonly byIsoCategory: readonly Grouped<number>[]
  readonly byScope: readonly Grouped<number>[]
  /** What is computed but reported beside the total. */
  readonly apart: readonly {
    readonly why: Apart
    readonly sources: readonly SourceAccount[]
    readonly total: Total
  }[]
  readonly incomplete: readonly Missing[]
  readonly findings: readonly Finding[]
}
