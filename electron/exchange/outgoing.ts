import { rmSync } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import type { StoredDelivery, StoredTarget } from '#db/exchange/queries'
import type { TaskContext } from '#electron/kernel/context'
import { openKept } from '#electron/kernel/kept-bytes'
import type { Spine } from '#electron/kernel/spine'
import type { ExportRecord } from '#shared/exchange/model'
import type { DeliveryId } from '#shared/exchange/outbox'
import { Refusal } from '#shared/kernel/refusal'

import { keepProgress } from './delivery-progress.ts'
import { type Sealed, sealFile, type SealInput } from './seal-job.ts'
import type { Outgoing } from './target-port.ts'
import { targetSecretOf } from './target-secrets.ts'

/** Where the bytes of an export lie. */
export function exportFile(folder: string, { id, kind, fileName }: ExportRecord): string {
  return kind === 'backup' ? join(folder, 'backups', fileName) : join(folder, 'exports', id)
}

/** Where the encrypted bytes of a delivery lie until they have arrived. */
export function sealedFile(folder: string, id: DeliveryId): string {
  return join(folder, 'outbox', `${id}.age`)
}

export function clearSealed(folder: string, id: DeliveryId): void {
  rmSync(sealedFile(folder, id), { force: true })
}

/** The file of a delivery as it leaves: the export itself, or what it became under the keys of its target. */
export async function outgoingOf(
  { spine, task }: { readonly spine: Spine; readonly task: TaskContext },
  delivery: StoredDelivery,
  target: StoredTarget,
): Promise<Outgoing> {
  const { exported, name } = delivery
  const file = exportFile(task.folder, exported)
  const isThere = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
  if (!isThere) throw new Refusal('exchange.export-gone', { file: exported.fileName })
  if (target.sealedFor === null)
    return { file, name, size: exported.size, sha256: exported.sha256, read: readerOf(file) }
  const sealed = await sealedOf(spine, task, delivery, {
    from: file,
    to: sealedFile(task.folder, delivery.id),
    workFactor: Math.log2(task.around.passwordCost?.N ?? 2 ** 18),
    ...(target.sealedFor.how === 'keys'
      ? { recipients: target.sealedFor.recipients, passphrase: null }
      : { recipients: [], passphrase: targetSecretOf(task, target.id, 'seal') ?? missing() }),
  })
  const kept = sealedFile(task.folder, delivery.id)
  return { file: kept, name: `${name}.age`, ...sealed, read: readerOf(kept) }
}

function missing(): never {
  throw new Refusal('exchange.target-no-passphrase')
}

/** Encrypts once for each delivery: a second time would give other bytes, and what had arrived of the first was lost. */
async function sealedOf(
  spine: Spine,
  task: TaskContext,
  { id, progress }: StoredDelivery,
  input: SealInput,
): Promise<Sealed> {
  const found = await stat(input.to).catch(() => null)
  if (progress?.sealedSha256 && progress.sealedSize === found?.size)
    return { sha256: progress.sealedSha256, size: found.size }
  await mkdir(join(task.folder, 'outbox'), { recursive: true, mode: 0o700 })
  await rm(input.to, { force: true })
  const sealed =
    input.passphrase === null
      ? await sealFile(input, task.signal)
      : await task.job<Sealed>('exchange.seal', input)
  keepProgress(spine, task.folder, id, {
    sealedSha256: sealed.sha256,
    sealedSize: sealed.size,
    resume: null,
    sent: 0,
  })
  return sealed
}

/** How much is read at a time, in bytes. */
const stride = 1024 * 1024

function readerOf(file: string): Outgoing['read'] {
  const pieces = function* (from: number, to: number) {
    const kept = openKept(file)
    try {
      const end = Math.min(to, kept.size)
      for (let at = from; at < end; at += stride) yield kept.read(at, Math.min(stride, end - at))
    } finally {
      kept.close()
    }
  }
  return (from = 0, to = Number.POSITIVE_INFINITY) => Readable.from(pieces(from, to), { objectMode: false })
}
