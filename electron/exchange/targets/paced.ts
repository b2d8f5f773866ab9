import { Readable } from 'node:stream'

import type { Sending } from '#electron/exchange/target-port'

import { stopIfAsked } from './trouble.ts'

/** Our bytes no faster than the bandwidth limit lets them go. */
export function paced(
  bytes: AsyncIterable<unknown>,
  { pace, signal }: Pick<Sending, 'pace' | 'signal'>,
): Readable {
  return Readable.from(
    (async function* () {
      for await (const piece of bytes as AsyncIterable<Buffer>) {
        stopIfAsked(signal)
        await pace(piece.length)
        yield piece
      }
    })(),
    { objectMode: false },
  )
}
