import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { exchangeExports } from '#db/exchange/tables'
import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { syncFolder } from '#electron/kernel/evidence-store'
import { offerDownload } from '#electron/kernel/uploads'
import type { ExportId, ExportKind, ExportRecord } from '#shared/exchange/model'
import { Refusal } from '#shared/kernel/refusal'
import type { Language } from '#shared/kernel/texts'

import { exportFile } from './deliver.ts'

/** A file to be made for others. */
export interface WantedFile {
  readonly kind: ExportKind
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
        await rm(`${exportFile(task.folder, file)}${ending}`, { force: true })
    throw error
  }
}

async function makeOne(
  task: TaskContext,
  { kind, name, language, inventoryId, bytes: bytesOf }: WantedFile,
): Promise<ExportRecord> {
  const id: ExportId = task.newId()
  const bytes = await bytesOf()
  const file = exportFile(task.folder, id)
  const fileName = `${name}.${kind}`
  await writeFile(file, bytes, { flag: 'wx', mode: 0o600, flush: true })
  offerDownload(task.folder, id, { name: fileName, type: types[kind], sha256: sha256(bytes) })
  return {
    id,
    kind,
    fileName,
    language,
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
