import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

import { keyedHash, randomBytes, sha256Stream } from '#electron/kernel/crypto'
import { keysFor } from '#electron/kernel/folder-keys'
import { keptPieces, writeKept } from '#electron/kernel/kept-bytes'

/** A file of the evidence store, named by what is in it. */
export interface Stored {
  /** Lower-case hex, 64 characters. */
  readonly sha256: string
  /** In bytes. */
  readonly size: number
}

/**
 * Puts a file into the evidence store under the SHA-256 of its content, so that the same file is kept once
 * however often it is attached. Synchronous, since a command attaches evidence inside its transaction: when this
 * returns, the bytes are on the disk, and only then may a record name them.
 *
 * A stored file that no longer is what its name says is replaced by the good copy.
 */
export function putEvidence(folder: string, file: string): Stored {
  const staged = join(folder, 'evidence', `${randomBytes(12).toString('hex')}.new`)
  mkdirSync(dirname(staged), { recursive: true, mode: 0o700 })
  try {
    const stored = copyHashing(file, staged)
    const place = evidencePath(folder, stored.sha256)
    if (faultOf(folder, stored.sha256) === null) return stored
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
    // Evidence is never edited; a program that opens it for writing shall be stopped by the file system.
    chmodSync(staged, 0o400)
    renameSync(staged, place)
    syncFolder(dirname(place))
    syncFolder(dirname(dirname(place)))
    return stored
  } finally {
    rmSync(staged, { force: true })
  }
}

/**
 * Where the evidence of that hash lies: under the hash, or in an encrypted folder under its HMAC, since a hash alone tells
 * who has the same file that it is here.
 *
 * @throws Error when it is no SHA-256: no other name reaches the disk.
 */
export function evidencePath(folder: string, sha256: string): string {
  return evidenceUnder(join(folder, 'evidence'), sha256, keysFor(folder)?.names ?? null)
}

/** The same in any folder of evidence, with the key of its names; null for in clear. */
export function evidenceUnder(evidence: string, sha256: string, names: Buffer | null): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Evidence is named by its SHA-256')
  const name = names === null ? sha256 : keyedHash(names, sha256)
  return join(evidence, name.slice(0, 2), name)
}

export interface EvidenceFault {
  readonly sha256: string
  readonly fault: 'missing' | 'altered'
}

/** Reads every named file again and says which are gone or no longer what their name says. Yields to others between files. */
export async function verifyEvidence(
  folder: string,
  hashes: readonly string[],
  checked: (done: number) => void = () => {},
): Promise<EvidenceFault[]> {
  const faults: EvidenceFault[] = []
  for (const [index, sha256] of hashes.entries()) {
    const fault = faultOf(folder, sha256)
    if (fault) faults.push({ sha256, fault })
    checked(index + 1)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return faults
}

function faultOf(folder: string, sha256: string): EvidenceFault['fault'] | null {
  const place = evidencePath(folder, sha256)
  if (!existsSync(place) || !statSync(place).isFile()) return 'missing'
  return isUnaltered(place, sha256) ? null : 'altered'
}

/** Whether a kept file holds what it held when its hash was taken. */
export function isUnaltered(file: string, sha256: string): boolean {
  try {
    return hashOfFile(file) === sha256
  } catch (error) {
    // Enciphered bytes that were changed do not open at all.
    if (error instanceof Error && 'code' in error && error.code === 'EBADMSG') return false
    throw error
  }
}

/** SHA-256 of a file, in lower-case hex, without holding the file in memory. */
export function hashOfFile(file: string): string {
  const hash = sha256Stream()
  for (const piece of keptPieces(file)) hash.add(piece)
  return hash.end()
}

function copyHashing(from: string, to: string): Stored {
  const hash = sha256Stream()
  let size = 0
  const pieces = function* () {
    for (const piece of keptPieces(from)) {
      hash.add(piece)
      size += piece.length
      yield piece
    }
  }
  writeKept(to, pieces())
  return { sha256: hash.end(), size }
}

/** A rename survives a power cut only once its folder is on the disk; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
