import { join } from 'node:path'

import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { spelledHead } from '#electron/kernel/given-anchors'
import { writeKept } from '#electron/kernel/kept-bytes'
import { printDocx } from '#electron/kernel/print-docx'
import { printPdf } from '#electron/kernel/print-pdf'
import { offerDownload } from '#electron/kernel/uploads'
import { anchoredPaper, type Paper } from '#shared/kernel/paper'

export interface OfferedFile {
  readonly download: string
  readonly fileName: string
}
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson',
} as const

/** Writes a made file and offers it at `/download/<id>`. The title becomes the file's name. */
export async function offerFile(
  { folder, newId }: Pick<TaskContext, 'folder' | 'newId'>,
  title: string,
  kind: keyof typeof types,
  bytes: Buffer,
): Promise<OfferedFile> {
  const download = newId<'export'>()
  const fileName = `${title.replace(/[\\/:*?"<>|\s]+/g, '_')}.${kind}`
  writeKept(join(folder, 'exports', download), bytes)
  offerDownload(folder, download, { name: fileName, type: types[kind], sha256: sha256(bytes) })
  return { download, fileName }
}

/** Prints a paper as DOCX or PDF and offers it; both say the same. */
export async function offerPaper(
  task: TaskContext,
  paper: Paper,
  kind: 'docx' | 'pdf',
): Promise<OfferedFile> {
  const print = kind === 'docx' ? printDocx : printPdf
  const anchored = anchoredPaper(paper, spelledHead(task.folder))
  return offerFile(task, paper.title, kind, await print(anchored, task.around.program))
}
