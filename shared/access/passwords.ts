import { passwordLength } from './model.ts'

/** Why a new password is not good enough, as the code of a refusal; null when it is. An unknown login is empty. */
export function passwordTrouble(
  password: string,
  login: string,
): 'access.password-too-short' | 'access.password-is-login' | 'access.password-too-simple' | null {
  const letters = Array.from(password.normalize('NFKC'))
  if (letters.length < passwordLength) return 'access.password-too-short'
  if (login !== '' && password.toLowerCase().includes(login.toLowerCase())) return 'access.password-is-login'
  if (new Set(letters).size < 5) return 'access.password-too-simple'
  return null
}

/** Failed attempts that cost nothing: everybody mistypes. */
const freeAttempts = 2
const longestWait = 15 * 60
/** Seconds after which old failures are forgotten. */
const forgottenAfter = 24 * 60 * 60

/** Failed sign-ins of one login or one window. */
export interface Failures {
  readonly failures: number
  readonly lastAt: string
}

/** Seconds still to wait before the next attempt: 1, 2, 4, … from the third failure on, at most 15 minutes. */
export function secondsToWait(found: Failures | undefined, now: string): number {
  if (!found || found.failures <= freeAttempts) return 0
  const wait = Math.min(2 ** (found.failures - freeAttempts - 1), longestWait)
  return Math.max(0, Math.ceil(wait - secondsBetween(found.lastAt, now)))
}
/** Failures in a row after which an account is shut until an administrator opens it, or for a day. */
const lockedFrom = 10

/** Until when a login is shut; null when it is not. The recovery key opens it at once. */
export function lockedUntil(found: Failures | undefined, now: string): string | null {
  if (!found || found.failures < lockedFrom || secondsBetween(found.lastAt, now) >= forgottenAfter)
    return null
  return new Date(Math.min(Date.parse(found.lastAt), Date.parse(now)) + forgottenAfter * 1000).toISOString()
}
/** Failures counted after one more at `now`. */
export function oneMoreFailure(found: Failures | undefined, now: string): Failures {
  const isOld = found !== undefined && secondsBetween(found.lastAt, now) >= forgottenAfter
  return { failures: isOld ? 1 : Math.min((found?.failures ?? 0) + 1, 30), lastAt: now }
}
/** A clock that was set back must not lock anyone out for longer than the longest wait. */
function secondsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000)
}
