import { z } from 'zod'

import type { Outgoing, Receipt, Sending } from '#electron/exchange/target-port'
import { Refusal } from '#shared/kernel/refusal'

import { isSame, receiptOf, settleExisting } from './compare.ts'
import { whileItAdvances } from './trouble.ts'

/** A folder at a target in which bytes can be put behind those that are there. */
export interface Shelf {
  /** In bytes; null when nothing of that name is there. */
  readonly sizeOf: (name: string) => Promise<number | null>
  readonly read: (name: string, from: number) => AsyncIterable<Uint8Array>
  /**
   * Puts our bytes from `from` on behind those under `name`; from 0 it begins the file anew. `arrived` is told what is
   * safe. May end before all are there, when the rest has to be sent in another way.
   */
  readonly append: (name: string, from: number, arrived: (upTo: number) => void) => Promise<void>
  /** Gives the file its name, unless another has it. */
  readonly name: (half: string, name: string) => Promise<'named' | 'taken'>
  readonly remove: (name: string) => Promise<void>
  /** Where it lies, for people. */
  readonly placeOf: (name: string) => string
}

/** What an earlier attempt had read back of the half that lies there. */
const words = z.object({ readBack: z.int().min(0) })

/**
 * Brings a file into a folder: byte behind byte under a hidden name of its content, read back whole, and only then named.
 * Under its own name it is there whole and proved, or not at all.
 *
 * @throws Refusal `exchange.name-taken`, `exchange.not-the-same`, `exchange.target-*`.
 */
export async function bringInto(shelf: Shelf, outgoing: Outgoing, sending: Sending): Promise<Receipt> {
  const { name, size } = outgoing
  const half = `.${outgoing.sha256.slice(0, 16)}.incomplete`
  const settle = (there: number) =>
    settleExisting(there, (from) => shelf.read(name, from), outgoing, sending, shelf.placeOf(name))
  const persist = <T>(work: () => Promise<T>) => whileItAdvances(work, () => 0, sending.signal)

  const before = await persist(() => shelf.sizeOf(name))
  if (before !== null) return settle(before)
  const untouched = await bringAll(shelf, half, outgoing, sending)
  if (!(await isProved(shelf, half, untouched, outgoing, sending))) {
    sending.remember(null)
    await persist(() => shelf.remove(half))
    throw new Refusal('exchange.not-the-same', { file: name })
  }
  const receipt = await receiptOf(outgoing, shelf.placeOf(name))
  const named = await persist(() => nameIt(shelf, half, name))
  if (named === 'named') return receipt
  const there = await persist(() => shelf.sizeOf(name))
  const settled = await settle(there ?? size)
  await persist(() => shelf.remove(half))
  return settled
}

/** @returns how many of the bytes that are there now were there before. */
async function bringAll(
  shelf: Shelf,
  half: string,
  { size }: Outgoing,
  { signal, report }: Sending,
): Promise<number> {
  let furthest = 0
  let untouched = size
  await whileItAdvances(
    async () => {
      for (let inVain = 0; inVain < 3; inVain += 1) {
        const found = await shelf.sizeOf(half)
        if (found === size) return report(size)
        // More than ours has never been ours.
        if (found !== null && found > size) await shelf.remove(half)
        const from = found === null || found > size ? 0 : found
        untouched = Math.min(untouched, from)
        const arrived = (upTo: number) => {
          if (upTo > furthest) inVain = 0
          furthest = Math.max(furthest, upTo)
          report(upTo)
        }
        arrived(from)
        await shelf.append(half, from, arrived)
      }
      throw new Refusal('exchange.target-loses-bytes', { folder: shelf.placeOf(half) })
    },
    () => furthest,
    signal,
  )
  return untouched
}

async function isProved(
  shelf: Shelf,
  half: string,
  untouched: number,
  outgoing: Outgoing,
  sending: Sending,
): Promise<boolean> {
  const before = words.safeParse(sending.resume === null ? null : JSON.parse(sending.resume))
  const from = before.success ? Math.min(before.data.readBack, untouched) : 0
  let kept = from
  return isSame((at) => shelf.read(half, at), outgoing, sending, {
    from,
    seen: (upTo) => {
      // A word to the store for every piece would cost more than to read some of them again.
      if (upTo - kept < 4 * 1024 * 1024) return
      kept = upTo
      sending.remember(JSON.stringify({ readBack: upTo }))
    },
  })
}

/** A cut may hide that it was done: then the half is gone, and the name is ours to be compared. */
async function nameIt(shelf: Shelf, half: string, name: string): Promise<'named' | 'taken'> {
  if ((await shelf.sizeOf(half)) === null) return 'taken'
  return shelf.name(half, name)
}
