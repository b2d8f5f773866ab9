import { join } from 'node:path'

import { sha256 } from '#electron/kernel/crypto'
import { writeKept } from '#electron/kernel/kept-bytes'
import { offerDownload } from '#electron/kernel/uploads'
import type { ExportRecord } from '#shared/exchange/model'
import type { TestBackend } from '#test/support/backend'

/** An export of any content, as a file becomes one that another part of the program offers for download. */
export function exportOf(
  { api, folder, backend }: Pick<TestBackend, 'api' | 'folder' | 'backend'>,
  name: string,
  bytes: Buffer,
): Promise<ExportRecord> {
  const download = backend.spine.around.newId()
  writeKept(join(folder, 'exports', download), bytes)
  offerDownload(folder, download, { name, type: 'application/octet-stream', sha256: sha256(bytes) })
  return api.exchange.keepOffered({ download })
}
