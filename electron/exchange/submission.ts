import { Readable } from 'node:stream'

import yazl from 'yazl'

import { inventoryById } from '#db/accounting/queries'
import { exportsOf } from '#db/exchange/queries'
import type { ReadDb } from '#db/kernel/access'
import { storeIdentity } from '#db/kernel/queries'
import { accountOfInventory } from '#electron/accounting/service'
import type { Anchor } from '#electron/kernel/anchor'
import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { evidencePath } from '#electron/kernel/evidence-store'
import { spelledHead } from '#electron/kernel/given-anchors'
import { keptStream } from '#electron/kernel/kept-bytes'
import type { Inventory, InventoryId } from '#shared/accounting/inventory'
import type { ExportRecord } from '#shared/exchange/model'
import { type Submission, submission } from '#shared/exchange/submission'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import { csvOf, openTable } from '#shared/verification/manifest'

import { type EvidenceBehind, evidenceBehind } from './evidence-behind.ts'
import { keepExport } from './keep-export.ts'

/**
 * Makes of a frozen inventory what a plant hands to its group. The same inventory gives the same bytes, and the export
 * that is there already.
 *
 * @throws Refusal `accounting.unknown-inventory`, `exchange.freeze-first`.
 */
export async function makeSubmission(task: TaskContext, id: InventoryId): Promise<ExportRecord> {
  const inventory = inventoryById(task.db, id)
  if (!inventory) throw new Refusal('accounting.unknown-inventory', { id })
  const { frozenAt, documentHash, accountHash } = inventory
  if (frozenAt === null || documentHash === null || accountHash === null)
    throw new Refusal('exchange.freeze-first', { title: inventory.title })
  const { document } = accountOfInventory(task, inventory)
  const content: Submission = submission.parse({
    format: 'tanbu-submission/1',
    storeId: storeIdentity(task.db)?.storeId ?? '',
    organization: document.organization,
    inventory: {
      id: inventory.id,
      title: inventory.title,
      year: inventory.year,
      version: inventory.version,
      frozenAt,
      documentHash,
      accountHash,
    },
    audit: lineOfFreezing(task.db, id),
    document,
    evidence: evidenceBehind(task, inventory).map(({ sha256: hash, name, size }) => ({
      sha256: hash,
      name,
      size,
    })),
  })
  const bytes = Buffer.from(`${canonical(content)}\n`)
  const hash = sha256(bytes)
  const before = exportsOf(task.db).find((each) => each.kind === 'submission' && each.sha256 === hash)
  if (before) return before
  return keepExport(
    task,
    {
      kind: 'submission',
      fileName: `${nameOf(inventory)}-submission.json`,
      type: 'application/json',
      inventoryId: id,
    },
    Readable.from([bytes]),
  )
}

/** Always the same one: a submission made again is the same bytes. */
function lineOfFreezing(db: ReadDb, id: InventoryId): Anchor | undefined {
  const [line] = db.ask<Anchor>(
    `SELECT seq, hash FROM kernel_audit
     WHERE procedure = 'accounting.freeze' AND outcome = 'done' AND instr(detail, ?) > 0 ORDER BY seq LIMIT 1`,
    id,
  )
  return line
}

/**
 * Packs the evidence of an inventory under its hashes, with a list that says what each file is and proves.
 *
 * @throws Refusal `accounting.unknown-inventory`, `exchange.no-evidence`.
 */
export async function makeEvidence(task: TaskContext, id: InventoryId): Promise<ExportRecord> {
  const inventory = inventoryById(task.db, id)
  if (!inventory) throw new Refusal('accounting.unknown-inventory', { id })
  const files = evidenceBehind(task, inventory)
  if (files.length === 0) throw new Refusal('exchange.no-evidence', { title: inventory.title })
  const zip = new yazl.ZipFile()
  const options = { mtime: task.around.now(), mode: 0o100444 }
  zip.addBuffer(Buffer.from(csvOf(listOf(files))), 'evidence.csv', options)
  zip.addBuffer(Buffer.from(`${spelledHead(task.folder) ?? ''}\n`), 'audit-anchor.txt', options)
  for (const file of files)
    zip.addReadStreamLazy(pathOf(file), { ...options, compress: false }, (give) =>
      give(null, keptStream(evidencePath(task.folder, file.sha256))),
    )
  zip.end()
  return keepExport(
    task,
    {
      kind: 'evidence',
      fileName: `${nameOf(inventory)}-evidence.zip`,
      type: 'application/zip',
      inventoryId: id,
    },
    zip.outputStream as unknown as AsyncIterable<Buffer>,
  )
}

/** Two files may have one name; the beginning of the hash tells them apart. */
const pathOf = ({ sha256: hash, name }: EvidenceBehind) =>
  `evidence/${hash.slice(0, 12)}-${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_')}`

const listOf = (files: readonly EvidenceBehind[]) =>
  openTable(
    'evidence',
    { zh: '证据清单', en: 'List of evidence' },
    [
      ['sha256', '文件的 SHA-256', 'SHA-256 of the file'],
      ['path', '包内路径', 'Path in this package'],
      ['bytes', '字节数', 'Size in bytes', 'INTEGER'],
      ['name', '原文件名', 'Name as it was added'],
      ['proves', '所证明的数据', 'What it proves'],
    ],
    files.map((file) => [file.sha256, pathOf(file), file.size, file.name, file.proves.join('; ')]),
  )

function nameOf({ title, year, version }: Inventory): string {
  return `${title}-${year}-v${version}`.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, '_')
}
