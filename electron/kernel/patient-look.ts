import { posix, win32 } from 'node:path'

/** What a folder says: what was asked for, that nobody can look into it, or nothing at all, as a dead network share. */
export type Look<T> = { readonly state: 'there'; readonly found: T } | { readonly state: 'gone' | 'silent' }

/** Questions that may stay unanswered at once: each holds one of the few threads on which Node asks the disk. */
const mostOverdue = 3
/** The shares that owe an answer, whoever asked: the threads are everybody's. */
const overdue: string[] = []

/**
 * Asks folders that may lie on a share. One that does not answer within `patience` milliseconds is silent, and so is
 * whatever else lies on that share, without being asked, until the old question is answered.
 */
export function patientLook<T>(
  ask: (path: string) => Promise<T>,
  patience: number,
): (path: string) => Promise<Look<T>> {
  return async (path) => {
    const share = shareOf(path)
    if (overdue.length >= mostOverdue || overdue.includes(share)) return { state: 'silent' }
    const answer = ask(path).then(
      (found): Look<T> => ({ state: 'there', found }),
      (): Look<T> => ({ state: 'gone' }),
    )
    const late = Symbol(path)
    const first = await Promise.race([answer, after(patience, late)])
    if (first !== late) return first
    overdue.push(share)
    void answer.then(() => overdue.splice(overdue.indexOf(share), 1))
    return { state: 'silent' }
  }
}

/** What fails together: a drive or `\\server\share` of Windows, elsewhere a mount such as `/mnt/plant`. */
function shareOf(path: string): string {
  if (!posix.isAbsolute(path)) return win32.parse(path).root.toLowerCase()
  return path.split('/').slice(0, 3).join('/')
}

/** Resolves to `value` after a while that keeps no program alive. */
export function after<T extends symbol>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), milliseconds).unref()
  })
}
