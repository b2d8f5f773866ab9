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
  /** Everybody who can sign in, for what falls to somebody by name or department. */
  readonly people: (db: ReadDb) => readonly Assignee[]
  readonly sessions: Sessions
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
