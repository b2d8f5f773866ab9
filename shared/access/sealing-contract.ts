import { z } from 'zod'

import { nothing, query, task } from '#shared/kernel/contract'

import { passwordText } from './model.ts'

/** The encrypted store: its door, and turning encryption on and off. */
export const sealingContract = {
  /** Opens the encrypted store by a password of its key ring and signs its owner in, in one act. */
  unseal: task(
    'public',
    z.object({
      login: z.string().max(200),
      password: passwordText,
      /** Of the second factor, where the account has one. */
      code: z.string().trim().max(40).optional(),
    }),
    nothing,
  ),
  /** Opens the encrypted store by the recovery key, so that a new password can be set. */
  unsealWithRecovery: task('public', z.object({ recoveryKey: z.string().max(100) }), nothing),
  /** Whether the store is encrypted. */
  protection: query('access.manage', nothing, z.object({ isEncrypted: z.boolean() })),
  /** Enciphers the whole data folder. */
  encryptStore: task('access.manage', z.object({ password: passwordText }), nothing),
  /** Writes the whole data folder in clear again. */
  decryptStore: task('access.manage', z.object({ password: passwordText }), nothing),
}
