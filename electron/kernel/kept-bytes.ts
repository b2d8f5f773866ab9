import { closeSync, createWriteStream, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import yauzl, { type ZipFile } from 'yauzl'

import {
  clearSealer,
  createSealer,
  headSize,
  type Layout,
  layoutOf,
  openPiece,
  pieceSize,
  placeOf,
  type Sealer,
  tagSize,
} from '#electron/kernel/file-cipher'
import { keysFor } from '#electron/kernel/folder-keys'

/*
 * The one way to the bytes of files in a data folder: enciphered on the disk where the folder is, in clear elsewhere,
 * the same to whoever reads or writes. A file that lies there in clear, or outside of any data folder, is read as it is.
 */

/** The key of the files of the folder in which a path lies; null for in clear. */
const keyOf = (path: string) => keysFor(path)?.files ?? null

const sealerWith = (key: Buffer | null): Sealer => (key === null ? clearSealer : createSealer(key))
export const sealerFor = (path: string): Sealer => sealerWith(keyOf(path))

interface Opened {
  readonly size: number
  /** Up to `length` bytes from a place on; fewer where the file ends before. */
  readonly read: (position: number, length: number) => Buffer
  readonly close: () => void
}

/** Opens a kept file for reading from anywhere in it. */
export function openKept(path: string, key = keyOf(path)): Opened {
  const handle = openSync(path, 'r')
  try {
    const fileSize = fstatSync(handle).size
    const layout = key && layoutOf(key, bytesAt(handle, 0, headSize), fileSize)
    const close = () => closeSync(handle)
    if (!layout)
      return { size: fileSize, read: (position, length) => bytesAt(handle, position, length), close }
    return { size: layout.size, read: deciphering(handle, layout), close }
  } catch (error) {
    closeSync(handle)
    throw error
  }
}

function deciphering(handle: number, layout: Layout): Opened['read'] {
  let last: { readonly number: number; readonly bytes: Buffer } = { number: -1, bytes: Buffer.alloc(0) }
  const piece = (number: number) => {
    if (last.number !== number)
      last = {
        number,
        bytes: openPiece(layout, number, bytesAt(handle, placeOf(number), pieceSize + tagSize)),
      }
    return last.bytes
  }
  return (position, length) => {
    const end = Math.min(position + length, layout.size)
    // An empty file has one piece too, which shows that nothing was cut off.
    if (layout.size === 0) piece(0)
    const parts: Buffer[] = []
    for (let at = position; at < end;) {
      const bytes = piece(Math.floor(at / pieceSize)).subarray(at % pieceSize)
      const part = bytes.subarray(0, end - at)
      parts.push(part)
      at += part.length
    }
    return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts)
  }
}

/** How much is read at a time. */
const stride = 1024 * 1024

/** The content of a kept file from a place on, piece by piece, without holding it in memory. */
export function* keptPieces(path: string, from = 0, key = keyOf(path)): Generator<Buffer> {
  const file = openKept(path, key)
  try {
    if (file.size === 0) file.read(0, 0)
    for (let at = from; at < file.size; at += stride) yield file.read(at, Math.min(stride, file.size - at))
  } finally {
    file.close()
  }
}

export function readKept(path: string): Buffer {
  return Buffer.concat([...keptPieces(path)])
}

/** The same as a stream, which opens the file when it is first asked. */
export function keptStream(path: string): Readable {
  return Readable.from(keptPieces(path), { objectMode: false })
}

/** Up to `length` bytes from a place in a kept file; fewer where it ends before. */
export function keptRange(path: string, position: number, length: number): Buffer {
  const file = openKept(path)
  try {
    return file.read(position, length)
  } finally {
    file.close()
  }
}

/** The size of what is in a kept file, in bytes. */
export function keptSize(path: string): number {
  const file = openKept(path)
  file.close()
  return file.size
}

interface Writing {
  readonly key?: Buffer | null
  /** False for what is of no use after the program's end. */
  readonly flush?: boolean
}

/**
 * Writes what comes into a new file. When this returns, the bytes are on the disk.
 *
 * @throws Error EEXIST when there is such a file; what the disk says.
 */
export function writeKept(
  path: string,
  bytes: Buffer | Iterable<Buffer>,
  { key = keyOf(path), flush = true }: Writing = {},
): void {
  const sealer = sealerWith(key)
  const handle = openSync(path, 'wx', 0o600)
  try {
    for (const piece of Buffer.isBuffer(bytes) ? [bytes] : bytes) writeAll(handle, sealer.add(piece))
    writeAll(handle, sealer.end())
    if (flush) fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a stream into a new file. */
export async function writeKeptStream(
  path: string,
  stream: AsyncIterable<Buffer>,
  { flush = true }: Pick<Writing, 'flush'> = {},
): Promise<void> {
  const sealer = sealerFor(path)
  const sealing = async function* () {
    for await (const piece of stream) yield sealer.add(piece)
    yield sealer.end()
  }
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush })
  const closed = new Promise<void>((done) => void file.once('close', () => done()))
  await pipeline(sealing, file).catch(async (error: unknown) => {
    // Opened only after the reason came up, it would be there anew behind the back of whoever clears it away.
    await closed
    throw error
  })
}

/** Opens a kept file as a zip, as `yauzl.openPromise` does with one in clear. */
export async function openKeptZip(path: string, options: yauzl.Options = {}): Promise<ZipFile> {
  if (keyOf(path) === null) return yauzl.openPromise(path, options)
  const file = openKept(path)
  const reader = new KeptReader(file)
  try {
    return await yauzl.fromRandomAccessReaderPromise(reader, file.size, options)
  } catch (error) {
    file.close()
    throw error
  }
}

/** What the zip library asks for where it does not open the file itself. */
class KeptReader extends yauzl.RandomAccessReader {
  readonly #file: Opened
  constructor(file: Opened) {
    super()
    this.#file = file
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const file = this.#file
    const pieces = function* () {
      for (let at = start; at < end; at += stride) yield file.read(at, Math.min(stride, end - at))
    }
    return Readable.from(pieces(), { objectMode: false })
  }
  override close(done: (error: Error | null) => void): void {
    this.#file.close()
    done(null)
  }
}

function bytesAt(handle: number, position: number, length: number): Buffer {
  // What is not filled is cut off again.
  const buffer = Buffer.allocUnsafe(length)
  let got = 0
  while (got < length) {
    const count = readSync(handle, buffer, got, length - got, position + got)
    if (count === 0) break
    got += count
  }
  return buffer.subarray(0, got)
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
}
