import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { sha256 } from '#electron/kernel/crypto'
import type { Proof } from '#shared/activity/model'
import { type CoalPlant, startCoalPlant } from '#test/activity/coal-plant'
import { inMonth } from '#test/activity/support'
import { finish } from '#test/support/backend'

let plant: CoalPlant
beforeAll(async () => {
  plant = await startCoalPlant()
})
afterAll(() => plant.backend.close())

function stage(name: string, text: string): string {
  const id = 'report-1'
  const path = join(plant.backend.folder, 'staging', id)
  writeFileSync(path, text)
  const side = {
    name,
    type: 'application/pdf',
    size: Buffer.byteLength(text),
    sha256: sha256(text),
  }
  writeFileSync(`${path}.json`, JSON.stringify(side))
  return id
}
const enter = (
  month: string,
  value: string,
  proof: Pick<Proof, 'file' | 'reportNo' | 'sampleDate' | 'testDate'>,
) =>
  plant.api.activity.submit({
    readings: [inMonth(plant.carbon.id, month, value, { proofs: [{ place: null, ...proof }] })],
    proofs: [],
    reason: null,
  })
const questions = async () => {
  const { findings } = await plant.api.activity.findings({ facility: null, year: 2025, language: 'zh' })
  return findings
    .filter(({ place }) => place?.kind === 'file')
    .map(({ code, words }) => `${code.slice('activity.'.length)} ${words}`)
}

it('F1 a report entered under two months, tested before it was sampled, is asked about', async () => {
  const report = '%PDF-1.4 <</CreationDate(D:20250203081500)/ModDate(D:20250901100000)/Producer(iText)>>'
  const upload = stage('煤质报告-1月.pdf', report)
  const file = { from: 'upload', upload } as const
  await enter('2025-01', '0.0270', {
    file,
    reportNo: 'MT-17',
    sampleDate: '2025-02-05',
    testDate: '2025-02-03',
  })
  expect(await questions()).toEqual([expect.stringContaining('tested-before-sampled') as string])
  const again = { from: 'store', sha256: sha256(report) } as const
  await enter('2025-02', '0.0271', {
    file: again,
    reportNo: 'MT-17',
    sampleDate: null,
    testDate: '2025-03-03',
  })
  const asked = await questions()
  expect(asked.map((line) => line.split(' ')[0] ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual([
    'report-number-months',
    'same-report-file',
    'tested-before-sampled',
  ])
  expect(asked.find((line) => line.startsWith('same-report-file'))).toContain('煤质报告-1月.pdf')
})

it('F2 what the files say of themselves is read once, off the main thread, and asked about', async () => {
  expect((await plant.api.activity.traces({})).unread).toBe(1)
  expect(await finish(plant.api.activity.readTraces({}))).toEqual({ read: 1 })
  const { traces, unread } = await plant.api.activity.traces({})
  expect([unread, traces[0]?.editedAt, traces[0]?.program]).toEqual([0, '2025-09-01T10:00:00', 'iText'])
  expect(await questions()).toContainEqual(expect.stringContaining('在 2025-09-01 修改过'))
  expect(await finish(plant.api.activity.readTraces({}))).toEqual({ read: 0 })
})

it('F3 carbon of a dried sample without total moisture is asked about, and no longer once it is there', async () => {
  const { api, facility } = plant
  const { id: _boiler, ...like } = plant.boiler
  const source = await api.monitoring.addSource({
    ...like,
    code: 'R-9',
    name: '2号锅炉',
    node: facility,
    calculation: { method: 'fuel-by-element-carbon', fuelClass: 'coal', carbonBasis: 'air-dry' },
  })
  const own = async (role: string, unit: 'tC/t' | '%', name: string) => {
    const { id: _id, seq: _seq, changedAt: _at, changedBy: _by, ...facts } = plant.carbon
    return api.monitoring.addParameter({ ...facts, source: source.id, role, unit, name, weightedBy: null })
  }
  const carbon = await own('carbon', 'tC/t', '元素碳')
  const moisture = await own('moistureReceived', '%', '全水分')
  await plant.type(carbon, '2025-01', '0.55')
  const found = async () =>
    (await api.activity.findings({ facility: null, year: 2025, language: 'zh' })).findings
      .filter(({ code }) => code === 'activity.no-total-moisture')
      .map(({ words }) => words)
  expect(await found()).toEqual([
    '“2号锅炉”2025-01 的元素碳为空气干燥基，但没有当月的全水分实测值。全水分是否已检测？',
  ])
  await plant.type(moisture, '2025-01', '9.8')
  expect(await found()).toEqual([])
})
