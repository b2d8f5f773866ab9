import { afterAll, beforeAll, expect, it } from 'vitest'

import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { type Api, refusalOf } from '#test/support/backend'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const all = (month: string) => ({
  select: { by: 'month' as const, facility: plant.facility, month, parameters: null },
  reason: null,
})
const enter = (api: Api, month: string) =>
  api.activity.submit({ readings: [inMonth(plant.bought.id, month, '10')], proofs: [], reason: null })

it('D1 in a plant of one person, checking one’s own work needs a reason that stands beside it', async () => {
  await enter(plant.api, '2024-01')
  expect((await refusalOf(plant.api.activity.check(all('2024-01')))).code).toBe(
    'activity.alone-without-reason',
  )
  await plant.api.activity.check({ ...all('2024-01'), reason: '仅有一名用户' })
  await plant.api.activity.approve({ ...all('2024-01'), reason: '仅有一名用户' })
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month: '2024-01' })
  expect(readings[0]).toMatchObject({
    state: 'approved',
    checked: { alone: true, reason: '仅有一名用户' },
    approved: { alone: true },
  })
})

it('D2 where there are several people, three of them enter, check and approve', async () => {
  const owner = await plant.backend.signInAs(['data-owner'])
  const reviewer = await plant.backend.signInAs(['reviewer'])
  await enter(owner.api, '2024-02')
  expect((await refusalOf(owner.api.activity.check(all('2024-02')))).code).toBe('kernel.not-permitted')
  await reviewer.api.activity.check(all('2024-02'))
  expect(await refusalOf(plant.api.activity.check({ ...all('2024-02'), reason: 'x' }))).toMatchObject({
    code: 'activity.nothing-to-check',
  })
  await plant.api.activity.approve(all('2024-02'))
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month: '2024-02' })
  expect(readings[0]).toMatchObject({ state: 'approved', checked: { alone: false, by: reviewer.userId } })
  await enter(plant.api, '2024-03')
  const own = plant.api.activity.check({ ...all('2024-03'), reason: '急' })
  expect(await refusalOf(own)).toMatchObject({ code: 'activity.own-work', facts: { own: 1, total: 1 } })
})

it('D3 what is sent back counts no more and waits, with its reason, for a correction', async () => {
  const { readings } = await enter(plant.api, '2024-04')
  const reading = readings[0]!
  await plant.api.activity.sendBack({
    select: { by: 'readings', readings: [reading.id] },
    reason: '与发票不符',
  })
  expect(await plant.cell('2024-04')).toBe('— ×0')
  const rows = await plant.api.activity.grid({ facility: plant.facility, year: 2024 })
  expect(rows[0]?.cells[3]?.returned).toMatchObject({ text: '10', ended: { reason: '与发票不符' } })
  await plant.api.activity.correct({
    reading: reading.id,
    text: '11',
    unit: null,
    note: null,
    proofs: [],
    reason: '按发票更正',
  })
  expect(await plant.cell('2024-04')).toBe('11 ×1')
  const after = await plant.api.activity.grid({ facility: plant.facility, year: 2024 })
  expect(after[0]?.cells[3]?.returned).toBeNull()
})

it('D4 an approver approves neither what he entered nor what he checked, where there are several people', async () => {
  const both = await plant.backend.signInAs(['data-owner', 'reviewer', 'top-management'])
  const reviewer = await plant.backend.signInAs(['reviewer'])
  await enter(both.api, '2024-06')
  expect((await refusalOf(both.api.activity.check(all('2024-06')))).code).toBe('activity.own-work')
  await reviewer.api.activity.check(all('2024-06'))
  const own = both.api.activity.approve({ ...all('2024-06'), reason: '赶进度' })
  expect((await refusalOf(own)).code).toBe('activity.own-work')
  await plant.api.activity.approve(all('2024-06'))
  await enter(plant.api, '2024-07')
  await both.api.activity.check(all('2024-07'))
  expect((await refusalOf(both.api.activity.approve(all('2024-07')))).code).toBe('activity.own-work')
})

it('D5 a value that stands in and a correction go through the same hands as a reading', async () => {
  const owner = await plant.backend.signInAs(['data-owner'])
  const reviewer = await plant.backend.signInAs(['reviewer'])
  const { readings } = await enter(owner.api, '2024-09')
  await reviewer.api.activity.check(all('2024-09'))
  const { readings: corrected } = await owner.api.activity.correctAll({
    corrections: [{ reading: readings[0]!.id, text: '12', unit: null, note: null }],
    proofs: [],
    reason: '按结算单更正',
  })
  expect(corrected[0]?.state).toBe('submitted')
  expect((await refusalOf(plant.api.activity.approve(all('2024-09')))).code).toBe(
    'activity.nothing-to-approve',
  )
  const refused = reviewer.api.activity.correctAll({
    corrections: [{ reading: corrected[0]!.id, text: '13', unit: null, note: null }],
    proofs: [],
    reason: '复核人不得更正',
  })
  expect((await refusalOf(refused)).code).toBe('kernel.not-permitted')
})
