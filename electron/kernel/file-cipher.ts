import { decryptPiece, derive, encryptPiece, randomBytes } from '#electron/kernel/crypto'

/*
 * A file of an encrypted data folder.
 *
 *   'TANBU-AT-REST-1\n' · 16 random bytes · pieces
 *   piece = at most 64 KiB enciphered with AES-256-GCM · its tag of 16 bytes
 *
 * The key is that of the folder's files, by HKDF with the random bytes as salt, so that no two files share one. The nonce
 * is the number of the piece and whether it is the last: none can be changed, left out, put elsewhere or cut off. A piece
 * can be read without those before it.
 */
const magic = Buffer.from('TANBU-AT-REST-1\n')
const saltSize = 16
export const headSize = magic.length + saltSize
export const pieceSize = 64 * 1024
export const tagSize = 16

/** Turns what is written into what lies on the disk, piece by piece. */
export interface Sealer {
  /** The bytes to write now; what is left over waits for more. */
  readonly add: (bytes: Buffer) => Buffer
  /** The last bytes to write. */
  readonly end: () => Buffer
}

export function createSealer(filesKey: Buffer): Sealer {
  const salt = randomBytes(saltSize)
  const key = fileKey(filesKey, salt)
  let head: Buffer = Buffer.concat([magic, salt])
  let waiting: Buffer = Buffer.alloc(0)
  let number = 0
  return {
    add: (bytes) => {
      waiting = waiting.length === 0 ? Buffer.from(bytes) : Buffer.concat([waiting, bytes])
      const ready = [head]
      head = Buffer.alloc(0)
      // What fills a piece exactly waits: it may be the last.
      while (waiting.length > pieceSize) {
        ready.push(encryptPiece(key, nonceOf(number, false), waiting.subarray(0, pieceSize)))
        waiting = waiting.subarray(pieceSize)
        number += 1
      }
      return Buffer.concat(ready)
    },
    end: () => Buffer.concat([head, encryptPiece(key, nonceOf(number, true), waiting)]),
  }
}

/** Written as it comes, for folders in clear. */
export const clearSealer: Sealer = { add: (bytes) => bytes, end: () => Buffer.alloc(0) }

/** How a file on the disk is laid out, told by its first bytes and its size. */
export interface Layout {
  readonly key: Buffer
  /** Of what is in it, in bytes. */
  readonly size: number
  readonly pieces: number
}

/** @returns null where the head is not that of an enciphered file. */
export function layoutOf(filesKey: Buffer, head: Buffer, fileSize: number): Layout | null {
  if (head.length < headSize || !head.subarray(0, magic.length).equals(magic)) return null
  const body = fileSize - headSize
  const pieces = Math.max(1, Math.ceil(body / (pieceSize + tagSize)))
  const key = fileKey(filesKey, head.subarray(magic.length, headSize))
  return { key, pieces, size: Math.max(0, body - pieces * tagSize) }
}

/** Where a piece begins in the file, and how long the longest is there. */
export const placeOf = (number: number): number => headSize + number * (pieceSize + tagSize)

/** @throws Error where a byte of the piece was changed, or the file was cut off. */
export function openPiece({ key, pieces }: Layout, number: number, sealed: Buffer): Buffer {
  if (sealed.length < tagSize) throw damaged()
  try {
    return decryptPiece(key, nonceOf(number, number === pieces - 1), sealed)
  } catch {
    throw damaged()
  }
}

/** What lies on the disk is not what was written. */
const damaged = () =>
  Object.assign(new Error('An enciphered file was changed or cut off'), { code: 'EBADMSG' })

function fileKey(filesKey: Buffer, salt: Buffer): Buffer {
  return derive(filesKey, salt, 'file')
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(Math.floor(number / 2 ** 32), 3)
  nonce.writeUInt32BE(number % 2 ** 32, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}
