import { afterAll, beforeAll, expect, it } from 'vitest'

import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { finish, refusalOf } from '#test/support/backend'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(() => plant.backend.close())

const day = (month: string, of: number) => {
  const text = (at: number) => `${month}-${String(at).padStart(2, '0')}`
  return { from: text(of), to: text(of + 1) }
}

it.each([
  ['2024-01', '1 240,5', '1240.5'],
  ['2024-02', '１２３４．５', '1234.5'],
  ['2024-03', '1.2E+3', '1200'],
  ['2024-04', '1200 kWh', '1.2'],
  ['2024-05', '0', '0'],
])('R1 what is typed is kept as typed, and read: %s %s is %s MWh', async (month, text, value) => {
  const reading = await plant.type(month, text)
  expect(reading.text).toBe(text)
  expect(reading.inParameterUnit).toBe(value)
  expect(await plant.cell(month)).toBe(`${value} ×1`)
})

it.each([
  ['1.240.500', 'activity.two-readings'],
  ['-5', 'activity.negative'],
  ['1e999', 'activity.number-too-large'],
  ['12 t', 'activity.unit-mismatch'],
  ['—', 'activity.nothing-entered'],
  ['abc', 'activity.not-a-number'],
])('R2 refuses %s, names the cell, and nothing of the others is saved', async (text, code) => {
  const refusal = await refusalOf(
    plant.api.activity.submit({
      readings: [inMonth(plant.bought.id, '2024-06', '1'), inMonth(plant.bought.id, '2024-07', text)],
      proofs: [],
      reason: null,
    }),
  )
  expect(refusal).toMatchObject({ code, facts: { name: '购入电量', from: '2024-07-01' } })
  expect(await plant.cell('2024-06')).toBe('— ×0')
})

it('R3 a month has one value: a second is refused with what is there', async () => {
  await plant.type('2024-08', '50')
  expect(await refusalOf(plant.type('2024-08', '51'))).toEqual({
    code: 'activity.already-recorded',
    facts: {
      name: '购入电量',
      from: '2024-08-01',
      recorded: '50 MWh',
      otherFrom: '2024-08-01',
      otherTo: '2024-09-01',
    },
  })
  expect((await refusalOf(plant.type('2024-08', '1', day('2024-08', 3)))).code).toBe('activity.overlaps')
})

it('R4 a correction takes the place of a reading; both stay visible, one counts', async () => {
  const first = await plant.type('2024-09', '100')
  const second = await plant.api.activity.correct({
    reading: first.id,
    text: '110',
    unit: null,
    note: null,
    proofs: [],
    reason: '抄表有误',
  })
  expect(await plant.cell('2024-09')).toBe('110 ×1')
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month: '2024-09' })
  expect(readings.map(({ text, live, replaces }) => ({ text, live, replaces }))).toEqual([
    { text: '100', live: false, replaces: null },
    { text: '110', live: true, replaces: first.id },
  ])
  expect(readings[0]?.ended?.reason).toBe('抄表有误')
  const again = plant.api.activity.withdraw({ readings: [first.id], reason: 'x' })
  expect((await refusalOf(again)).code).toBe('activity.already-replaced')
  await plant.api.activity.undo({ act: second.act, reason: null })
  expect(await plant.cell('2024-09')).toBe('100 ×1')
  await plant.api.activity.withdraw({ readings: [first.id], reason: '电表停用' })
  expect(await plant.cell('2024-09')).toBe('— ×0')
})

it('R5 undoing an entry leaves its reading visible and the month missing', async () => {
  const reading = await plant.type('2024-10', '7')
  await plant.api.activity.undo({ act: reading.entered.id, reason: null })
  expect(await plant.cell('2024-10')).toBe('— ×0')
  expect(await plant.codes('2024-10')).toEqual(['activity.missing'])
  const twice = plant.api.activity.undo({ act: reading.entered.id, reason: null })
  expect((await refusalOf(twice)).code).toBe('activity.already-undone')
  await plant.type('2024-10', '8')
  expect(await plant.cell('2024-10')).toBe('8 ×1')
})

it('R6 days and single deliveries are kept and add up', async () => {
  const diesel = await plant.addParameter({ role: 'sold', name: '外供电量', frequency: 'batch' })
  const deliver = (of: number, text: string) =>
    plant.type('2024-11', text, { parameter: diesel.id, ...day('2024-11', of) })
  await deliver(3, '10.5')
  await deliver(3, '10.5')
  await deliver(4, '0.25')
  expect(await plant.cell('2024-11', diesel)).toBe('21.25 ×3')
  expect((await refusalOf(plant.type('2024-11', '9', { parameter: diesel.id }))).code).toBe(
    'activity.overlaps',
  )
})

it('R7 a reading lies within a month or is a whole year', async () => {
  const over = { from: '2024-11-20', to: '2024-12-20' }
  expect((await refusalOf(plant.type('2024-11', '9', over))).code).toBe('activity.spans-months')
  const before = { from: '2023-11-01', to: '2023-12-01' }
  expect((await refusalOf(plant.type('2023-11', '9', before))).code).toBe('activity.outside-validity')
})

it('R8 readings are never overwritten or deleted, not even by statement', () => {
  const { sqlite } = plant.backend.backend.spine.store()
  expect(() => sqlite.exec('UPDATE activity_readings SET mantissa = 1')).toThrow('never overwritten')
  expect(() => sqlite.exec('DELETE FROM activity_readings')).toThrow('never deleted')
})

it('R9 the check of subtotals agrees, and finds a sum or a number that was tampered with', async () => {
  const check = async () => (await finish(plant.api.activity.checkSubtotals({}))).faults
  expect(await check()).toEqual([])
  const { sqlite } = plant.backend.backend.spine.store()
  sqlite.exec(`UPDATE activity_subtotals SET low = low + 1 WHERE month = '2024-08'`)
  expect(await check()).toMatchObject([{ month: '2024-08', sum: '50', kept: '51', text: null }])
  sqlite.exec(`UPDATE activity_subtotals SET low = low - 1 WHERE month = '2024-08'`)
  sqlite.exec('DROP TRIGGER activity_readings_no_overwrite')
  sqlite.exec(`UPDATE activity_readings SET mantissa = 60 WHERE month = '2024-08' AND live = 1`)
  expect(await check()).toMatchObject([{ month: '2024-08', sum: '60', kept: '50', text: '50' }])
})
