import { createCipheriv, createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import type { Outgoing, Receipt, TargetPort } from '#electron/exchange/target-port'
import { Refusal } from '#shared/kernel/refusal'

/** Bytes that no compression and no chance makes alike. */
export function bytesOf(size: number, seed = 1): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(size))
}

/** A file that leaves this machine. */
export function outgoing(name: string, bytes: Buffer): Outgoing {
  const file = join(mkdtempSync(join(tmpdir(), 'tanbu-outgoing-')), 'file')
  writeFileSync(file, bytes)
  return {
    file,
    // A slice of what lies in memory: the tests are about the way, not about this end of it.
    read: (from = 0, to = bytes.length) => Readable.from(slices(bytes, from, to), { objectMode: false }),
    name,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
function* slices(bytes: Buffer, from: number, to: number): Generator<Buffer> {
  for (let at = from; at < to; at += 65_536) yield bytes.subarray(at, Math.min(at + 65_536, to))
}

/** What the outbox keeps for one delivery between its attempts. */
export interface Delivery {
  readonly attempt: (port: TargetPort, signal?: AbortSignal) => Promise<Receipt>
  readonly reached: () => number
  readonly resume: () => string | null
}
export function delivery(file: Outgoing): Delivery {
  let resume: string | null = null
  let reached = 0
  return {
    attempt: (port, signal = new AbortController().signal) =>
      port.send(file, {
        signal,
        report: (bytes) => void (reached = bytes),
        pace: async () => {},
        resume,
        remember: (words) => void (resume = words),
      }),
    reached: () => reached,
    resume: () => resume,
  }
}

/** The code of the refusal, `done`, or the bug itself. */
export async function endOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** As the outbox does: attempt after attempt until it has arrived. */
export async function untilArrived(
  port: TargetPort,
  { attempt }: Delivery,
  most: number,
): Promise<Receipt & { readonly attempts: number }> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return { ...(await attempt(port)), attempts }
    } catch (error) {
      if (attempts >= most) throw error
    }
  }
}
