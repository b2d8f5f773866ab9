import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'

import type { Entry, ZipFile } from 'yauzl'

import { openKeptZip } from '#electron/kernel/kept-bytes'
import { Refusal } from '#shared/kernel/refusal'

import { readingOf } from './file-trouble.ts'
import type { TableLimits } from './table-limits.ts'

/** A zip whose directory was found harmless. Nothing of it is inflated before that. */
export interface GuardedZip {
  readonly has: (entry: string) => boolean
  /** The inflated bytes of an entry, never more than its directory promised. */
  readonly read: (entry: string) => Promise<Readable>
  readonly close: () => void
}

/**
 * Opens a zip after judging it by its central directory alone: number of entries, inflated sizes singly and
 * together, how far they inflate, names that lead out of the archive, encryption. What the directory promises is
 * held against what comes out while inflating, so a forged size ends the reading too.
 *
 * @throws Refusal `activity.zip-bomb`, `activity.file-unsafe`, `activity.file-encrypted`, `activity.file-broken`,
 *   `activity.file-vanished`
 */
export async function openGuarded(path: string, name: string, limits: TableLimits): Promise<GuardedZip> {
  const zip = await readingOf(name, () =>
    openKeptZip(path, { autoClose: false, strictFileNames: false }).catch((error: unknown) => {
      throw damaged(error, name)
    }),
  )
  try {
    const entries = await judged(zip, name, limits)
    return {
      has: (entry) => entries.has(entry.toLowerCase()),
      read: (entry) => inflated(zip, entries.get(entry.toLowerCase()), name),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw damaged(error, name)
  }
}

/** The zip library words its troubles as plain errors; any of them means that the archive is not whole. */
export function damaged(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal || error.name === 'AbortError') return error
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return error
  if (/^(invalid relative path|absolute path|invalid characters in fileName)/.test(error.message))
    return new Refusal('activity.file-unsafe', { name })
  return new Refusal('activity.file-broken', { name })
}

async function judged(zip: ZipFile, name: string, limits: TableLimits): Promise<ReadonlyMap<string, Entry>> {
  const bomb = new Refusal('activity.zip-bomb', { name })
  if (zip.entryCount > limits.zipEntries) throw bomb
  const entries = new Map<string, Entry>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Refusal('activity.file-encrypted', { name })
    total += entry.uncompressedSize
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1)
    const swells = entry.uncompressedSize > limits.ratioFrom && ratio > limits.ratio
    if (entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes || swells) throw bomb
    const key = entry.fileName.toLowerCase()
    if (entries.has(key) || entries.size >= limits.zipEntries)
      throw new Refusal('activity.file-broken', { name })
    entries.set(key, entry)
  }
  return entries
}

async function inflated(zip: ZipFile, entry: Entry | undefined, name: string): Promise<Readable> {
  if (entry === undefined) throw new Refusal('activity.file-broken', { name })
  try {
    return Readable.from(proved(await unpacked(zip, entry), entry, name))
  } catch (error) {
    throw damaged(error, name)
  }
}

/** Inflated in pieces eight times as large as the zip library's own: passing them on takes longer than inflating. */
async function unpacked(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.compressionMethod !== deflated) return zip.openReadStreamPromise(entry)
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 })
  // What goes wrong on the way is told by the stream that is read.
  pipeline(await zip.openReadStreamPromise(entry, { decodeFileData: false }), inflate, () => undefined)
  return inflate
}
const deflated = 8

/**
 * What comes out is what the directory promised: no byte more, and with its checksum, since a single flipped bit may
 * turn one amount into another.
 */
async function* proved(stream: Readable, promised: Entry, name: string): AsyncGenerator<Buffer> {
  let [checksum, bytes] = [0, 0]
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > promised.uncompressedSize) throw new Refusal('activity.file-broken', { name })
      checksum = crc32(chunk, checksum)
      yield chunk
    }
  } finally {
    stream.destroy()
  }
  if (bytes !== promised.uncompressedSize || checksum !== promised.crc32)
    throw new Refusal('activity.file-broken', { name })
}
