import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'

import { secondFactorOf, type SecondFactor } from '#db/access/door-queries'
import type { UserRecord } from '#db/access/queries'
import { accessSecondFactors } from '#db/access/tables'
import type { WriteDb } from '#db/kernel/access'
import type { Handlers, TaskContext, WriteContext } from '#electron/kernel/context'
import { decrypt, encrypt, randomBytes, sha256 } from '#electron/kernel/crypto'
import type { accessContract } from '#shared/access/contract'
import type { UserId } from '#shared/access/model'
import { Refusal } from '#shared/kernel/refusal'

import { confirmPassword, recordFailure, signedIn } from './prove.ts'
import type { Vault } from './vault.ts'

type SecondFactorHandlers = Pick<
  Handlers<typeof accessContract>,
  'secondFactor' | 'beginSecondFactor' | 'confirmSecondFactor' | 'dropSecondFactor' | 'resetSecondFactor'
>

/** Seconds for which one code of the app holds (RFC 6238); the one before and the one after are taken too. */
const period = 30
const backupCodes = 10

/** An authenticator app beside the password, for who wants one. */
export function secondFactorHandlers(vault: Vault): SecondFactorHandlers {
  return {
    secondFactor: ({ db, user }) => {
      const found = secondFactorOf(db, signedIn(db, user).id)
      const isOn = found?.confirmed === true
      return { isOn, codesLeft: isOn ? found.codes.length : 0, setAt: isOn ? found.setAt : null }
    },
    beginSecondFactor: async (task, { password }) => {
      const { id, login } = signedIn(task.db, task.user)
      if (secondFactorOf(task.db, id)?.confirmed === true) throw new Refusal('access.has-second-factor')
      await confirmPassword(task, password)
      const secret = new Secret({ size: 20 })
      const sealed = encrypt(dataKeyOf(vault, task), Buffer.from(secret.bytes), boundTo(id))
      task.promote(({ db, now, note }) => {
        drop(db, id)
        db.insert(accessSecondFactors)
          .values({ userId: id, secret: sealed, codes: [], lastStep: 0, setAt: now, confirmed: false })
          .run()
        note({ code: 'access.second-factor-begun' })
      })
      return { secret: secret.base32, uri: appOf(secret, login ?? '').toString() }
    },
    confirmSecondFactor: (context, { code }) => {
      const { db, user, now, note } = context
      const { id } = signedIn(db, user)
      const found = secondFactorOf(db, id)
      if (!found || found.confirmed) throw new Refusal('access.no-second-factor')
      const step = stepOf(openSecret(dataKeyOf(vault, context), found), code, now)
      if (step === null) throw new Refusal('access.wrong-code')
      const codes = Array.from({ length: backupCodes }, newCode)
      const hashes = codes.map((each) => sha256(unspelled(each)))
      db.update(accessSecondFactors)
        .set({ confirmed: true, lastStep: step, codes: hashes, setAt: now })
        .where(eq(accessSecondFactors.userId, id))
        .run()
      note({ code: 'access.second-factor-on' })
      return { codes }
    },
    dropSecondFactor: async (task, { password }) => {
      await confirmPassword(task, password)
      task.promote((context) => takeOff(context, signedIn(context.db, context.user).id))
      return {}
    },
    resetSecondFactor: (context, { userId }) => {
      takeOff(context, userId)
      return {}
    },
  }
}

/** Takes a second factor off; the recovery key does so too. */
export function takeOff({ db, note }: Pick<WriteContext, 'db' | 'note'>, user: UserId): void {
  if (!secondFactorOf(db, user)) return
  drop(db, user)
  note({ code: 'access.second-factor-off', user })
}
function drop(db: WriteDb, user: UserId): void {
  db.delete(accessSecondFactors).where(eq(accessSecondFactors.userId, user)).run()
}

/**
 * Asks for the code of the app, or one of the backup codes, after the password was right. Each is good once. A wrong code
 * counts as a failed attempt.
 *
 * @throws Refusal `access.code-needed`, `access.wrong-code`.
 */
export function requireSecondFactor(
  context: TaskContext,
  {
    user,
    login,
    code,
  }: { readonly user: UserRecord; readonly login: string; readonly code: string | undefined },
  dataKey: Buffer | null | undefined,
): void {
  const found = secondFactorOf(context.db, user.id)
  if (found?.confirmed !== true) return
  if (code === undefined || code === '') throw new Refusal('access.code-needed')
  const used = dataKey ? usedBy(found, dataKey, code, context.around.now().toISOString()) : null
  if (used === null) {
    recordFailure(context, { login, user }, 'access.wrong-code')
    throw new Refusal('access.wrong-code')
  }
  context.promote(
    ({ db, note }) => {
      // Read anew: two windows may try the same code at once.
      const left = secondFactorOf(db, user.id)
      if (left?.codes.length !== found.codes.length || left.lastStep !== found.lastStep)
        throw new Refusal('access.wrong-code')
      db.update(accessSecondFactors).set(used).where(eq(accessSecondFactors.userId, user.id)).run()
      if (used.codes.length < found.codes.length)
        note({ code: 'access.backup-code-used', left: used.codes.length })
    },
    { user: user.id },
  )
}

/** What is left of the factor after a code; null where the code is wrong or was used already. */
function usedBy(
  { lastStep, codes, ...found }: SecondFactor,
  dataKey: Buffer,
  code: string,
  now: string,
): Pick<SecondFactor, 'lastStep' | 'codes'> | null {
  const step = stepOf(openSecret(dataKey, found), code, now)
  if (step !== null) return step > lastStep ? { lastStep: step, codes } : null
  const hash = sha256(unspelled(code))
  return codes.includes(hash) ? { lastStep, codes: codes.filter((each) => each !== hash) } : null
}

/** The time step to which a code of the app belongs; null where it is none of those around now. */
function stepOf(secret: Secret, code: string, now: string): number | null {
  const timestamp = Date.parse(now)
  const drift = appOf(secret, '').validate({ token: code.replaceAll(' ', ''), timestamp, window: 1 })
  return drift === null ? null : Math.floor(timestamp / 1000 / period) + drift
}
function appOf(secret: Secret, login: string): TOTP {
  return new TOTP({ issuer: 'Tanbu', label: login, secret, period, digits: 6, algorithm: 'SHA1' })
}

function openSecret(dataKey: Buffer, { userId, secret }: Pick<SecondFactor, 'userId' | 'secret'>): Secret {
  const opened = decrypt(dataKey, secret, boundTo(userId))
  return new Secret({ buffer: new Uint8Array(opened).buffer })
}
const boundTo = (user: UserId) => `second factor of ${user}`

/** @throws Refusal `access.sign-in-again` when the data folder was changed under a running session. */
function dataKeyOf(vault: Vault, { folder }: Pick<WriteContext, 'folder'>): Buffer {
  const dataKey = vault.dataKey(folder)
  if (!dataKey) throw new Refusal('access.sign-in-again')
  return dataKey
}

/** Eighty bits in four groups, in letters that are not misread from paper. */
function newCode(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const spelled = [...randomBytes(16)].map((byte) => letters[byte % 32]).join('')
  return (spelled.match(/.{4}/g) ?? []).join('-')
}
function unspelled(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}
