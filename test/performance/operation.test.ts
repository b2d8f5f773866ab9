import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { Decimal } from '#shared/kernel/quantity'
import { changeMayBecome, changeStates } from '#shared/performance/change'
import type { CriterionFacts } from '#shared/performance/operation'
import { scoreOf } from '#shared/performance/supplier'
import { refusalOf } from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

import { changeLike, criterionLike, openTasks } from './operation-support.ts'
import { type Plant, startPlant, targetLike } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
  await plant.year(2024, '1000', '10', '400')
  await plant.year(2025, '900', '10', '420')
  await plant.year(2026, '800', '10', '400', 4)
})
afterAll(() => plant.backend.close())
const openNow = () => openTasks(plant)

it('R-DV-1 a month a tenth or more beyond its limit is a major deviation that becomes a case by one act', async () => {
  const { api, bought, facility } = plant
  const { id } = await api.performance.addCriterion({ ...criterionLike, parameter: bought.id })
  const breaches = async () => (await api.performance.criteria({})).find((each) => each.id === id)!.breaches
  const found = await breaches()
  // 900 MWh of 2025 are 5.9 % above 850 and not major.
  expect([...new Set(found.map(({ isMajor }) => isMajor))]).toEqual([false])
  expect(openNow()).not.toContain('performance.task.breach')
  await plant.type(bought, '2026-03', '935')
  const [first] = (await breaches()).filter(({ period }) => period === '2026-03')
  expect([first!.percent, first!.isMajor, first!.side]).toEqual(['10', true, 'above'])
  expect(openNow()).toContain('performance.task.breach')
  const opened = await api.monitoring.recordDeviation({
    facility,
    title: '购电量超限',
    trigger: first!.finding,
    parameters: [bought.id],
    from: first!.from,
    to: first!.to,
    dueOn: null,
    responsible: null,
  })
  const [known] = (await breaches()).filter(({ period }) => period === '2026-03')
  expect(known!.deviation?.code).toBe(opened.code)
  expect(openNow()).not.toContain('performance.task.breach')
  // Closing needs cause and response: an open case cannot be closed.
  expect((await refusalOf(api.monitoring.closeDeviation({ id: opened.id, note: '好了' }))).code).toBe(
    'monitoring.deviation-cannot',
  )
  await plant.type(bought, '2026-03', '800')
})

it('O1 a criterion keeps how it stood before, and tells what keeps it from controlling anything', async () => {
  const { api, bought } = plant
  const vague = await api.performance.addCriterion({
    ...criterionLike,
    process: '点检',
    high: null,
    resource: '',
  })
  expect(vague.findings.map(({ code }) => code)).toEqual([
    'performance.criterion-vague',
    'performance.criterion-no-resource',
    'performance.criterion-no-person',
  ])
  const edited = await api.performance.editCriterion({
    ...criterionLike,
    id: vague.id,
    process: '点检',
    parameter: bought.id,
    reason: '补充限值',
  })
  await api.performance.editCriterion({
    ...criterionLike,
    id: vague.id,
    process: '点检',
    reviewOn: '2026-07-20',
    reason: '定期复核',
  })
  expect(openNow()).toContain('performance.task.criterion-review')
  expect(edited.former.map(({ before, reason }) => [before.high, reason])).toEqual([[null, '补充限值']])
  const wrong = (facts: Partial<CriterionFacts>) =>
    refusalOf(api.performance.addCriterion({ ...criterionLike, parameter: bought.id, ...facts }))
  expect((await wrong({ unit: 't' })).code).toBe('performance.criterion-unit')
  expect((await wrong({ low: '900' })).code).toBe('performance.criterion-limit')
  expect((await wrong({ unit: null })).code).toBe('performance.criterion-no-unit')
})

it('O2 a planned change waits for somebody else’s approval before it is carried out', async () => {
  const { api } = plant
  const { id } = await api.performance.recordChange({
    ...changeLike,
    title: '增设省煤器',
    planned: true,
    occursOn: '2026-10-01',
  })
  const carryOut = () => api.performance.carryOutChange({ id, on: '2026-06-30' })
  expect((await refusalOf(carryOut())).code).toBe('performance.change-cannot')
  expect((await refusalOf(api.performance.approveChange({ id, reason: null }))).code).toBe(
    'performance.alone-without-reason',
  )
  const other = await plant.backend.signInAs(['top-management'])
  expect((await refusalOf(api.performance.approveChange({ id, reason: '独自' }))).code).toBe(
    'performance.change-own-work',
  )
  expect((await other.api.performance.approveChange({ id, reason: null })).state).toBe('approved')
  const rewritten = api.performance.editChange({
    ...changeLike,
    title: '另一改造',
    planned: true,
    occursOn: '2026-10-01',
    id,
  })
  expect((await refusalOf(rewritten)).code).toBe('performance.change-approved')
  expect((await carryOut()).state).toBe('carried-out')
})

it('O3 no change leaves a state but by a step of its way', () => {
  const reached = changeStates.flatMap((from) =>
    changeStates.filter((to) => changeMayBecome(from, to)).map((to) => `${from}>${to}`),
  )
  expect(reached).toEqual([
    'recorded>approved',
    'recorded>dropped',
    'approved>carried-out',
    'approved>dropped',
    'carried-out>closed',
  ])
})

it('O4 options are compared in one table with the first, and a decided review is locked', async () => {
  const { api } = plant
  const like = {
    investment: '0',
    yearlyCost: '1000000',
    lifetime: 10,
    emission: '5000',
    supplier: null,
    note: '',
  }
  const appraisal = await api.performance.addAppraisal({
    kind: 'design',
    title: '供热改造方案',
    what: '',
    node: null,
    criterion: '全年排放量',
    weight: '30',
    rate: '0',
    reviewedOn: '2026-06-01',
    options: [
      { ...like, name: '维持现状' },
      { ...like, name: '省煤器', investment: '2000000', yearlyCost: '500000', emission: '4500' },
      { ...like, name: '未知', emission: null },
    ],
  })
  expect(appraisal.compared[1]).toEqual({
    yearly: '700000',
    saved: '500',
    perTonne: '-600',
    payback: '4',
    path: `option/${appraisal.id}/1`,
  })
  expect(appraisal.compared[2]!.perTonne).toBeNull()
  const figure = await api.performance.figure({ path: appraisal.compared[1]!.path!, at: [] })
  expect([figure.figure.value, figure.figure.unit]).toEqual(['-600', 'CNY/tCO2e'])
  const decide = (id: typeof appraisal.id) =>
    api.performance.decideAppraisal({ id, chosen: 1, reason: '费用最低' })
  expect((await refusalOf(decide(appraisal.id))).code).toBe('performance.appraisal-no-emission')
  await api.performance.editAppraisal({ ...appraisal, options: appraisal.options.slice(0, 2) })
  expect((await decide(appraisal.id)).state).toBe('decided')
  expect((await refusalOf(api.performance.removeAppraisal({ id: appraisal.id }))).code).toBe(
    'performance.appraisal-decided',
  )
})

it('O5 a supplier is scored exactly by own weights, which stay as they were', async () => {
  const { api } = plant
  const criterion = (name: string, weight: string) =>
    api.performance.addScoreCriterion({ name, weight, note: '' })
  const data = await criterion('排放数据', '2')
  const price = await criterion('价格', '1')
  const { id, isDue } = await api.performance.addSupplier({
    name: '晋北煤业',
    goods: '原煤',
    dataState: 'asked',
    askedOn: '2026-05-01',
    spend: '3000000',
    note: '',
  })
  expect(isDue).toBe(true)
  const evaluate = (points: { criterion: typeof data.id; points: string }[]) =>
    api.performance.evaluateSupplier({
      supplier: id,
      evaluatedOn: '2026-06-30',
      points,
      decision: 'improve',
      reason: '数据不全',
      nextOn: '2027-06-30',
    })
  expect((await refusalOf(evaluate([{ criterion: data.id, points: '60' }]))).code).toBe(
    'performance.evaluation-lacks',
  )
  const made = await evaluate([
    { criterion: data.id, points: '60' },
    { criterion: price.id, points: '90' },
  ])
  expect(made.score).toBe('70')
  await api.performance.editScoreCriterion({ ...data, weight: '8' })
  const [kept] = await api.performance.suppliers({})
  expect([kept!.isDue, kept!.evaluations[0]!.score, kept!.evaluations[0]!.scores[0]!.weight]).toEqual([
    false,
    '70',
    '2',
  ])
})

it('O6 a score lies between the least and the greatest of its points', () => {
  const points = fc.integer({ min: 0, max: 100 }).map(String)
  const weight = fc.integer({ min: 1, max: 1000 }).map(String)
  const scores = fc.array(fc.record({ name: fc.constant('x'), weight, points }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(scores, (given) => {
      const score = new Decimal(scoreOf(given))
      const values = given.map((each) => new Decimal(each.points))
      const [least, most] = [Decimal.min(...values), Decimal.max(...values)]
      return score.greaterThanOrEqualTo(least) && score.lessThanOrEqualTo(most)
    }),
  )
})

it('O7 the largest source without a target of its own stands first, with its share', async () => {
  const { api, bought } = plant
  const { year, sources } = await api.performance.coverage({})
  expect([year, sources.map(({ cover }) => cover)]).toEqual([2025, ['none', 'none']])
  const [first, second] = sources.map(({ share }) => new Decimal(share!))
  expect(first!.greaterThan(second!)).toBe(true)
  expect(new Decimal(sources.at(-1)!.cumulated!).toDecimalPlaces(20).toFixed()).toBe('100')
  const { id } = await plant.indicator(
    { name: '购电排放', kind: 'emission' },
    {
      formula: '排放',
      unit: 'tCO2e',
      terms: [
        {
          name: '排放',
          item: { kind: 'emission', node: null, category: null, scope: null, source: bought.source },
        },
      ],
    },
  )
  const objective = await plant.objective({ title: '少用外购电' })
  await api.performance.addTarget({ ...targetLike, objective: objective.id, indicator: id })
  const covered = (await api.performance.coverage({})).sources.filter(({ cover }) => cover === 'own')
  expect(covered.map(({ source, objectives }) => [source, objectives.at(-1)!.title])).toEqual([
    [bought.source, '少用外购电'],
  ])
})

it('O8 milestones put off keep their first day; resources and kind stand as rows of their measure', async () => {
  const { api } = plant
  const objective = await plant.objective({ title: '设备更新' })
  const measure = await plant.measure(objective, { resource: '' })
  const approve = () => api.performance.decideMeasure({ id: measure.id, to: 'approved', note: '' })
  expect((await refusalOf(approve())).code).toBe('performance.measure-lacks')
  const milestone = await api.performance.addMilestone({
    measure: measure.id,
    title: '到货',
    due: '2026-08-01',
  })
  await api.performance.extendMilestone({ id: milestone.id, due: '2026-09-01', reason: '厂家延期' })
  await api.performance.addResource({
    measure: measure.id,
    kind: 'money',
    what: '变频器',
    unit: 'CNY',
    requested: '300000',
    granted: '280000',
    spent: null,
  })
  expect((await approve()).state).toBe('approved')
  expect(askedOn(plant.backend.backend, '2026-08-15')).toContain('performance.task.milestone 2026-09-01')
  const technologies = await api.performance.technologies({})
  const drive = technologies.find(({ ref }) => ref.endsWith('#variable-speed-drive'))!
  await api.performance.setMeasureKind({
    measure: measure.id,
    kind: 'energy-efficiency',
    technology: drive.ref,
    before: '工频运行',
    after: '变频运行',
  })
  const parts = await api.performance.measureParts({})
  expect(parts.milestones.map(({ due, extended }) => [due, extended])).toEqual([
    ['2026-09-01', [{ from: '2026-08-01', reason: '厂家延期' }]],
  ])
  expect(parts.resources.map(({ granted, spent }) => [granted, spent])).toEqual([['280000', null]])
  const used = (await api.performance.technologies({})).find(({ ref }) => ref === drive.ref)!
  expect(used.measures.map(({ title }) => title)).toEqual([measure.title])
  expect((await refusalOf(api.performance.removeMilestone({ id: milestone.id }))).code).toBe(
    'performance.milestone-kept',
  )
})
