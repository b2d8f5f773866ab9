import { eq } from 'drizzle-orm'

import { usersWithSecondFactor } from '#db/access/door-queries'
import { allUsers, throttleOf } from '#db/access/queries'
import { accessThrottle } from '#db/access/tables'
import type { Handlers } from '#electron/kernel/context'
import type { Gate } from '#electron/kernel/gate'
import type { accessContract } from '#shared/access/contract'
import { lockedUntil } from '#shared/access/passwords'
import { Refusal } from '#shared/kernel/refusal'

import { presentUser } from './people.ts'
import { confirmPassword, loginKey, signedIn } from './prove.ts'

type DoorHandlers = Pick<Handlers<typeof accessContract>, 'doors' | 'unlockUser' | 'confirmSigning'>

/** How the door stands for each account, and the password that is asked again for a signature. */
export function doorHandlers({ signing }: Pick<Gate, 'signing'>): DoorHandlers {
  return {
    doors: ({ db, now }) => {
      const factored = usersWithSecondFactor(db)
      return allUsers(db).map(({ id, login }) => ({
        user: id,
        lockedUntil: login === null ? null : lockedUntil(throttleOf(db, loginKey(login)), now),
        hasSecondFactor: factored.has(id),
      }))
    },
    unlockUser: ({ db }, { userId }) => {
      const { login } = presentUser(db, userId)
      if (login !== null)
        db.delete(accessThrottle)
          .where(eq(accessThrottle.key, loginKey(login)))
          .run()
      return {}
    },
    confirmSigning: async (task, { password, challenge }) => {
      await confirmPassword(task, password)
      const { id } = signedIn(task.db, task.user)
      if (!signing.confirm(task.window, id, challenge, task.around.now()))
        throw new Refusal('access.nothing-to-sign')
      return {}
    },
  }
}
