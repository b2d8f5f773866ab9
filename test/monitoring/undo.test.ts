import { afterAll, beforeAll, expect, it } from 'vitest'

import { newFacility, parameterLike, sourceLike } from '#test/monitoring/support'
import { refusalOf, startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let node: ReturnType<typeof newFacility>['id']

beforeAll(async () => {
  plant = await startBackend()
  node = newFacility(plant).id
})
afterAll(() => plant.close())

const register = () => plant.api.monitoring.register({ facility: node })

it('M10 a template is taken back whole and put back under the ids it had', async () => {
  const made = await plant.api.monitoring.applyTemplate({
    template: 'combined-heat-and-power',
    node,
    validFrom: '2025-01-01',
    language: 'zh',
  })
  const before = await register()
  const own = made.parameters.filter(({ source }) => source === null)
  await plant.api.monitoring.takeBack({
    sources: made.sources.map(({ id }) => id),
    parameters: own.map(({ id }) => id),
  })
  expect(await register()).toEqual({ sources: [], parameters: [], findings: [] })
  await plant.api.monitoring.putBack(before)
  const after = await register()
  expect(after.sources).toEqual(before.sources.map((source) => ({ ...source, changedAt: expect.anything() })))
  const weights = (of: typeof before) =>
    of.parameters.map(({ id, role, weightedBy }) => `${id} ${role} ${weightedBy}`).toSorted()
  expect(weights(after)).toEqual(weights(before))
  expect((await refusalOf(plant.api.monitoring.putBack(before))).code).toBe('monitoring.already-there')
})

it('M11 taking back is all or none', async () => {
  const [first] = (await register()).sources
  const gone = { sources: [first!.id, first!.id], parameters: [] }
  expect((await refusalOf(plant.api.monitoring.takeBack(gone))).code).toBe('monitoring.no-such-source')
  expect((await register()).sources).toContainEqual(first)
})

it('M12 the last change of a source is undone, even its closing, but not one that was built upon', async () => {
  const source = await plant.api.monitoring.addSource(sourceLike(node, { code: 'U-1' }))
  const closed = await plant.api.monitoring.changeSource({
    ...source,
    state: 'closed',
    validTo: '2025-06-30',
  })
  const undo = () => plant.api.monitoring.revertSource({ id: source.id, from: closed, to: source })
  expect((await undo()).state).toBe('running')
  expect((await refusalOf(undo())).code).toBe('monitoring.changed-since')
})

it('M13 the parameters of a mass balance follow their flow', async () => {
  const balance = (inputs: string[]) => ({ method: 'mass-balance' as const, inputs, outputs: ['铁水'] })
  const source = await plant.api.monitoring.addSource(
    sourceLike(node, { code: 'U-2', category: 'process', calculation: balance(['焦炭', '石灰石', '电极']) }),
  )
  const limestone = await plant.api.monitoring.addParameter(
    parameterLike(source, { role: 'inputs/1/mass', name: '石灰石消耗量', unit: 't' }),
  )
  const change = (inputs: string[]) =>
    plant.api.monitoring.changeSource({ ...source, calculation: balance(inputs) })
  const roleNow = async () =>
    (await plant.api.monitoring.source({ id: source.id })).parameters.find(({ id }) => id === limestone.id)
      ?.role
  await change(['石灰石', '电极'])
  expect(await roleNow()).toBe('inputs/0/mass')
  await change(['石灰石（外购）', '电极'])
  expect(await roleNow()).toBe('inputs/0/mass')
  expect((await refusalOf(change(['电极']))).code).toBe('monitoring.flow-has-parameters')
  expect((await refusalOf(change(['电极', '电极']))).code).toBe('monitoring.flow-twice')
})

it('M14 what the method has no use for is named and not counted', async () => {
  const source = await plant.api.monitoring.addSource(
    sourceLike(node, {
      code: 'U-3',
      category: 'fuel-combustion',
      calculation: { method: 'fuel-by-calorific-value', fuelClass: 'coal' },
      fuel: 'coal',
    }),
  )
  await plant.api.monitoring.addParameter(
    parameterLike(source, { role: 'carbonContent', name: '含碳量', unit: 'tC/GJ', rollUp: 'mean' }),
  )
  await plant.api.monitoring.changeSource({
    ...source,
    calculation: { method: 'fuel-by-element-carbon', fuelClass: 'coal', carbonBasis: 'received' },
  })
  const { findings } = await plant.api.monitoring.source({ id: source.id })
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'monitoring.role-unknown', severity: 'explain' }),
  )
})

it.each([
  ['a method that burns nothing', { method: 'electricity' }, 'coal'],
  ['another kind of fuel', { method: 'fuel-by-calorific-value', fuelClass: 'gas' }, 'diesel'],
] as const)('M15 a reported fuel does not go with %s', async (_what, calculation, fuel) => {
  const source = sourceLike(node, { code: 'U-4', calculation, fuel })
  expect((await refusalOf(plant.api.monitoring.addSource(source))).code).toBe('monitoring.fuel-does-not-fit')
})
