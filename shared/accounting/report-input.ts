import type { DecimalText } from '#shared/kernel/quantity'
import type { Language } from '#shared/kernel/texts'
import type { ReportedFuel } from '#shared/monitoring/fuels'
import type { BoundaryContent } from '#shared/organization/boundary'
import type { Organization, Product } from '#shared/organization/model'

import type { Account } from './account.ts'
import type { ShownProduction } from './comparison-contract.ts'
import type { InventoryDocument } from './document.ts'
import type { Guideline } from './guideline.ts'
import type { ReportPlan } from './inventory.ts'
import type { ReportedUncertainty } from './report-uncertainty.ts'
import type { Standing } from './standing.ts'
import type { View } from './views.ts'

/** What is known of one year: no account where no inventory of that year was made. */
export interface ReportYear {
  readonly year: number
  readonly document: InventoryDocument | null
  readonly account: Account | null
  readonly products: readonly Product[]
  /** In 10⁴ CNY; null while it is not known. */
  readonly outputValue: DecimalText | null
}

/** Everything a report says, gathered. The report itself only puts it into words. */
export interface ReportInput {
  readonly language: Language
  readonly organization: Organization
  readonly title: string
  readonly guideline: Guideline
  /** Editions that took over in the year, each worded with the month it did. */
  readonly editions: readonly string[]
  readonly gwpSet: string
  readonly rounding: string
  readonly boundary: BoundaryContent | null
  /** Names of the facilities inside. */
  readonly facilities: readonly string[]
  /** The drawing of the boundary; null where there is no boundary yet. */
  readonly drawing: { readonly svg: string; readonly width: number; readonly height: number } | null
  /** Three years, the reported one last. */
  readonly years: readonly ReportYear[]
  /** The three views of the reported year. */
  readonly views: readonly View[]
  /** Production of facilities that register it. */
  readonly productions: readonly ShownProduction[]
  /** Which of the ten fuels a source burns; null for none of them. */
  readonly fuelOf: (source: string) => ReportedFuel | null
  readonly plan: ReportPlan
  readonly isExpired: boolean
  readonly isFrozen: boolean
  readonly version: number
  /** SHA-256 of the account, as it is frozen or stands. */
  readonly hash: string
  readonly madeOn: string
  /** Who signed it in the program, and whether that still holds as it is printed. */
  readonly signatures: readonly { readonly name: string; readonly at: string; readonly holds: boolean }[]
  readonly isSample: boolean
  readonly isSinglePerson: boolean
  /** What was found and explained by a person, and how much is open, in data, evidence and register too. */
  readonly explained: {
    readonly answers: readonly {
      readonly words: string
      readonly reason: string
      readonly by: string
      readonly on: string
    }[]
    readonly open: number
  }
  /** How far the total rests on doubtful meters and on data outside the monitoring plan. */
  readonly standing: Standing
  /** How sure the total is; null where nothing is stated of any input. */
  readonly uncertainty: ReportedUncertainty | null
  /** Findings worded already, the heavy ones first. */
  readonly findings: readonly string[]
}
