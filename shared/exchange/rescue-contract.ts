import { z } from 'zod'

import { nothing, query, task } from '#shared/kernel/contract'
import { instant } from '#shared/kernel/period'

/** A backup as it lies in the plant, as far as its name and size tell. */
const offeredBackup = z.object({
  file: z.string(),
  /** In bytes. */
  size: z.int(),
  at: instant,
})

/** The way back for an encrypted plant that its right key could not open. */
export const rescueContract = {
  /** The backups that lie there, newest first; none before the right key was given and failed. */
  rescueOffers: query('public', nothing, z.array(offeredBackup)),
  /**
   * Restores one of them beside, proves it, and puts it in the place of what cannot be opened, which is kept beside. Then the
   * plant is open, and one signs in with the password of then.
   */
  rescueSealed: task(
    'public',
    z.object({
      file: z.string().max(200),
      /** A password of its key ring, or the recovery key. */ secret: z.string().max(200),
    }),
    nothing,
  ),
}
