import fc from 'fast-check'
import { expect, it } from 'vitest'

import { chooseJob } from '#electron/performance/choose-job'
import { Decimal } from '#shared/kernel/quantity'
import { brokenBy, type Option, type Problem, totalsOf } from '#shared/performance/choice'
import { finish, refusalOf } from '#test/support/backend'

import { startPlant } from './support.ts'

const option = (
  id: string,
  reduction: string,
  yearly: string,
  investment: string,
  more: Partial<Option> = {},
): Option => ({
  id: id as Option['id'],
  title: id,
  reduction,
  yearly,
  investment,
  due: null,
  group: null,
  requires: [],
  ...more,
})
const chosen = async (problem: Problem) => {
  const answer = await chooseJob(problem)
  return answer.state === 'chosen' ? answer.chosen.join(' ') : `at most ${answer.most}`
}
const three = [
  option('a', '100', '1000', '9000'),
  option('b', '80', '900', '2000'),
  option('c', '60', '500', '1000'),
]

it('C1 the cheapest set that reaches the tonnes is taken, not the cheapest tonnes one by one', async () => {
  expect(await chosen({ options: three, reduction: '100', budget: null })).toBe('a')
  expect(await chosen({ options: three, reduction: '120', budget: null })).toBe('b c')
})
it('C2 a budget, a group and a requirement each turn the choice', async () => {
  expect(await chosen({ options: three, reduction: '100', budget: '5000' })).toBe('b c')
  const grouped = three.map((each) => (each.id === ('a' as never) ? each : { ...each, group: '锅炉' }))
  expect(await chosen({ options: grouped, reduction: '150', budget: null })).toBe('a c')
  const needing = three.map((each) =>
    each.id === ('a' as never) ? { ...each, requires: ['b' as never] } : each,
  )
  expect(await chosen({ options: needing, reduction: '100', budget: null })).toBe('b c')
})
it('C3 what cannot be reached is told with what could be', async () => {
  expect(await chosen({ options: three, reduction: '300', budget: null })).toBe('at most 240')
  expect(await chosen({ options: three, reduction: '200', budget: '3500' })).toBe('at most 140')
})
it('C4 measures that save money are taken whether or not their tonnes are needed', async () => {
  const saving = [...three, option('d', '5', '-10', '1')]
  expect(await chosen({ options: saving, reduction: '100', budget: null })).toBe('a d')
})
it('C5 an answer that only a float lets through is ruled out', async () => {
  const hair = [option('a', '99.9999999999', '10', '1'), option('b', '100', '11', '1')]
  const answer = await chooseJob({ options: hair, reduction: '100', budget: null })
  expect(answer).toMatchObject({ state: 'chosen', chosen: ['b'] })
  if (answer.state === 'chosen') expect(answer.ruledOut).toBeGreaterThan(0)
})
it('C6 shadow prices tell what one tonne more would cost', async () => {
  const answer = await chooseJob({
    options: [option('a', '100', '1000', '5'), option('b', '100', '3000', '5')],
    reduction: '150',
    budget: '10',
  })
  if (answer.state !== 'chosen') throw new Error('nothing chosen')
  const [reduction, budget] = answer.bounds
  expect([reduction!.price, reduction!.slack]).toEqual(['30', '50'])
  expect([budget!.what, budget!.slack, budget!.isBinding]).toEqual(['budget', '0', true])
})
it('C7 no other set is cheaper: held against every set there is', async () => {
  const options = fc.array(
    fc.record({
      reduction: fc.integer({ min: 1, max: 400 }),
      yearly: fc.integer({ min: -300, max: 900 }),
      investment: fc.integer({ min: 0, max: 500 }),
      group: fc.constantFrom(null, null, '甲', '乙'),
      needs: fc.nat(20),
    }),
    { minLength: 1, maxLength: 7 },
  )
  await fc.assert(
    fc.asyncProperty(
      options,
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 0, max: 1200 }),
      async (rows, tonnes, budget) => {
        const all = rows.map(({ reduction, yearly, investment, group, needs }, at) =>
          option(`m${at}`, `${reduction}.${at}7`, `${yearly}`, `${investment}`, {
            group,
            requires: needs < at ? [`m${needs}` as never] : [],
          }),
        )
        const problem: Problem = { options: all, reduction: String(tonnes), budget: String(budget) }
        const answer = await chooseJob(problem)
        const sets = Array.from({ length: 2 ** all.length }, (_none, bits) =>
          all.filter((_each, at) => ((bits >> at) & 1) === 1),
        )
        const allowed = sets
          .filter((set) => brokenBy(problem, set).length === 0)
          .map((set) => new Decimal(totalsOf(set).yearly))
        if (answer.state === 'impossible') {
          expect(allowed).toEqual([])
          return
        }
        expect(new Decimal(answer.yearly).equals(Decimal.min(...allowed))).toBe(true)
      },
    ),
    { numRuns: 40 },
  )
})

it('C8 the whole way: measures of the plant, chosen on a thread of its own, kept as a path', async () => {
  const plant = await startPlant()
  const { api } = plant
  const objective = await plant.objective()
  const cheap = await plant.measure(objective, { title: '变频' })
  await plant.measure(objective, {
    title: '光伏',
    expected: '400',
    investment: '4000000',
    yearlyCost: '0',
    lifetime: 20,
  })
  await plant.measure(objective, { title: '没算完', investment: null })
  const { blocks, left } = await api.performance.curve({ rate: '8' })
  expect(blocks.map(({ title }) => title)).toEqual(['变频', '光伏'])
  expect(blocks.map(({ isAlternative }) => isAlternative)).toEqual([false, false])
  expect(left).toMatchObject([{ title: '没算完', lacking: ['performance.measure.investment'] }])
  const node = await api.performance.figure({ path: blocks[0]!.path, at: [] })
  expect(node.figure.value).toBe(blocks[0]!.cost)
  const question = { rate: '8', reduction: '90', budget: null }
  const answer = await finish(api.performance.choose(question))
  expect(answer).toMatchObject({ state: 'chosen', chosen: [cheap.id], reduction: '100' })
  const input = {
    title: '先易后难',
    question,
    chosen: [cheap.id, cheap.id],
    baseYear: 2025,
    baseValue: '1000',
    growth: '0',
    until: 2028,
  }
  await api.performance.keepPath(input)
  const [kept] = await api.performance.paths({})
  expect(kept!.years.map(({ with: rest }) => rest)).toEqual(['1000', '1000', '900', '900'])
  const none = await startPlant()
  expect((await refusalOf(finish(none.api.performance.choose(question)))).code).toBe('performance.no-options')
  await none.backend.close()
  await plant.backend.close()
})

it('C8a what needs a measure that was dropped cannot be had', async () => {
  const plant = await startPlant()
  const { api } = plant
  const objective = await plant.objective()
  const grid = await plant.measure(objective, { title: '扩容' })
  const roof = await plant.measure(objective, { title: '屋顶光伏', requires: [grid.id] })
  const question = { rate: '8', reduction: '90', budget: null }
  await api.performance.moveMeasure({ id: grid.id, to: 'dropped', note: '电网不批' })
  expect(await finish(api.performance.choose(question))).toEqual({ state: 'impossible', most: '0' })
  const input = { title: '光伏', question, chosen: [roof.id], baseYear: 2025, baseValue: '1000' }
  const kept = api.performance.keepPath({ ...input, growth: '0', until: 2028 })
  expect((await refusalOf(kept)).code).toBe('performance.path-broken')
  await plant.backend.close()
})

it('C9 a question that is no number is refused as such', async () => {
  const plant = await startPlant()
  const ask = (rate: string, reduction: string) =>
    plant.api.performance.choose({ rate, reduction, budget: null })
  await expect(ask('8', '')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(ask('a', '5')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await plant.backend.close()
})
