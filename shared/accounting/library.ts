import { z } from 'zod'

import type { Gas } from '#shared/factors/gases'
import type { GwpSetName } from '#shared/factors/gwp'
import type { SteamTable } from '#shared/factors/steam'

import type { UsedFactor } from './document.ts'
import { guideline, type Guideline } from './guideline.ts'
import { roundingRuleSet, type RoundingRuleSet } from './rounding.ts'

/** The files of the folder `guidelines`, one edition each, and `rounding.json`. */
export const guidelineLibrary = z.array(guideline)
export const roundingLibrary = z.array(roundingRuleSet)

/**
 * What the engine needs beside the document. Everything that a result depends on comes in here: two equal documents
 * with two equal libraries give two equal accounts.
 */
export interface Library {
  readonly guidelines: readonly Guideline[]
  readonly rounding: readonly RoundingRuleSet[]
  readonly steam: { readonly saturated: SteamTable; readonly superheated: SteamTable }
  /** The potential of a gas in a set, for documents that do not bring their own; null if the set has none. */
  readonly gwp: (set: GwpSetName, gas: Gas) => UsedFactor | null
  /** Further factors, asked which of them would explain a published figure that ours does not reproduce. */
  readonly candidates: readonly UsedFactor[]
}
