import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'

import { passwordText, signInWords } from './model.ts'

const password = z.object({ password: passwordText })

/** The encrypted store: its door, and turning encryption on and off. */
export const sealingContract = {
  /** Opens the encrypted store by a password of its key ring and signs its owner in, in one act. */
  unseal: task('public', signInWords, nothing),
  /** Opens the encrypted store by the recovery key, so that a new password can be set. */
  unsealWithRecovery: task('public', z.object({ recoveryKey: z.string().max(100) }), nothing),
  /** Whether the store is encrypted, and whether it opens by the keychain of the operating system; `none`: there is none. */
  protection: query(
    'access.manage',
    nothing,
    z.object({ isEncrypted: z.boolean(), keychain: z.enum(['none', 'off', 'on']) }),
  ),
  /** From now on the encrypted store opens by the keychain when the program starts on this machine, for this user of it. */
  openByKeychain: task('access.manage', password, nothing),
  /** From now on it takes a password again. */
  openByPassword: command('access.manage', nothing, nothing),
  /** Enciphers the whole data folder. */
  encryptStore: task('access.manage', password, nothing),
  /** Writes the whole data folder in clear again. */
  decryptStore: task('access.manage', password, nothing),
}
