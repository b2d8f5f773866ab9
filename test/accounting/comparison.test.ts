import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Comparison, ShownView } from '#shared/accounting/comparison-contract'
import { editionsWithin } from '#shared/accounting/editions'
import { type Inventory, newInventory } from '#shared/accounting/inventory'
import { guidelineDefaultUrn } from '#shared/factors/model'
import { monthsOf } from '#shared/kernel/period'
import { Decimal } from '#shared/kernel/quantity'
import type { NewParameter, Parameter } from '#shared/monitoring/model'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import { finish, refusalOf } from '#test/support/backend'

import { type Plant, startPlant } from './plant.ts'

let plant: Plant
/** By the guideline for power facilities, and by GB/T 32151.1 with desulfurization. */
let facility: Inventory
let standard: Inventory
const since = { validFrom: '2024-01-01' }

beforeAll(async () => {
  plant = await startPlant()
  const { api, facility: node } = plant
  const add = async (source: Parameters<typeof sourceLike>[1], facts: readonly Partial<NewParameter>[]) => {
    const added = await api.monitoring.addSource(sourceLike(node, { ...since, ...source }))
    const made: Parameter[] = []
    for (const [position, fact] of facts.entries())
      made.push(await api.monitoring.addParameter(parameterLike(added, { ...since, position, ...fact })))
    return made
  }
  const mean = { rollUp: 'mean', frequency: 'month' } as const
  const ofGuideline = (ref: string, role: string, unit: NewParameter['unit']) => ({
    ...({ role, name: role, unit, determination: 'default', rollUp: 'mean', frequency: 'year' } as const),
    factor: { urn: guidelineDefaultUrn, ref },
  })
  const [coal, heat, carbon] = await add(
    {
      code: 'R-3',
      name: '烟煤',
      category: 'fuel-combustion',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
      fuel: 'coal',
    },
    [
      { role: 'fuel', name: '入炉煤量', unit: 't' },
      { role: 'calorificValue', name: '低位发热量', unit: 'GJ/t', ...mean },
      { role: 'carbonContent', name: '含碳量', unit: 'tC/GJ', ...mean },
      ofGuideline('coal-any', 'oxidation', '%'),
    ],
  )
  const [agent] = await add(
    {
      code: 'R-4',
      name: '脱硫石灰石',
      category: 'desulfurization',
      isoCategory: 1,
      scope: 1,
      calculation: { method: 'desulfurization' },
    },
    [
      { role: 'agent', name: '石灰石', unit: 't' },
      ofGuideline('desulf-carbonate-content', 'carbonateShare', '%'),
      ofGuideline('CaCO3', 'factor', 'tCO2/t'),
      ofGuideline('desulf-conversion', 'conversion', '%'),
    ],
  )
  const own = (role: string, unit: NewParameter['unit'], more: Partial<NewParameter> = {}) =>
    api.monitoring.addParameter({
      ...parameterLike({ id: plant.bought.source!, node }, { ...since, role, name: role, unit, ...more }),
      source: null,
    })
  const power = await own('generation', 'MWh')
  const auxiliary = await own('auxiliary-power', 'MWh')
  const supplied = await own('supplied-heat', 'GJ')
  const delivered = await own('delivered-heat', 'GJ')
  for (const month of monthsOf(2025))
    for (const [parameter, text] of [
      [plant.bought, '1000'],
      [plant.diesel, '2.5'],
      [coal!, '1000'],
      [heat!, '20.908'],
      [carbon!, '0.02637'],
      [agent!, '10'],
      [power, '2500'],
      [auxiliary, '150'],
      [supplied, '4000'],
      [delivered, '16000'],
    ] as const)
      await plant.type(parameter, month, text)
  const view = 'guideline'
  facility = await plant.create({ title: '发电设施', guideline: 'mee-power-2022', view })
  standard = await plant.create({ title: '含脱硫', guideline: 'gbt-32151.1-2015', view })
}, 120_000)
afterAll(() => plant.backend.close())

const compare = (...of: readonly Inventory[]): Promise<Comparison> =>
  plant.api.accounting.compare({ ids: of.map(({ id }) => id) })

it('C1 one plant has two totals: each default is that of its own guideline, and desulfurization is in one of them', async () => {
  const { inventories, bridges } = await compare(facility, standard)
  // Coal a month: 1000 t × 20.908 GJ/t × 0.02637 tC/GJ × 44/12, of which 99 % or 98 % oxidises; 12 months.
  const carbon = new Decimal('1000').times('20.908').times('0.02637').times(44).div(12).times(12)
  const lines = bridges[0]!.lines
  const coal = lines.find(({ name }) => name === '烟煤')!
  const fifty = (text: string) => new Decimal(text).toSignificantDigits(45).toFixed()
  expect(fifty(coal.first!.value!)).toBe(fifty(carbon.times('0.99').toFixed()))
  expect(fifty(coal.second!.value!)).toBe(fifty(carbon.times('0.98').toFixed()))
  expect(coal.steps?.map(({ cause }) => cause)).toEqual(['factors'])
  // 10 t × 90 % × 0.4397 × 100 % × 12
  const lime = lines.find(({ name }) => name === '脱硫石灰石')!
  expect([lime.first, lime.second?.value, lime.left]).toEqual([null, '47.4876', 'outside-guideline'])
  const [first, second] = inventories.map(({ total }) => total.value!)
  expect(new Decimal(second!).minus(first!).toFixed()).toBe(bridges[0]!.difference!.value)
})

it('C2 lines and the rounding of the totals add up to the difference, and so do the causes', async () => {
  const [bridge] = (await compare(facility, standard)).bridges
  const { lines, causes, rounding, difference } = bridge!
  const sum = (texts: readonly string[]) =>
    texts
      .reduce((all, text) => all.plus(text), new Decimal(rounding!.value))
      .toSignificantDigits(50)
      .toFixed()
  const whole = new Decimal(difference!.value).toSignificantDigits(50).toFixed()
  expect(sum(lines.map((line) => line.difference!))).toBe(whole)
  expect(sum(causes.map(({ value }) => value))).toBe(whole)
})

it('C3 every number of a bridge opens, down to what it was made of', async () => {
  const [bridge] = (await compare(facility, standard)).bridges
  const { lines, causes, rounding, difference } = bridge!
  const opened = [...lines.flatMap(({ steps }) => steps!), ...causes, rounding!, difference!]
  for (const { path, value } of opened) {
    const { figure } = await plant.api.accounting.figure({ id: facility.id, path, at: [] })
    expect(figure.value).toBe(new Decimal(value).toSignificantDigits(60).toFixed())
  }
  const coal = lines.find(({ name }) => name === '烟煤')!.steps![0]!
  const { figure } = await plant.api.accounting.figure({ id: facility.id, path: coal.path, at: [0, 0] })
  expect(figure.operands.length).toBeGreaterThan(0)
})

it('C4 inventories of two years, or one with itself, are not compared', async () => {
  const other = await plant.create({ title: '2024', year: 2024 })
  expect(await refusalOf(compare(facility, other))).toMatchObject({
    code: 'accounting.compare-other-year',
    facts: { year: 2025, other: 2024 },
  })
  expect(await refusalOf(compare(facility, facility))).toMatchObject({ code: 'accounting.compare-itself' })
  await plant.api.accounting.discard({ id: other.id })
})

it('C5 an incomplete inventory leaves the bridge open and keeps the lines that have results', async () => {
  await plant.withdraw(plant.diesel, '2025-06')
  const [bridge] = (await compare(facility, standard)).bridges
  expect([bridge!.difference, bridge!.rounding]).toEqual([null, null])
  expect(bridge!.lines.find(({ name }) => name === '点火柴油')).toMatchObject({
    steps: null,
    difference: null,
  })
  expect(bridge!.lines.find(({ name }) => name === '烟煤')?.difference).not.toBeNull()
  await plant.type(plant.diesel, '2025-06', '2.5')
})

it('C6 the comparison is offered as a workbook in either language', async () => {
  for (const language of ['zh', 'en'] as const) {
    const ids = [facility.id, standard.id]
    const { download, fileName } = await finish(plant.api.accounting.exportComparison({ ids, language }))
    expect(fileName).toMatch(/2025.*\.xlsx$/)
    expect(existsSync(join(plant.backend.folder, 'exports', download))).toBe(true)
  }
})

const viewsOf = async (of: Inventory): Promise<ShownView[]> => plant.api.accounting.views({ id: of.id })
const rowsOf = (views: readonly ShownView[], name: ShownView['name']) =>
  views
    .find((view) => view.name === name)!
    .rows.map(({ key, cells }) => `${key} ${new Decimal(cells.total!.value!).toDecimalPlaces(2).toFixed()}`)

it('C7 three views of one set of data', async () => {
  const views = await viewsOf(standard)
  // Coal 12 × 1000 t × 20.908 × 0.02637 × 98 % × 44/12 and diesel 12 × 2.5 t × 42.652 × 0.0202 × 98 % × 44/12 are
  // 23 866.83 t; lime 12 × 10 t × 90 % × 0.4397 is 47.49 t; electricity 12 000 MWh × 0.5306 is 6 367.20 t.
  expect(rowsOf(views, 'guideline').toSorted()).toEqual([
    'desulfurization 47.49',
    'electricity 6367.2',
    'fuel-combustion 23866.83',
    'sum 30281.52',
  ])
  expect(rowsOf(views, 'iso-14064-1')).toEqual([
    '1 23914.32',
    '2 6367.2',
    'sum 30281.52',
    'market-based 6367.2',
  ])
  expect(rowsOf(views, 'ghg-protocol')).toEqual([
    'scope-1 23914.32',
    'scope-2-location 6367.2',
    'scope-2-market 6367.2',
    'scope-1-2-location 30281.52',
    'scope-1-2-market 30281.52',
  ])
  const cell = views[0]!.rows[0]!.cells.CO2!
  const { figure } = await plant.api.accounting.figure({ id: standard.id, path: cell.path, at: [] })
  expect(figure.value).toBe(cell.value)
})

it('C8 what a guideline neither covers nor gives a default for stays open beside its total', async () => {
  const rows = (await viewsOf(facility)).find(({ name }) => name === 'guideline')!.rows
  expect(rows.map(({ key, cells }) => `${key} ${cells.total!.value === null}`)).toContain(
    'outside-guideline true',
  )
  expect(rows.find(({ key }) => key === 'sum')?.cells.total?.value).not.toBeNull()
})

it('C9 production stands beside the emission: what the guideline derives from it, by month and for the year', async () => {
  const [production] = await plant.api.accounting.production({ id: facility.id })
  const { months, year } = production!
  const { figures } = months[0]!
  const shown = (key: keyof typeof figures) => new Decimal(figures[key]!.value).toDecimalPlaces(4).toFixed()
  // a = 4000 ÷ 16 000; W_gd = 2500 − 150 × (1 − 0.25); E = 530.6 + coal 2001.374… + diesel 7.74…
  expect(shown('heat-ratio')).toBe('0.25')
  expect(shown('supplied-power')).toBe('2387.5')
  const emission = new Decimal(figures.emission!.value)
  expect(shown('heat-emission')).toBe(emission.times('0.25').toDecimalPlaces(4).toFixed())
  expect(shown('power-intensity')).toBe(emission.times('0.75').div('2387.5').toDecimalPlaces(4).toFixed())
  expect(shown('heat-intensity')).toBe(emission.times('0.25').div(4000).toDecimalPlaces(4).toFixed())
  expect(figures['load-rate']).toBeUndefined()
  expect(year.generation?.value).toBe('30000')
  expect(new Decimal(year['heat-ratio']!.value).toFixed()).toBe('0.25')
  const { path } = year['power-intensity']!
  const { figure } = await plant.api.accounting.figure({ id: facility.id, path, at: [] })
  expect(figure.operands).toHaveLength(2)
})

it('C10 a default that guidelines give is offered with the values of all of them', async () => {
  const defaults = await plant.api.accounting.defaults({})
  const diesel = defaults.find(({ parameter, subject }) => parameter === 'oxidation' && subject === 'diesel')
  expect(diesel?.factors.map(({ urn }) => urn)).toContain('urn:tanbu:factors:fuels-gbt-32151-1:2015')
  expect(new Set(defaults.map(({ parameter, subject }) => `${parameter} ${subject}`)).size).toBe(
    defaults.length,
  )
})

it('C11 a year of steel follows GB/T 32151.5-2015 until September and the edition of 2026 from October on', async () => {
  const { guidelines } = await plant.api.accounting.rules({})
  const later = editionsWithin(guidelines, 'gbt-32151.5-2015', 2026)
  expect(later).toEqual([{ from: '2026-10', guideline: 'gbt-32151.5-2026', rounding: 'none' }])
  const steel = await plant.create({
    title: '钢铁',
    year: 2026,
    guideline: 'gbt-32151.5-2015',
    rounding: 'mee-power-2022',
    editions: [{ ...later[0]!, rounding: 'monthly-1-decimal' }],
  })
  for (const month of monthsOf(2026)) await plant.type(plant.bought, month, '1000.1')
  const { sources, findings } = await plant.api.accounting.overview({ id: steel.id })
  // 1000.1 MWh × 0.5306 is 530.65306 t: two decimals until September, one from October on.
  const electricity = sources.find(({ name }) => name === '购入使用电力')!
  expect(electricity.months.map(({ value }) => value)).toEqual([
    ...Array<string>(9).fill('530.65'),
    ...Array<string>(3).fill('530.7'),
  ])
  expect(findings.map(({ code }) => code)).not.toContain('accounting.guideline-not-in-force')
  const { json } = await plant.api.accounting.document({ id: steel.id })
  expect(JSON.parse(json)).toMatchObject({ editions: steel.editions })
  const outside = { ...newInventory.parse(steel), id: steel.id, year: 2025 }
  expect(await refusalOf(plant.api.accounting.edit(outside))).toMatchObject({
    code: 'accounting.editions-out-of-order',
  })
})
