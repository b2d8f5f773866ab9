import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { exportById } from '#db/exchange/queries'
import { exchangeExports } from '#db/exchange/tables'
import type { TaskContext, WriteContext } from '#electron/kernel/context'
import { hashOfFile, syncFolder } from '#electron/kernel/evidence-store'
import { keptSize, writeKeptStream } from '#electron/kernel/kept-bytes'
import { offerDownload, offeredDownload } from '#electron/kernel/uploads'
import type { ExportId, ExportKind, ExportRecord } from '#shared/exchange/model'
import { Refusal } from '#shared/kernel/refusal'

interface NewExport {
  readonly kind: ExportKind
  readonly fileName: string
  /** Media type. */
  readonly type: string
  readonly inventoryId: string | null
}

/**
 * Writes a file and keeps it as an export, to be fetched and sent; what is not recorded is removed.
 *
 * @param also written in the same transaction.
 */
export async function keepExport(
  task: TaskContext,
  { kind, fileName, type, inventoryId }: NewExport,
  bytes: AsyncIterable<Buffer>,
  also: (write: WriteContext) => void = () => {},
): Promise<ExportRecord> {
  const id: ExportId = task.newId()
  const path = join(task.folder, 'exports', id)
  try {
    await writeKeptStream(path, bytes)
    const sha256 = hashOfFile(path)
    offerDownload(task.folder, id, { name: fileName, type, sha256 })
    syncFolder(join(task.folder, 'exports'))
    if (task.signal.aborted) throw new Refusal('kernel.cancelled')
    const file = { id, kind, fileName, language: null, inventoryId, sha256, size: keptSize(path) }
    return task.promote((write) => {
      const record = { ...file, madeBy: write.user ?? 'system', madeAt: write.now }
      write.db.insert(exchangeExports).values(record).run()
      also(write)
      return record
    })
  } catch (error) {
    for (const left of [path, `${path}.json`]) rmSync(left, { force: true })
    throw error
  }
}

/**
 * Keeps a file that was made elsewhere in the program, and offered for download, as an export.
 *
 * @throws Refusal `exchange.unknown-export` when nothing is offered under that id.
 */
export function keepOffered({ db, folder, user, now }: WriteContext, download: string): ExportRecord {
  const id = download as ExportId
  const known = exportById(db, id)
  if (known) return known
  const offered = offeredDownload(folder, download)
  if (!offered) throw new Refusal('exchange.unknown-export')
  const record: ExportRecord = {
    id,
    kind: /\.(zip|tanbu-[a-z]+)$/.test(offered.name) ? 'package' : 'file',
    fileName: offered.name,
    language: null,
    inventoryId: null,
    sha256: offered.sha256,
    size: offered.size,
    madeBy: user ?? 'system',
    madeAt: now,
  }
  db.insert(exchangeExports).values(record).run()
  return record
}
