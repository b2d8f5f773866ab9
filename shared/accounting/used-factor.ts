import type { Gas } from '#shared/factors/gases'
import { gwpEditions, type GwpSetName } from '#shared/factors/gwp'
import type { FactorEdition, FactorLibrary } from '#shared/factors/library'
import type { Factor } from '#shared/factors/model'

import type { UsedFactor } from './document.ts'

/** A factor of an edition as an inventory keeps it, whole: the edition may be gone when the inventory is opened. */
export function usedFactorOf(edition: FactorEdition, factor: Factor, id: string = factor.ref): UsedFactor {
  return {
    id,
    urn: edition.urn,
    ref: factor.ref,
    edition: edition.document,
    value: factor.value,
    unit: factor.unit,
    gas: factor.gas,
    year: factor.dataYear === null ? null : String(factor.dataYear),
    region: factor.region,
    purpose: factor.purpose,
    source: factor.source,
    verification: factor.verification,
  }
}

/** Looks potentials up in the editions of the sets; a set or a gas that is not there has none, and none is guessed. */
export function potentialsOf(editions: FactorLibrary): (set: GwpSetName, gas: Gas) => UsedFactor | null {
  return (set, gas) => {
    const edition = editions.find(({ urn }) => urn === gwpEditions[set])
    const factor = edition?.factors.find((row) => row.kind === 'gwp' && row.gas === gas)
    return edition && factor ? usedFactorOf(edition, factor, `gwp-${gas}`) : null
  }
}

/** Every factor for energy that editions hold: what a published figure may have been computed with instead. */
export function candidatesOf(editions: FactorLibrary): UsedFactor[] {
  return editions.flatMap((edition) =>
    edition.factors
      .filter(({ kind }) => kind === 'emission-factor')
      .map((factor) => usedFactorOf(edition, factor, `${edition.urn} ${factor.ref}`)),
  )
}
