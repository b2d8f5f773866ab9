import type { TaskContext } from '#electron/kernel/context'
import { offerFile, type OfferedFile } from '#electron/kernel/offer-file'
import { printXlsx } from '#electron/kernel/print-xlsx'
import type { Sheet } from '#shared/kernel/sheet'

/** Writes sheets as a workbook and offers it at `/download/<id>`. The title becomes the file's name. */
export async function offerWorkbook(
  task: Pick<TaskContext, 'folder' | 'newId'>,
  title: string,
  sheets: readonly Sheet[],
): Promise<OfferedFile> {
  return offerFile(task, title, 'xlsx', await printXlsx(sheets, { title, footer: title }))
}
