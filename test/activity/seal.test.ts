import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Plant, startPlant } from '#test/activity/support'
import { refusalOf } from '#test/support/backend'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
  for (const month of ['2025-01', '2025-02', '2025-03']) await plant.type(month, '100')
})
afterAll(() => plant.backend.close())

const at = (month: string) => ({ facility: plant.facility, month })
const reason = '只有一名用户'
const clear = async (month: string) => {
  const select = { by: 'month' as const, ...at(month), parameters: null }
  await plant.api.activity.check({ select, reason })
  await plant.api.activity.approve({ select, reason })
}
/** A file as the window would have sent it. */
const stage = (id: string, text: string) => {
  const path = join(plant.backend.folder, 'staging', id)
  writeFileSync(path, text)
  const side = { name: `${id}.pdf`, type: 'application/pdf', size: text.length, sha256: '0'.repeat(64) }
  writeFileSync(`${path}.json`, JSON.stringify(side))
  return { from: 'upload' as const, upload: id }
}
const proof = { place: '第 2 页', reportNo: 'DF-2025-01', sampleDate: null }

it('C1 the check list says what is missing or odd, and blocks what cannot stand', async () => {
  const { findings, blocking } = await plant.api.activity.monthStatus(at('2025-01'))
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'explain activity.no-evidence',
    'blocks-report activity.still-submitted',
  ])
  expect(blocking).toBe(1)
  expect((await refusalOf(plant.api.activity.seal({ ...at('2025-01'), reason: null }))).code).toBe(
    'activity.month-not-ready',
  )
})

it('C2 evidence is stored once by its SHA-256 and shown beside what it proves', async () => {
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month: '2025-01' })
  const to = { kind: 'reading' as const, reading: readings[0]!.id }
  await plant.api.activity.addEvidence({ to, proof: { file: stage('invoice', 'bill'), ...proof } })
  const again = await plant.api.activity.addEvidence({ to, proof: { file: stage('copy', 'bill'), ...proof } })
  await plant.api.activity.removeEvidence({ link: again.link, reason: '重复' })
  const files = await plant.api.activity.evidence({})
  expect(files.map(({ name, readings: count }) => `${name} ×${count}`)).toEqual(['invoice.pdf ×1'])
  expect(await plant.codes('2025-01')).toEqual(['activity.still-submitted'])
})

it('C3 remarks are acknowledged with a reason; then the month is sealed and its hash made again', async () => {
  await clear('2025-01')
  const sealed = await plant.api.activity.seal({ ...at('2025-01'), reason: null })
  const verified = await plant.api.activity.verifySeal({ id: sealed.id })
  expect(verified).toEqual({ hash: sealed.hash, now: sealed.hash, isContentIntact: true, differences: [] })
  await clear('2025-02')
  expect((await refusalOf(plant.api.activity.seal({ ...at('2025-02'), reason: null }))).code).toBe(
    'activity.acknowledge-findings',
  )
})

it('C4 months are sealed one after the other', async () => {
  await clear('2025-03')
  expect(await refusalOf(plant.api.activity.seal({ ...at('2025-03'), reason: '发票后补' }))).toEqual({
    code: 'activity.earlier-months-open',
    facts: { month: '2025-03', first: '2025-02' },
  })
  await plant.api.activity.seal({ ...at('2025-02'), reason: '发票后补' })
})

it.each([
  ['a new reading', () => plant.type('2025-01', '1')],
  [
    'a correction',
    async () =>
      plant.api.activity.correct({
        reading: await idIn('2025-01'),
        text: '2',
        unit: null,
        note: null,
        proofs: [],
        reason: 'x',
      }),
  ],
  [
    'a withdrawal',
    async () => plant.api.activity.withdraw({ readings: [await idIn('2025-01')], reason: 'x' }),
  ],
  [
    'sending back',
    async () =>
      plant.api.activity.sendBack({
        select: { by: 'readings', readings: [await idIn('2025-01')] },
        reason: 'x',
      }),
  ],
  ['an undo', async () => plant.api.activity.undo({ act: await actIn('2025-01'), reason: null })],
  [
    'new evidence',
    async () =>
      plant.api.activity.addEvidence({
        to: { kind: 'reading', reading: await idIn('2025-01') },
        proof: { file: stage('late', 'late'), ...proof },
      }),
  ],
] as const)('C5 a sealed month refuses %s and names the way out', async (_what, attempt) => {
  expect(await refusalOf(attempt())).toEqual({
    code: 'activity.month-sealed',
    facts: { facility: '热电分厂', month: '2025-01' },
  })
})

it('C6 a tampered reading or evidence is named by the seal', async () => {
  const { sqlite } = plant.backend.backend.spine.store()
  const [seal] = await plant.api.activity.seals({ facility: plant.facility })
  const row = sqlite
    .prepare<[], number>(`SELECT seq FROM activity_readings WHERE month = '2025-01'`)
    .pluck()
    .get()
  sqlite.exec('DROP TRIGGER activity_readings_no_overwrite')
  sqlite.exec(`UPDATE activity_readings SET mantissa = 99, entered = '99' WHERE seq = ${row}`)
  sqlite.exec(`DELETE FROM activity_evidence_links WHERE reading = ${row}`)
  const { hash, now, differences } = await plant.api.activity.verifySeal({ id: seal!.id })
  expect(now).not.toBe(hash)
  expect(differences).toMatchObject([
    { what: 'changed', kind: 'reading', name: '购入电量', sealed: '100 MWh', now: '99 MWh' },
    { what: 'changed', kind: 'evidence' },
  ])
})

it('C7 reopening needs a reason, goes backwards, and keeps the old seal for comparison', async () => {
  const early = plant.api.activity.reopen({ ...at('2025-01'), reason: '补录' })
  expect((await refusalOf(early)).code).toBe('activity.later-month-sealed')
  await plant.api.activity.reopen({ ...at('2025-02'), reason: '更正抄表' })
  await plant.api.activity.correct({
    reading: await idIn('2025-02'),
    text: '120',
    unit: null,
    note: null,
    proofs: [],
    reason: '抄表有误',
  })
  await clear('2025-02')
  await plant.api.activity.seal({ ...at('2025-02'), reason: '发票后补' })
  const seals = (await plant.api.activity.seals({ facility: plant.facility })).filter(
    ({ month }) => month === '2025-02',
  )
  expect(seals.map(({ reopenReason }) => reopenReason)).toEqual(['更正抄表', null])
  const { differences } = await plant.api.activity.verifySeal({ id: seals[0]!.id })
  expect(differences.map(({ what, sealed, now }) => ({ what, sealed, now }))).toEqual([
    { what: 'gone', sealed: '100 MWh', now: null },
    { what: 'added', sealed: null, now: '120 MWh' },
  ])
})

it('C8 a month that is not over, or has no readings, is not sealed', async () => {
  expect((await refusalOf(plant.api.activity.seal({ ...at('2026-06'), reason }))).code).toBe(
    'activity.month-not-over',
  )
})

async function idIn(month: string) {
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month })
  return readings.findLast(({ live }) => live)!.id
}
async function actIn(month: string) {
  const { readings } = await plant.api.activity.readings({ parameter: plant.bought.id, month })
  return readings.findLast(({ live }) => live)!.entered.id
}
