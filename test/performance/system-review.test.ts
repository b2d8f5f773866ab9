import { afterAll, beforeAll, expect, it } from 'vitest'

import { administrator, finish, refusalOf } from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

import { changeLike, openTasks } from './operation-support.ts'
import { type Plant, startPlant, targetLike, wholeEmission } from './support.ts'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
  await plant.year(2024, '1000', '10', '400')
  await plant.year(2025, '900', '10', '420')
  await plant.year(2026, '800', '10', '400', 4)
})
afterAll(() => plant.backend.close())
const openNow = () => openTasks(plant)
const { password } = administrator

async function finishReview(id: string, changes: readonly string[]): Promise<void> {
  const { api } = plant
  const review = await api.performance.systemReview({ id: id as never })
  for (const { key } of review.items)
    await api.performance.concludeReviewItem({ id: review.id, key, conclusion: 'in-order', finding: '' })
  const [someone] = await api.access.staff({})
  const [method] = await api.performance.reviewMethods({})
  await api.performance.workSystemReview({
    id: review.id,
    method: method!.id,
    heldOn: '2026-06-30',
    participants: [someone!.personId],
    changesSince: '二号锅炉改造',
    changes: changes as never,
    result: '排放源和因子已更新',
    nextOn: '2027-06-30',
  })
  plant.backend.clock.advance(60)
  await finish(api.performance.finishSystemReview({ id: review.id, password }))
}

it('R-RV-1 a major change asks for a review of each affected subsystem and cannot be closed before', async () => {
  const { api } = plant
  const { id } = await api.performance.recordChange(changeLike)
  expect(openNow()).toContain('performance.task.judge-change')
  const judged = await api.performance.judgeChange({
    id,
    major: true,
    reason: '工艺改变',
    subsystems: ['emission', 'trading'],
  })
  expect([judged.unreviewed, judged.lacking]).toEqual([
    ['emission', 'trading'],
    ['performance.change.lacks-review'],
  ])
  expect(openNow()).toEqual(
    expect.arrayContaining(['performance.task.review-for-emission', 'performance.task.review-for-trading']),
  )
  const close = () => api.performance.closeChange({ id, conclusion: '与预期一致' })
  expect((await refusalOf(close())).code).toBe('performance.change-lacks')
  await api.performance.addReviewMethod({
    title: '评审办法',
    method: '逐项评审',
    criteria: '对照指南',
    document: null,
  })
  for (const subsystem of ['emission', 'trading'] as const) {
    expect((await refusalOf(close())).code).toBe('performance.change-lacks')
    const planned = await api.performance.planSystemReview({
      subsystem,
      occasion: 'change',
      plannedOn: '2026-06-30',
      changes: [id],
    })
    await finishReview(planned.id, [id])
  }
  expect(openNow()).not.toContain('performance.task.review-for-emission')
  const closed = await close()
  expect([closed.state, closed.unreviewed]).toEqual(['closed', []])
  expect((await refusalOf(api.performance.editChange({ ...changeLike, id }))).code).toBe(
    'performance.change-ended',
  )
})

it('R-RV-1 a review that looked at something else does not count for the change', async () => {
  const { api } = plant
  const { id } = await api.performance.recordChange({
    ...changeLike,
    title: '换用低硫煤',
    kind: 'raw-material',
  })
  await api.performance.judgeChange({ id, major: true, reason: '原料改变', subsystems: ['asset'] })
  const planned = await api.performance.planSystemReview({
    subsystem: 'asset',
    occasion: 'first',
    plannedOn: '2026-06-30',
    changes: [],
  })
  await finishReview(planned.id, [])
  const found = (await api.performance.changes({})).find((each) => each.id === id)
  expect(found!.unreviewed).toEqual(['asset'])
})

it('R-RV-1 a finished review is locked: later there are corrections beside it', async () => {
  const { api } = plant
  const { reviews } = await api.performance.systemReviews({})
  const { id } = reviews.find(({ state, subsystem }) => state === 'finished' && subsystem === 'emission')!
  const item = { id, key: 'a', conclusion: 'gap', finding: '漏了一项' } as const
  expect((await refusalOf(api.performance.concludeReviewItem(item))).code).toBe(
    'performance.system-review-finished',
  )
  expect(askedOn(plant.backend.backend, '2028-06-30').join(' ')).toContain('performance.task.review-emission')
  const { sqlite } = plant.backend.backend.spine.store()
  const rewrite = () =>
    sqlite.prepare(`UPDATE performance_system_review_items SET finding = 'x' WHERE review_id = ?`).run(id)
  expect(rewrite).toThrow('corrected by a later entry')
  await api.performance.correctSystemReview({ id, text: '第 a 项漏列了地方标准' })
  const shown = await api.performance.systemReview({ id })
  expect([shown.items[0]!.conclusion, shown.corrections.map(({ text }) => text)]).toEqual([
    'in-order',
    ['第 a 项漏列了地方标准'],
  ])
  // What the records said is kept with it, largest sources with their shares among them.
  expect(shown.items.find(({ key }) => key === 'g')!.shown.map(({ code }) => code)).toEqual([
    'performance.records.source',
    'performance.records.source',
    'performance.signal.no-evaluation',
  ])
})

it('R-RV-2 an output that differs by a fifth from the year before is offered, and asks for a trading review', async () => {
  const { api, facility } = plant
  const made = (year: number, name: string, output: string) =>
    api.organization.addProduct({
      facility,
      year,
      number: name === '热力' ? 1 : 2,
      name,
      unit: 't',
      output,
      note: null,
      designCapacity: null,
    })
  await made(2024, '热力', '1000')
  await made(2025, '热力', '1200')
  await made(2024, '电力', '1000')
  await made(2025, '电力', '1199.9')
  const offered = await api.performance.offeredChanges({})
  expect(offered.map(({ code, facts }) => [code, facts['name'], facts['percent']])).toEqual([
    ['performance.offered.output', '热力', '20'],
  ])
  expect(offered[0]!.suggests).toContain('trading')
  expect(openNow()).toContain('performance.task.judge-output')
  await api.performance.setLimit({ key: 'output-change', value: '30' })
  expect((await api.performance.offeredChanges({}))[0]!.suggests).toEqual(['trading'])
  const { origin, kind, occursOn } = offered[0]!
  const { id } = await api.performance.recordChange({
    ...changeLike,
    title: '产量增加',
    kind,
    occursOn,
    origin,
  })
  await api.performance.judgeChange({ id, major: true, reason: '产量 +20%', subsystems: ['trading'] })
  expect(await api.performance.offeredChanges({})).toEqual([])
  expect(openNow()).toContain('performance.task.review-for-trading')
  expect((await refusalOf(api.performance.recordChange({ ...changeLike, origin }))).code).toBe(
    'performance.change-recorded',
  )
})

it('R-RV-3 a static factor that changed asks for a look at the baseline; what was concluded is kept, the value stays', async () => {
  const { api } = plant
  const { id: indicator } = await plant.indicator(
    { name: '排放总量', kind: 'emission' },
    {
      formula: '排放',
      unit: 'tCO2e',
      terms: [{ name: '排放', item: wholeEmission }],
    },
  )
  const { id } = await api.performance.setBaseline({
    indicator,
    purpose: 'performance',
    mode: 'typical-year',
    years: [2024],
    threshold: '5',
    reason: '典型年',
  })
  plant.backend.clock.advance(60)
  await finish(api.performance.approveBaseline({ id, password }))
  const shown = async () => (await api.performance.baselines({})).find((each) => each.id === id)!
  expect((await shown()).about).toBeNull()
  plant.backend.clock.advance(60)
  const change = await api.performance.recordChange({ ...changeLike, title: '并入新车间', kind: 'boundary' })
  await api.performance.judgeChange({
    id: change.id,
    major: true,
    reason: '规模扩大',
    subsystems: ['emission'],
  })
  const { about, values } = await shown()
  expect(about).toBe(`performance.baseline-change:${change.number}`)
  expect(openNow()).toContain('performance.task.look-baseline')
  await api.performance.lookAgain({
    baseline: id,
    objective: null,
    about: about!,
    change: null,
    conclusion: 'stays',
    reason: '新车间排放不足 1%',
  })
  expect([(await shown()).about, (await shown()).values]).toEqual([null, values])
  expect(openNow()).not.toContain('performance.task.look-baseline')
})

it('R-RV-4 circumstances that changed ask to look at a published objective; its old target is kept', async () => {
  const { api } = plant
  const { id: indicator } = await plant.indicator()
  const objective = await plant.objective()
  const target = await api.performance.addTarget({
    ...targetLike,
    objective: objective.id,
    indicator,
    kind: 'intensity',
    unit: 'tCO2e/t',
    baseValue: '2',
    value: '1',
  })
  plant.backend.clock.advance(60)
  await finish(api.performance.publishObjective({ id: objective.id, toldTo: '全体', password }))
  expect(openNow()).not.toContain('performance.task.look-objective')
  const change = await api.performance.recordChange({
    ...changeLike,
    title: '行业基准值下调',
    kind: 'external',
    effect: '0',
  })
  plant.backend.clock.advance(60)
  await api.performance.judgeChange({ id: change.id, major: false, reason: '影响配额', subsystems: [] })
  expect(openNow()).toContain('performance.task.look-objective')
  const { id: _id, objective: _objective, changes: _changes, ...before } = target
  plant.backend.clock.advance(60)
  const adjusted = await api.performance.adjustTarget({
    ...before,
    id: target.id,
    value: '0.9',
    reason: '基准下调',
  })
  expect([adjusted.value, adjusted.changes.map((each) => each.before.value)]).toEqual(['0.9', ['1']])
  expect(await api.performance.objectivesToLookAt({})).toEqual([])
})

it('R-RV-3 an indicator whose driver explains little is told of', async () => {
  const { api } = plant
  const outputs = ['400', '100', '390', '120', '410', '90', '380', '130', '420', '110', '395', '105']
  for (const [at, output] of outputs.entries()) {
    const month = `2025-${String(at + 1).padStart(2, '0')}`
    await plant.type(plant.bought, month, String(900 + (at % 3) * 100))
    await plant.type(plant.made, month, output)
  }
  const { id: indicator } = await plant.indicator()
  const { id } = await api.performance.setBaseline({
    indicator,
    purpose: 'performance',
    mode: 'typical-year',
    years: [2025],
    threshold: '5',
    reason: '有波动的一年',
  })
  const codes = async () =>
    (await api.performance.baselines({})).find((each) => each.id === id)!.findings.map(({ code }) => code)
  expect(await codes()).toContain('performance.baseline-fit')
  await api.performance.setLimit({ key: 'indicator-fit', value: '0' })
  expect(await codes()).not.toContain('performance.baseline-fit')
})
