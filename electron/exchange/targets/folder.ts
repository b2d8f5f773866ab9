import { createReadStream } from 'node:fs'
import { type FileHandle, link, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Outgoing, Sending, TargetPort } from '#electron/exchange/target-port'
import { codeOf } from '#electron/exchange/write-verified'
import { randomBytes } from '#electron/kernel/crypto'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { bringInto, type Shelf } from './append.ts'
import { paced } from './paced.ts'

/** Milliseconds after which a share that does not answer counts as gone; its answer, should it come, is not waited for. */
const patience = 8_000
/** Bytes between two writes to the medium itself. */
const flushEvery = 8 * 1024 * 1024

/** A folder of this machine, a stick or a mounted share. */
export function openFolder({ path: folder }: SettingsOf<'folder'>): TargetPort {
  return {
    check: (signal) => named(folder, () => withPatience(probe(folder), folder, signal)),
    send: async (outgoing, sending) => {
      await named(folder, () => withPatience(mustBeThere(folder), folder, sending.signal))
      return bringInto(shelfOf(folder, outgoing, sending), outgoing, sending)
    },
    close: () => Promise.resolve(),
  }
}

async function mustBeThere(folder: string): Promise<void> {
  if (!(await stat(folder)).isDirectory()) throw new Refusal('exchange.target-gone', { folder })
}

async function probe(folder: string): Promise<void> {
  await mustBeThere(folder)
  const file = join(folder, `.tanbu-${randomBytes(6).toString('hex')}.check`)
  await writeFile(file, 'tanbu', { flag: 'wx' })
  await rm(file)
}

function withPatience(work: Promise<void>, folder: string, signal: AbortSignal): Promise<void> {
  const enough = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  return new Promise((resolve, reject) => {
    const giveUp = () =>
      reject(new Refusal(signal.aborted ? 'kernel.cancelled' : 'exchange.target-gone', { folder }))
    enough.addEventListener('abort', giveUp, { once: true })
    void work.then(resolve, reject).finally(() => enough.removeEventListener('abort', giveUp))
  })
}

function shelfOf(folder: string, outgoing: Outgoing, sending: Sending): Shelf {
  const at = (name: string) => join(folder, name)
  return {
    placeOf: at,
    sizeOf: (name) =>
      named(folder, async () => {
        const there = await stat(at(name)).catch(absent)
        // A folder has no bytes of ours: whoever asks finds another than its own.
        if (there === null) return null
        return there.isFile() ? there.size : outgoing.size + 1
      }),
    read: (name, from) => told(folder, createReadStream(at(name), { start: from, signal: sending.signal })),
    append: (name, from, arrived) =>
      named(folder, async () => {
        const file = await open(at(name), from === 0 ? 'w' : 'r+', 0o644)
        try {
          await writeFrom(file, from, outgoing, sending, arrived)
        } finally {
          await file.close()
        }
      }),
    name: (half, name) => named(folder, () => giveName(at(half), at(name), folder)),
    remove: (name) => named(folder, () => rm(at(name), { force: true })),
  }
}

async function writeFrom(
  file: FileHandle,
  from: number,
  outgoing: Outgoing,
  sending: Sending,
  arrived: (upTo: number) => void,
): Promise<void> {
  let upTo = from
  let flushed = from
  for await (const piece of paced(outgoing.read(from), sending) as AsyncIterable<Buffer>) {
    await file.write(piece, 0, piece.length, upTo)
    upTo += piece.length
    if (upTo - flushed < flushEvery) continue
    await flush(file)
    flushed = upTo
    arrived(upTo)
  }
  await flush(file)
  arrived(upTo)
}

/**
 * Gives a file its name without ever replacing another: by a hard link where the medium knows such, else through an
 * empty file that is made for it alone.
 */
async function giveName(half: string, place: string, folder: string): Promise<'named' | 'taken'> {
  try {
    await link(half, place)
    await rm(half)
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'EEXIST') return 'taken'
    if (!noLinks.has(code)) throw error
    if (!(await reserve(place))) return 'taken'
    await rename(half, place)
  }
  await flushFolder(folder)
  return 'named'
}
/** How file systems without hard links say so: FAT and exFAT sticks, many network shares. */
const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'])

async function reserve(place: string): Promise<boolean> {
  try {
    await writeFile(place, '', { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the rename itself is durable.
  const handle = await open(folder, 'r').catch(() => null)
  if (handle === null) return
  try {
    await flush(handle)
  } finally {
    await handle.close()
  }
}

/** Some shares flush nothing when asked; there the closing does it. */
async function flush(handle: FileHandle): Promise<void> {
  try {
    await handle.sync()
  } catch (error) {
    if (!noFlush.has(codeOf(error) ?? '')) throw error
  }
}
const noFlush: ReadonlySet<string> = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF'])

function absent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

async function* told(folder: string, bytes: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  try {
    for await (const piece of bytes) yield piece as Buffer
  } catch (error) {
    throw await namedTrouble(error, folder)
  }
}

async function named<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw await namedTrouble(error, folder)
  }
}

async function namedTrouble(error: unknown, folder: string): Promise<unknown> {
  const code = codeOf(error)
  if (error instanceof Refusal || code === null || code === 'ABORT_ERR') return error
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new Refusal('exchange.target-full', { folder })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new Refusal('exchange.target-read-only', { folder })
  if (code === 'ENAMETOOLONG' || code === 'EINVAL') return new Refusal('exchange.name-refused', { folder })
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isThere) return new Refusal('exchange.target-gone', { folder })
  return new Refusal('exchange.target-broken', { folder, why: code })
}
