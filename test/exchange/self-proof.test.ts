import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { agrees } from '#shared/exchange/self-proof'
import { type Plant, startPlant } from '#test/accounting/plant'
import { administrator, finish } from '#test/support/backend'

let plant: Plant
beforeAll(async () => {
  plant = await startPlant()
})
afterAll(async () => {
  await plant.backend.close()
})
const prove = () => finish(plant.api.exchange.proveSelf({ language: 'zh' }))

it('computes every published case anew and finds the data whole, on a sheet that is dated and hashed', async () => {
  const { proof, sheet } = await prove()
  expect(agrees(proof)).toBe(true)
  expect(proof.cases.length).toBeGreaterThan(15)
  expect(proof.cases.every(({ compared }) => compared > 1)).toBe(true)
  expect(proof.data?.backups).toEqual([])
  const { folder } = plant.backend
  const printed = readFileSync(join(folder, 'exports', sheet.download))
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
})

it('restores the newest backup aside, and sees at once when a backup was altered', async () => {
  const { file } = await finish(plant.api.exchange.backUp({ target: null }))
  const before = (await prove()).proof
  expect(agrees(before)).toBe(true)
  expect(before.data).toMatchObject({ backups: [{ file, state: 'same' }], newest: { troubles: [] } })

  const path = join(plant.backend.folder, 'backups', file)
  const bytes = readFileSync(path)
  const at = bytes.length - 5
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const { proof } = await prove()
  expect(agrees(proof)).toBe(false)
  expect(proof.data).toMatchObject({ backups: [{ file, state: 'altered' }], newest: null })
})

it('shows what would leave for whoever mends the program: counts and the log, no name and nothing typed', async () => {
  const { text } = await plant.api.exchange.diagnostics({})
  const told = JSON.parse(text) as { store: { rows: Record<string, number> }; log: unknown[] }
  expect(told.store.rows['organization_nodes']).toBeGreaterThan(1)
  expect(told.log).toEqual([])
  for (const typed of ['华北示范热电有限公司', '热电分厂', administrator.login, administrator.name])
    expect(text).not.toContain(typed)
})
