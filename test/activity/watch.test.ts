import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { collectionKey } from '#electron/activity/collection-keys'
import { patientRead } from '#electron/activity/patient-read'
import { lookIntoFolders } from '#electron/activity/watch'
import { patientLook } from '#electron/kernel/patient-look'
import { runBySystem } from '#electron/kernel/spine'
import { collectionTexts } from '#shared/activity/collection-texts'
import type { WatchFolder } from '#shared/activity/watch'
import type { Parameter } from '#shared/monitoring/model'
import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { newFacility } from '#test/monitoring/support'
import { finish, refusalOf } from '#test/support/backend'

let plant: Plant
let flow: Parameter
let folder: WatchFolder
const home = mkdtempSync(join(tmpdir(), 'tanbu-watch-'))
const path = join(home, 'drop')
beforeAll(async () => {
  plant = await startPlant()
  flow = await plant.addParameter({
    source: null,
    role: 'flue-gas',
    name: '1号炉烟气流量',
    unit: 'Nm3/h',
    rollUp: 'hourly',
    frequency: 'hour',
  })
  mkdirSync(path)
  const setUp = { id: null, facility: plant.facility, path, afterwards: 'leave', isActive: true } as const
  folder = await finish(plant.api.activity.saveWatchFolder(setUp))
})
afterAll(async () => {
  await plant.backend.close()
  rmSync(home, { recursive: true })
})

let minutes = 0
/** Puts a file into the folder, as of a minute of its own. */
function drop(name: string, content: string | Buffer): void {
  minutes += 1
  writeFileSync(join(path, name), content)
  const at = new Date(Date.UTC(2026, 5, 1, 0, minutes))
  utimesSync(join(path, name), at, at)
}
const look = () => finish(plant.api.activity.watchNow({}))
/** Looks twice, since a file is taken when it has not changed since the last look, and tells what became of the newest. */
async function taken(): Promise<string> {
  await look()
  await look()
  const [latest] = await plant.api.activity.watchLog({ limit: 1 })
  const { outcome, shape, readings, rejected, code } = latest!
  return `${outcome} ${shape ?? '—'} ${readings}/${rejected} ${code ?? '—'}`
}
const hours = (day: string, ...values: readonly string[]) =>
  [
    '时间,1号炉烟气流量(Nm3/h),状态',
    ...values.map((value, hour) => `${day} ${String(hour).padStart(2, '0')}:00:00,${value},正常`),
  ].join('\n')

it('D1 an hourly file whose column is called as its parameter is imported hour by hour, as submitted', async () => {
  drop('cems-0501.csv', hours('2026-05-01', '1000', '1010', '1020', '990'))
  const alone = () => runBySystem(plant.backend.backend.spine, 'activity.watchNow', lookIntoFolders)
  expect(await alone()).toEqual({ taken: 0, waiting: 1 })
  expect(await alone()).toEqual({ taken: 1, waiting: 0 })
  const { readings } = await plant.api.activity.readings({ parameter: flow.id, month: '2026-05' })
  expect(readings.map(({ from, to, value, state }) => `${from} ${to} ${value} ${state}`)).toEqual([
    '2026-05-01 2026-05-01T01:00 1000 submitted',
    '2026-05-01T01:00 2026-05-01T02:00 1010 submitted',
    '2026-05-01T02:00 2026-05-01T03:00 1020 submitted',
    '2026-05-01T03:00 2026-05-01T04:00 990 submitted',
  ])
  const [entry] = await plant.api.activity.watchLog({ limit: 1 })
  expect(`${entry!.outcome} ${entry!.shape} ${entry!.readings}`).toBe('imported hourly 4')
  expect(readings[0]!.entered.by).toBeNull()
  expect(readings[0]!.proofs).toBe(1)
})

it('D2 nothing is overwritten: hours that are there are refused and told, the others go in', async () => {
  drop('cems-0501-again.csv', hours('2026-05-01', '7', '7', '7', '7', '980'))
  expect(await taken()).toBe('partly hourly 1/4 —')
  const [entry] = await plant.api.activity.watchLog({ limit: 1 })
  const rows = await plant.api.activity.rejectedRows({ batch: entry!.batch! })
  expect(rows.map(({ row, troubles }) => `${row} ${troubles[0]!.code}`)).toEqual([
    '2 activity.already-recorded',
    '3 activity.already-recorded',
    '4 activity.already-recorded',
    '5 activity.already-recorded',
  ])
})

it('D3 the same content twice is noticed, whatever the file is called', async () => {
  drop('copy of cems.csv', hours('2026-05-01', '1000', '1010', '1020', '990'))
  expect(await taken()).toBe('known — 0/0 activity.watch.known')
  expect(await look()).toEqual({ taken: 0, waiting: 0 })
})

it('D4 a file that is still being written is waited for', async () => {
  drop('growing.csv', hours('2026-05-02', '1'))
  expect(await look()).toEqual({ taken: 0, waiting: 1 })
  drop('growing.csv', hours('2026-05-02', '1', '2', '3'))
  expect(await look()).toEqual({ taken: 0, waiting: 1 })
  expect(await look()).toEqual({ taken: 1, waiting: 0 })
  const { readings } = await plant.api.activity.readings({ parameter: flow.id, month: '2026-05' })
  expect(readings.filter(({ from }) => from.startsWith('2026-05-02'))).toHaveLength(3)
})

it('D5 a table that nobody knows is left lying and logged, never guessed at', async () => {
  drop('menu.csv', '日期,红烧肉(份)\n2026-05-01,12\n2026-05-02,9')
  expect(await taken()).toBe('unknown — 0/0 activity.watch.unknown')
})

it('D6 a table with a remembered mapping is imported by it', async () => {
  await plant.api.activity.saveProfile({
    name: '电表导出',
    fingerprint: '月|a(mwh)',
    mapping: {
      layout: 'wide-parameters',
      sheet: 'x',
      header: { from: 1, to: 1 },
      lastRow: null,
      year: null,
      parameters: {},
      units: {},
      decimalMark: 'point',
      hiddenRows: 'read',
      period: { column: 0, precision: 'month' },
      values: [{ column: 1, parameter: plant.bought.id, unit: 'MWh' }],
      note: null,
    },
  })
  drop('meter.csv', '月,A(MWh)\n2026-01,100\n2026-02,110\n2026-03,120')
  expect(await taken()).toBe('imported profile 3/0 —')
  expect(await plant.cell('2026-02')).toBe('110 ×1')
})

it('D7 a collection workbook is known by its keys; what was imported goes to done/ where that is wished', async () => {
  await finish(plant.api.activity.saveWatchFolder({ ...folder, afterwards: 'move' }))
  const text = (name: keyof typeof collectionTexts) => collectionTexts[name].en
  const rows = [
    [
      'activity.workbook.key',
      'activity.workbook.period',
      'activity.workbook.unit',
      'activity.workbook.value',
    ].map((name) => text(name as keyof typeof collectionTexts)),
    [collectionKey(plant.bought, '2026-04'), '2026-04', 'MWh', '130'],
  ]
  drop('april.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'Data', rows }] })))
  expect(await taken()).toBe('imported workbook 1/0 —')
  expect(existsSync(join(path, 'done', 'april.xlsx'))).toBe(true)
  expect(existsSync(join(path, 'april.xlsx'))).toBe(false)
})

it('D8 rows of a sealed month are refused one by one, the month stays as it was sealed', async () => {
  const { api } = plant
  for (const month of ['2024-01']) {
    const { act } = await api.activity.submit({
      readings: [inMonth(plant.bought.id, month, '90')],
      proofs: [],
      reason: null,
    })
    const select = { by: 'act', act } as const
    await api.activity.check({ select, reason: 'alone' })
    await api.activity.approve({ select, reason: 'alone' })
  }
  const { findings } = await api.activity.monthStatus({ facility: plant.facility, month: '2024-01' })
  // Rows that wait to be settled and hours that are missing stand in the way; they are seen to first.
  for (const batch of await api.activity.batches({}))
    if (batch.open > 0) {
      const rows = await api.activity.rejectedRows({ batch: batch.id })
      await api.activity.settleRows({
        batch: batch.id,
        rows: rows.map(({ row }) => row),
        settlement: 'twice',
      })
    }
  expect(findings.length).toBeGreaterThan(0)
  await api.monitoring.changeParameter({ ...changed(flow), validFrom: '2024-02-01' })
  await api.activity.seal({ facility: plant.facility, month: '2024-01', reason: 'all seen' })
  drop('late.csv', '月,A(MWh)\n2024-01,91\n2024-02,92')
  expect(await taken()).toBe('partly profile 1/1 —')
  expect(await plant.cell('2024-01')).toBe('90 ×1')
  expect(await plant.cell('2024-02')).toBe('92 ×1')
})
function changed({ seq: _seq, changedBy: _by, changedAt: _at, ...facts }: Parameter) {
  return facts
}

it('D9 a folder has to be there, and may be neither the data folder nor one inside it', async () => {
  const setUp = (wanted: string) =>
    finish(plant.api.activity.saveWatchFolder({ ...folder, id: null, path: wanted }))
  expect((await refusalOf(setUp('/nowhere/at/all'))).code).toBe('activity.watch.no-folder')
  expect((await refusalOf(setUp('drop'))).code).toBe('activity.watch.no-folder')
  expect((await refusalOf(setUp(join(plant.backend.folder, 'staging')))).code).toBe('activity.watch.own-data')
  symlinkSync(join(plant.backend.folder, 'staging'), join(home, 'by-another-name'))
  expect((await refusalOf(setUp(join(home, 'by-another-name')))).code).toBe('activity.watch.own-data')
  expect((await refusalOf(setUp(path))).code).toBe('activity.watch.watched-already')
})

it('D9b who answers for one place does not take over the folder of another', async () => {
  const elsewhere = newFacility(plant.backend, '二分厂').id
  const { api } = await plant.backend.signInAs(['carbon-manager'], elsewhere)
  const taking = finish(api.activity.saveWatchFolder({ ...folder, facility: elsewhere }))
  expect((await refusalOf(taking)).code).toBe('kernel.not-permitted')
})

it('D10 a folder that is switched off or gone is not looked into', async () => {
  await finish(plant.api.activity.saveWatchFolder({ ...folder, isActive: false }))
  drop('unseen.csv', hours('2026-05-03', '1', '2'))
  expect(await look()).toEqual({ taken: 0, waiting: 0 })
  const [known] = await plant.api.activity.watchFolders({})
  expect(known!.presence).toBe('there')
})

it('D10b a folder that is gone is switched off, removed and put back all the same, and its log stays', async () => {
  const { api } = plant
  const away = join(home, 'away')
  mkdirSync(away)
  const added = await finish(
    api.activity.saveWatchFolder({ ...folder, id: null, path: away, isActive: true }),
  )
  rmSync(away, { recursive: true })
  const seen = async () => (await api.activity.watchFolders({})).find(({ id }) => id === added.id)
  expect((await seen())!.presence).toBe('gone')
  await finish(api.activity.saveWatchFolder({ ...added, isActive: false }))
  const before = (await api.activity.watchLog({ limit: 99 })).length
  await api.activity.removeWatchFolder({ id: added.id })
  expect(await seen()).toBeUndefined()
  expect((await api.activity.watchLog({ limit: 99 })).length).toBe(before)
  expect((await refusalOf(api.activity.removeWatchFolder({ id: added.id }))).code).toBe(
    'activity.watch.no-such',
  )
  await finish(api.activity.saveWatchFolder(added))
  expect((await seen())!.isActive).toBe(true)
  await api.activity.removeWatchFolder({ id: added.id })
})

it('D10c a share that does not answer is waited for once, and holds up nothing that lies elsewhere', async () => {
  let asked = 0
  let wake: () => void = () => undefined
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  const ask = async (path: string) => {
    asked += 1
    if (path.startsWith('/mnt/dead')) await asleep
    return path
  }
  const lookInto = patientLook(ask, 20)
  const states = async (...paths: readonly string[]) => {
    const found: string[] = []
    for (const each of paths) found.push((await lookInto(each)).state)
    return `${found.join(' ')} (${asked} asked)`
  }
  expect(await states('/mnt/dead/a', '/mnt/dead/b', '/srv/drop')).toBe('silent silent there (2 asked)')
  expect(await states('/mnt/dead/a', '/srv/drop')).toBe('silent there (3 asked)')
  wake()
  await new Promise(setImmediate)
  expect(await states('/mnt/dead/a', '/mnt/dead/b')).toBe('there there (5 asked)')
})

it('D10d a file of which nothing more comes is given up, and is not logged as refused', async () => {
  const pipe = join(home, 'pipe')
  execFileSync('mkfifo', [pipe])
  const opened = open(pipe, 'r+')
  const reader = patientRead(pipe, 30).getReader()
  await expect(reader.read()).rejects.toMatchObject({ code: 'activity.watch.silent' })
  const writer = await opened
  await writer.write('end')
  await writer.close()
})

it('D11 a remembered mapping is renamed, but not to a name that is taken', async () => {
  await plant.api.activity.renameProfile({ name: '电表导出', to: '关口表' })
  expect((await plant.api.activity.profiles({})).map(({ name }) => name)).toEqual(['关口表'])
  expect((await refusalOf(plant.api.activity.renameProfile({ name: '电表导出', to: 'x' }))).code).toBe(
    'activity.no-such-profile',
  )
})
