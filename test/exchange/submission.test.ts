import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'
import yauzl from 'yauzl'

import { sha256 } from '#electron/kernel/crypto'
import { stageUpload } from '#electron/kernel/uploads'
import type { Inventory } from '#shared/accounting/inventory'
import { submission } from '#shared/exchange/submission'
import { type Plant, startPlant, typeYear } from '#test/accounting/plant'
import { administrator, finish, refusalOf } from '#test/support/backend'

let plant: Plant
let frozen: Inventory
let working: Inventory
beforeAll(async () => {
  plant = await startPlant()
  const { api, backend } = plant
  await typeYear(plant)
  const { readings } = await api.activity.readings({ parameter: plant.bought.id, month: '2025-03' })
  const body = new Blob(['%PDF-1.4 bill']).stream()
  const upload = await stageUpload(backend.folder, { name: '三月 电费单.pdf', type: 'application/pdf', body })
  await api.activity.addEvidence({
    to: { kind: 'reading', reading: readings[0]!.id },
    proof: { file: { from: 'upload', upload }, place: null, reportNo: null, sampleDate: null },
  })
  working = await plant.create({ title: '2025 年试算' })
  const { id } = await plant.create({ year: 2025 })
  await finish(api.accounting.freeze({ id, password: administrator.password }))
  frozen = (await api.accounting.inventories({})).find((each) => each.id === id)!
})
afterAll(() => plant.backend.close())

const bytesOf = (id: string) => readFileSync(join(plant.backend.folder, 'exports', id))

it('G1 a submission holds the frozen document, its hashes and those of the evidence, and the same again is the same', async () => {
  const made = await finish(plant.api.exchange.makeSubmission({ inventory: frozen.id }))
  const content = submission.parse(JSON.parse(bytesOf(made.id).toString()))
  expect(content.inventory).toMatchObject({
    id: frozen.id,
    version: frozen.version,
    documentHash: frozen.documentHash,
    accountHash: frozen.accountHash,
  })
  expect(content.evidence).toMatchObject([{ name: '三月 电费单.pdf', size: 13 }])
  const again = await finish(plant.api.exchange.makeSubmission({ inventory: frozen.id }))
  expect(again).toEqual(made)
  expect(sha256(bytesOf(made.id))).toBe(made.sha256)
})

it('G2 only what is frozen is submitted', async () => {
  const asked = finish(plant.api.exchange.makeSubmission({ inventory: working.id }))
  expect((await refusalOf(asked)).code).toBe('exchange.freeze-first')
})

it('G3 the evidence of an inventory leaves as one file with a list, each under its own hash', async () => {
  const made = await finish(plant.api.exchange.makeEvidence({ inventory: frozen.id }))
  const zip = await yauzl.fromBufferPromise(bytesOf(made.id))
  const found = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    found.set(entry.fileName, Buffer.concat(pieces))
  }
  expect(found.get('audit-anchor.txt')!.toString()).toMatch(/^\d+:[0-9a-f]{64}\n$/)
  found.delete('audit-anchor.txt')
  const [, ...rows] = found.get('evidence.csv')!.toString().trim().split('\r\n')
  expect(rows.length).toBe(found.size - 1)
  expect(rows).toHaveLength(1)
  for (const row of rows) {
    const [hash = '', path = ''] = row.split(',')
    expect(sha256(found.get(path)!)).toBe(hash)
  }
})
