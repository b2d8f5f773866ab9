import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { z } from 'zod'

import { isSigned, sha256Stream } from '#electron/kernel/crypto'
import { keptPieces, keptRange, keptSize } from '#electron/kernel/kept-bytes'
import { type UpdateManifest, updateManifest } from '#shared/exchange/update'
import { Refusal } from '#shared/kernel/refusal'

/*
 * A release as it travels, on a stick or from a feed:
 *
 *   'TANBU-UPDATE-1\n' · length of the manifest, 4 bytes big-endian · manifest, JSON · signature, 64 bytes · program
 *
 * The signature is Ed25519 over everything before it; the manifest names size and SHA-256 of the program.
 */
export const updateMagic = Buffer.from('TANBU-UPDATE-1\n')
const signatureSize = 64
const longestManifest = 64 * 1024

const keyFile = z.array(
  z.object({ id: z.string().regex(/^[\w-]{1,40}$/), publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/) }),
)
export type ReleaseKey = z.output<typeof keyFile>[number]

/** The keys that releases of this program are signed with, as they came with it: 32 bytes each, in base 64. */
export function releaseKeys(program: string): readonly ReleaseKey[] {
  const file = join(program, 'resources', 'updates', 'keys.json')
  return existsSync(file) ? keyFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : []
}

export interface OpenedUpdate {
  readonly manifest: UpdateManifest
  /** The key that it was signed with. */
  readonly key: string
  /** Where the program begins in the file. */
  readonly start: number
}

/**
 * Opens the head of an update. Nothing in it is believed before its signature is.
 *
 * @throws Refusal `exchange.update.no-key`, `exchange.update.not-one`, `exchange.update.forged`.
 */
export function openUpdate(path: string, keys: readonly ReleaseKey[]): OpenedUpdate {
  if (keys.length === 0) throw new Refusal('exchange.update.no-key')
  const begin = updateMagic.length + 4
  const head = keptRange(path, 0, begin + longestManifest + signatureSize)
  const length =
    head.length > begin && head.subarray(0, updateMagic.length).equals(updateMagic)
      ? head.readUInt32BE(updateMagic.length)
      : 0
  const end = begin + length
  if (length === 0 || length > longestManifest || end + signatureSize > head.length)
    throw new Refusal('exchange.update.not-one')
  const signed = head.subarray(0, end)
  const signature = head.subarray(end, end + signatureSize)
  const key = keys.find(({ publicKey }) => isSigned(signed, signature, Buffer.from(publicKey, 'base64')))
  if (!key) throw new Refusal('exchange.update.forged')
  const parsed = updateManifest.safeParse(jsonIn(head.subarray(begin, end)))
  // Signed by us, and not to be understood: made for a later program.
  if (!parsed.success) throw new Refusal('exchange.update.not-one')
  return { manifest: parsed.data, key: key.id, start: end + signatureSize }
}

/**
 * Compares the program in an update with its manifest and, with `to`, writes it there.
 *
 * @throws Refusal `exchange.update.damaged`.
 */
export async function takeProgram(
  path: string,
  { manifest, start }: OpenedUpdate,
  to: string | null,
  hear: (bytes: number) => void = () => {},
): Promise<void> {
  if (keptSize(path) - start !== manifest.size) throw new Refusal('exchange.update.damaged')
  const hash = sha256Stream()
  let done = 0
  const pieces = function* () {
    for (const piece of keptPieces(path, start)) {
      hash.add(piece)
      done += piece.length
      hear(done)
      if (to !== null) yield piece
    }
  }
  if (to === null) for (const _piece of pieces());
  else
    await pipeline(
      Readable.from(pieces(), { objectMode: false }),
      createWriteStream(to, { flags: 'wx', mode: 0o700, flush: true }),
    )
  if (hash.end() !== manifest.sha256) throw new Refusal('exchange.update.damaged')
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return null
  }
}
