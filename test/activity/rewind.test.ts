import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'

import { type ReadDb, readDb } from '#db/kernel/access'
import { activityRewinder } from '#electron/activity/rewind'
import { sha256 } from '#electron/kernel/crypto'
import { rewind } from '#electron/kernel/rewind'
import type { Mapping } from '#shared/activity/mapping'
import { inMonth, type Plant, startPlant } from '#test/activity/support'
import { miscounted } from '#test/fault/state'
import { administrator, finish } from '#test/support/backend'

let uploads = 0
/** Three hundred days of purchased electricity, imported at once. */
function stage({ backend }: Plant): string {
  uploads += 1
  const id = `upload-${uploads}`
  const days = Array.from({ length: 300 }, (_none, at) =>
    new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
  )
  const text = ['日期,购入电量(MWh)', ...days.map((day, at) => `${day},${100 + at}`)].join('\n')
  const path = join(backend.folder, 'staging', id)
  writeFileSync(path, text)
  writeFileSync(
    `${path}.json`,
    JSON.stringify({
      name: '用电.csv',
      type: 'text/csv',
      size: Buffer.byteLength(text),
      sha256: sha256(text),
    }),
  )
  return id
}

async function bring(plant: Plant) {
  const mapping: Mapping = {
    layout: 'wide-parameters',
    sheet: '用电',
    header: { from: 1, to: 1 },
    lastRow: null,
    year: null,
    parameters: {},
    units: {},
    decimalMark: 'point',
    hiddenRows: 'leave-out',
    period: { column: 0, precision: 'day' },
    values: [{ column: 1, parameter: plant.bought.id, unit: 'MWh' }],
    note: null,
  }
  return finish(
    plant.api.activity.import({
      upload: stage(plant),
      choice: { sheet: null, encoding: null, delimiter: null },
      facility: plant.facility,
      mapping,
      period: null,
      acceptRepairs: [],
      take: 'all',
      again: true,
      isRecord: false,
      proofs: [],
      profile: null,
      reason: null,
    }),
  )
}

/** Everything that readings, seals and kept sums say in a store. */
function everything(read: ReadDb): unknown {
  expect(miscounted(read)).toEqual([])
  return [
    read.ask(`SELECT seq, hex(id) AS id, month, entered, state, live, entered_act, checked_act, approved_act, ended_act
              FROM activity_readings ORDER BY seq`),
    read.ask(
      'SELECT parameter, month, unit, scale, state, count, high, low FROM activity_subtotals WHERE count > 0',
    ),
    read.ask('SELECT id, month, hash, reopened_at FROM activity_seals ORDER BY id'),
    read.ask('SELECT seq, kind, reason FROM activity_acts ORDER BY seq'),
  ]
}

/** A copy of the store as it had been recorded before an instant. */
function copyBefore({ backend }: Plant, before: string): unknown {
  const copy = join(backend.folder, `copy-${before.slice(0, 10)}.db`)
  backend.backend.spine.store().sqlite.prepare('VACUUM INTO ?').run(copy)
  const sqlite = new Sqlite(copy)
  rewind(sqlite, { before, rewinders: [activityRewinder], personal: {}, report: () => {} })
  const found = everything(readDb(sqlite))
  sqlite.close()
  return found
}

it('what was done to many readings at once is undone step by step when one looks back', async () => {
  const plant = await startPlant()
  const { api, backend, facility } = plant
  const kept: { readonly end: string; readonly state: unknown }[] = []
  let day = 1
  const nextDay = async (work: () => Promise<unknown>) => {
    backend.clock.set(`2026-07-0${day}T02:00:00.000Z`)
    await finish(api.access.signIn({ login: administrator.login, password: administrator.password }))
    await work()
    kept.push({ end: `2026-07-0${day}T12:00:00.000Z`, state: everything(backend.backend.spine.store().read) })
    day += 1
  }
  const newest = async () => ({
    by: 'act' as const,
    act: (await api.activity.batches({}))[0]!.act,
  })
  const alone = '只有一人'
  await nextDay(() => bring(plant))
  await nextDay(async () => api.activity.undo({ act: (await newest()).act, reason: '文件不对' }))
  await nextDay(() => bring(plant))
  await nextDay(async () => api.activity.check({ select: await newest(), reason: alone }))
  await nextDay(async () => api.activity.approve({ select: await newest(), reason: alone }))
  await nextDay(() => api.activity.seal({ facility, month: '2025-01', reason: '已核对' }))
  await nextDay(() => api.activity.reopen({ facility, month: '2025-01', reason: '更正' }))
  await nextDay(async () => api.activity.sendBack({ select: await newest(), reason: '重报' }))
  for (const { end, state } of kept) expect(copyBefore(plant, end), end).toEqual(state)
  await backend.close()
})

it('values that stood in and made room for one value are counted once when one looks back', async () => {
  const plant = await startPlant()
  const { api, backend } = plant
  const heat = await plant.addParameter({ source: null, role: 'heat', name: '热力', gapRule: 'last-month' })
  await plant.type('2024-12', '5', { parameter: heat.id })
  for (const month of ['2025-01', '2025-02'])
    await api.activity.substitute({
      parameter: heat.id,
      month,
      rule: 'nearest-valid',
      text: null,
      proofs: [],
      reason: '表计故障',
    })
  const year = inMonth(heat.id, '2025-01', '60', { to: '2026-01-01' })
  const { act } = await api.activity.submit({ readings: [year], proofs: [], reason: null })
  const before = everything(backend.backend.spine.store().read)
  backend.clock.set('2026-07-02T02:00:00.000Z')
  await finish(api.access.signIn({ login: administrator.login, password: administrator.password }))
  await api.activity.undo({ act, reason: '不是全年' })
  expect(copyBefore(plant, '2026-07-01T16:00:00.000Z')).toEqual(before)
  await backend.close()
})
