import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { sha256Stream } from '#electron/kernel/crypto'
import { keptStream, writeKeptStream } from '#electron/kernel/kept-bytes'
import { Refusal } from '#shared/kernel/refusal'

/** SHA-256 of a file, read piece by piece. */
export async function sha256OfFile(file: string, signal?: AbortSignal): Promise<string> {
  const hash = sha256Stream()
  for await (const piece of createReadStream(file, signal ? { signal } : {})) hash.add(piece as Buffer)
  return hash.end()
}

/**
 * Copies a file to a place that may vanish while we write: under another name first, flushed to the medium, read
 * back and compared, and only then renamed. Either the whole new file is there or the old one, untouched.
 *
 * @throws Refusal `exchange.target-gone`, `exchange.target-full`, `exchange.target-read-only`, `exchange.not-the-same`.
 */
export async function copyVerified(from: string, to: string, sha256: string): Promise<void> {
  const half = join(dirname(to), `.${basename(to)}.incomplete`)
  try {
    // What lies enciphered in the data folder is handed over as it was made.
    await writeKeptStream(half, keptStream(from))
    await flush(half)
    if ((await sha256OfFile(half)) !== sha256)
      throw new Refusal('exchange.not-the-same', { file: basename(to) })
    await rename(half, to)
    await flush(dirname(to))
  } catch (error) {
    await rm(half, { force: true }).catch(() => {})
    throw await namedTrouble(error, dirname(to))
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // A folder cannot be flushed on Windows; there the rename itself is durable.
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'EISDIR') throw error
  } finally {
    await handle.close()
  }
}

async function namedTrouble(error: unknown, folder: string): Promise<unknown> {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new Refusal('exchange.target-full', { folder })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new Refusal('exchange.target-read-only', { folder })
  const there = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return there ? error : new Refusal('exchange.target-gone', { folder })
}

/** The operating system's name for what went wrong, or null when it was something else. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
