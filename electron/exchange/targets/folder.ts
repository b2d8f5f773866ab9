import { createReadStream } from 'node:fs'
import {
  access,
  constants,
  type FileHandle,
  link,
  open,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

import type { Outgoing, Sending, TargetPort } from '#electron/exchange/target-port'
import { codeOf } from '#electron/exchange/write-verified'
import { randomBytes } from '#electron/kernel/crypto'
import { patientLook } from '#electron/kernel/patient-look'
import type { SettingsOf } from '#shared/exchange/target'
import { Refusal } from '#shared/kernel/refusal'

import { bringInto, type Shelf } from './append.ts'
import { paced } from './paced.ts'

/** Bytes between two writes to the medium itself. */
const flushEvery = 8 * 1024 * 1024

/**
 * A folder of this machine, a stick or a mounted share.
 *
 * @param patience milliseconds after which a share that does not answer is left alone; its answer, should it come, is
 *   not waited for.
 */
export function openFolder({ path: folder }: SettingsOf<'folder'>, patience = 8_000): TargetPort {
  return {
    check: (signal) => answered(probe, folder, { signal, patience }),
    send: async (outgoing, sending) => {
      await answered(mustBeThere, folder, { signal: sending.signal, patience })
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

/**
 * Whether a folder that somebody typed can be a target: absolute, there, to be written to, and not inside the program's
 * own data at `own`.
 *
 * @throws Refusal `exchange.target-*`, `kernel.cancelled`.
 */
export async function refuseUnfit(
  { path: folder }: SettingsOf<'folder'>,
  { own, signal }: { readonly own: string; readonly signal: AbortSignal },
): Promise<void> {
  if (!isAbsolute(folder)) throw new Refusal('exchange.target-gone', { folder })
  const there = await answered(writable, folder, { signal, patience: 5_000 })
  if (join(there, '/').startsWith(join(await realpath(own), '/')))
    throw new Refusal('exchange.target-is-own-data', { folder })
}

async function writable(folder: string): Promise<string> {
  await mustBeThere(folder)
  await access(folder, constants.W_OK)
  return realpath(folder)
}

interface Waiting {
  readonly signal: AbortSignal
  /** In milliseconds. */
  readonly patience: number
}

/** What a folder answers, in time. @throws Refusal `exchange.target-*`, `kernel.cancelled`. */
async function answered<T>(
  ask: (folder: string) => Promise<T>,
  folder: string,
  { signal, patience }: Waiting,
): Promise<T> {
  // What it refuses is an answer as well, and is worded below.
  const lookAt = patientLook((path) => Promise.allSettled([named(path, () => ask(path))]), patience)
  const look = await unlessAborted(lookAt(folder), signal)
  if (look.state !== 'there') throw new Refusal('exchange.target-silent', { folder })
  const [answer] = look.found
  if (answer.status === 'rejected') throw answer.reason
  return answer.value
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new Refusal('kernel.cancelled'))
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave, { once: true })
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
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
