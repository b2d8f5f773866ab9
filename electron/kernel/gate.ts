import type { ReadDb } from '#db/kernel/access'
import type { UserId } from '#electron/kernel/context'
import type { Permission } from '#shared/kernel/contract'
import type { Assignee } from '#shared/kernel/task'

/** What the spine asks about people. The kernel knows no area: `access` answers, `electron/areas.ts` ties the two. */
export interface Gate {
  /** Who is signed in at this window; null when nobody is or the session is locked. */
  readonly userAt: (window: string, now: Date) => UserId | null
  /** Somebody works at this window: its idle time starts anew. */
  readonly touch: (window: string, now: Date) => void
  /**
   * Whether the user's grants in force today hold the permission: anywhere in the organization for `nodes`
   * undefined, for the whole of it for null, else for every one of the nodes.
   */
  readonly may: (
    db: ReadDb,
    user: UserId,
    permission: Permission,
    today: string,
    nodes: readonly string[] | null | undefined,
  ) => boolean
  /**
   * By whose grants the user may: `own`, the id of who lent the right for a time, or null where nobody's reach.
   */
  readonly mayBy: (
    db: ReadDb,
    user: UserId,
    permission: Permission,
    today: string,
    nodes: readonly string[] | null | undefined,
  ) => 'own' | UserId | null
  /** Everybody who can sign in, for what falls to somebody by name or department. */
  readonly people: (db: ReadDb) => readonly Assignee[]
  readonly sessions: Sessions
  readonly signing: Signing
}

/**
 * Acts that wait for a password. A confirmation belongs to one window, one user and one act with exactly its input; it is
 * good for one use and a short time.
 */
export interface Signing {
  /** Takes the confirmation of an act, if there is one. */
  readonly take: (window: string, user: UserId, act: string, now: Date) => boolean
  /** Remembers what waits. @returns the name under which it is confirmed. */
  readonly wait: (window: string, user: UserId, act: string, now: Date) => string
  /** False where nothing of that name waits here any more. */
  readonly confirm: (window: string, user: UserId, challenge: string, now: Date) => boolean
}

/** Who sits at a window. `locked`: known, but the password is asked again. */
export interface Session {
  readonly user: UserId
  readonly state: 'open' | 'locked'
}

/** Sign-in belongs to a window and lives in memory: closing the program ends it. */
export interface Sessions {
  readonly at: (window: string, now: Date) => Session | null
  readonly begin: (window: string, user: UserId, now: Date) => void
  readonly lock: (window: string) => void
  readonly end: (window: string) => void
  /** Ends the sessions that a condition names, such as those of a disabled user. */
  readonly endWhere: (ends: (user: UserId, window: string) => boolean) => void
}
