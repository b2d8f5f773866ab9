import type { PasswordRecord } from '#db/access/queries'
import { derive, randomBytes, sameBytes, scrypt, type ScryptCost, scryptCost } from '#electron/kernel/crypto'
import type { Stretched } from '#electron/kernel/keyring'
import type { Surroundings } from '#electron/kernel/surroundings'

/**
 * One stretching of the password gives two things that say nothing about each other: the verifier, which is
 * stored, and the key that opens the key ring.
 */
export async function stretch(password: string, salt: Buffer, cost: ScryptCost): Promise<Stretched> {
  return { salt, cost, secret: await scrypt(password, salt, cost) }
}
/** Stretches a new password, with a salt of its own and today's cost. */
export function stretchNew(password: string, around: Surroundings): Promise<Stretched> {
  return stretch(password, randomBytes(16), costIn(around))
}
const costIn = ({ passwordCost }: Surroundings) => passwordCost ?? scryptCost

export interface NewPassword {
  readonly salt: Buffer
  readonly cost: string
  readonly verifier: Buffer
}
/** What is stored of a password. */
export function storedPassword(stretched: Stretched): NewPassword {
  return {
    salt: stretched.salt,
    cost: JSON.stringify(stretched.cost),
    verifier: verifierOf(stretched),
  }
}
function verifierOf({ secret, salt }: Stretched): Buffer {
  return derive(secret, salt, 'sign-in')
}

/**
 * The stretched password if it is the right one, else null. Takes as long for an account that does not exist.
 */
export async function verified(
  record: PasswordRecord | undefined,
  password: string,
  around: Surroundings,
): Promise<Stretched | null> {
  if (!record) {
    await stretchNew(password, around)
    return null
  }
  const stretched = await stretch(password, record.salt, JSON.parse(record.cost) as ScryptCost)
  return sameBytes(verifierOf(stretched), record.verifier) ? stretched : null
}

/** Whether the stored cost is below today's, so that the password is stretched anew at this sign-in. */
export function isOutgrown(record: PasswordRecord, around: Surroundings): boolean {
  const today = costIn(around)
  const { N, r, p } = JSON.parse(record.cost) as ScryptCost
  return N * r * p < today.N * today.r * today.p
}
