import { type InventoryDocument, inventoryDocument, type UsedFactor } from '#shared/accounting/document'

type Input = Record<string, unknown>

/** A factor as an inventory keeps it; what a test does not say is of no matter to it. */
export function usedFactor(
  id: string,
  value: string,
  unit: string,
  more: Partial<UsedFactor> = {},
): UsedFactor {
  return {
    id,
    urn: 'urn:tanbu:factors:test:1',
    ref: id,
    edition: 'test',
    value,
    unit,
    gas: null,
    year: null,
    region: null,
    purpose: null,
    source: 'test',
    verification: 'verified',
    ...more,
  } as UsedFactor
}

/** An inventory of one plant in June 2025, from the sources given. */
export function june(sources: readonly Input[], more: Input = {}): InventoryDocument {
  return inventoryDocument.parse({
    format: 'tanbu-inventory/1',
    title: 'June',
    organization: { name: 'plant', creditCode: null },
    period: { by: 'month', from: '2025-06', to: '2025-06' },
    guideline: 'carbon-management-annex-f',
    gwpSet: 'AR6',
    rounding: 'none',
    boundary: {
      approach: 'operational-control',
      view: 'iso-14064-1',
      scope2: 'location-based',
      exclusions: [],
    },
    facilities: [{ id: 'plant', name: 'plant' }],
    sources,
    factors: [],
    ...more,
  })
}

/** A source in facility `plant`, CO₂ of scope 1 unless the test says otherwise. */
export function source(method: string, parameters: Input): Input {
  return {
    id: 'source',
    name: 'source',
    facility: 'plant',
    category: 'process',
    isoCategory: 1,
    scope: 1,
    gas: 'CO2',
    method,
    ...parameters,
  }
}

/** A value in June 2025. */
export function value(text: string, unit: string): Input {
  return { unit, months: { '2025-06': { value: text } } }
}
