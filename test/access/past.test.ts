import { expect, it } from 'vitest'

import { type Plant, startPlant } from '#test/accounting/plant'
import { administrator, finish, refusalOf } from '#test/support/backend'

const rules = { year: 2026, title: '2026' }

/** Signs in again, because a locked window does nothing, and moves the clock to a morning. */
async function onDay({ backend, api }: Plant, day: string): Promise<void> {
  backend.clock.set(`${day}T02:00:00.000Z`)
  await finish(api.access.signIn({ login: administrator.login, password: administrator.password }))
}
const totalOf = async ({ api }: Plant, id: Awaited<ReturnType<Plant['create']>>['id']) =>
  (await api.accounting.overview({ id })).total

it('P1 a past day is as it was reported: totals, registers and what was frozen, computed again to the same bytes', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  await onDay(plant, '2026-07-01')
  for (let month = 1; month <= 12; month += 1) {
    const key = `2025-${String(month).padStart(2, '0')}`
    await plant.type(plant.bought, key, '100')
    await plant.type(plant.diesel, key, '10')
  }
  const inventory = await plant.create({ ...rules, year: 2025 })
  const before = await totalOf(plant, inventory.id)
  const document = await api.accounting.document({ id: inventory.id })
  const register = await api.monitoring.register({ facility: null })

  await onDay(plant, '2026-07-05')
  await plant.type(plant.bought, '2025-03', '999')
  await plant.withdraw(plant.diesel, '2025-04')
  const [source] = register.sources
  const { id, changedBy: _by, changedAt: _at, ...facts } = source!
  await api.monitoring.changeSource({ ...facts, id, name: '改名后的排放源' })
  const after = await totalOf(plant, inventory.id)
  expect(after).not.toEqual(before)

  await onDay(plant, '2026-07-10')
  expect(await api.access.recordedDays({})).toContainEqual({
    day: '2026-07-05',
    count: expect.any(Number) as number,
  })
  await finish(api.access.openPast({ day: '2026-07-04' }))
  expect(await api.access.about({})).toMatchObject({ past: '2026-07-04' })
  expect(await totalOf(plant, inventory.id)).toEqual(before)
  expect(await api.accounting.document({ id: inventory.id })).toEqual(document)
  expect(await api.monitoring.register({ facility: null })).toEqual(register)

  await finish(api.access.openToday({}))
  expect(await api.access.about({})).toMatchObject({ past: null })
  expect(await totalOf(plant, inventory.id)).toEqual(after)
  await backend.close()
})

it('P2 in the past one looks and changes nothing, and the present stays as it is', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  await onDay(plant, '2026-07-01')
  await plant.type(plant.bought, '2026-01', '100')
  await onDay(plant, '2026-07-03')
  const trail = backend.backend.spine
    .store()
    .read.ask<{ count: number }>('SELECT count(*) AS count FROM kernel_audit')
  await finish(api.access.openPast({ day: '2026-07-01' }))
  expect((await refusalOf(plant.type(plant.bought, '2026-02', '5'))).code).toBe('kernel.past-is-read-only')
  expect((await refusalOf(finish(api.access.openPast({ day: '2026-07-02' })))).code).toBe(
    'access.past-of-past',
  )
  await finish(api.access.openToday({}))
  expect(
    backend.backend.spine.store().read.ask<{ count: number }>('SELECT count(*) AS count FROM kernel_audit'),
  ).toEqual(trail)
  await backend.close()
})

it('P3 only days that are over and have a record can be looked at', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  expect((await refusalOf(finish(api.access.openPast({ day: '2026-06-30' })))).code).toBe('access.not-past')
  expect((await refusalOf(finish(api.access.openPast({ day: '2020-01-01' })))).code).toBe(
    'access.nothing-recorded',
  )
  await backend.close()
})
