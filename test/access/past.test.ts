import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'

import { activityRewinder } from '#electron/activity/rewind'
import { lookIntoFolders } from '#electron/activity/watch'
import { byItself } from '#electron/areas'
import { rewind } from '#electron/kernel/rewind'
import { runBySystem } from '#electron/kernel/spine'
import { keepTasks } from '#electron/kernel/task-keeper'
import { type Plant, startPlant } from '#test/accounting/plant'
import { folderTarget } from '#test/exchange/folder-target'
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
  const path = mkdtempSync(join(tmpdir(), 'tanbu-stick-'))
  const stick = await finish(api.exchange.addTarget(folderTarget('移动硬盘', path)))
  await onDay(plant, '2026-07-03')
  const trail = backend.backend.spine
    .store()
    .read.ask<{ count: number }>('SELECT count(*) AS count FROM kernel_audit')
  await finish(api.access.openPast({ day: '2026-07-01' }))
  expect((await refusalOf(plant.type(plant.bought, '2026-02', '5'))).code).toBe('kernel.past-is-read-only')
  expect((await refusalOf(finish(api.access.openPast({ day: '2026-07-02' })))).code).toBe(
    'access.past-of-past',
  )
  expect((await refusalOf(finish(api.exchange.backUp({ target: stick.id })))).code).toBe(
    'kernel.past-is-read-only',
  )
  expect(readdirSync(path)).toEqual([])
  rmSync(path, { recursive: true })
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

it('P5 a file that arrives while one looks at the past is taken when one comes back', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  const drop = mkdtempSync(join(tmpdir(), 'tanbu-drop-'))
  await onDay(plant, '2026-07-01')
  const setUp = {
    id: null,
    facility: plant.facility,
    path: drop,
    afterwards: 'leave',
    isActive: true,
  } as const
  await finish(api.activity.saveWatchFolder(setUp))
  await onDay(plant, '2026-07-03')
  await finish(api.access.openPast({ day: '2026-07-01' }))
  writeFileSync(join(drop, 'meter.csv'), '时间,没有这样的参数\n2026-06-01,5')
  const { spine } = backend.backend
  const look = () => runBySystem(spine, 'activity.watchNow', lookIntoFolders)
  expect(await look()).toEqual({ taken: 0, waiting: 1 })
  await expect(look()).rejects.toMatchObject({ code: 'kernel.past-is-read-only' })
  await finish(api.access.openToday({}))
  await look()
  await look()
  expect(
    (await api.activity.watchLog({ limit: 9 })).map(({ name, outcome }) => `${name} ${outcome}`),
  ).toEqual(['meter.csv unknown'])
  await backend.close()
  rmSync(drop, { recursive: true })
})

it('P6 what was begun in one data folder is not written into another', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  await onDay(plant, '2026-07-01')
  await onDay(plant, '2026-07-03')
  await finish(api.access.openPast({ day: '2026-07-01' }))
  const across = runBySystem(backend.backend.spine, 'activity.watchNow', async (task) => {
    await finish(api.access.openToday({}))
    return task.promote(() => 'written')
  })
  await expect(across).rejects.toMatchObject({ code: 'kernel.folder-changed' })
  await backend.close()
})

it('P7 whoever goes to the plant from a past day is in the present, and the copy is gone', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  await onDay(plant, '2026-07-01')
  await onDay(plant, '2026-07-03')
  await finish(api.access.openPast({ day: '2026-07-01' }))
  expect(existsSync(`${backend.folder}.past`)).toBe(true)
  await finish(api.access.openPlant({}))
  expect(await api.access.about({})).toMatchObject({ past: null, isSample: false })
  expect(existsSync(`${backend.folder}.past`)).toBe(false)
  await plant.type(plant.bought, '2026-01', '100')
  await backend.close()
})

it('P8 the calendar and the tasks of a past day stay as they were then', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  const keep = () => keepTasks(backend.backend.spine, byItself.taskSources)
  const due = async () =>
    (await api.desk.tasks({ from: '2026-01-01', to: '2027-01-01', withOverdue: true })).map(
      ({ path, state }) => `${path} ${state}`,
    )
  await onDay(plant, '2026-07-01')
  keep()
  const before = await due()
  await onDay(plant, '2026-07-03')
  for (const parameter of [plant.bought, plant.diesel]) await plant.type(parameter, '2026-05', '10')
  await onDay(plant, '2026-08-03')
  keep()
  expect(await due()).not.toEqual(before)
  await finish(api.access.openPast({ day: '2026-07-02' }))
  expect(await due()).toEqual(before)
  expect(keep).toThrow(expect.objectContaining({ code: 'kernel.past-is-read-only' }) as Error)
  const day = { day: '2026-07-20', kind: 'holiday', name: '厂庆' } as const
  expect((await refusalOf(api.desk.saveDay(day))).code).toBe('kernel.past-is-read-only')
  await backend.close()
})

it('P9 a record from before a column was added has in it what every row of that time was given', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  await onDay(plant, '2026-07-01')
  await onDay(plant, '2026-07-02')
  const [source] = (await api.monitoring.register({ facility: null })).sources
  const { id, changedBy: _by, changedAt: _at, ...facts } = source!
  await api.monitoring.changeSource({ ...facts, id, name: '改名后的排放源' })
  const copy = join(backend.folder, 'copy.db')
  backend.backend.spine.store().sqlite.prepare('VACUUM INTO ?').run(copy)
  const sqlite = new Sqlite(copy)
  sqlite.exec(`ALTER TABLE monitoring_sources ADD COLUMN later TEXT NOT NULL DEFAULT 'none'`)
  rewind(sqlite, {
    before: '2026-07-01T16:00:00.000Z',
    rewinders: [activityRewinder],
    personal: {},
    report: () => {},
  })
  expect(sqlite.prepare('SELECT name, later FROM monitoring_sources WHERE id = ?').get(id)).toEqual({
    name: source!.name,
    later: 'none',
  })
  sqlite.close()
  await backend.close()
})
