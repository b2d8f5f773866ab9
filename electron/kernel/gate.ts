import type { ReadDb } from '#db/kernel/access'
import type { UserId } from '#electron/kernel/context'
import type { Permission } from '#shared/kernel/contract'

/** What the spine asks about people. The kernel knows no area: `access` answers, `electron/areas.ts` ties the two. */
export interface Gate {
  /** Who is signed in at this window; null when nobody is or the session is locked. Also counts as activity. */
  readonly userAt: (window: string, now: Date) => UserId | null
  /**
   * Whether the user's grants in force today hold the permission: anywhere in the organization for `nodes` null
   * or undefined, else for every one of the nodes.
   */
  readonly may: (
    db: ReadDb,
    user: UserId,
    permission: Permission,
    today: string,
    nodes: readonly string[] | null | undefined,
  ) => boolean
}
