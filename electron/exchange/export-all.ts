import { createReadStream, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { TaskContext } from '#electron/kernel/context'
import { scryptCost } from '#electron/kernel/crypto'
import { hashOfFile } from '#electron/kernel/evidence-store'
import { seal } from '#electron/kernel/sealed-file'
import { offerDownload } from '#electron/kernel/uploads'
import { dayAt } from '#shared/kernel/period'

import type { MadeBackup } from './backup-jobs.ts'
import { sealedKind } from './backup-sources.ts'

/** Names under which the one file of everything is offered; a backup leaves these out. */
const offered = /^everything-/

/** Makes a proven backup of everything as one file under a passphrase and offers it; an earlier one goes away. */
export async function exportAll(
  task: TaskContext,
  { passphrase }: { readonly passphrase: string },
): Promise<{ readonly download: string; readonly fileName: string }> {
  const { folder, around, now, report, signal } = task
  const id = task.newId()
  const work = join(folder, 'staging', `backup-${id}`)
  const plain = join(folder, 'staging', `everything-${id}`)
  const download = `everything-${id}`
  const file = join(folder, 'exports', download)
  for (const name of readdirSync(join(folder, 'exports')))
    if (offered.test(name)) rmSync(join(folder, 'exports', name), { force: true })
  try {
    const made = await task.job<MadeBackup>('exchange.make-backup', {
      folder,
      work,
      to: plain,
      program: around.name,
      programFolder: around.program,
      at: now,
    })
    const sealing = { kind: sealedKind, id, passphrase, cost: around.passwordCost ?? scryptCost }
    await seal(file, sealing, createReadStream(plain), (bytes) => {
      signal.throwIfAborted()
      report({ step: 'exchange.step-sealing', done: bytes, total: made.size })
    })
    const fileName = `tanbu-${dayAt(now)}.tanbu-backup`
    offerDownload(folder, download, {
      name: fileName,
      type: 'application/octet-stream',
      sha256: hashOfFile(file),
    })
    task.promote(({ note }) => note({ code: 'exchange.exported-all', size: made.size }))
    return { download, fileName }
  } catch (error) {
    for (const left of [file, `${file}.json`]) rmSync(left, { force: true })
    throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
    rmSync(plain, { force: true })
  }
}
