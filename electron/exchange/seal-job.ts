import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import { sha256Stream } from '#electron/kernel/crypto'
import type { Job } from '#electron/kernel/jobs'
import { keptStream } from '#electron/kernel/kept-bytes'

export interface SealInput {
  readonly from: string
  readonly to: string
  /** Keys in the age format, `age1…`; none where a passphrase seals. */
  readonly recipients: readonly string[]
  readonly passphrase: string | null
  /** How hard a passphrase is to guess: scrypt's N as a power of two; the format's own measure is 18. */
  readonly workFactor: number
}
export interface Sealed {
  readonly sha256: string
  /** In bytes. */
  readonly size: number
}

/** For passphrases: stretching one takes a second, in which nobody else should have to wait. */
export const sealJob: Job = (input: SealInput, { signal }): Promise<Sealed> => sealFile(input, signal)

/** Encrypts a file in the age format (age-encryption.org/v1); it is there only when it is whole. */
export async function sealFile(
  { from, to, recipients, passphrase, workFactor }: SealInput,
  signal: AbortSignal,
): Promise<Sealed> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  if (passphrase !== null) {
    encrypter.setScryptWorkFactor(workFactor)
    encrypter.setPassphrase(passphrase)
  }
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const half = `${to}.incomplete`
  await rm(half, { force: true })
  const hash = sha256Stream()
  let size = 0
  const counted = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      hash.add(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
      size += piece.length
      yield piece
    }
  }
  const clear = Readable.toWeb(keptStream(from)) as unknown as globalThis.ReadableStream<Uint8Array>
  const sealed = Readable.fromWeb((await encrypter.encrypt(clear)) as unknown as ReadableStream<Uint8Array>)
  await pipeline(sealed, counted, createWriteStream(half, { mode: 0o600, flush: true }), { signal })
  await rename(half, to)
  return { sha256: hash.end(), size }
}
