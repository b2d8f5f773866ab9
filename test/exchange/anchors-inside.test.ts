import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'
import yauzl from 'yauzl'

import { readAnchor } from '#electron/kernel/anchor'
import { anchorsIn, givenAnchors, spelledHead } from '#electron/kernel/given-anchors'
import { textOfPdf } from '#electron/kernel/pdf-text'
import { inventoryDocument } from '#shared/accounting/document'
import type { Inventory } from '#shared/accounting/inventory'
import type { ExportRecord } from '#shared/exchange/model'
import { type Plant, startPlant, typeYear } from '#test/accounting/plant'
import { administrator, finish } from '#test/support/backend'

let plant: Plant
let inventory: Inventory
beforeAll(async () => {
  plant = await startPlant()
  await typeYear(plant)
  inventory = await plant.create({ year: 2025 })
  await finish(plant.api.accounting.freeze({ id: inventory.id, password: administrator.password }))
})
afterAll(() => plant.backend.close())

const bytesOf = ({ id }: Pick<ExportRecord, 'id'>) => readFileSync(join(plant.backend.folder, 'exports', id))

/** All that a reader of a file could read in it. */
async function textIn(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 5).toString() === '%PDF-') return textOfPdf(bytes)
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  const zip = await yauzl.fromBufferPromise(bytes)
  const parts: Buffer[] = []
  for await (const entry of zip.eachEntry())
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
  return Buffer.concat(parts)
    .toString()
    .replace(/<[^>]*>/g, ' ')
}

it('A1 every export of an inventory takes the head of the chain along, where its reader sees it', async () => {
  const { seq, hash } = readAnchor(plant.backend.folder)!
  const made = await finish(
    plant.api.exchange.makeExports({
      inventory: inventory.id,
      kinds: ['xlsx', 'docx', 'pdf', 'json'],
      language: 'zh',
    }),
  )
  for (const file of made.filter(({ kind }) => kind !== 'json'))
    expect((await textIn(bytesOf(file))).replace(/\s+/g, ''), file.kind).toContain(`${seq}:${hash}`)
  expect(givenAnchors(plant.backend.folder)).toContainEqual(
    expect.objectContaining({ seq, hash, purpose: 'file' }),
  )
  const json = made.find(({ kind }) => kind === 'json')!
  const { audit, ...document } = inventoryDocument.parse(JSON.parse(bytesOf(json).toString()))
  expect(audit).toEqual({ seq, hash })
  expect(document).toEqual(JSON.parse((await plant.api.accounting.document({ id: inventory.id })).json))
})

it('A2 so does a workbook or paper of any page, a submission, and a backup', async () => {
  const head = spelledHead(plant.backend.folder)!
  const list = await finish(
    plant.api.activity.exportFindings({ year: 2025, facility: plant.facility, language: 'zh' } as never),
  )
  expect(anchorsIn(await textIn(bytesOf({ id: list.download as never })))).not.toEqual([])
  const first = await finish(plant.api.exchange.makeSubmission({ inventory: inventory.id }))
  const [line] = anchorsIn(bytesOf(first).toString())
  expect(line?.seq).toBeLessThanOrEqual(Number(head.split(':')[0]))
  // Made again after more was recorded, it is the same bytes.
  await plant.type(plant.diesel, '2026-01', '4')
  expect((await finish(plant.api.exchange.makeSubmission({ inventory: inventory.id }))).sha256).toBe(
    first.sha256,
  )
  await finish(plant.api.exchange.backUp({ target: null }))
  expect(givenAnchors(plant.backend.folder).map(({ purpose }) => purpose)).toContain('backup')
})

it('A3 the report says who signed it, and that the signature holds no more once what was signed was changed', async () => {
  const words = async () => {
    const [pdf] = await finish(
      plant.api.exchange.makeExports({ inventory: inventory.id, kinds: ['pdf'], language: 'zh' }),
    )
    return (await textIn(bytesOf(pdf!))).replace(/\s+/g, '')
  }
  expect(await words()).toContain('打印时核对有效')
  const { sqlite } = plant.backend.backend.workspace.store()
  sqlite.exec(
    `UPDATE kernel_signatures SET signed_hash = replace(signed_hash, substr(signed_hash, 1, 4), 'ffff')`,
  )
  expect(await words()).toContain('签名失效')
})
