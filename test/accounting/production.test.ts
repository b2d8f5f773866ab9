import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { account } from '#shared/accounting/engine'
import type { Parameter } from '#shared/accounting/parameter'
import {
  type Facility,
  type ProductionKey,
  productionOf,
  type ProductionRole,
} from '#shared/accounting/production'
import { settingsOf } from '#shared/accounting/settings'
import { template } from '#shared/monitoring/templates'

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

const registered = template.parse(
  JSON.parse(readFileSync(new URL('../../resources/monitoring/sectors/power.json', import.meta.url), 'utf8')),
).parameters
const recorded: Readonly<Record<string, string>> = {
  generation: '40000',
  'auxiliary-power': '4000',
  'supplied-electricity': '36500',
  'supplied-heat': '300000',
  'delivered-heat': '750000',
  'running-hours': '500',
  capacity: '100',
}
/** Figures of June for what the template of a power plant registers, all but the roles left out being recorded. */
function registeredIn(key: ProductionKey, ...without: readonly string[]): string | undefined {
  const wanted = registered.filter(({ role }) => !without.includes(role))
  const parameters = new Map(
    wanted.map(({ role, unit }) => [role as ProductionRole, value(recorded[role]!, unit) as Parameter]),
  )
  const document = june([coal()])
  const own: Facility = { id: 'plant', name: 'plant', parameters }
  return productionOf(own, '2025-06', account(document, library), settingsOf(document, library))
    .get(key)
    ?.value.toFixed()
}

it('the template of a power plant registers what its figures of production need', () => {
  expect(registered.map(({ role }) => role).toSorted()).toEqual(Object.keys(recorded).toSorted())
  // 300,000 ÷ 750,000, and 40,000 ÷ (100 × 500)
  expect(registeredIn('heat-ratio')).toBe('0.4')
  expect(registeredIn('load-rate')).toBe('0.8')
  expect(registeredIn('supplied-power')).toBe('36500')
  // 40,000 − 4,000 × (1 − 0.4), where what is supplied is not metered
  expect(registeredIn('supplied-power', 'supplied-electricity')).toBe('37600')
})

it('without the heat of the boilers or the capacity there is no ratio of heat and no load rate', () => {
  expect(registeredIn('heat-ratio', 'delivered-heat')).toBeUndefined()
  expect(registeredIn('load-rate', 'capacity')).toBeUndefined()
  expect(registeredIn('supplied-power', 'supplied-electricity', 'auxiliary-power')).toBeUndefined()
})
