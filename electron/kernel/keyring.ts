import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { decrypt, derive, encrypt, randomBytes, scrypt } from '#electron/kernel/crypto'
import { syncFolder } from '#electron/kernel/evidence-store'

/**
 * `keyring.json` of a data folder: the folder's random data key, wrapped once per user under a key that comes
 * from the password, and once under the recovery key. Who changes a password wraps the same data key anew; the
 * data itself is never enciphered again.
 */
const wrapped = z.object({
  /** Salt and scrypt cost: with an encrypted store, the ring alone must be enough to open it. */
  salt: z.base64(),
  cost: z.object({ N: z.int(), r: z.int(), p: z.int() }),
  key: z.base64(),
})
const keyring = z.object({
  format: z.literal('tanbu-keyring/1'),
  /** Whether the files of the folder are enciphered. It changes in one rename, when all of them stand ready. */
  store: z.enum(['plain', 'encrypted']).default('plain'),
  users: z.record(z.string(), wrapped),
  recovery: z.object({ salt: z.base64(), key: z.base64() }),
})
type Keyring = Readonly<z.output<typeof keyring>>
export type StoreState = Keyring['store']

/** What a password became by scrypt, with what it was made from. */
export interface Stretched {
  readonly salt: Buffer
  readonly cost: { readonly N: number; readonly r: number; readonly p: number }
  readonly secret: Buffer
}

/**
 * Makes the ring of a new data folder. The recovery key is told to the user once and kept nowhere.
 *
 * @param dataKey that of a folder which is enciphered already.
 */
export function createKeyring(
  folder: string,
  user: string,
  stretched: Stretched,
  dataKey = randomBytes(32),
): { readonly dataKey: Buffer; readonly recoveryKey: string } {
  const { recovery, recoveryKey } = newRecovery(dataKey)
  save(folder, {
    format: 'tanbu-keyring/1',
    store: storeState(folder),
    users: { [user]: wrapFor(user, stretched, dataKey) },
    recovery,
  })
  return { dataKey, recoveryKey }
}

/** Puts a new recovery key in the place of the old one, and tells it. */
export function renewRecovery(folder: string, dataKey: Buffer): string {
  const ring = load(folder)
  if (!ring) throw new Error(`${folder} has no key ring`)
  const { recovery, recoveryKey } = newRecovery(dataKey)
  save(folder, { ...ring, recovery })
  return recoveryKey
}
function newRecovery(dataKey: Buffer) {
  const secret = randomBytes(20)
  const salt = randomBytes(16)
  const key = encrypt(derive(secret, salt, 'recovery'), dataKey, 'recovery').toString('base64')
  return { recovery: { salt: salt.toString('base64'), key }, recoveryKey: spell(secret) }
}

/** The data key, opened with a user's password; null when the user is not on the ring. */
export function openWithPassword(folder: string, user: string, { salt, secret }: Stretched): Buffer | null {
  const entry = load(folder)?.users[user]
  if (!entry || entry.salt !== salt.toString('base64')) return null
  return tryDecrypt(derive(secret, salt, 'key ring'), entry.key, user)
}

/** The data key, opened with the recovery key as the user typed it; null when it is not the right one. */
export function openWithRecovery(folder: string, typed: string): Buffer | null {
  const ring = load(folder)
  const recovery = unspell(typed)
  if (!ring || !recovery) return null
  const salt = Buffer.from(ring.recovery.salt, 'base64')
  return tryDecrypt(derive(recovery, salt, 'recovery'), ring.recovery.key, 'recovery')
}

/** Whether the files of a data folder are enciphered; one without a ring is in clear. */
export function storeState(folder: string): StoreState {
  return load(folder)?.store ?? 'plain'
}

/** The switch between files in clear and enciphered ones, once the others stand ready beside them. */
export function setStoreState(folder: string, store: StoreState): void {
  const ring = load(folder)
  if (!ring) throw new Error(`${folder} has no key ring`)
  save(folder, { ...ring, store })
}

/**
 * The data key by a password alone, before any record can say whose it is. The ring names nobody, so each of its entries
 * is tried, with its own salt and cost.
 *
 * @returns null when the password is none of theirs.
 */
export async function findByPassword(
  folder: string,
  password: string,
): Promise<{ readonly user: string; readonly stretched: Stretched; readonly dataKey: Buffer } | null> {
  for (const [user, { salt: text, cost }] of Object.entries(load(folder)?.users ?? {})) {
    const salt = Buffer.from(text, 'base64')
    const stretched = { salt, cost, secret: await scrypt(password, salt, cost) }
    const dataKey = openWithPassword(folder, user, stretched)
    if (dataKey) return { user, stretched, dataKey }
  }
  return null
}

/** The data key by the recovery key or by the password of anybody on the ring; null when it is neither. */
export async function dataKeyBy(folder: string, typed: string): Promise<Buffer | null> {
  return openWithRecovery(folder, typed) ?? (await findByPassword(folder, typed))?.dataKey ?? null
}

/** Puts a user on the ring, or puts the user's new password in the place of the old. */
export function keepUser(folder: string, user: string, stretched: Stretched, dataKey: Buffer): void {
  const ring = load(folder)
  if (!ring) throw new Error(`${folder} has no key ring`)
  save(folder, { ...ring, users: { ...ring.users, [user]: wrapFor(user, stretched, dataKey) } })
}

/** Takes a user off the ring: the password of a leaver opens nothing any more. */
export function dropUser(folder: string, user: string): void {
  const ring = load(folder)
  if (!ring) return
  const { [user]: _dropped, ...users } = ring.users
  save(folder, { ...ring, users })
}

function wrapFor(user: string, { salt, cost, secret }: Stretched, dataKey: Buffer) {
  return {
    salt: salt.toString('base64'),
    cost,
    key: encrypt(derive(secret, salt, 'key ring'), dataKey, user).toString('base64'),
  }
}
function tryDecrypt(key: Buffer, sealed: string, bound: string): Buffer | null {
  try {
    return decrypt(key, Buffer.from(sealed, 'base64'), bound)
  } catch {
    // The only answer AES-GCM gives to a wrong key.
    return null
  }
}

function load(folder: string): Keyring | null {
  const file = join(folder, 'keyring.json')
  if (!existsSync(file)) return null
  return keyring.parse(JSON.parse(readFileSync(file, 'utf8')))
}
/**
 * Whole or not at all: a ring cut off in the middle would lock everybody out. When this returns it is on the disk, since a
 * new recovery key is told and the old one thrown away.
 */
function save(folder: string, ring: Keyring): void {
  write(folder, JSON.stringify(ring, null, 2))
}
function write(folder: string, text: string): void {
  const file = join(folder, 'keyring.json')
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  syncFolder(folder)
}

/**
 * Work in which the ring changes together with the store: where it fails after all, as a commit on a full disk does, the
 * ring is what it was, and the old password goes on opening it.
 */
export function changingRing<T>(folder: string, work: () => T): T {
  const file = join(folder, 'keyring.json')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null
  try {
    return work()
  } catch (error) {
    if (before !== null && readFileSync(file, 'utf8') !== before) write(folder, before)
    throw error
  }
}

/** Crockford's base 32: no I, L, O, U, so that nothing is misread from paper. 160 bits in eight groups of four. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const isSpelled = /^[0-9A-HJKMNP-TV-Z]*$/
function spell(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}
function unspell(typed: string): Buffer | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== 32 || !isSpelled.test(letters)) return null
  const bits = letters
    .split('')
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
