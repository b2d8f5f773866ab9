import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  hkdfSync,
  randomBytes as random,
  scrypt as scryptCallback,
  timingSafeEqual,
  verify,
} from 'node:crypto'

/**
 * Every use of cryptography, in one place: Electron's `node:crypto` is BoringSSL, Node's is OpenSSL, and only
 * what both have may be used here (scrypt, AES-256-GCM, SHA-256, HMAC, HKDF, Ed25519).
 */

export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}
/** A hash to feed piece by piece, for files and long lists. */
export function sha256Stream(): {
  readonly add: (data: string | Buffer) => void
  readonly end: () => string
} {
  const hash = createHash('sha256')
  return { add: (data) => void hash.update(data), end: () => hash.digest('hex') }
}

export const randomBytes = (count: number): Buffer => random(count)

/** Cost of a password hash; stored beside it, so that it can grow without locking anyone out. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}
/** 64 MiB and about 0.1 s on an office machine (OWASP's first choice for scrypt halves r·N for p = 1..3). */
export const scryptCost: ScryptCost = { N: 65536, r: 8, p: 1 }

export function scrypt(password: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scryptCallback(password.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** AES-256-GCM; nonce ‖ tag ‖ ciphertext. `bound` is what the text belongs to: moved elsewhere, it does not open. */
export function encrypt(key: Buffer, text: Buffer, bound: string): Buffer {
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}
/** @throws Error when the key is wrong, or a byte was changed, or it belongs elsewhere. */
export function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

export function derive(secret: Buffer, salt: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32))
}

/** HMAC-SHA-256 in lower-case hex: a name that says nothing of what is named to who does not have the key. */
export function keyedHash(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

/** AES-256-GCM under a nonce of 12 bytes that this key never meets twice; ciphertext ‖ tag of 16 bytes. */
export function encryptPiece(key: Buffer, nonce: Buffer, piece: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
}
/** @throws Error when the key or the nonce is wrong, or a byte was changed. */
export function decryptPiece(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const end = sealed.length - 16
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(end))
  return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
}

/** How 32 bytes of an Ed25519 key are told from other keys, RFC 8410. */
const ed25519Head = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether an Ed25519 signature over bytes was made with the other half of this key, 32 bytes. */
export function isSigned(bytes: Buffer, signature: Buffer, publicKey: Buffer): boolean {
  const key = createPublicKey({ key: Buffer.concat([ed25519Head, publicKey]), format: 'der', type: 'spki' })
  return verify(null, bytes, key, signature)
}
