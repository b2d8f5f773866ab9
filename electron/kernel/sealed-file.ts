import { existsSync, rmSync } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'

import { z } from 'zod'

import {
  decrypt,
  encrypt,
  randomBytes,
  sameBytes,
  scrypt,
  type ScryptCost,
  sha256,
} from '#electron/kernel/crypto'
import { keptPieces, keptRange } from '#electron/kernel/kept-bytes'
import { canonical } from '#shared/kernel/canonical'
import { Refusal } from '#shared/kernel/refusal'

/*
 * A file under a passphrase, for what travels on sticks and by mail.
 *
 *   'TANBU-SEALED-1\n' · length of the header, 4 bytes big-endian · header, canonical JSON · chunks
 *   chunk = length of what follows, 4 bytes big-endian · nonce 12 · tag 16 · ciphertext of at most 1 MiB
 *
 * The key is scrypt of the passphrase with the parameters and the salt of the header. Each chunk is AES-256-GCM, bound
 * to the SHA-256 of the header, to its number, and to whether it is the last: no chunk can be changed, left out,
 * put elsewhere or cut off, and none can be taken from another file.
 */
const magic = Buffer.from('TANBU-SEALED-1\n')
const chunkSize = 1024 * 1024
const overhead = 28
const longestHeader = 4096

const header = z.strictObject({
  /** What is inside, `audit-package`. */
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  /** Told apart without a passphrase: the same file twice has the same id. */
  id: z.string().regex(/^[0-9a-f-]{36}$/),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    // A file made to exhaust the memory of whoever opens it asks for more than this.
    N: z
      .int()
      .min(1024)
      .max(2 ** 18)
      .refine((cost) => Number.isInteger(Math.log2(cost))),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
    salt: z.string().regex(/^[0-9a-f]{32}$/),
  }),
  /** Tells a wrong passphrase from a damaged file. */
  check: z.string().regex(/^[0-9a-f]{88}$/),
})
export type SealedHeader = Readonly<z.output<typeof header>>

interface Sealing {
  readonly kind: string
  readonly id: string
  readonly passphrase: string
  readonly cost: ScryptCost
}

/**
 * Writes what comes, sealed, to a file that is there only when it is whole.
 *
 * @param hear is told how many bytes went in so far.
 */
export async function seal(
  file: string,
  { kind, id, passphrase, cost }: Sealing,
  content: AsyncIterable<Buffer>,
  hear: (bytes: number) => void = () => {},
): Promise<void> {
  const salt = randomBytes(16)
  const key = await scrypt(passphrase, salt, cost)
  const check = encrypt(key, salt, `${kind}/${id}`).toString('hex')
  const head = Buffer.from(
    canonical({ kind, id, kdf: { name: 'scrypt', ...cost, salt: salt.toString('hex') }, check }),
  )
  const part = `${file}.incomplete`
  const output = await open(part, 'wx', 0o600)
  try {
    await output.appendFile(Buffer.concat([magic, lengthOf(head), head]))
    await writeChunks(output, key, sha256(head), content, hear)
    await output.sync()
    await output.close()
    await rename(part, file)
  } catch (error) {
    await output.close().catch(() => {})
    rmSync(part, { force: true })
    throw error
  }
}

async function writeChunks(
  output: FileHandle,
  key: Buffer,
  head: string,
  content: AsyncIterable<Buffer>,
  hear: (bytes: number) => void,
): Promise<void> {
  let number = 0
  let total = 0
  const write = async (text: Buffer, isLast: boolean) => {
    const sealed = encrypt(key, text, boundOf(head, number, isLast))
    await output.appendFile(Buffer.concat([lengthOf(sealed), sealed]))
    number += 1
    total += text.length
    hear(total)
  }
  let waiting = Buffer.alloc(0)
  for await (const piece of content) {
    waiting = Buffer.concat([waiting, piece])
    // What fills a chunk exactly waits: it may be the last.
    while (waiting.length > chunkSize) {
      await write(waiting.subarray(0, chunkSize), false)
      waiting = waiting.subarray(chunkSize)
    }
  }
  await write(waiting, true)
}

/** What a sealed file says of itself without the passphrase. @throws Refusal `kernel.sealed-not`. */
export function readHeader(file: string): SealedHeader {
  return headerOf(file).header
}

/**
 * Opens a sealed file piece by piece. Nothing that a piece says may be believed before the last one came: a file that
 * was cut off ends in a refusal.
 *
 * @throws Refusal `kernel.sealed-not`, `kernel.sealed-kind`, `kernel.sealed-passphrase`, `kernel.sealed-damaged`.
 */
export async function* unseal(
  file: string,
  { kind, passphrase }: Pick<Sealing, 'kind' | 'passphrase'>,
): AsyncGenerator<Buffer> {
  const read = headerOf(file)
  if (read.header.kind !== kind) throw new Refusal('kernel.sealed-kind')
  yield* chunksOf(file, read.end, await keyOf(read.header, passphrase), read.hash)
}

async function keyOf({ kind, id, kdf, check }: SealedHeader, passphrase: string): Promise<Buffer> {
  const { name: _name, salt, ...cost } = kdf
  const key = await scrypt(passphrase, Buffer.from(salt, 'hex'), cost)
  try {
    const known = decrypt(key, Buffer.from(check, 'hex'), `${kind}/${id}`)
    if (sameBytes(known, Buffer.from(salt, 'hex'))) return key
  } catch {
    // The key opens nothing.
  }
  throw new Refusal('kernel.sealed-passphrase')
}

async function* chunksOf(file: string, start: number, key: Buffer, head: string): AsyncGenerator<Buffer> {
  const damaged = () => new Refusal('kernel.sealed-damaged')
  let waiting = Buffer.alloc(0)
  let number = 0
  const open = (sealed: Buffer, isLast: boolean) => {
    try {
      return decrypt(key, sealed, boundOf(head, number, isLast))
    } catch {
      throw damaged()
    }
  }
  let before: Buffer | null = null
  for (const piece of keptPieces(file, start)) {
    waiting = Buffer.concat([waiting, piece])
    for (;;) {
      if (waiting.length < 4) break
      const length = waiting.readUInt32BE()
      if (length < overhead || length > chunkSize + overhead) throw damaged()
      if (waiting.length < 4 + length) break
      if (before !== null) {
        yield open(before, false)
        number += 1
      }
      before = Buffer.from(waiting.subarray(4, 4 + length))
      waiting = waiting.subarray(4 + length)
    }
  }
  if (before === null || waiting.length > 0) throw damaged()
  yield open(before, true)
}

function headerOf(file: string): {
  readonly header: SealedHeader
  readonly hash: string
  readonly end: number
} {
  if (!existsSync(file)) throw new Refusal('kernel.sealed-not')
  const begin = magic.length + 4
  const buffer = keptRange(file, 0, begin + longestHeader)
  const known = buffer.length >= begin && buffer.subarray(0, magic.length).equals(magic)
  const length = known ? buffer.readUInt32BE(magic.length) : 0
  if (length === 0 || length > longestHeader || begin + length > buffer.length)
    throw new Refusal('kernel.sealed-not')
  const text = buffer.subarray(begin, begin + length)
  const parsed = header.safeParse(jsonIn(text))
  if (!parsed.success) throw new Refusal('kernel.sealed-not')
  return { header: parsed.data, hash: sha256(text), end: begin + length }
}

function jsonIn(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8')) as unknown
  } catch {
    return null
  }
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return length
}
function boundOf(head: string, number: number, isLast: boolean): string {
  return `${head}/${number}/${isLast ? 'last' : 'more'}`
}
