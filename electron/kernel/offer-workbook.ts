import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { printXlsx } from '#electron/kernel/print-xlsx'
import { offerDownload } from '#electron/kernel/uploads'
import type { Sheet } from '#shared/kernel/sheet'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes sheets as a workbook and offers it at `/download/<id>`. The title becomes the file's name. */
export async function offerWorkbook(
  { folder, newId }: Pick<TaskContext, 'folder' | 'newId'>,
  title: string,
  sheets: readonly Sheet[],
): Promise<{ readonly download: string; readonly fileName: string }> {
  const bytes = await printXlsx(sheets, { title, footer: title })
  const download = newId<'export'>()
  const fileName = `${title.replace(/[\\/:*?"<>|\s]+/g, '_')}.xlsx`
  await writeFile(join(folder, 'exports', download), bytes, { flag: 'wx', mode: 0o600, flush: true })
  offerDownload(folder, download, { name: fileName, type, sha256: sha256(bytes) })
  return { download, fileName }
}
