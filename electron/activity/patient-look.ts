import { type FileHandle, open } from 'node:fs/promises'
import { posix, win32 } from 'node:path'

import { Refusal } from '#shared/kernel/refusal'

/** What a folder says: what was asked for, that nobody can look into it, or nothing at all, as a dead network share. */
export type Look<T> = { readonly state: 'there'; readonly found: T } | { readonly state: 'gone' | 'silent' }

/** Questions that may stay unanswered at once: each holds one of the few threads on which Node asks the disk. */
const mostOverdue = 3

/**
 * Asks folders that may lie on a share. One that does not answer within `patience` milliseconds is silent, and so is
 * whatever else lies on that share, without being asked, until the old question is answered.
 */
export function patientLook<T>(
  ask: (path: string) => Promise<T>,
  patience: number,
): (path: string) => Promise<Look<T>> {
  const overdue: string[] = []
  return async (path) => {
    const share = shareOf(path)
    if (overdue.length >= mostOverdue || overdue.includes(share)) return { state: 'silent' }
    const answer = ask(path).then(
      (found): Look<T> => ({ state: 'there', found }),
      (): Look<T> => ({ state: 'gone' }),
    )
    const late = Symbol(path)
    const first = await Promise.race([answer, after(patience, late)])
    if (first !== late) return first
    overdue.push(share)
    void answer.then(() => overdue.splice(overdue.indexOf(share), 1))
    return { state: 'silent' }
  }
}

/** What fails together: a drive or `\\server\share` of Windows, elsewhere a mount such as `/mnt/plant`. */
function shareOf(path: string): string {
  if (!posix.isAbsolute(path)) return win32.parse(path).root.toLowerCase()
  return path.split('/').slice(0, 3).join('/')
}

function after<T extends symbol>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), milliseconds).unref()
  })
}

/** `work`, given up where it takes longer than `patience` milliseconds. @throws Refusal `activity.watch.silent`. */
export async function inPatience<T>(work: Promise<T>, path: string, patience: number): Promise<T> {
  const late = Symbol(path)
  const first = await Promise.race([work, after(patience, late)])
  if (first !== late) return first
  // What it says too late is nobody's error.
  work.catch(() => undefined)
  throw new Refusal('activity.watch.silent', { path })
}

const pieceSize = 1 << 16

/** The bytes of a file, given up where a piece of it takes longer than `patience` milliseconds. */
export function patientRead(path: string, patience: number): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  const end = () => void file?.close().catch(() => undefined)
  return new ReadableStream({
    pull: async (stream) => {
      try {
        file ??= await inPatience(open(path), path, patience)
        const { bytesRead, buffer } = await inPatience(file.read(Buffer.alloc(pieceSize)), path, patience)
        if (bytesRead > 0) return stream.enqueue(buffer.subarray(0, bytesRead))
        end()
        stream.close()
      } catch (error) {
        end()
        throw error
      }
    },
    cancel: end,
  })
}
