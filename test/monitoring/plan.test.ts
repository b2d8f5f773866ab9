import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PlanContent, PlanId, PlanVersion } from '#shared/monitoring/plan'
import { planActs, planOn, planStates, planTransitions, stateAfter } from '#shared/monitoring/plan'
import { planGaps } from '#shared/monitoring/plan-check'
import { comparePlans } from '#shared/monitoring/plan-compare'
import type { NodeId } from '#shared/organization/model'
import { parameterLike, sourceLike } from '#test/monitoring/support'
import {
  administrator,
  finish,
  refusalOf,
  type SignedIn,
  startBackend,
  type TestBackend,
} from '#test/support/backend'
import { askedOn } from '#test/support/tasks'

let plant: TestBackend
let other: SignedIn
let facility: { readonly id: NodeId }

beforeAll(async () => {
  plant = await startBackend()
  await plant.api.organization.begin({
    name: '宁河热电有限公司',
    creditCode: '91440300708461136T',
    industryCode: '4412',
    site: '宁河厂区',
    facility: '热电分厂',
    validFrom: '2020-01-01',
  })
  const [own] = (await plant.api.organization.tree({})).filter(({ kind }) => kind === 'facility')
  facility = { id: own!.id }
  await plant.api.monitoring.applyTemplate({
    template: 'combined-heat-and-power',
    node: facility.id,
    validFrom: '2025-01-01',
    language: 'zh',
  })
  other = await plant.signInAs(['management-representative'])
})
afterAll(() => plant.close())

/** The parts that block a plan, written. */
export function completed(content: PlanContent): PlanContent {
  return {
    ...content,
    lines: content.lines.map((line) => ({
      ...line,
      department: line.department ?? '生产部',
      recordForm: '运行日志',
    })),
    deviationRule: '三日内查明原因，改用替代方法并记录',
  }
}
const begin = (validFrom: string, reason: string) =>
  plant.api.monitoring.beginPlan({ facility: facility.id, validFrom, title: '数据质量控制计划', reason })
const save = (
  { id, validFrom, content }: PlanVersion,
  change: (content: PlanContent) => PlanContent = completed,
) => plant.api.monitoring.editPlan({ id, validFrom, content: change(content) })
const approve = (api: TestBackend['api'], id: PlanId, password: string, reason: string | null = null) =>
  finish(api.monitoring.approvePlan({ id, password, reason }))
const rule = (text: string) => (content: PlanContent) => ({ ...content, deviationRule: text })

describe('a version goes its way into force', () => {
  it('P1 begins from the registers, with a line for every parameter', async () => {
    const plan = await begin('2025-01-01', '首次制定')
    const { parameters } = await plant.api.monitoring.register({ facility: facility.id })
    expect(plan.content.lines).toHaveLength(parameters.length)
    expect(plan.content.organization.creditCode).toBe('91440300708461136T')
    expect(plan.content.methods.map(({ name }) => name)).toContain('R-1 燃煤锅炉')
    expect([plan.number, plan.state]).toEqual([1, 'draft'])
  })
  it('P2 is handed in only when nothing that must be there is missing', async () => {
    const [draft] = await plant.api.monitoring.plans({})
    expect((await refusalOf(plant.api.monitoring.submitPlan({ id: draft!.id }))).code).toBe(
      'monitoring.plan-incomplete',
    )
    const { plan } = await plant.api.monitoring.plan({ id: draft!.id })
    await save(plan)
    const submitted = await plant.api.monitoring.submitPlan({ id: plan.id })
    expect(submitted.state).toBe('review')
    expect((await refusalOf(save(plan))).code).toBe('monitoring.plan-fixed-review')
  })
  it('P3 is approved by another than who wrote it, under a signature', async () => {
    const [plan] = await plant.api.monitoring.plans({})
    const own = approve(plant.api, plan!.id, administrator.password)
    expect((await refusalOf(own)).code).toBe('monitoring.plan-own-work')
    expect((await refusalOf(approve(other.api, plan!.id, 'wrong one'))).code).toBe('access.wrong-password')
    const approved = await approve(other.api, plan!.id, 'Plant-2026 first')
    expect([approved.state, approved.approvedBy, approved.aloneReason]).toEqual([
      'approved',
      other.userId,
      null,
    ])
    expect((await plant.api.monitoring.plan({ id: plan!.id })).isSignatureGood).toBe(true)
  })
  it('P4 comes back with a reason, even after approval, and then needs a new signature', async () => {
    const [plan] = await plant.api.monitoring.plans({})
    const back = await other.api.monitoring.returnPlan({ id: plan!.id, reason: '缺少采样方案' })
    expect([back.state, back.returnReason, back.approvedBy]).toEqual(['draft', '缺少采样方案', null])
    await plant.api.monitoring.submitPlan({ id: plan!.id })
    await approve(other.api, plan!.id, 'Plant-2026 first')
    const enacted = await plant.api.monitoring.enactPlan({ id: plan!.id })
    expect([enacted.state, enacted.validFrom, enacted.validTo]).toEqual(['in-force', '2025-01-01', null])
  })
  it('P5 cannot be edited, discarded or returned once it is in force', async () => {
    const [plan] = await plant.api.monitoring.plans({})
    const { plan: whole } = await plant.api.monitoring.plan({ id: plan!.id })
    expect((await refusalOf(save(whole))).code).toBe('monitoring.plan-fixed-in-force')
    expect((await refusalOf(plant.api.monitoring.discardPlan({ id: plan!.id }))).code).toBe(
      'monitoring.plan-fixed-in-force',
    )
    expect((await refusalOf(other.api.monitoring.returnPlan({ id: plan!.id, reason: 'x' }))).code).toBe(
      'monitoring.plan-cannot',
    )
    const { write } = plant.backend.spine.store()
    expect(() =>
      write.run(`UPDATE monitoring_plans SET content = json_set(content, '$.title', 'x')`),
    ).toThrow('A plan in force is not rewritten')
  })
  it('P6 is followed by a version that begins from it; last year’s months keep last year’s plan', async () => {
    const next = await begin('2026-01-01', '皮带秤更换')
    expect(next.content.deviationRule).toBe('三日内查明原因，改用替代方法并记录')
    expect((await refusalOf(begin('2026-02-01', '再来'))).code).toBe('monitoring.plan-under-way')
    await save(next, rule('当日查明原因'))
    await plant.api.monitoring.submitPlan({ id: next.id })
    await approve(other.api, next.id, 'Plant-2026 first')
    await plant.api.monitoring.enactPlan({ id: next.id })
    const versions = await plant.api.monitoring.plans({})
    expect(versions.map(({ number, state, validTo }) => `${number} ${state} ${validTo}`)).toEqual([
      '2 in-force null',
      '1 superseded 2026-01-01',
    ])
    expect(planOn(versions, '2025-12-31')?.number).toBe(1)
    expect(planOn(versions, '2026-01-01')?.number).toBe(2)
    expect(planOn(versions, '2024-12-31')).toBeUndefined()
  })
  it('P7 one that begins no later than the one in force does not take its place', async () => {
    const early = await begin('2025-06-01', '倒退')
    await plant.api.monitoring.submitPlan({ id: early.id })
    await approve(other.api, early.id, 'Plant-2026 first')
    expect((await refusalOf(plant.api.monitoring.enactPlan({ id: early.id }))).code).toBe(
      'monitoring.plan-not-later',
    )
    await other.api.monitoring.returnPlan({ id: early.id, reason: '日期有误' })
    await plant.api.monitoring.discardPlan({ id: early.id })
  })
})

it('P8 the table of states allows these steps and no others', () => {
  const allowed = planStates.flatMap((state) =>
    planActs
      .filter((act) => stateAfter(state, act) !== null)
      .map((act) => `${state} ${act} ${stateAfter(state, act)}`),
  )
  expect(allowed).toEqual([
    'draft submit review',
    'review return draft',
    'review approve approved',
    'approved return draft',
    'approved enact in-force',
    'in-force supersede superseded',
  ])
  expect(Object.keys(planTransitions)).toEqual([...planStates])
})

it('P9 two versions are compared line by line and field by field', async () => {
  const [second, first] = await Promise.all(
    (await plant.api.monitoring.plans({})).map(({ id }) => plant.api.monitoring.plan({ id })),
  )
  const [before, after] = [first!.plan, second!.plan]
  const read = (differences: ReturnType<typeof comparePlans>) =>
    differences.map(({ part, kind, line, field, before: was, after: is }) =>
      [part, kind, line, field, was, is].map((word) => word ?? '-').join('|'),
    )
  expect(read(comparePlans(before, before))).toEqual([])
  expect(read(comparePlans(before, after))).toEqual([
    'heading|changed|-|reason|首次制定|皮带秤更换',
    'heading|changed|-|validFrom|2025-01-01|2026-01-01',
    'texts|changed|-|deviationRule|三日内查明原因，改用替代方法并记录|当日查明原因',
  ])
  const [gone, changed, ...kept] = after.content.lines
  const later = {
    ...after,
    content: { ...after.content, lines: [{ ...changed!, frequency: 'hour' as const }, ...kept] },
  }
  expect(read(comparePlans(after, later))).toEqual([
    `lines|changed|${changed!.sourceName} · ${changed!.name}|frequency|${changed!.frequency}|hour`,
    `lines|removed|${gone!.sourceName} · ${gone!.name}|-|-|-`,
  ])
  expect(read(comparePlans(later, after)).at(0)).toBe(`lines|added|${gone!.sourceName} · ${gone!.name}|-|-|-`)
})

it('P10 says where practice leaves the plan: what it does not ask for, what is gone, what is done otherwise', async () => {
  const plan = (await plant.api.monitoring.plans({}))[0]!.id
  const codes = async () =>
    (await plant.api.monitoring.plan({ id: plan })).deviations.map(
      ({ code, facts }) => `${code} ${facts['name']}`,
    )
  expect(await codes()).toEqual([])
  const source = await plant.api.monitoring.addSource(
    sourceLike(facility.id, { code: 'X-9', name: '充电桩' }),
  )
  const added = await plant.api.monitoring.addParameter(parameterLike(source, { name: '充电电量' }))
  const { parameters } = await plant.api.monitoring.register({ facility: facility.id })
  const coal = parameters.find(({ name }) => name.includes('煤') || name.includes('消耗量'))!
  await plant.api.monitoring.changeParameter({ ...coal, department: '燃料部', gapRule: 'last-month' })
  const found = await codes()
  expect(found).toContain('monitoring.not-in-plan 充电电量')
  expect(found).toContain(`monitoring.plan-other-department ${coal.name}`)
  const ended = parameters.find(({ id, source: at }) => at !== null && id !== coal.id)!
  await plant.api.monitoring.changeParameter({ ...ended, validTo: '2026-03-01' })
  expect(await codes()).toContain(`monitoring.plan-line-gone ${ended.name}`)
  await plant.api.monitoring.changeParameter(ended)
  await plant.api.monitoring.changeParameter(coal)
  await plant.api.monitoring.removeParameter({ id: added.id })
})

it('P11 a plan with a wrong credit code is not handed in', async () => {
  const { id } = (await plant.api.monitoring.plans({}))[0]!
  const { plan } = await plant.api.monitoring.plan({ id })
  const wrong = {
    ...plan.content,
    organization: { ...plan.content.organization, creditCode: '91440300708461136X' },
  }
  const blocking = (content: PlanContent) =>
    planGaps(content).flatMap(({ severity, code }) => (severity === 'blocks-report' ? [code] : []))
  expect(blocking(plan.content)).toEqual([])
  expect(blocking(wrong)).toEqual(['monitoring.plan-credit-code-wrong'])
})

it('P12 handing it to the authority is recorded, the receipt when it comes', async () => {
  const plan = (await plant.api.monitoring.plans({}))[0]!.id
  const facts = {
    authority: '市生态环境局',
    dueOn: '2026-01-31',
    submittedOn: '2026-01-20',
    upload: null,
    note: null,
  }
  const added = await plant.api.monitoring.addSubmission({
    plan,
    ...facts,
    receiptNo: null,
    submittedOn: null,
  })
  const asked = () => askedOn(plant.backend, '2026-01-10')
  expect(asked()).toContain('monitoring.task.submit-plan 2026-01-31')
  await plant.api.monitoring.changeSubmission({ id: added.id, ...facts, receiptNo: '2026-0117' })
  expect(asked()).not.toContain('monitoring.task.submit-plan 2026-01-31')
  const { submissions } = await plant.api.monitoring.plan({ id: plan })
  expect(submissions.map(({ authority, receiptNo }) => `${authority} ${receiptNo}`)).toEqual([
    '市生态环境局 2026-0117',
  ])
})

it('P13 whoever wrote in a version does not approve it, even if another wrote last', async () => {
  const mine = await begin('2028-01-01', '四个眼睛')
  await save(mine, rule('由一人写'))
  const { content } = (await plant.api.monitoring.plan({ id: mine.id })).plan
  const { api } = await plant.signInAs(['carbon-manager'])
  await api.monitoring.editPlan({ id: mine.id, validFrom: mine.validFrom, content })
  await api.monitoring.submitPlan({ id: mine.id })
  expect((await plant.api.monitoring.plan({ id: mine.id })).isOwnWork).toBe(true)
  const own = approve(plant.api, mine.id, administrator.password)
  expect((await refusalOf(own)).code).toBe('monitoring.plan-own-work')
})

it('P14 who is alone in the plant approves own work, with a reason that stays', async () => {
  const alone = await startBackend()
  try {
    await alone.api.organization.begin({
      name: '小厂',
      creditCode: '91440300708461136T',
      industryCode: '4412',
      site: '厂区',
      facility: '车间',
      validFrom: '2020-01-01',
    })
    const [own] = (await alone.api.organization.tree({})).filter(({ kind }) => kind === 'facility')
    await alone.api.monitoring.applyTemplate({
      template: 'small-firm',
      node: own!.id,
      validFrom: '2025-01-01',
      language: 'zh',
    })
    const plan = await alone.api.monitoring.beginPlan({
      facility: own!.id,
      validFrom: '2025-01-01',
      title: '计划',
      reason: '首次',
    })
    await alone.api.monitoring.editPlan({ ...plan, content: completed(plan.content) })
    await alone.api.monitoring.submitPlan({ id: plan.id })
    const signing = (reason: string | null) => approve(alone.api, plan.id, administrator.password, reason)
    expect((await refusalOf(signing(null))).code).toBe('monitoring.plan-alone-without-reason')
    expect((await signing('全厂仅一人')).aloneReason).toBe('全厂仅一人')
  } finally {
    await alone.close()
  }
})
