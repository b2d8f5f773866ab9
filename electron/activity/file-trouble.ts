import { keptRange, keptSize } from '#electron/kernel/kept-bytes'
import { Refusal } from '#shared/kernel/refusal'

import type { TableLimits } from './table-limits.ts'

/** Runs something that reads the file and words what the disk, the zip or the parser has to say as a refusal. */
export async function readingOf<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asRefusal(error, name)
  }
}

/** What went wrong with a file, for the person who chose it. Anything that is not about the file stays a bug. */
export function asRefusal(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal || error.name === 'AbortError') return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ESTALE')
    return new Refusal('activity.file-vanished', { name })
  if (/^E[A-Z]+$/.test(code)) return new Refusal('activity.file-unreadable', { name, reason: code })
  if (/^CSV_QUOTE_NOT_CLOSED$|^CSV_MAX_RECORD_SIZE$/.test(code))
    return new Refusal('activity.quote-not-closed', { name })
  if (code.startsWith('Z_') || code.startsWith('CSV_')) return new Refusal('activity.file-broken', { name })
  return error
}

/** The first bytes of a file, after its size was found to be allowed. */
export async function headOf(
  path: string,
  name: string,
  limits: TableLimits,
  length = 64 * 1024,
): Promise<Buffer> {
  return readingOf(name, async () => {
    const size = keptSize(path)
    if (size === 0) throw new Refusal('activity.file-empty', { name })
    if (size > limits.fileBytes)
      throw new Refusal('activity.file-too-large', {
        name,
        limit: `${Math.floor(limits.fileBytes / 1024 / 1024)} MB`,
      })
    return keptRange(path, 0, length)
  })
}
