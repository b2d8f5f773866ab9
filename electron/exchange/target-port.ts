import type { Readable } from 'node:stream'

/** A file as it leaves: where its bytes lie here, and what they must still be when they have arrived. */
export interface Outgoing {
  /** Absolute path of the bytes on this machine. Read through `read`: in an encrypted data folder they lie sealed. */
  readonly file: string
  /** The bytes from `from` on, up to and without `to`; all of them when neither is given. */
  readonly read: (from?: number, to?: number) => Readable
  /** Name at the target; no folders in it. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string
}

export interface Sending {
  readonly signal: AbortSignal
  /** Bytes that have safely reached the target so far, those of earlier attempts included. */
  readonly report: (bytes: number) => void
  /** Ends when `bytes` more may be sent: the bandwidth limit. */
  readonly pace: (bytes: number) => Promise<void>
  /** What an earlier attempt left, in the port's own words (an upload id, parts that have arrived); null at the first. */
  readonly resume: string | null
  /** Keeps such words for the next attempt before anything that would be lost without them is sent. */
  readonly remember: (resume: string | null) => void
}

/** What was read back from the target once all bytes were there. */
export interface Receipt {
  readonly size: number
  readonly sha256: string
  /** Where it lies, for people: a path or an address without credentials. */
  readonly place: string
}

/**
 * One place that exports are sent to. Sending the same file twice changes nothing and gives the same receipt; another
 * file of that name is never overwritten.
 */
export interface TargetPort {
  /** Whether files can be brought there now: reaches it, signs in, and tries what sending needs. */
  readonly check: (signal: AbortSignal) => Promise<void>
  /**
   * Brings a file there, reads back what arrived, and compares.
   *
   * @throws Refusal `exchange.target-*` in the words of what is wrong; `exchange.name-taken` when another file of that
   *   name is there; `exchange.not-the-same` when what arrived differs. Those in `canPass` (`#shared/exchange/trouble`) may go away by themselves.
   */
  readonly send: (outgoing: Outgoing, sending: Sending) => Promise<Receipt>
  readonly close: () => Promise<void>
}
