import { type FileHandle, open } from 'node:fs/promises'

import { after } from '#electron/kernel/patient-look'
import { Refusal } from '#shared/kernel/refusal'

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
