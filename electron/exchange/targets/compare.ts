import type { Outgoing, Receipt, Sending } from '#electron/exchange/target-port'
import { sha256Stream } from '#electron/kernel/crypto'
import { Refusal } from '#shared/kernel/refusal'

import { stopIfAsked, whileItAdvances } from './trouble.ts'

/** Reads what lies at the target from a byte on. */
export type ReadBack = (from: number) => AsyncIterable<Uint8Array>

/**
 * Reads back what lies at the target and holds every byte against ours; a cut link goes on where it was cut.
 *
 * @param from how far an earlier attempt had come; `seen` is told how far this one has.
 * @returns whether all are the same and none is missing or too many.
 */
export async function isSame(
  readBack: ReadBack,
  outgoing: Outgoing,
  { signal, pace }: Pick<Sending, 'signal' | 'pace'>,
  { from = 0, seen = () => {} }: { readonly from?: number; readonly seen?: (upTo: number) => void } = {},
): Promise<boolean> {
  let upTo = from
  return whileItAdvances(
    async () => {
      const ours = inPieces(outgoing.read(upTo))
      for await (const theirs of readBack(upTo)) {
        stopIfAsked(signal)
        await pace(theirs.length)
        const own = await ours(theirs.length)
        if (!own.equals(theirs)) return false
        upTo += theirs.length
        seen(upTo)
      }
      return upTo === outgoing.size
    },
    () => upTo,
    signal,
  )
}

/** Gives a stream in pieces of the size that is asked for; a shorter one at its end. */
function inPieces(stream: AsyncIterable<unknown>): (size: number) => Promise<Buffer> {
  const pieces = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (size) => {
    while (rest.length < size) {
      const { value, done } = (await pieces.next()) as IteratorResult<Buffer>
      if (done) break
      rest = Buffer.concat([rest, value])
    }
    const piece = rest.subarray(0, size)
    rest = rest.subarray(size)
    return piece
  }
}

/**
 * The receipt of what was compared byte by byte. Our own copy is hashed once more: were it damaged here, the same
 * damage would have been sent and found equal.
 *
 * @throws Refusal `exchange.target-own-copy`.
 */
export async function receiptOf({ read, size, sha256, name }: Outgoing, place: string): Promise<Receipt> {
  const hash = sha256Stream()
  for await (const piece of read()) hash.add(piece as Buffer)
  if (hash.end() !== sha256) throw new Refusal('exchange.target-own-copy', { file: name })
  return { size, sha256, place }
}

/** Settles what a file of this name that is there already means: the same one has arrived before, another stays. */
export async function settleExisting(
  size: number,
  readBack: ReadBack,
  outgoing: Outgoing,
  sending: Sending,
  place: string,
): Promise<Receipt> {
  const isThere = size === outgoing.size && (await isSame(readBack, outgoing, sending))
  if (!isThere) throw new Refusal('exchange.name-taken', { file: outgoing.name, folder: place })
  sending.report(outgoing.size)
  return receiptOf(outgoing, place)
}
