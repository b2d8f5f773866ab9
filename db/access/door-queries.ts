import { eq } from 'drizzle-orm'

import type { ReadDb } from '#db/kernel/access'
import type { UserId } from '#shared/access/model'

import { accessSecondFactors } from './tables.ts'

/** The second factor of a user: sealed secret, hashes of the backup codes that are left, the last step that was used. */
export function secondFactorOf(db: ReadDb, user: UserId) {
  return db.select().from(accessSecondFactors).where(eq(accessSecondFactors.userId, user)).get()
}
export type SecondFactor = NonNullable<ReturnType<typeof secondFactorOf>>

/** Who has a second factor that counts. */
export function usersWithSecondFactor(db: ReadDb): ReadonlySet<UserId> {
  const found = db
    .select({ user: accessSecondFactors.userId })
    .from(accessSecondFactors)
    .where(eq(accessSecondFactors.confirmed, true))
    .all()
  return new Set(found.map(({ user }) => user))
}
