import { eq } from 'drizzle-orm'

import { passwordOf, throttleOf, userById, type UserRecord } from '#db/access/queries'
import { accessPasswords, accessThrottle } from '#db/access/tables'
import type { ReadDb, WriteDb } from '#db/kernel/access'
import type { TaskContext } from '#electron/kernel/context'
import { sha256 } from '#electron/kernel/crypto'
import { keepUser, openWithPassword, type Stretched } from '#electron/kernel/keyring'
import { lockedUntil, oneMoreFailure, secondsToWait } from '#shared/access/passwords'
import { Refusal } from '#shared/kernel/refusal'

import { isOutgrown, storedPassword, stretchNew, verified } from './passwords.ts'

/** Who claims to be there: a login as it was typed, and the account behind it if there is one. */
export interface Claim {
  readonly login: string
  readonly user: UserRecord | undefined
  readonly password: string
}
export interface Proof {
  readonly user: UserRecord
  readonly stretched: Stretched
}

const lines = new Map<string, Promise<unknown>>()

/** Attempts at one door stand in line, so that a hundred at once are not a hundred free ones. */
export async function inLine<T>(door: string, work: () => Promise<T>): Promise<T> {
  const attempt = (lines.get(door) ?? Promise.resolve()).then(work)
  const settled = attempt.catch(() => {})
  lines.set(door, settled)
  try {
    return await attempt
  } finally {
    if (lines.get(door) === settled) lines.delete(door)
  }
}

/**
 * Checks a password against the stored one. Failures are counted per login and per window, in the store, so
 * that a restart forgives nothing; each is a refused line of the audit trail.
 *
 * @throws Refusal `access.wait` {seconds}, `access.wrong-password`.
 */
export function prove(context: TaskContext, claim: Claim): Promise<Proof> {
  return inLine(`${context.folder}/${claim.login.toLowerCase()}`, () => attemptIn(context, claim))
}

async function attemptIn(context: TaskContext, claim: Claim): Promise<Proof> {
  refuseLocked(context, claim.login)
  refuseWhileWaiting(context, claim.login)
  const user = claim.user?.disabledAt === null ? claim.user : undefined
  const record = user && passwordOf(context.db, user.id)
  const stretched = await verified(record, claim.password, context.around)
  if (!user || !record || !stretched) {
    recordFailure(context, claim, 'access.wrong-password')
    throw new Refusal('access.wrong-password')
  }
  if (!isOutgrown(record, context.around)) return { user, stretched }
  return { user, stretched: await renew(context, claim.password, user, stretched) }
}

function keysOf(login: string, window: string): readonly string[] {
  return [loginKey(login), `window:${window}`]
}
/** Under what failures at a login are counted; what was typed there may have been a password. */
export function loginKey(login: string): string {
  return `login:${sha256(login.toLowerCase())}`
}

/** @throws Refusal `access.locked-out` {until}: an administrator or the recovery key opens it before. */
function refuseLocked({ db, around, promote }: TaskContext, login: string): void {
  const until = lockedUntil(throttleOf(db, loginKey(login)), around.now().toISOString())
  if (until === null) return
  promote(() => {
    throw new Refusal('access.locked-out', { until })
  })
}

/** @throws Refusal `access.wait` {seconds}, while earlier failures of this login or window still count. */
export function refuseWhileWaiting({ db, around, window, promote }: TaskContext, login: string): void {
  const now = around.now().toISOString()
  const wait = Math.max(...keysOf(login, window).map((key) => secondsToWait(throttleOf(db, key), now)))
  if (wait === 0) return
  promote(() => {
    throw new Refusal('access.wait', { seconds: wait })
  })
}

/** Counts a failure and leaves a refused line in the trail. What was typed stands nowhere. */
export function recordFailure(
  { around, window, promote }: TaskContext,
  { login, user }: Omit<Claim, 'password'>,
  code: string,
): void {
  const now = around.now().toISOString()
  promote(
    ({ db, note }) => {
      for (const key of keysOf(login, window)) countFailure(db, key, now)
      note({ code, user: user?.id ?? null })
    },
    { outcome: 'refused' },
  )
}

function countFailure(db: WriteDb, key: string, now: string): void {
  const counted = oneMoreFailure(throttleOf(db, key), now)
  db.insert(accessThrottle)
    .values({ key, ...counted })
    .onConflictDoUpdate({ target: accessThrottle.key, set: counted })
    .run()
}

/** What a successful sign-in wipes out. */
export function forgetFailures(db: WriteDb, login: string, window: string): void {
  for (const key of keysOf(login, window)) db.delete(accessThrottle).where(eq(accessThrottle.key, key)).run()
}

/** The cost has grown since this password was set: it is stretched anew while we have it in hand. */
async function renew(
  { folder, promote, around }: TaskContext,
  password: string,
  user: UserRecord,
  old: Stretched,
): Promise<Stretched> {
  const stretched = await stretchNew(password, around)
  const dataKey = openWithPassword(folder, user.id, old)
  promote(
    ({ db, note }) => {
      db.update(accessPasswords)
        .set(storedPassword(stretched))
        .where(eq(accessPasswords.userId, user.id))
        .run()
      note({ code: 'access.password-strengthened' })
    },
    { user: user.id },
  )
  if (dataKey) keepUser(folder, user.id, stretched, dataKey)
  return stretched
}

/**
 * Asks the signed-in user's password once more before a signature, an approval that binds or a removal.
 *
 * @throws Refusal `access.wait`, `access.wrong-password`.
 */
export async function confirmPassword(context: TaskContext, password: string): Promise<void> {
  const user = signedIn(context.db, context.user)
  await prove(context, { login: user.login ?? '', user, password })
}

/** The account behind the request; whoever has none did not come through the spine. */
export function signedIn(db: ReadDb, user: UserRecord['id'] | null): UserRecord {
  const found = user && userById(db, user)
  if (!found) throw new Refusal('kernel.sign-in-first')
  return found
}
