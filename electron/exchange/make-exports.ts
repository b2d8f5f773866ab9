import { inventoryById } from '#db/accounting/queries'
import { reportInput } from '#electron/accounting/report-input'
import { accountOfInventory } from '#electron/accounting/service'
import { type Anchor, readAnchor } from '#electron/kernel/anchor'
import type { TaskContext } from '#electron/kernel/context'
import { spelledAnchor } from '#electron/kernel/given-anchors'
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
import { anchoredPaper } from '#shared/kernel/paper'
import { Refusal } from '#shared/kernel/refusal'
import { anchoredSheets } from '#shared/kernel/sheet'
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
      bytes: () =>
        bytesOfExport(kind, { input, document, head: readAnchor(task.folder) }, task.around.program),
    })),
  )
}

/** What an export of an inventory is made of. */
interface Exported {
  readonly input: ReportInput
  readonly document: InventoryDocument
  /** Head of the audit chain, which every export takes along; null before there is one. */
  readonly head: Anchor | null
}

/** The bytes of one export. */
export async function bytesOfExport(
  kind: ReportKind,
  { input, document, head }: Exported,
  program: string,
): Promise<Buffer> {
  const anchor = head && spelledAnchor(head)
  const report = () => anchoredPaper(reportOf(input), anchor)
  switch (kind) {
    case 'xlsx': {
      const { title, footer } = reportOf(input)
      return printXlsx(anchoredSheets(tablesE(input), anchor), { title, footer })
    }
    case 'docx':
      return printDocx(report(), program)
    case 'pdf':
      return printPdf(report(), program)
    case 'json':
      return Buffer.from(`${canonical(head ? { ...document, audit: head } : document)}\n`)
  }
}
