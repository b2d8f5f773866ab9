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
  /** What takes over in the course of the period, the earliest first: each holds until the next. */
  readonly later: readonly { readonly from: string; readonly settings: Settings }[]
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
  'guideline' | 'rounding' | 'editions' | 'gwpSet' | 'boundary' | 'facilities' | 'factors'
>

/**
 * Looks up what the document names.
 *
 * @throws Refusal `accounting.unknown-guideline`, `accounting.unknown-rounding` when the library does not have it.
 */
export function settingsOf(document: Rules, library: Library): Settings {
  const { approach, view, scope2 } = document.boundary
  const own = (gas: Gas) =>
    document.factors.find((factor) => factor.gas === gas && factor.unit === `tCO2e/${massUnitOf(gas)}`)
  const common = {
    later: [],
    view,
    scope2,
    factors: new Map(document.factors.map((factor) => [factor.id, factor])),
    steam: library.steam,
    gwpSet: document.gwpSet,
    gwp: (gas: Gas) => own(gas) ?? library.gwp(document.gwpSet, gas),
    shares:
      approach === 'equity-share'
        ? new Map(document.facilities.map(({ id, equityShare = '1' }) => [id, equityShare]))
        : null,
  }
  return {
    ...common,
    ...editionOf(document, library),
    later: (document.editions ?? []).map(({ from, ...edition }) => ({
      from,
      settings: { ...common, ...editionOf(edition, library) },
    })),
  }
}

function editionOf(
  named: Pick<InventoryDocument, 'guideline' | 'rounding'>,
  library: Library,
): Pick<Settings, 'guideline' | 'rules'> {
  const guideline = library.guidelines.find(({ id }) => id === named.guideline)
  if (!guideline) throw new Refusal('accounting.unknown-guideline', { guideline: named.guideline })
  const rules = library.rounding.find(({ id }) => id === named.rounding)
  if (!rules) throw new Refusal('accounting.unknown-rounding', { rounding: named.rounding })
  return { guideline, rules }
}

/**
 * The rules for one month. What is known only for a whole year falls under the edition that its first month falls
 * under.
 */
export function settingsAt(settings: Settings, step: string): Settings {
  if (settings.later.length === 0) return settings
  return settings.later.findLast(({ from }) => from <= step)?.settings ?? settings
}

/** The rules of the period's last month: a total over more than one edition is rounded as its report is. */
export function settingsAtEnd(settings: Settings): Settings {
  return settings.later.at(-1)?.settings ?? settings
}
