import type { TaskContext } from '#electron/kernel/context'
import { spelledHead } from '#electron/kernel/given-anchors'
import { offerFile, type OfferedFile } from '#electron/kernel/offer-file'
import { printXlsx } from '#electron/kernel/print-xlsx'
import { anchoredSheets, type Sheet } from '#shared/kernel/sheet'

/** Writes sheets as a workbook and offers it at `/download/<id>`. The title becomes the file's name. */
export async function offerWorkbook(
  task: Pick<TaskContext, 'folder' | 'newId'>,
  title: string,
  sheets: readonly Sheet[],
): Promise<OfferedFile> {
  const anchored = anchoredSheets(sheets, spelledHead(task.folder))
  return offerFile(task, title, 'xlsx', await printXlsx(anchored, { title, footer: title }))
}
