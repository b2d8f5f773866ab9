import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { Decimal } from '#shared/kernel/quantity'
import { annuity, costPerTonne, inOrder } from '#shared/performance/abatement'
import { lackingFor, mayFollow, measureId, measureStates } from '#shared/performance/measure'
import { newObjective } from '#shared/performance/objective'
import { pathYears } from '#shared/performance/path'
import { administrator, finish, refusalOf } from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

import { objectiveLike, type Plant, startPlant, targetLike, wholeEmission } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
  await plant.year(2024, '1000', '10', '400')
  await plant.year(2025, '900', '10', '420')
  await plant.year(2026, '800', '10', '400', 4)
})
afterAll(() => plant.backend.close())

const { password } = administrator
const total = () =>
  plant.indicator(
    { name: `排放总量 ${Math.random()}`, kind: 'emission' },
    { formula: '排放', unit: 'tCO2e', terms: [{ name: '排放', item: wholeEmission }] },
  )

it('B1 a mean of years is the mean of their values, and in force once it is signed', async () => {
  const { api } = plant
  const { id: indicator } = await total()
  const { years } = await api.performance.history({ id: indicator, year: 2025, version: null })
  const { id } = await api.performance.setBaseline({
    indicator,
    purpose: 'performance',
    mode: 'mean-of-years',
    years: [2024, 2025],
    threshold: '5',
    reason: '两年产量相近',
  })
  const [fresh] = (await api.performance.baselines({})).filter((each) => each.id === id)
  const mean = new Decimal(years[0]!.value!).plus(years[1]!.value!).div(2)
  expect(fresh!.values[0]!.value).toBe(mean.toFixed())
  expect(fresh!.findings.map(({ code }) => code)).toEqual(['performance.baseline-unapproved'])
  expect((await refusalOf(finish(api.performance.approveBaseline({ id, password: 'wrong' })))).code).toBe(
    'access.wrong-password',
  )
  plant.backend.clock.advance(60)
  await finish(api.performance.approveBaseline({ id, password }))
  const [approved] = (await api.performance.baselines({})).filter((each) => each.id === id)
  expect([approved!.values[0]!.state, approved!.findings]).toEqual(['approved', []])
})

it('B2 a changed year is told of beyond the threshold, adjusted with a reason, and both values stay', async () => {
  const { api } = plant
  const { id: indicator } = await total()
  const base = { indicator, purpose: 'performance' as const, mode: 'typical-year' as const, years: [2024] }
  const { id } = await api.performance.setBaseline({ ...base, threshold: '5', reason: '典型年' })
  await finish(api.performance.approveBaseline({ id, password }))
  const adjust = (cause: 'static-factors' | 'not-representative') =>
    api.performance.adjustBaseline({ id, years: [2024], cause, reason: '电表更正' })
  expect((await refusalOf(adjust('static-factors'))).code).toBe('performance.same-base')
  await plant.type(plant.bought, '2024-06', '1010')
  expect((await refusalOf(adjust('static-factors'))).code).toBe('performance.below-threshold')
  await plant.type(plant.bought, '2024-06', '3000')
  const shown = async () => (await api.performance.baselines({})).find((each) => each.id === id)!
  expect((await shown()).findings.map(({ code }) => code)).toEqual(['performance.baseline-drift'])
  await adjust('static-factors')
  expect((await refusalOf(adjust('static-factors'))).code).toBe('performance.base-waits')
  await finish(api.performance.approveBaseline({ id, password }))
  const { values, findings } = await shown()
  expect(values.map(({ number, cause, state }) => [number, cause, state])).toEqual([
    [1, 'first', 'approved'],
    [2, 'static-factors', 'approved'],
  ])
  expect(findings).toEqual([])
  const kept = await api.performance.figure({ path: values[0]!.path, at: [] })
  expect(kept.figure.value).toBe(values[0]!.value)
  await plant.type(plant.bought, '2024-06', '1000')
})

it('B2a a baseline whose indicator went over to another unit has not changed by that', async () => {
  const { api } = plant
  const { id: indicator } = await total()
  const base = { indicator, purpose: 'performance' as const, mode: 'typical-year' as const, years: [2025] }
  const { id } = await api.performance.setBaseline({ ...base, threshold: '5', reason: '典型年' })
  await api.performance.changeMethod({
    id: indicator,
    formula: '排放',
    unit: 'kgCO2e',
    terms: [{ name: '排放', item: wholeEmission }],
    validFrom: '2025-01',
    reason: '改以千克计',
  })
  const shown = (await api.performance.baselines({})).find((each) => each.id === id)!
  expect(shown.now.difference).toBe('0')
  await finish(api.performance.approveBaseline({ id, password }))
  const adjusted = api.performance.adjustBaseline({
    id,
    years: [2025],
    cause: 'static-factors',
    reason: '改以千克计',
  })
  expect((await refusalOf(adjusted)).code).toBe('performance.same-base')
})

it('B2b an adjusted mean is of different years, and an adjusted year is one', async () => {
  const { api } = plant
  const { id: indicator } = await total()
  const of = async (mode: 'mean-of-years' | 'typical-year', years: number[], then: number[]) => {
    const purpose = mode === 'typical-year' ? ('claim' as const) : ('performance' as const)
    const base = { indicator, purpose, mode, years, threshold: '0', reason: '初次' }
    const { id } = await api.performance.setBaseline(base)
    await finish(api.performance.approveBaseline({ id, password }))
    const cause = 'not-representative' as const
    return (await refusalOf(api.performance.adjustBaseline({ id, years: then, cause, reason: '更正' }))).code
  }
  expect(await of('mean-of-years', [2024, 2025], [2025, 2025])).toBe('performance.base-years')
  expect(await of('typical-year', [2024], [2024, 2025])).toBe('performance.base-years')
})

it('B3 a baseline is refused for years that are not known', async () => {
  const { id: indicator } = await total()
  const refused = await refusalOf(
    plant.api.performance.setBaseline({
      indicator,
      purpose: 'claim',
      mode: 'recent-year',
      years: [2021],
      threshold: '5',
      reason: '缺数据',
    }),
  )
  expect(refused.code).toBe('performance.base-missing')
})

it('O1 a target without unit, value and date is listed, and the objective cannot be published', async () => {
  const { api } = plant
  const { id } = await plant.objective()
  const empty = { ...targetLike, value: null, unit: null, due: null }
  const target = await api.performance.addTarget({ ...empty, objective: id })
  const gaps = async () =>
    (await api.performance.objectives({})).find((each) => each.id === id)!.gaps.map(({ code }) => code)
  expect(await gaps()).toEqual([
    'performance.target-no-indicator',
    'performance.target-no-value',
    'performance.target-no-unit',
    'performance.target-no-date',
    'performance.objective-no-measure',
    'performance.objective-considered',
  ])
  const publish = () => finish(api.performance.publishObjective({ id, toldTo: '各车间', password }))
  expect((await refusalOf(publish())).code).toBe('performance.objective-incomplete')
  const indicator = await total()
  await api.performance.editTarget({ ...targetLike, indicator: indicator.id, id: target.id })
  await publish()
  expect(askedOn(plant.backend.backend, targetLike.due!)).toContain(
    `performance.task.target ${targetLike.due}`,
  )
  const rewritten = api.performance.editObjective({ ...objectiveLike, title: '另一目标', id })
  expect((await refusalOf(rewritten)).code).toBe('performance.objective-published')
  expect((await refusalOf(api.performance.editTarget({ ...targetLike, id: target.id }))).code).toBe(
    'performance.target-published',
  )
  const adjusted = await api.performance.adjustTarget({
    ...targetLike,
    indicator: indicator.id,
    value: '650',
    id: target.id,
    reason: '新增光伏',
  })
  expect(adjusted.changes.map(({ before, reason }) => [before.value, reason])).toEqual([['700', '新增光伏']])
})

it('O2 a measure goes its way step by step, and never without what the step needs', async () => {
  const { api } = plant
  const objective = await plant.objective()
  const { id } = await plant.measure(objective, { what: '改', owner: null })
  const lacks = await refusalOf(api.performance.decideMeasure({ id, to: 'approved', note: '' }))
  expect([lacks.code, lacks.facts['missing']]).toEqual(['performance.measure-lacks', 2])
  const { id: whole } = await plant.measure(objective, {})
  expect((await refusalOf(api.performance.moveMeasure({ id: whole, to: 'running', note: '' }))).code).toBe(
    'performance.measure-step',
  )
  expect((await refusalOf(api.performance.moveMeasure({ id: whole, to: 'approved', note: '' }))).code).toBe(
    'performance.measure-step',
  )
  await api.performance.decideMeasure({ id: whole, to: 'approved', note: '' })
  expect(askedOn(plant.backend.backend, '2026-12-15')).toContain('performance.task.measure 2026-12-31')
  await api.performance.moveMeasure({ id: whole, to: 'running', note: '' })
  await api.performance.moveMeasure({ id: whole, to: 'done', note: '' })
  expect(
    (await refusalOf(api.performance.decideMeasure({ id: whole, to: 'verified', note: '对比电耗' }))).code,
  ).toBe('performance.measure-lacks')
  const {
    id: _id,
    objective: _of,
    state: _state,
    steps: _steps,
    ...facts
  } = (await api.performance.objectives({}))
    .flatMap(({ measures }) => measures)
    .find((each) => each.id === whole)!
  await api.performance.editMeasure({ ...facts, achieved: '95', id: whole })
  const other = await plant.backend.signInAs(['top-management'])
  const verify = (by: typeof api) =>
    by.performance.decideMeasure({ id: whole, to: 'verified', note: '对比电耗' })
  expect(askedOn(plant.backend.backend, '2026-06-30')).toContain('performance.task.verify-measure 2026-07-14')
  expect((await refusalOf(verify(api))).code, 'R-SD-5').toBe('performance.measure-own-work')
  const done = await verify(other.api)
  expect(done.steps.map(({ to }) => to)).toEqual(['approved', 'running', 'done', 'verified'])
  for (const to of measureStates) expect(mayFollow('verified', to)).toBe(false)
  expect(lackingFor({ ...done, state: 'draft' }, 'approved')).toEqual([])
})

it('O3 measures do not require each other in a circle', async () => {
  const { api } = plant
  const objective = await plant.objective()
  const first = await plant.measure(objective, { title: '甲' })
  const second = await plant.measure(objective, { title: '乙', requires: [first.id] })
  const { id, objective: _of, state: _state, steps: _steps, ...facts } = first
  const circle = await refusalOf(api.performance.editMeasure({ ...facts, requires: [second.id], id }))
  expect(circle.code).toBe('performance.requires-itself')
  expect((await refusalOf(api.performance.removeMeasure({ id: first.id }))).code).toBe(
    'performance.measure-required',
  )
})

it('A1 a cost for each tonne is the annuity of the investment and the yearly cost over the reduction', () => {
  // 1,000,000 CNY over 10 years at 8 %: 0.14902948869707 of it each year; 20,000 CNY saved each year; 500 t.
  expect(annuity('8', 10).value.toFixed(14)).toBe('0.14902948869708')
  const costed = { expected: '500', investment: '1000000', yearlyCost: '-20000', lifetime: 10 }
  expect(costPerTonne(costed, '8').value.toFixed(8)).toBe('258.05897739')
  expect(costPerTonne(costed, '0').value.toFixed()).toBe('160')
})

it('A1a of a group of measures the cheapest tonne stands in the curve, the others beside it', () => {
  const one = (title: string, cost: string, group: string | null) => ({
    measure: measureId.parse('019f1641-3500-7000-8007-ec57888b0d83'),
    title,
    reduction: '100',
    yearly: '0',
    investment: '0',
    cost,
    path: title,
    group,
  })
  const blocks = inOrder([one('十', '30', '掺烧'), one('五', '20', '掺烧'), one('光伏', '25', null)])
  expect(blocks.map(({ title, isAlternative }) => `${title} ${isAlternative}`)).toEqual([
    '五 false',
    '光伏 false',
    '十 true',
  ])
})

it('A2 what a loan costs is paid back by its annuity to the last digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 40 }), (hundredths, years) => {
      const rate = new Decimal(hundredths).div(100)
      const paid = annuity(rate.toFixed(), years).value
      const growth = rate.div(100).plus(1)
      let left = new Decimal(1)
      for (let at = 0; at < years; at += 1) left = left.times(growth).minus(paid)
      expect(left.abs().lessThan('1e-30')).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('A3 a path without measures grows, and each measure is taken off from when it is there', () => {
  const input = { baseYear: 2025, baseValue: '1000', growth: '10', until: 2027 }
  const years = pathYears(input, [{ reduction: '120', due: '2026-06-30' }])
  expect(years.map(({ without }) => without)).toEqual(['1000', '1100', '1210'])
  expect(years.map(({ with: rest }) => rest)).toEqual(['1000', '1040', '1090'])
})

it('J12 two people edit one objective: what only one changed is merged, what both changed is shown and not overwritten', async () => {
  const opened = await plant.api.performance.addObjective({ ...objectiveLike, title: '降低电耗' })
  const { id } = opened
  const seen = newObjective.parse(opened)
  await plant.api.performance.editObjective({ ...seen, policy: '方针第二条', id, seen })
  const merged = await plant.api.performance.editObjective({ ...seen, title: '降低单位电耗', id, seen })
  expect(merged).toMatchObject({ title: '降低单位电耗', policy: '方针第二条' })
  const clash = plant.api.performance.editObjective({ ...seen, title: '降低总电耗', id, seen })
  expect(await refusalOf(clash)).toMatchObject({
    code: 'kernel.edited-meanwhile',
    facts: { fields: 'title' },
  })
})
