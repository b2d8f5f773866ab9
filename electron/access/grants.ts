import { eq } from 'drizzle-orm'

import { grantById, grantsOf } from '#db/access/queries'
import { accessGrants } from '#db/access/tables'
import type { Handlers } from '#electron/kernel/context'
import type { accessContract } from '#shared/access/contract'
import { overlaps } from '#shared/kernel/period'
import { Refusal } from '#shared/kernel/refusal'

import { changed, keepAnAdministrator, presentUser } from './people.ts'
import { requireRole } from './roles.ts'

type GrantHandlers = Pick<Handlers<typeof accessContract>, 'grant' | 'revoke'>

/** Roles are granted in valid time: a revoked grant ends, so that it stays known who could do what on a past day. */
export function grantHandlers(): GrantHandlers {
  return {
    grant: (context, { validFrom = context.today, validTo = null, ...given }) => {
      presentUser(context.db, given.userId)
      requireRole(context.db, given.role)
      if (validTo !== null && validTo <= validFrom) throw new Refusal('access.grant-ends-before-it-begins')
      const isHeld = grantsOf(context.db, given.userId).some(
        (held) =>
          held.role === given.role &&
          held.nodeId === given.nodeId &&
          held.validTo !== held.validFrom &&
          overlaps(held, { validFrom, validTo }),
      )
      if (isHeld) throw new Refusal('access.already-granted', { role: given.role })
      const id = context.newId<'grant'>()
      context.db
        .insert(accessGrants)
        .values({ id, ...given, validFrom, validTo, ...changed(context) })
        .run()
      return id
    },
    revoke: (context, { id }) => {
      const held = grantById(context.db, id)
      if (!held) throw new Refusal('access.unknown-grant')
      const hasEnded = held.validTo !== null && held.validTo <= context.today
      if (hasEnded) throw new Refusal('access.grant-has-ended')
      // What has not begun yet ends where it begins: it never held.
      const validTo = held.validFrom > context.today ? held.validFrom : context.today
      context.db
        .update(accessGrants)
        .set({ validTo, ...changed(context) })
        .where(eq(accessGrants.id, id))
        .run()
      keepAnAdministrator(context)
      return {}
    },
  }
}
