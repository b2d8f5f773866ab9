import { afterAll, beforeAll, expect, it } from 'vitest'

import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { refusalOf } from '#test/support/backend'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const corrected = (readings: readonly { id: string }[], texts: readonly string[]) =>
  readings.map(({ id }, at) => ({ reading: id as never, text: texts[at] ?? '', unit: null, note: null }))

it('several corrections are one act with one reason, and are undone together', async () => {
  const months = ['2024-01', '2024-02', '2024-03']
  const { readings } = await plant.api.activity.submit({
    readings: months.map((month) => inMonth(plant.bought.id, month, '10')),
    proofs: [],
    reason: null,
  })
  const { act } = await plant.api.activity.correctAll({
    corrections: corrected(readings, ['11', '12', '13']),
    proofs: [],
    reason: '按结算单更正',
  })
  expect(await Promise.all(months.map((month) => plant.cell(month)))).toEqual(['11 ×1', '12 ×1', '13 ×1'])
  await plant.api.activity.undo({ act, reason: null })
  expect(await Promise.all(months.map((month) => plant.cell(month)))).toEqual(['10 ×1', '10 ×1', '10 ×1'])
})

it('one correction that cannot be taken leaves all of them as they were', async () => {
  const { readings } = await plant.api.activity.submit({
    readings: ['2024-05', '2024-06'].map((month) => inMonth(plant.bought.id, month, '20')),
    proofs: [],
    reason: null,
  })
  const refused = plant.api.activity.correctAll({
    corrections: corrected(readings, ['21', 'x2']),
    proofs: [],
    reason: '更正',
  })
  expect((await refusalOf(refused)).code).toMatch(/^activity\./)
  expect([await plant.cell('2024-05'), await plant.cell('2024-06')]).toEqual(['20 ×1', '20 ×1'])
})

it('the same reading twice in one batch is refused', async () => {
  const { readings } = await plant.api.activity.submit({
    readings: [inMonth(plant.bought.id, '2024-08', '30')],
    proofs: [],
    reason: null,
  })
  const twice = plant.api.activity.correctAll({
    corrections: corrected([...readings, ...readings], ['31', '32']),
    proofs: [],
    reason: '更正',
  })
  expect((await refusalOf(twice)).code).toBe('activity.already-replaced')
})
