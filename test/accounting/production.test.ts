import { expect, it } from 'vitest'

import { account } from '#shared/accounting/engine'
import type { Parameter } from '#shared/accounting/parameter'
import { type Facility, type ProductionKey, productionOf } from '#shared/accounting/production'
import { settingsOf } from '#shared/accounting/settings'

import { june, source, value } from './inventories.ts'
import { library } from './library.ts'

type Input = Record<string, unknown>

const plant: Facility = {
  id: 'plant',
  name: 'plant',
  parameters: new Map([
    ['boiler-heat', value('90000', 'GJ') as Parameter],
    ['boiler-efficiency', value('90', '%') as Parameter],
    ['generation', value('5000', 'MWh') as Parameter],
  ]),
}
const coal = (more: Input = {}) =>
  source('fuel-by-calorific-value', {
    id: 'coal',
    category: 'fuel-combustion',
    fuelClass: 'coal',
    fuel: value('4000', 't'),
    calorificValue: value('20', 'GJ/t'),
    carbonContent: value('0.026', 'tC/GJ'),
    oxidation: value('99', '%'),
    ...more,
  })
/** The value of a figure of June; undefined where it is left out. */
function inJune(key: ProductionKey, ...sources: readonly Input[]): string | undefined {
  const document = june(sources)
  const settings = settingsOf(document, library)
  return productionOf(plant, '2025-06', account(document, library), settings).get(key)?.value.toFixed()
}

it('the heat that no fossil fuel explains is of biomass', () => {
  // (90,000 ÷ 0.9 − 4,000 × 20) ÷ (90,000 ÷ 0.9)
  expect(inJune('biomass-share', coal())).toBe('0.2')
})

it('a fuel whose heat is not known does not pass for biomass', () => {
  expect(inJune('biomass-share', coal({ calorificValue: { unit: 'GJ/t' } }))).toBeUndefined()
  const byElement = source('fuel-by-element-carbon', {
    id: 'slurry',
    category: 'fuel-combustion',
    fuelClass: 'coal',
    fuel: value('100', 't'),
    carbon: value('0.5', 'tC/t'),
    carbonBasis: 'received',
    oxidation: value('99', '%'),
  })
  expect(inJune('biomass-share', coal(), byElement)).toBeUndefined()
})

it('an emission that is known for the whole year only leaves the month without an intensity', () => {
  expect(inJune('generation-intensity', coal())).toBeDefined()
  const yearly = {
    ...coal({ id: 'other', by: 'year' }),
    fuel: { unit: 't', months: { '2025': { value: '100' } } },
  }
  expect(inJune('emission', coal(), yearly)).toBeUndefined()
  expect(inJune('generation-intensity', coal(), yearly)).toBeUndefined()
})
