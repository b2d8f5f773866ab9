import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { inventoryById } from '#db/accounting/queries'
import { exchangeExports } from '#db/exchange/tables'
import { reportInput } from '#electron/accounting/report-input'
import { accountOfInventory } from '#electron/accounting/service'
import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { syncFolder } from '#electron/kernel/evidence-store'
import { printDocx } from '#electron/kernel/print-docx'
import { printPdf } from '#electron/kernel/print-pdf'
import { printXlsx } from '#electron/kernel/print-xlsx'
import { offerDownload } from '#electron/kernel/uploads'
import type { InventoryDocument } from '#shared/accounting/document'
import type { InventoryId } from '#shared/accounting/inventory'
import { fileNameOf, reportOf } from '#shared/accounting/report'
import type { ReportInput } from '#shared/accounting/report-input'
import { tablesE } from '#shared/accounting/report-tables'
import type { ExportId, ExportKind, ExportRecord } from '#shared/exchange/model'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

import { exportFile } from './deliver.ts'

/** Makes the wanted files of one inventory and records each with its hash; a file that is not recorded is removed. */
export async function makeExports(
  task: TaskContext,
  {
    inventory: id,
    kinds,
    language,
  }: { readonly inventory: InventoryId; readonly kinds: readonly ExportKind[]; readonly language: Language },
): Promise<ExportRecord[]> {
  const inventory = inventoryById(task.db, id)
  if (!inventory) throw new Refusal('accounting.unknown-inventory', { id })
  const input = reportInput(task, inventory, language)
  const { document } = accountOfInventory(task, inventory)
  const made: ExportRecord[] = []
  try {
    for (const [index, kind] of [...new Set(kinds)].entries()) {
      if (task.signal.aborted) throw new Refusal('kernel.cancelled')
      task.report({ step: 'exchange.step-printing', done: index, total: kinds.length })
      made.push(await makeOne(task, id, kind, { input, document }))
    }
    syncFolder(join(task.folder, 'exports'))
    task.promote(({ db }) => {
      for (const record of made) db.insert(exchangeExports).values(record).run()
    })
    return made
  } catch (error) {
    for (const { id: file } of made)
      for (const ending of ['', '.json'])
        await rm(`${exportFile(task.folder, file)}${ending}`, { force: true })
    throw error
  }
}

async function makeOne(
  task: TaskContext,
  inventoryId: InventoryId,
  kind: ExportKind,
  { input, document }: { readonly input: ReportInput; readonly document: InventoryDocument },
): Promise<ExportRecord> {
  const id: ExportId = task.newId()
  const bytes = await bytesOfExport(kind, input, document, task.around.program)
  const file = exportFile(task.folder, id)
  const fileName = `${fileNameOf(input)}.${kind}`
  await writeFile(file, bytes, { flag: 'wx', mode: 0o600, flush: true })
  offerDownload(task.folder, id, { name: fileName, type: types[kind], sha256: sha256(bytes) })
  return {
    id,
    kind,
    fileName,
    language: input.language,
    inventoryId,
    sha256: sha256(bytes),
    size: (await stat(file)).size,
    madeBy: task.user ?? 'system',
    madeAt: task.around.now().toISOString(),
  }
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
} as const satisfies Record<ExportKind, string>

/** The bytes of one export. */
export async function bytesOfExport(
  kind: ExportKind,
  input: ReportInput,
  document: InventoryDocument,
  program: string,
): Promise<Buffer> {
  switch (kind) {
    case 'xlsx': {
      const { title, footer } = reportOf(input)
      return printXlsx(tablesE(input), { title, footer })
    }
    case 'docx':
      return printDocx(reportOf(input), program)
    case 'pdf':
      return printPdf(reportOf(input), program)
    case 'json':
      return Buffer.from(`${canonical(document)}\n`)
  }
}
