import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { choiceOf, usualChoice } from '#renderer/accounting/usual-choice'
import type { NodeId } from '#shared/organization/model'
import { newFacility, sourceLike } from '#test/monitoring/support'
import { startBackend, type TestBackend } from '#test/support/backend'

let plant: TestBackend
let node: NodeId
beforeAll(async () => {
  plant = await startBackend()
})
beforeEach(() => {
  node = newFacility(plant).id
})
afterAll(() => plant.close())

const validFrom = '2025-01-01'
const apply = (template: string, sources?: readonly string[], language: 'zh' | 'en' = 'zh') =>
  plant.api.monitoring.applyTemplate({
    template,
    node,
    validFrom,
    language,
    ...(sources && { sources: [...sources] }),
  })
const guideline = async (year = 2025) => (await plant.api.monitoring.templateGuideline({ year })).guideline
const takeBack = ({ sources, parameters }: Awaited<ReturnType<typeof apply>>) =>
  plant.api.monitoring.takeBack({
    sources: sources.map(({ id }) => id),
    parameters: parameters.filter(({ source }) => source === null).map(({ id }) => id),
  })

it('every template of a sector leads back to a guideline that inventories are made by, in both languages', async () => {
  const { guidelines } = await plant.api.accounting.rules({})
  const kinds = await plant.api.monitoring.templates({})
  const own = kinds.filter(({ sector }) => sector !== null && sector !== 'general')
  const found = new Map<string, string | null>()
  for (const [at, { id }] of own.entries()) {
    const made = await apply(id, undefined, at % 2 === 0 ? 'zh' : 'en')
    found.set(id, await guideline())
    await takeBack(made)
  }
  expect(found.size).toBeGreaterThan(24)
  for (const [id, named] of found)
    expect(
      guidelines.map((each) => each.id),
      id,
    ).toContain(named)
  expect([found.get('sector-cement'), found.get('sector-cement-oxides')]).toEqual([
    'mee-cement-2024',
    'gbt-32151.8-2015',
  ])
})

it('a new inventory begins with that guideline, with the edition of its year', async () => {
  const made = await apply('sector-power')
  expect(await guideline(2024)).toBeNull()
  const { guidelines } = await plant.api.accounting.rules({})
  const usual = usualChoice(guidelines, await guideline(), 2025)
  const edition = guidelines.find(({ id }) => id === usual.guideline)!
  expect(usual).toMatchObject({ ...choiceOf(edition), view: 'guideline' })
  expect(edition.id).toMatch(/^mee-power-/)
  const { id } = await plant.api.accounting.create({ ...usual, title: '2025 年度', year: 2025 })
  await plant.api.accounting.discard({ id })
  await takeBack(made)
})

it('what any plant may have beside its own does not change the guideline of its kind', async () => {
  const made = await apply('sector-glass', ['P-1', 'P-2', 'D-1'])
  const beside = await apply('indirect-categories')
  expect(await guideline()).toBe('gbt-32151.7-2023')
  await takeBack(beside)
  await takeBack(made)
})

it('nothing is named where the plant typed its own sources, or where its kind has no guideline', async () => {
  expect(await guideline()).toBeNull()
  const chp = await apply('combined-heat-and-power')
  expect(await guideline()).toBeNull()
  await takeBack(chp)
  await plant.api.monitoring.addSource(sourceLike(node, { code: 'X-1', name: '自建' }))
  expect(await guideline()).toBeNull()
})
