import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { exchangeExports } from '#db/exchange/tables'
import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { syncFolder } from '#electron/kernel/evidence-store'
import { writeKept } from '#electron/kernel/kept-bytes'
import { offerDownload } from '#electron/kernel/uploads'
import type { ExportId, ExportKind, ExportRecord, ReportKind } from '#shared/exchange/model'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

/** A file to be made for others. */
export interface WantedFile {
  readonly kind: ExportKind
  readonly format: ReportKind
  /** Without its ending. */
  readonly name: string
  readonly language: Language
  readonly inventoryId: string | null
  readonly bytes: () => Promise<Buffer>
}

/** Makes files and records each with its hash, all or none; a file that is not recorded is removed. */
export async function makeFiles(task: TaskContext, wanted: readonly WantedFile[]): Promise<ExportRecord[]> {
  const made: ExportRecord[] = []
  try {
    for (const [index, file] of wanted.entries()) {
      if (task.signal.aborted) throw new Refusal('kernel.cancelled')
      task.report({ step: 'exchange.step-printing', done: index, total: wanted.length })
      made.push(await makeOne(task, file))
    }
    syncFolder(join(task.folder, 'exports'))
    task.promote(({ db }) => {
      for (const record of made) db.insert(exchangeExports).values(record).run()
    })
    return made
  } catch (error) {
    for (const { id: file } of made)
      for (const ending of ['', '.json'])
        await rm(join(task.folder, 'exports', `${file}${ending}`), { force: true })
    throw error
  }
}

async function makeOne(
  task: TaskContext,
  { kind, format, name, language, inventoryId, bytes: bytesOf }: WantedFile,
): Promise<ExportRecord> {
  const id: ExportId = task.newId()
  const bytes = await bytesOf()
  const file = join(task.folder, 'exports', id)
  const fileName = `${name}.${format}`
  writeKept(file, bytes)
  offerDownload(task.folder, id, { name: fileName, type: types[format], sha256: sha256(bytes) })
  return {
    id,
    kind,
    fileName,
    language,
    inventoryId,
    sha256: sha256(bytes),
    size: bytes.length,
    madeBy: task.user ?? 'system',
    madeAt: task.around.now().toISOString(),
  }
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
} as const satisfies Record<ReportKind, string>
