import { inventoryById } from '#db/accounting/queries'
import { reportInput } from '#electron/accounting/report-input'
import { accountOfInventory } from '#electron/accounting/service'
import type { TaskContext } from '#electron/kernel/context'
import { printDocx } from '#electron/kernel/print-docx'
import { printPdf } from '#electron/kernel/print-pdf'
import { printXlsx } from '#electron/kernel/print-xlsx'
import type { InventoryDocument } from '#shared/accounting/document'
import type { InventoryId } from '#shared/accounting/inventory'
import { fileNameOf, reportOf } from '#shared/accounting/report'
import type { ReportInput } from '#shared/accounting/report-input'
import { tablesE } from '#shared/accounting/report-tables'
import type { ExportRecord, ReportKind } from '#shared/exchange/model'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

import { makeFiles } from './make-files.ts'

/** Makes the wanted files of one inventory and records each with its hash. */
export async function makeExports(
  task: TaskContext,
  {
    inventory: id,
    kinds,
    language,
  }: { readonly inventory: InventoryId; readonly kinds: readonly ReportKind[]; readonly language: Language },
): Promise<ExportRecord[]> {
  const inventory = inventoryById(task.db, id)
  if (!inventory) throw new Refusal('accounting.unknown-inventory', { id })
  const input = reportInput(task, inventory, language)
  const { document } = accountOfInventory(task, inventory)
  return makeFiles(
    task,
    [...new Set(kinds)].map((kind) => ({
      kind,
      format: kind,
      name: fileNameOf(input),
      language,
      inventoryId: id,
      bytes: () => bytesOfExport(kind, input, document, task.around.program),
    })),
  )
}

/** The bytes of one export. */
export async function bytesOfExport(
  kind: ReportKind,
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
