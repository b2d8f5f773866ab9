import { userByLogin } from '#db/access/queries'
import { accessUsers } from '#db/access/tables'
import type { Handlers, TaskContext } from '#electron/kernel/context'
import {
  changingRing,
  keepUser,
  openWithPassword,
  openWithRecovery,
  renewRecovery,
  type Stretched,
} from '#electron/kernel/keyring'
import type { accessContract } from '#shared/access/contract'
import type { UserId } from '#shared/access/model'
import { Refusal } from '#shared/kernel/refusal'

import { stretchNew } from './passwords.ts'
import { presentPerson, presentUser, refuseTakenLogin } from './people.ts'
import {
  confirmPassword,
  forgetFailures,
  prove,
  recordFailure,
  refuseWhileWaiting,
  signedIn,
} from './prove.ts'
import type { Plants } from './sample.ts'
import { takeOff } from './second-factor.ts'
import { refuseBadPassword, storePassword } from './set-up.ts'
import type { Vault } from './vault.ts'

type PasswordHandlers = Pick<
  Handlers<typeof accessContract>,
  'addUser' | 'setPassword' | 'changePassword' | 'recover' | 'renewRecoveryKey'
>

/** Passwords, which take a tenth of a second of stretching and so are tasks. */
export function passwordHandlers({ vault }: Plants): PasswordHandlers {
  return {
    addUser: async (context, { personId, login, language, password }) => {
      refuseBadPassword(password, login)
      const stretched = await stretchNew(password, context.around)
      return changingRing(context.folder, () =>
        context.promote((write) => {
          const { db, newId, now, user } = write
          if (presentPerson(db, personId).account) throw new Refusal('access.has-account')
          refuseTakenLogin(db, login)
          const id = newId<'user'>()
          db.insert(accessUsers)
            .values({ id, personId, login, language, changedBy: user ?? 'system', changedAt: now })
            .run()
          storePassword(db, id, stretched, { initial: true, now })
          keepUser(context.folder, id, stretched, dataKeyOf(vault, context))
          return id
        }),
      )
    },
    setPassword: async (context, { userId, password }) => {
      const target = presentUser(context.db, userId)
      refuseBadPassword(password, target.login ?? '')
      const stretched = await stretchNew(password, context.around)
      replacePassword(context, { user: userId, stretched, dataKey: dataKeyOf(vault, context), initial: true })
      return {}
    },
    changePassword: async (context, { old, password }) => {
      const user = signedIn(context.db, context.user)
      refuseBadPassword(password, user.login ?? '')
      if (old === password) throw new Refusal('access.password-unchanged')
      const before = await prove(context, { login: user.login ?? '', user, password: old })
      const stretched = await stretchNew(password, context.around)
      const dataKey = openWithPassword(context.folder, user.id, before.stretched)
      replacePassword(context, {
        user: user.id,
        stretched,
        dataKey: dataKey ?? dataKeyOf(vault, context),
        initial: false,
      })
      vault.remember(user.id, stretched)
      return {}
    },
    ...recoveryHandlers(vault),
  }
}

/** The recovery key: using it, and making a new one. */
function recoveryHandlers(vault: Vault): Pick<PasswordHandlers, 'recover' | 'renewRecoveryKey'> {
  return {
    recover: async (context, { recoveryKey, login, password }) => {
      refuseWhileWaiting(context, login)
      const dataKey = openWithRecovery(context.folder, recoveryKey)
      const user = userByLogin(context.db, login)
      // One answer for both: the key alone must not tell which logins there are.
      if (!dataKey || !user || user.disabledAt !== null) {
        recordFailure(context, { login, user }, 'access.wrong-recovery-key')
        throw new Refusal('access.wrong-recovery-key')
      }
      refuseBadPassword(password, login)
      const stretched = await stretchNew(password, context.around)
      replacePassword(context, { user: user.id, stretched, dataKey, initial: false }, login)
      return {}
    },
    renewRecoveryKey: async (context, { password }) => {
      await confirmPassword(context, password)
      const dataKey = dataKeyOf(vault, context)
      const recoveryKey = changingRing(context.folder, () =>
        context.promote(({ folder }) => renewRecovery(folder, dataKey)),
      )
      return { recoveryKey }
    },
  }
}

interface Replacement {
  readonly user: UserId
  readonly stretched: Stretched
  readonly dataKey: Buffer
  readonly initial: boolean
}
function replacePassword(
  context: TaskContext,
  { user, stretched, dataKey, initial }: Replacement,
  recovered?: string,
): void {
  changingRing(context.folder, () =>
    context.promote(
      ({ db, now, note, window, folder }) => {
        storePassword(db, user, stretched, { initial, now })
        if (recovered !== undefined) {
          forgetFailures(db, recovered, window)
          takeOff({ db, note }, user)
        }
        note({ code: 'access.password-set', user })
        keepUser(folder, user, stretched, dataKey)
      },
      recovered === undefined ? {} : { user },
    ),
  )
}

/** @throws Refusal `access.sign-in-again` when the data folder was changed under a running session. */
function dataKeyOf(vault: Vault, { folder }: TaskContext): Buffer {
  const dataKey = vault.dataKey(folder)
  if (!dataKey) throw new Refusal('access.sign-in-again')
  return dataKey
}
