import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  deviationActs,
  deviationAfter,
  deviationStates,
  deviationTransitions,
  type NewDeviation,
} from '#shared/monitoring/deviation'
import type { NodeId } from '#shared/organization/model'
import { newFacility } from '#test/monitoring/support'
import {
  administrator,
  finish,
  refusalOf,
  type SignedIn,
  startBackend,
  type TestBackend,
} from '#test/support/backend'

let plant: TestBackend
let other: SignedIn
let facility: NodeId

beforeAll(async () => {
  plant = await startBackend()
  facility = newFacility(plant).id
  other = await plant.signInAs(['management-representative'])
})
afterAll(() => plant.close())

const overdue: NonNullable<NewDeviation['trigger']> = {
  severity: 'explain',
  code: 'monitoring.calibration-overdue',
  where: 'meter-1',
  facts: { meter: 'BS-01', from: '2026-01-01', to: '2026-05-31' },
}
const record = (facts: Partial<NewDeviation> = {}) =>
  plant.api.monitoring.recordDeviation({
    facility,
    title: '皮带秤检定过期',
    trigger: overdue,
    parameters: [],
    from: '2026-01-01',
    to: null,
    dueOn: null,
    responsible: null,
    ...facts,
  })
const answer = { cause: '年检计划遗漏', response: '补做检定', substitute: '采用汽车衡数据', to: null }

it('V1 a case opens out of a finding, numbered, due in ten days, and is not opened twice', async () => {
  const made = await record()
  expect([made.code, made.state, made.noticedOn, made.dueOn]).toEqual([
    'DV-2026-001',
    'open',
    '2026-06-30',
    '2026-07-10',
  ])
  expect(await refusalOf(record())).toEqual({
    code: 'monitoring.deviation-recorded',
    facts: { code: 'DV-2026-001' },
  })
  expect((await record({ trigger: null, title: '人工发现' })).code).toBe('DV-2026-002')
})

it('V2 it is answered, approved by another, and closed once it is over', async () => {
  const { id } = (await plant.api.monitoring.deviations({})).find(({ code }) => code === 'DV-2026-001')!
  const approve = (api: TestBackend['api'], password: string) =>
    finish(api.monitoring.approveDeviation({ id, password, reason: null }))
  expect((await refusalOf(approve(other.api, 'Plant-2026 first'))).code).toBe('monitoring.deviation-cannot')
  await plant.api.monitoring.answerDeviation({ id, ...answer })
  expect((await refusalOf(approve(plant.api, administrator.password))).code).toBe(
    'monitoring.deviation-own-work',
  )
  expect((await other.api.monitoring.returnDeviation({ id, reason: '写明结束日期' })).state).toBe('open')
  await plant.api.monitoring.answerDeviation({ id, ...answer })
  await approve(other.api, 'Plant-2026 first')
  expect((await refusalOf(plant.api.monitoring.closeDeviation({ id, note: '已检定' }))).code).toBe(
    'monitoring.deviation-goes-on',
  )
})

it('V3 one that is over closes with what was seen', async () => {
  const made = await record({ trigger: { ...overdue, where: 'meter-2' } })
  await plant.api.monitoring.answerDeviation({ id: made.id, ...answer, to: '2026-06-15' })
  await finish(
    other.api.monitoring.approveDeviation({ id: made.id, password: 'Plant-2026 first', reason: null }),
  )
  const closed = await plant.api.monitoring.closeDeviation({ id: made.id, note: '已检定合格' })
  expect([closed.state, closed.closingNote]).toEqual(['closed', '已检定合格'])
  expect((await refusalOf(plant.api.monitoring.answerDeviation({ id: made.id, ...answer }))).code).toBe(
    'monitoring.deviation-cannot',
  )
})

it('V4 the table of states allows these steps and no others', () => {
  const allowed = deviationStates.flatMap((state) =>
    deviationActs
      .filter((act) => deviationAfter(state, act) !== null)
      .map((act) => `${state} ${act} ${deviationAfter(state, act)}`),
  )
  expect(allowed).toEqual([
    'open answer answered',
    'answered answer answered',
    'answered return open',
    'answered approve approved',
    'approved close closed',
  ])
  expect(Object.keys(deviationTransitions)).toEqual([...deviationStates])
})
