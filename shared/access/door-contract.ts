import { z } from 'zod'

import { command, nothing, query, task } from '#shared/kernel/contract'
import { instant } from '#shared/kernel/period'

import { passwordText, userId } from './model.ts'

const password = z.object({ password: passwordText })
const code = z.string().trim().min(6).max(40)

/** What stands at the door besides the password: lock-out, second factor, and the password asked again for a signature. */
export const doorContract = {
  /** How the door stands for each account. */
  doors: query(
    'access.read',
    nothing,
    z.array(
      z.object({
        user: userId,
        /** Until when too many failed attempts keep the account shut; null when they do not. */
        lockedUntil: instant.nullable(),
        hasSecondFactor: z.boolean(),
      }),
    ),
  ),
  /** Forgets the failed attempts at an account, so that its owner can try again. */
  unlockUser: command('access.manage', z.object({ userId }), nothing),
  /** Whether the asker's own account has a second factor, and how many backup codes are left. */
  secondFactor: query(
    'signed-in',
    nothing,
    z.object({ isOn: z.boolean(), codesLeft: z.int(), setAt: instant.nullable() }),
  ),
  /** A new secret for an authenticator app, told once. It counts only after `confirmSecondFactor`. */
  beginSecondFactor: task('signed-in', password, z.object({ secret: z.string(), uri: z.string() })),
  /** Turns it on with the first code of the app. The backup codes are told here and never again. */
  confirmSecondFactor: command('signed-in', z.object({ code }), z.object({ codes: z.array(z.string()) })),
  dropSecondFactor: task('signed-in', password, nothing),
  /** For who lost the app and the codes: a second administrator takes the factor off. */
  resetSecondFactor: command('access.manage', z.object({ userId }), nothing),
  /** Confirms by password the one act that waits for a signature at this window. */
  confirmSigning: task('signed-in', password.extend({ challenge: z.string().max(100) }), nothing),
}
