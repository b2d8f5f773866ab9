import { afterAll, beforeAll, expect, it } from 'vitest'

import { sectors } from '#shared/monitoring/sectors'
import { newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import { refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let facility: ReturnType<typeof newFacility>

beforeAll(async () => {
  plant = await startBackend()
  facility = newFacility(plant)
})
afterAll(() => plant.close())

it('M1 a template registers the usual sources with parameters and default factors in one act', async () => {
  const made = await plant.api.monitoring.applyTemplate({
    template: 'combined-heat-and-power',
    node: facility.id,
    validFrom: '2025-01-01',
    language: 'zh',
  })
  expect(made.sources.map(({ code, name }) => `${code} ${name}`)).toEqual([
    'R-1 燃煤锅炉',
    'R-2 锅炉点火柴油',
    'R-3 启动锅炉天然气',
    'T-1 石灰石-石膏湿法脱硫',
    'D-1 购入使用电力',
  ])
  const register = await plant.api.monitoring.register({ facility: facility.id })
  expect(register.findings).toEqual([])
  const boilers = register.parameters.filter(({ source }) => source === made.sources[0]?.id)
  const oxidation = boilers.find(({ role }) => role === 'oxidation')
  expect(oxidation?.factor).toEqual({
    urn: 'urn:tanbu:factors:fuels-mee-power:2022',
    ref: 'coal-default/oxidation-rate',
  })
  const carbon = boilers.find(({ role }) => role === 'carbon')
  const coal = boilers.find(({ role }) => role === 'fuel')
  expect(carbon?.weightedBy).toBe(coal?.id)
})

it.each(['gas-boiler-plant', 'small-firm', 'general-factory'])(
  'M1 the template %s needs nothing more to be calculated, in either language',
  async (template) => {
    for (const language of ['zh', 'en'] as const) {
      const node = newFacility(plant, `${template} ${language}`).id
      await plant.api.monitoring.applyTemplate({ template, node, validFrom: '2025-01-01', language })
      const { findings, sources } = await plant.api.monitoring.register({ facility: node })
      expect(findings).toEqual([])
      expect(sources.length).toBeGreaterThan(2)
    }
  },
)

it('M1 a template of a sector registers only the sources that the plant has', async () => {
  const node = newFacility(plant, '玻璃厂').id
  const wanted = { template: 'sector-glass', node, validFrom: '2025-01-01', language: 'zh' } as const
  const { sources } = await plant.api.monitoring.applyTemplate({ ...wanted, sources: ['P-1', 'D-1'] })
  expect(sources.map(({ code }) => code)).toEqual(['P-1', 'D-1'])
  const { findings } = await plant.api.monitoring.register({ facility: node })
  expect(findings).toEqual([])
})

it('M1 every sector finds its template by its own name, its standard or its products', async () => {
  const kinds = await plant.api.monitoring.templates({})
  const sectorKinds = kinds.filter(({ sector }) => sector !== null)
  for (const { titles, sources } of sectorKinds) {
    expect(titles.length).toBeGreaterThan(0)
    expect(new Set(sources.map(({ code }) => code)).size).toBe(sources.length)
  }
  const own = sectors.filter((sector) => sector !== 'general')
  expect(own.filter((sector) => !sectorKinds.some((kind) => kind.sector === sector))).toEqual([])
})

it('M1 a formula is not taken for a gas that it does not speak of', async () => {
  const source = sourceLike(facility.id, {
    code: 'F-9',
    name: '副产',
    gas: 'CO2',
    calculation: { method: 'formula', formula: 'hcfc22-hfc23-ndrc-2015' },
  })
  expect(await refusalOf(plant.api.monitoring.addSource(source))).toEqual({
    code: 'monitoring.gas-does-not-fit',
    facts: { name: '副产', gas: 'CO2' },
  })
})

it('M2 a code is used once within a facility, and the refusal names its owner', async () => {
  const again = plant.api.monitoring.addSource(sourceLike(facility.id, { code: 'R-1' }))
  expect(await refusalOf(again)).toEqual({
    code: 'monitoring.code-taken',
    facts: { code: 'R-1', name: '燃煤锅炉' },
  })
})

it('M3 a source without a monitoring line is listed, and so is each missing input', async () => {
  const source = await plant.api.monitoring.addSource(sourceLike(facility.id, { code: 'X-1' }))
  const codes = async () =>
    (await plant.api.monitoring.source({ id: source.id })).findings.map(
      ({ code, facts }) => `${code} ${facts['path'] ?? ''}`,
    )
  expect(await codes()).toEqual(['monitoring.no-monitoring-line '])
  await plant.api.monitoring.addParameter(parameterLike(source, { role: 'bought', unit: 'MWh' }))
  expect(await codes()).toEqual(['monitoring.role-missing factor'])
})

it.each([
  ['a unit that measures something else', { role: 'sold', unit: 't' }, 'monitoring.unit-does-not-fit'],
  ['a role the method lacks', { role: 'fuel', unit: 't' }, 'monitoring.no-such-role'],
  [
    'a default without its factor',
    { role: 'factor', unit: 'tCO2/MWh', rollUp: 'mean', determination: 'default' },
    'monitoring.default-without-factor',
  ],
  [
    'a factor that the library lacks',
    { role: 'sold', factor: { urn: 'urn:tanbu:factors:none:1', ref: 'x' } },
    'monitoring.no-such-factor',
  ],
  [
    'a factor of something else',
    { role: 'sold', factor: { urn: 'urn:tanbu:factors:heat-default:undated', ref: 'heat-default/CN' } },
    'monitoring.factor-unit',
  ],
  ['a range upside down', { role: 'sold', bandLow: '9', bandHigh: '1' }, 'monitoring.band-upside-down'],
  [
    'an end before the beginning',
    { role: 'sold', validFrom: '2025-01-02', validTo: '2025-01-01' },
    'monitoring.ends-before-it-begins',
  ],
] as const)('M4 refuses %s', async (_what, facts, code) => {
  const register = await plant.api.monitoring.register({ facility: facility.id })
  const source = register.sources.find((each) => each.code === 'X-1')!
  expect((await refusalOf(plant.api.monitoring.addParameter(parameterLike(source, facts)))).code).toBe(code)
})

it('M5 a closed source is not opened again and needs its last day', async () => {
  const source = await plant.api.monitoring.addSource(sourceLike(facility.id, { code: 'X-2' }))
  const { id: _id, changedBy: _by, changedAt: _at, ...facts } = source
  const change = (to: Partial<typeof facts>) =>
    plant.api.monitoring.changeSource({ id: source.id, ...facts, ...to })
  expect((await refusalOf(change({ state: 'closed' }))).code).toBe('monitoring.closed-without-end')
  await change({ state: 'closed', validTo: '2025-06-30' })
  expect((await refusalOf(change({ state: 'running' }))).code).toBe('monitoring.state-cannot-follow')
})

it('M6 what was registered by mistake is taken back, with its parameters', async () => {
  const source = await plant.api.monitoring.addSource(sourceLike(facility.id, { code: 'X-3' }))
  await plant.api.monitoring.addParameter(parameterLike(source, { role: 'bought' }))
  await plant.api.monitoring.removeSource({ id: source.id })
  expect((await refusalOf(plant.api.monitoring.source({ id: source.id }))).code).toBe(
    'monitoring.no-such-source',
  )
})
