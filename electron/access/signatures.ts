import { kernelSignatures } from '#db/kernel/tables'
import type { WriteContext } from '#electron/kernel/context'
import type { Id } from '#shared/kernel/id'

import { signedIn } from './prove.ts'

export interface Signing {
  /** RecordRef `area/kind/id` of what is signed. */
  readonly record: string
  /** What the signature says, as a code that has a wording, such as `organization.boundary-approved`. */
  readonly meaning: string
  /** SHA-256 over the canonical JSON of what the signer saw. */
  readonly signedHash: string
}

/**
 * Puts the signed-in user's signature under a record, in the transaction of the command or promotion that calls
 * it. Where the password is asked again, the task calls `confirmPassword` first.
 */
export function sign(
  { db, user, now, newId }: WriteContext,
  { record, meaning, signedHash }: Signing,
): Id<'signature'> {
  const id = newId<'signature'>()
  db.insert(kernelSignatures)
    .values({ id, record, signerId: signedIn(db, user).id, meaning, signedHash, signedAt: now })
    .run()
  return id
}
