import { type Gas, massUnitOf } from '#shared/factors/gases'
import type { GwpSetName } from '#shared/factors/gwp'
import type { SteamTable } from '#shared/factors/steam'
import { Refusal } from '#shared/kernel/refusal'

import type { InventoryDocument, UsedFactor } from './document.ts'
import type { Guideline } from './guideline.ts'
import type { Library } from './library.ts'
import type { RoundingRuleSet } from './rounding.ts'

/** The rules of one inventory: what every line is computed by, beside its own parameters. */
export interface Settings {
  readonly guideline: Guideline
  readonly rules: RoundingRuleSet
  readonly view: InventoryDocument['boundary']['view']
  readonly scope2: InventoryDocument['boundary']['scope2']
  readonly factors: ReadonlyMap<string, UsedFactor>
  readonly steam: { readonly saturated: SteamTable; readonly superheated: SteamTable }
  readonly gwpSet: GwpSetName
  /** The potential of a gas: the document's own or, if it brings none, that of its set. */
  readonly gwp: (gas: Gas) => UsedFactor | null
  /** The owned share by facility, where the approach is equity share; otherwise null. */
  readonly shares: ReadonlyMap<string, string> | null
}

/** The part of a document that settings are made of; a change in anything else leaves them as they are. */
export type Rules = Pick<
  InventoryDocument,
  'guideline' | 'rounding' | 'gwpSet' | 'boundary' | 'facilities' | 'factors'
>

/**
 * Looks up what the document names.
 *
 * @throws Refusal `accounting.unknown-guideline`, `accounting.unknown-rounding` when the library does not have it.
 */
export function settingsOf(document: Rules, library: Library): Settings {
  const guideline = library.guidelines.find(({ id }) => id === document.guideline)
  if (!guideline) throw new Refusal('accounting.unknown-guideline', { guideline: document.guideline })
  const rules = library.rounding.find(({ id }) => id === document.rounding)
  if (!rules) throw new Refusal('accounting.unknown-rounding', { rounding: document.rounding })
  const { approach, view, scope2 } = document.boundary
  const own = (gas: Gas) =>
    document.factors.find((factor) => factor.gas === gas && factor.unit === `tCO2e/${massUnitOf(gas)}`)
  return {
    guideline,
    rules,
    view,
    scope2,
    factors: new Map(document.factors.map((factor) => [factor.id, factor])),
    steam: library.steam,
    gwpSet: document.gwpSet,
    gwp: (gas) => own(gas) ?? library.gwp(document.gwpSet, gas),
    shares:
      approach === 'equity-share'
        ? new Map(document.facilities.map(({ id, equityShare = '1' }) => [id, equityShare]))
        : null,
  }
}
